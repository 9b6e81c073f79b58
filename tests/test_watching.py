"""Reading goes on beside the screen, and no edit is missed; what other programs leave in a folder is no edit."""

import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import caucasus_tui.tui.app
from caucasus_tui import cli
from caucasus_tui.commands import dashboard as command
from caucasus_tui.config.dossiers import NamedDossier
from caucasus_tui.dossier.keeping import cache
from caucasus_tui.dossier.keeping.cache import open_cached
from caucasus_tui.dossier.keeping.shelf.shelved_dossier import shelf_of
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.session import library
from caucasus_tui.session.background import Background
from caucasus_tui.session.library import Library, Opened
from caucasus_tui.session.reloader import Reloader
from caucasus_tui.session.watching import Watched
from caucasus_tui.tui import run
from caucasus_tui.tui.app import Dashboard
from tests.editing import dashboard, edit, looked, own_copy
from tests.screen import SMALL, Reader, session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return own_copy(tmp_path)


def test_a_change_is_seen_once(folder: Path) -> None:
    watched = Watched(folder)
    assert not watched.changed()
    edit(folder, "title:", "title: ")
    assert not watched.changed(), "it may not be complete"
    assert watched.changed()
    watched.begin_reading()
    assert not watched.changed()


class Gate:
    """Reading that waits until it is let through."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.opened = threading.Event()
        self.readings = 0
        monkeypatch.setattr(library, "open_cached", self._read)

    def _read(self, root: Path, **how: Any) -> Dossier:
        self.readings += 1
        self.opened.wait(30)
        return open_cached(root, **how)


async def test_the_old_screen_lives_while_another_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = dashboard(folder)
    gate = Gate(monkeypatch)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        edit(folder, app.session.dossier.events[0].title, "A new title for it")
        await pilot.press("R", "G")
        assert "Reading the files anew …" in reader.screen
        await pilot.press("3")
        assert reader.address == "pane:terms"
        gate.opened.set()
        assert "Read anew." in await reader.rest()
        gate.opened.clear()
        await pilot.press("R")
        assert "Read anew." not in reader.screen and "Reading the files anew …" in reader.screen
        gate.opened.set()
        assert "Read anew." in await reader.rest()
        assert reader.address == "pane:terms" and app.session.dossier.events[0].title == "A new title for it"


@pytest.mark.parametrize("meanwhile", [False, True], ids=["", "read anew meanwhile"])
def test_looking_at_files_far_away_holds_nothing_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch, meanwhile: bool
) -> None:
    """What the screen does is done here by the thread that calls it."""
    answered, looked, readings = threading.Event(), threading.Event(), queue.Queue[object]()
    looks: list[bool] = []

    def call(then: Callable[[Any], None], what: object) -> None:
        then(what)
        if what is True:
            looked.set()

    def far_away(watched: Watched) -> bool:
        looks.append(True)
        return answered.wait(30)

    monkeypatch.setattr(Watched, "changed", far_away)
    reloader = Reloader(
        Library(Watched(folder)),
        Background(call),
        ready=lambda opened: None,
        taken=lambda request, outcome: readings.put(outcome),
        told=lambda begins: None,
    )
    for _ in range(3):
        reloader.look()
    assert reloader.looking and not reloader.reading and readings.empty()
    if meanwhile:
        reloader.reload()
        assert isinstance(readings.get(timeout=30), Opened)
    answered.set()
    assert looked.wait(30) and len(looks) == 1
    if not meanwhile:
        assert isinstance(readings.get(timeout=30), Opened)
    assert not reloader.looking and not reloader.reading and readings.empty()


async def test_what_is_asked_for_while_reading_is_read_after_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = dashboard(folder)
    gate = Gate(monkeypatch)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        before = app.session.dossier
        await pilot.press("R")
        edit(folder, before.events[0].title, "A new title for it")
        await pilot.press("R", "R")
        gate.opened.set()
        await reader.rest()
        assert app.session.dossier.events[0].title == "A new title for it"
        assert gate.readings == 2


async def test_quitting_does_not_wait_for_a_reading(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = dashboard(folder)
    gate = Gate(monkeypatch)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("R", "q")
        await pilot.pause()
        assert not app.is_running and not gate.opened.is_set()
    gate.opened.set()


async def test_an_edit_while_it_is_first_read_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caucasus_tui.tui.app, "WATCH_SECONDS", 0.01)
    shelf = Library(Watched(folder), watch=True)
    before = shelf.read(str(folder)).dossier
    edit(folder, before.events[0].title, "Edited meanwhile")
    app = Dashboard(session(before), library=shelf)
    async with app.run_test(size=SMALL) as pilot:
        while app.session.dossier.events[0].title != "Edited meanwhile":
            await pilot.pause(0.01)
        await Reader(app, pilot).rest()


async def test_an_edit_while_it_is_read_again_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = dashboard(folder)
    before = app.session.dossier
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)

        def read_and_edit(root: Path, **how: Any) -> Dossier:
            monkeypatch.setattr(library, "open_cached", open_cached)
            found = open_cached(root, **how)
            edit(folder, before.events[0].title, "Edited meanwhile")
            return found

        monkeypatch.setattr(library, "open_cached", read_and_edit)
        await reader.press("R")
        assert app.session.dossier == before
        await looked(reader)
        assert app.session.dossier.events[0].title == "Edited meanwhile"


async def test_a_faulty_edit_is_told_once_and_read_again_when_mended(folder: Path) -> None:
    app = dashboard(folder)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        assert "Read anew." in await reader.press("R")
        edit(folder, "title:", "titel:")
        await looked(reader)
        assert "'titel'" in reader.screen and "Read anew." not in reader.screen
        assert not app.reloader.reading
        edit(folder, "titel:", "title:")
        await looked(reader)
        assert "'titel'" not in reader.screen and "Read anew." in reader.screen


async def test_a_folder_that_is_gone_for_a_moment_is_no_change(folder: Path) -> None:
    watched = Watched(folder)
    folder.rename(folder.with_name("away"))
    assert not watched.changed() and not watched.changed()
    folder.with_name("away").rename(folder)
    assert not watched.changed() and not watched.changed()
    edit(folder, "title:", "title: ")
    assert [watched.changed(), watched.changed()] == [False, True]


@pytest.mark.parametrize(
    "name",
    [
        *(".events.yaml.swp", "events.yaml~", "4913", "#events.yaml#", ".#events.yaml", "events.yaml.tmp"),
        *(
            "~$events.docx",
            ".~lock.events.yaml#",
            "events.yaml___jb_tmp___",
            "events.yaml.sb-1a2b3c4d-XyZ012",
            "sedAbC123",
            "events.yaml.kate-swp",
            ".DS_Store",
        ),
    ],
)
def test_passing_files_of_other_programs_are_no_problems_and_no_change(folder: Path, name: str) -> None:
    watched = Watched(folder)
    for place in ("data", "seeds"):
        (folder / place / name).write_text("not for us")
    assert not watched.changed() and not watched.changed()
    Library().read(str(folder))


async def test_search_open_while_another_is_read_answers_from_that(folder: Path) -> None:
    app = dashboard(folder)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        edit(folder, app.session.dossier.events[0].title, "A zebra crossed")
        await reader.press("slash")
        assert "A zebra crossed" not in await reader.type("zebra")
        app.reloader.reload()
        assert "A zebra crossed" in await reader.rest()
        await reader.press("escape", "slash")
        assert "A zebra crossed" in await reader.type("zebra")


async def test_back_at_the_first_dossier_it_is_watched_again(folder: Path, real: Dossier) -> None:
    named = [NamedDossier("bundled", ""), NamedDossier("valley", str(folder))]
    app = dashboard(folder, Library(named=named))
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        await reader.press("D", "enter")
        assert app.session.dossier.about.title == real.about.title
        assert "does not change" in await reader.press("R")
        await reader.press("D")
        await reader.type("valley")
        await reader.press("enter")
        edit(folder, app.session.dossier.events[0].title, "Edited since")
        await looked(reader)
        assert app.session.dossier.events[0].title == "Edited since"


async def test_a_large_dossier_stays_on_its_shelf(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGE", 1)
    app = dashboard(folder)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        edit(folder, "title:", "title: ")
        assert "Read anew." in await reader.press("R")
        assert shelf_of(app.session.dossier) is not None
        await reader.press("slash")
        assert "flood" in await reader.type("flood")


def test_the_program_looks_at_the_files_before_it_reads_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Dashboard] = []

    def edited_after(root: Path, **how: Any) -> Dossier:
        found = open_cached(root, **how)
        edit(folder, "title:", "title: ")
        return found

    def start(app: Dashboard, *_: object, **__: object) -> int:
        started.append(app)
        return 0

    monkeypatch.setattr(library, "open_cached", edited_after)
    monkeypatch.setattr(cli, "is_usable", lambda: True)
    monkeypatch.setattr(command, "settle_environment", lambda *_: None)
    monkeypatch.setattr(run, "run", start)
    assert cli.main(["--dossier", str(folder), "--watch"]) == 0
    files = started[0].reloader.library.files
    assert files is not None and [files.changed(), files.changed()] == [False, True]
