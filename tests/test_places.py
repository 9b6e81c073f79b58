"""Places: the one before, the one after, all of them, and what is called what in the list."""

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.row import plain
from caucasus_tui.session.history import Visit
from caucasus_tui.session.last_time import Memory
from caucasus_tui.session.places_page import places_page
from tests.screen import LARGE, SMALL, reading, session

OLDER, NEWER = ("less_than_sign", "ctrl+o", "alt+left"), ("greater_than_sign", "ctrl+i", "alt+right")


@pytest.mark.parametrize(("older", "newer"), list(zip(OLDER, NEWER, strict=True)))
async def test_older_and_newer_lead_through_the_same_places_with_the_cursor_as_it_was(
    tiny: Dossier, older: str, newer: str
) -> None:
    async with reading(tiny, SMALL) as reader:
        await reader.press("3", "j", "enter")
        last = reader.screen
        record = reader.address
        await reader.press(older)
        assert reader.address == "pane:terms" and reader.subject == record
        await reader.press(older)
        assert reader.address == "pane:timeline"
        assert "No older place" in await reader.press(older)
        await reader.press(newer, newer)
        assert reader.address == record and reader.screen == last
        assert "No newer place" in await reader.press(newer)


async def test_what_esc_left_is_newer_too(tiny: Dossier) -> None:
    async with reading(tiny, LARGE) as reader:
        await reader.press("4", "escape", "greater_than_sign")
        assert reader.address == "pane:recommendations"


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_list_leads_back_to_a_place_as_it_was_left(tiny: Dossier, size: tuple[int, int]) -> None:
    async with reading(tiny, size) as reader:
        await reader.press("5", "w", "z", "G")
        place, subject, screen = reader.place, reader.subject, reader.screen
        await reader.press("3", "enter", "C")
        screen_of_places = await reader.press("H")
        assert "4 places, the last first" in screen_of_places or "Places" in screen_of_places
        assert [row.subject for row in reader.app.main.page.rows][:2] == [
            "collected:",
            reader.app.main.page.rows[1].subject,
        ]
        while reader.subject != "pane:why":
            await reader.press("j")
        await reader.press("enter")
        assert reader.screen == screen and (reader.place, reader.subject) == (place, subject)
        await reader.press("escape")
        assert reader.address == "places:" and reader.subject == "pane:why"


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_pane_comes_back_as_it_was_left_however_many_others_were_looked_at(
    tiny: Dossier, size: tuple[int, int]
) -> None:
    async with reading(tiny, size) as reader:
        for number in ("3", "0"):  # one of the four on the first screen, and another
            left = await reader.press(number, "j", "j", "j")
            subject = reader.subject
            assert await reader.press("6", "enter", "8", "tab", number) == left and reader.subject == subject
            await reader.press("z", "6", number)
            assert reader.subject == subject and not reader.app.session.visit.zoomed


async def test_the_list_is_found_by_name(tiny: Dossier) -> None:
    async with reading(tiny) as reader:
        await reader.press("colon")
        await reader.type("places")
        await reader.press("enter")
        assert reader.address == "places:"


def test_a_place_is_called_what_stands_there(tiny: Dossier) -> None:
    statement = next(str(cite) for cite, _ in tiny.statements())
    addresses = ["pane:terms", "ask:", "collected:", "todo:", f"behind:{tiny.actors[0].ref}", statement, "actor:gone"]
    nothing = Memory(tiny, None)
    page = places_page(tiny, tiny, [*map(Visit, addresses)], nothing, 100)
    assert [row.subject for row in page.rows] == addresses
    said = plain(page.rows).splitlines()
    for line, words in zip(
        said, ("", "standard questions", "what was collected", "to do", f"behind: {tiny.actors[0].title}"), strict=False
    ):
        assert words in line
    assert tiny.statement(statement).text[:20] in said[5] and said[5].endswith(statement)  # type: ignore[union-attr]
    assert "actor:gone" in said[6]
    for width in (1, 20, 40, 80, 200):
        assert all(row.width <= width for row in places_page(tiny, tiny, map(Visit, addresses), nothing, width).rows)


def test_a_session_without_a_screen_goes_to_and_fro(tiny: Dossier) -> None:
    reader = session(tiny)
    reader.go(Visit("actor:upper"))
    assert reader.history.back() and reader.history.forward() and reader.visit.address == "actor:upper"


def test_the_list_of_places_is_none_of_them(tiny: Dossier) -> None:
    reader = session(tiny)
    reader.go(Visit("actor:upper"))
    reader.go(Visit("places:"))
    reader.go(Visit("pane:terms"))
    assert [visit.address for visit in reader.history.places] == ["pane:terms", "actor:upper", "pane:timeline"]
