"""An editor and the dashboard side by side: edits come in, broken ones lose nothing."""

import shutil
from pathlib import Path

import pytest

from caucasus_tui.commands.opening import originals_of
from caucasus_tui.config.dossiers import NamedDossier
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.session.library import Library
from caucasus_tui.tui.app import Dashboard
from tests.editing import dashboard, edit, own_copy
from tests.screen import SMALL, Reader, session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return own_copy(tmp_path)


async def test_an_edit_is_taken_over_and_the_cursor_stays(folder: Path) -> None:
    app = dashboard(folder)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        await reader.press("G")
        subject = reader.subject
        title = app.session.dossier.events[0].title
        edit(folder, title, "A new title for it")
        screen = await reader.press("R")
        assert reader.subject == subject
        assert app.session.dossier.events[0].title == "A new title for it"
        assert "Read anew." in screen


async def test_a_broken_edit_keeps_the_old_data_and_says_where_it_is_broken(folder: Path) -> None:
    app = dashboard(folder)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        before = app.session.dossier
        edit(folder, "title:", "titel:")
        screen = await reader.press("R")
        assert app.session.dossier is before
        assert "data/events.yaml:" in screen and "'titel'" in screen
        edit(folder, "titel:", "title:")
        assert "'titel'" not in await reader.press("R")


@pytest.mark.parametrize("damage", ["truncate", "remove", "remove folder"])
async def test_a_file_that_goes_missing_loses_nothing(folder: Path, damage: str) -> None:
    app = dashboard(folder)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        about = folder / "data" / "dossier.yaml"
        if damage == "truncate":
            about.write_text("", encoding="utf-8")
        elif damage == "remove":
            about.unlink()
        else:
            shutil.rmtree(folder)
        screen = await reader.press("R")
        assert app.is_running
        assert "last sound version" in screen


async def test_another_dossier_opens_by_name_from_its_first_screen(folder: Path, real: Dossier) -> None:
    named = [NamedDossier("bundled", ""), NamedDossier("valley", str(folder))]
    app = Dashboard(session(real), library=Library(named=named))
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        await reader.press("5", "j", "D")
        assert "comes with the program" in reader.screen
        await reader.type("val")
        screen = await reader.press("enter")
        assert reader.address == "pane:timeline"
        assert app.session.dossier.about.short_title in screen and real.about.short_title not in screen
        await reader.press("D")
        await reader.press("enter")
        assert app.session.dossier.about.title == real.about.title


async def test_a_dossier_with_problems_is_not_opened(folder: Path, real: Dossier) -> None:
    edit(folder, "title:", "titel:")
    app = Dashboard(session(real), library=Library(named=[NamedDossier("valley", str(folder))]))
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        screen = await reader.press("5", "D", "enter")
        assert app.session.dossier is real and reader.address == "pane:why"
        assert "'titel'" in screen and "in valley, which was not opened" in screen
        assert "last sound version" not in screen and "Read anew." not in screen
        assert "'titel'" not in await reader.press("4"), "it says nothing about what is on screen"


async def test_problems_of_another_dossier_do_not_hide_ones_own_for_good(folder: Path, tmp_path: Path) -> None:
    other = own_copy(tmp_path / "other")
    edit(other, "title:", "titel:")
    app = dashboard(folder, Library(named=[NamedDossier("other", str(other))]))
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        edit(folder, "when:", "wenn:")
        assert "'wenn'" in await reader.press("R")
        screen = await reader.press("D", "enter")
        assert "'titel'" in screen and "'wenn'" not in screen
        screen = await reader.press("4")
        assert "'titel'" not in screen and "'wenn'" in screen


async def test_the_originals_at_hand_are_those_of_the_dossier_on_screen(folder: Path, real: Dossier) -> None:
    (folder / "seeds" / "originals").mkdir()
    named = [NamedDossier("bundled", ""), NamedDossier("valley", str(folder))]
    app = Dashboard(session(real), library=Library(named=named, originals=originals_of))
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        assert "valley-letter" not in app.session.originals.found
        await reader.press("D")
        await reader.type("valley")
        await reader.press("enter")
        assert app.session.originals.found == {}
        (folder / "seeds" / "originals" / "valley-letter.txt").write_text("Another letter.")
        await reader.press("R")
        assert "valley-letter" in app.session.originals.found


async def test_search_finds_what_an_edit_brought_and_not_what_it_took(folder: Path, tiny: Dossier) -> None:
    """Looked for once before, so that there is an index to be forgotten."""
    title, brought = tiny.events[0].title, "Zebra parade on the quay"
    app = dashboard(folder)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        await reader.press("slash")
        assert "quay" not in await reader.type("zebra parade")
        await reader.press("escape")
        edit(folder, title, brought)
        await reader.press("R")
        await reader.press("slash")
        assert brought in await reader.type("zebra parade")
        assert title not in reader.screen


async def test_marks_that_were_on_the_screen_before_an_edit_are_not_told_as_on_it(folder: Path) -> None:
    app = dashboard(folder)
    async with app.run_test(size=(80, 60)) as pilot:
        reader = Reader(app, pilot)
        assert "Marks on this screen" in await reader.press("question_mark")
        edit(folder, app.session.dossier.events[0].title, "A new title for it")
        app.reloader.reload()
        await reader.rest()
        assert app.session.dossier.events[0].title == "A new title for it"
        assert "Marks on this screen" not in reader.screen and "stated as fact" in reader.screen
