"""What answers the prompt in a large dossier is looked for beside the screen; no key waits for it or overtakes it."""

import threading

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.search.searches import Found
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page
from caucasus_tui.panes.router import page_at
from caucasus_tui.session import pages
from caucasus_tui.session.session import Session
from tests.screen import LARGE, reading


async def test_the_index_of_a_large_dossier_is_opened_beside_the_screen(
    tiny: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, bool]] = []
    search = Session.search

    def noting(self: Session, query: str) -> Found:
        asked.append((query, threading.current_thread() is threading.main_thread()))
        return search(self, query)

    monkeypatch.setattr("caucasus_tui.tui.prompt.controller.takes_long", lambda dossier: True)
    monkeypatch.setattr(Session, "search", noting)
    async with reading(tiny, LARGE) as reader:
        await reader.press("slash")
        while ("a", False) not in asked:
            await reader.pilot.pause(0.01)
        assert "Mill" in await reader.type("mill")
    assert ("a", True) not in asked
    assert ("mill", False) in asked and asked.index(("mill", False)) < asked.index(("mill", True))


async def test_what_a_large_dossier_has_for_a_letter_is_there_at_once_with_its_detail(
    tiny: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page of an actor takes longer than the search."""
    beside: list[tuple[str, bool]] = []

    def noting(dossier: Dossier, address: str, lens: Lens) -> Page:
        beside.append((address, threading.current_thread() is not threading.main_thread()))
        return page_at(dossier, address, lens)

    monkeypatch.setattr("caucasus_tui.tui.prompt.controller.takes_long", lambda dossier: True)
    monkeypatch.setattr(pages, "page_at", noting)
    async with reading(tiny, LARGE) as reader:
        await reader.press("slash")
        beside.clear()
        shown = await reader.type("lower")
        assert "Lower Mill" in shown and "wants, does" in shown
        assert ("actor:lower-mill", True) in beside and ("actor:lower-mill", False) not in beside
        await reader.press("escape")
        await reader.press("slash")
        assert "Type a word" in reader.screen


@pytest.fixture
def searching(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Until it is set, no search beside the screen ends; every dossier is a large one."""
    let_go, search = threading.Event(), Session.search

    def slow(self: Session, query: str) -> Found:
        assert threading.current_thread() is threading.main_thread() or let_go.wait(30)
        return search(self, query)

    monkeypatch.setattr("caucasus_tui.tui.prompt.controller.takes_long", lambda dossier: True)
    monkeypatch.setattr(Session, "search", slow)
    return let_go


async def test_enter_opens_what_answers_the_text_though_that_is_still_being_looked_for(
    tiny: Dossier, searching: threading.Event
) -> None:
    async with reading(tiny, LARGE) as reader:
        await reader.pilot.press("slash", *"lower")
        assert reader.app.prompt.finding
        await reader.pilot.press("enter")
        assert reader.subject == "actor:lower-mill"
        searching.set()
        await reader.rest()
        assert reader.subject == "actor:lower-mill"


async def test_what_is_typed_is_answered_where_the_search_of_an_earlier_prompt_still_runs(
    tiny: Dossier, searching: threading.Event
) -> None:
    async with reading(tiny, LARGE) as reader:
        await reader.pilot.press("slash", "m", "escape", "slash", *"lower")
        searching.set()
        shown = await reader.rest()
        assert "Lower Mill" in shown and "wants, does" in shown
