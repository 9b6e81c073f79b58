"""An editor and the dashboard side by side: edits come in, broken ones lose nothing."""

import shutil
from pathlib import Path

import pytest

from caucasus_tui.dossier.watching import Watched
from caucasus_tui.tui.app import Dashboard
from tests.conftest import TODAY
from tests.screen import SMALL, Reader

TINY = Path(__file__).parent / "tiny"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "dossier")
    return tmp_path / "dossier"


def dashboard(folder: Path) -> Dashboard:
    watched = Watched(folder)
    return Dashboard(watched.load(), today=TODAY, folder=watched)


def edit(folder: Path, old: str, new: str) -> None:
    events = folder / "data" / "events.yaml"
    events.write_text(events.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


async def test_an_edit_is_taken_over_and_the_cursor_stays(folder: Path) -> None:
    app = dashboard(folder)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        await reader.press("G")
        subject = reader.subject
        title = app.dossier.events[0].title
        edit(folder, title, "A new title for it")
        screen = await reader.press("R")
        assert reader.subject == subject
        assert app.dossier.events[0].title == "A new title for it"
        assert "Read anew." in screen


async def test_a_broken_edit_keeps_the_old_data_and_says_where_it_is_broken(folder: Path) -> None:
    app = dashboard(folder)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        before = app.dossier
        edit(folder, "title:", "titel:")
        screen = await reader.press("R")
        assert app.dossier is before
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


def test_a_change_is_seen_once(folder: Path) -> None:
    watched = Watched(folder)
    assert not watched.changed()
    edit(folder, "title:", "title: ")
    assert watched.changed()
    assert not watched.changed()
