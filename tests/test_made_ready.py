"""What a large dossier takes long for is made beside the screen: nothing shows of it before, and then it is all there.

Pages made are counted, not seconds."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from msgspec.structs import replace

from caucasus_tui.brief.build import build
from caucasus_tui.brief.model import Brief, Request
from caucasus_tui.dossier.keeping.fingerprint import Mark, file_marks
from caucasus_tui.dossier.loading.originals import NO_ORIGINALS
from caucasus_tui.dossier.loading.outline_file import NO_OUTLINE
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.sources import Layer
from caucasus_tui.page.lens import Lens, laid_over
from caucasus_tui.page.rows.row import Page
from caucasus_tui.panes import HOME
from caucasus_tui.panes.router import page_at
from caucasus_tui.session import pages
from caucasus_tui.session.history import Visit
from caucasus_tui.session.library import Opened
from caucasus_tui.session.made_ready import make_ready
from caucasus_tui.session.session import Session
from caucasus_tui.tui import briefs, updates
from tests.editing import dashboard, own_copy
from tests.screen import LARGE, Reader, reading, session

VISITS = [*(Visit(f"pane:{name}") for name in HOME), Visit("event:flood")]
"""A grid and its detail."""


def shown(reader: Session, height: int = 30) -> list[str]:
    found = [reader.page(visit, 60, height) for visit in VISITS]
    return ["\n".join(row.text for row in page.rows) for page in found]


@contextmanager
def made() -> Iterator[list[str]]:
    """The addresses of the pages that are made."""
    found: list[str] = []

    def counted(dossier: Dossier, address: str, lens: Lens) -> Page:
        found.append(address)
        return page_at(dossier, address, lens)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("caucasus_tui.session.pages.page_at", counted)
        yield found


def test_what_is_in_sight_is_made_ready_with_the_layer_that_is_not_on_yet(tiny: Dossier) -> None:
    reader = session(tiny)
    off = shown(reader)
    make_ready(reader, Opened(tiny, NO_ORIGINALS, NO_OUTLINE), laid_over(later=True))
    assert shown(reader) == off, "nothing shows of it before"
    reader.pages.page_beside(tiny, "actor:lower-mill", reader.lens(60))  # of a search meanwhile
    assert reader.toggle_later()
    with made() as anew:
        # The head of the screen has a row more then.
        on = shown(reader, height=29)
    assert anew == ["event:flood"], "the only one that depends on the height"
    other = session(tiny)
    other.toggle_later()
    assert on == shown(other, height=29) != off


def test_an_edited_dossier_comes_with_its_pages(tiny: Dossier) -> None:
    reader = session(tiny)
    shown(reader)
    edited = replace(tiny, events=(replace(tiny.events[0], title="A new title"), *tiny.events[1:]))
    make_ready(reader, Opened(edited))
    reader.read_on(edited, NO_ORIGINALS)
    with made() as anew:
        assert "A new title" in shown(reader)[0]
    assert not anew


def test_what_was_made_ready_of_another_dossier_is_not_shown(tiny: Dossier) -> None:
    reader = session(tiny)
    off = shown(reader)
    make_ready(reader, Opened(replace(tiny, events=())), laid_over(later=True))
    reader.toggle_later()
    reader.toggle_later()
    assert shown(reader) == off


@pytest.fixture
def held_up(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Until it is set, what is made ready beside the screen is not there; every dossier is a large one."""
    let_go = threading.Event()

    def slow(session: Session, opened: Opened, layers: frozenset[Layer] | None = None) -> Opened:
        assert let_go.wait(30)
        return make_ready(session, opened, layers)

    monkeypatch.setattr(updates, "make_ready", slow)
    monkeypatch.setattr(updates, "takes_long", lambda dossier: True)
    return let_go


async def test_the_later_layer_of_a_large_dossier_is_read_beside_the_screen(
    tiny: Dossier, held_up: threading.Event
) -> None:
    async with reading(tiny, LARGE) as reader:
        off = reader.screen.splitlines()[:-2]
        screen = await reader.press("L")
        assert "Reading the later sources" in screen
        assert screen.splitlines()[:-2] == off
        assert "»" not in await reader.press("j"), "the old screen is alive"
        held_up.set()
        await reader.until("Later sources are on")
        for said in ("»", "Since then"):  # a screen may be drawn in two steps
            await reader.until(said)


async def test_asked_for_again_meanwhile_it_stays_off(tiny: Dossier, held_up: threading.Event) -> None:
    async with reading(tiny, LARGE) as reader:
        await reader.press("L")
        assert "stay off" in await reader.press("L")
        held_up.set()
        await reader.press("j")
        assert not reader.app.session.layers
        await reader.press("L")
        await reader.until("Later sources are on")


async def test_a_reload_looks_at_the_files_beside_the_screen(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(own_copy(tmp_path_factory.mktemp("own")))
    looked: list[bool] = []

    def counted(folder: str) -> tuple[Mark, ...]:
        looked.append(threading.current_thread() is threading.main_thread())
        return file_marks(folder)

    async with app.run_test(size=LARGE) as pilot:
        monkeypatch.setattr("caucasus_tui.session.watching.file_marks", counted)
        assert "Read anew." in await Reader(app, pilot).press("R")
    assert looked == [False]


async def test_a_page_without_a_picture_is_made_once_where_the_room_for_one_changes(
    tiny: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That an answer is narrowed takes a row of the title, so of the stage."""
    asked: list[str] = []

    def noting(dossier: Dossier, address: str, lens: Lens) -> Page:
        asked.append(address)
        return page_at(dossier, address, lens)

    async with reading(tiny, LARGE) as reader:
        await reader.press("8")
        monkeypatch.setattr(pages, "page_at", noting)
        await reader.press("f", "f")
        assert len(asked) == len({*asked}) == 2


async def test_a_brief_that_was_asked_for_is_of_what_is_on_the_screen_once_it_is_there(
    tiny: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(tiny, LARGE) as reader:
        without = await reader.press("b")
        expected = await reader.press("escape", "L", "b")
    let_go = threading.Event()

    def slow(dossier: Dossier, request: Request) -> Brief:
        assert let_go.wait(30)
        return build(dossier, request)

    monkeypatch.setattr(briefs, "build", slow)
    monkeypatch.setattr(briefs, "takes_long", lambda dossier: True)
    async with reading(tiny, LARGE) as reader:
        assert "Putting the brief together" in await reader.press("b")
        await reader.press("L")
        let_go.set()
        assert await reader.until(expected.splitlines()[-1].strip()) == expected
        let_go.clear()
        await reader.press("escape", "L", "b", "slash")
        let_go.set()
        await reader.until("The brief is ready: b.")
        assert " / m" in await reader.press("m"), "what is typed stays text"
        let_go.clear()
        assert await reader.press("escape", "b") == without, "it is not put together again"


async def test_that_nothing_later_touches_a_record_is_said(tiny: Dossier) -> None:
    since = tiny.since
    assert since is not None
    for record in tiny.records():
        if record.ref in tiny.whole.told_later:
            told = record.ref
        else:
            untold = record.ref
    for at, said in ((untold, "none of them tells anything about this"), (told, "What came of it?")):
        async with reading(tiny, start=at) as reader:
            assert said in await reader.press("L")
