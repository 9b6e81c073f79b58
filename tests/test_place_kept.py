"""A page made anew shows the line that one is on where it was on the screen."""

from functools import partial

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.model import Dossier
from caucasus_tui.page.rows import cursor
from caucasus_tui.page.rows.cursor import CursorPosition
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.rows.place_kept import Line, line_of, place_again
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.whereabouts import position_words
from caucasus_tui.session.history import Visit
from caucasus_tui.session.library import Opened
from caucasus_tui.session.reloader import Request
from tests.screen import LARGE, SMALL, reading

ROOM, NO_LINE = 10, Line()


def listed(*names: str) -> Page:
    return Page("", [Row((Span(name),), f"event:{name}") for name in names])


def growing(count: int, rows: int = 2) -> Page:
    def make(at: int) -> list[Row]:
        return [Row((Span("thing"),), f"event:e{at}"), *[Row((Span("more"),))] * (rows - 1)]

    return Page("", GrowingRows([Block(f"event:e{at}", partial(make, at)) for at in range(count)]))


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize("above", ["", "1", "1234567"])
def test_a_line_stays_where_it_was_however_many_came_above_it(above: str) -> None:
    before = CursorPosition(14, top=10)
    after = listed(*above, *LETTERS)
    again = place_again(after, "event:o", NO_LINE, before, ROOM)
    assert again and again.row == 14 + len(above) and again.row - again.top == 4


def test_of_many_links_to_one_actor_the_cursor_stays_on_the_nearest() -> None:
    rows = [Row((Span(name), Span("x", "link", "actor:x"))) for name in LETTERS]
    rows = [row if at % 3 else Row((Span("new"),)) for at, row in enumerate(rows)]
    again = place_again(Page("", rows), "actor:x", NO_LINE, CursorPosition(15, top=10), ROOM)
    assert again and again.row in (14, 16) and again.row - again.top == 5


@pytest.mark.parametrize("grows", [False, True])
def test_a_link_below_a_line_is_found_below_that_line_again(grows: bool) -> None:
    """However many lines lead to the same, and in a block that does not say where its rows lead."""

    def make(at: int) -> list[Row]:
        return [Row((Span("thing"),), f"event:e{at}"), Row((Span("by"),)), Row((Span("x", "link", "actor:x"),))]

    def page(first: int) -> Page:
        blocks = [Block(f"event:e{at}", partial(make, at)) for at in range(first, 400)]
        rows = GrowingRows(blocks)
        return Page("", rows if grows else [*rows])

    old, new = page(0), page(7)
    before = CursorPosition(389 * 3 + 2, top=389 * 3 - 2)
    assert len(old.rows) == 1200
    again = place_again(new, "actor:x", line_of(old, before), before, ROOM)
    assert again and again.row - again.top == 4 and line_of(new, again) == ("event:e389", 2)


def test_at_the_end_no_room_is_left_empty() -> None:
    again = place_again(listed(*"abcdefghijkl"), "event:l", NO_LINE, CursorPosition(25, top=20), ROOM)
    assert again and (again.row, again.top) == (11, 2)


def test_far_down_a_page_that_grows_it_stays_too_and_few_rows_are_made() -> None:
    old, new = growing(1000), growing(1000, rows=3)
    before = cursor.shown(old, cursor.settled(old, cursor.last(old), ROOM, -1), ROOM)
    for _ in range(3):
        before = cursor.up_or_down(old, before, -1, ROOM)
    again = place_again(new, "event:e996", NO_LINE, before, ROOM)
    assert old.rows[before.row].subject == "event:e996" and again and new.rows[again.row].subject == "event:e996"
    assert again.row - again.top == before.row - before.top
    assert place_again(new, "event:none", NO_LINE, before, ROOM) is None


def test_how_many_rows_a_text_has_does_not_hang_on_what_was_looked_at() -> None:
    def make() -> list[Row]:
        return [Row((Span("text"),))] * 3

    def page() -> Page:
        return Page("", GrowingRows([Block("", make, counts=False)] * 20))

    first, looked = page(), page()
    assert len(looked.rows) == 60
    at = CursorPosition(5, top=4)
    assert position_words(first, at, ROOM) == position_words(looked, at, ROOM) == "5–14 of 60"


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["one pane", "four panes"])
async def test_reading_an_edited_dossier_anew_leaves_the_line_where_it_was(
    edition: Dossier, size: tuple[int, int]
) -> None:
    longer = tuple(replace(event, title=f"{event.title}, as was told by those who saw it") for event in edition.events)
    async with reading(edition, size) as reader:
        await reader.press("g", "ctrl+d", "ctrl+d", "ctrl+d", "k", "k")

        def down() -> tuple[str, int]:
            position = reader.app.main.position
            return reader.subject, position.row - position.top

        before = down()
        reader.app.updates.take(Request(""), Opened(replace(edition, events=longer)))
        await reader.rest()
        assert down() == before


async def test_what_was_scrolled_beside_the_list_stays_scrolled_too(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        await reader.press("J", "J")
        before = reader.app.views.view("detail").position.top
        longer = tuple(replace(event, title=f"{event.title}, {'as was told ' * 9}") for event in edition.events)
        reader.app.updates.take(Request(""), Opened(replace(edition, events=longer)))
        await reader.rest()
        assert reader.app.views.view("detail").position.top == before > 0


async def test_a_page_that_nobody_has_moved_on_is_anew_as_it_opens(edition: Dossier) -> None:
    longer = tuple(replace(event, title=f"{event.title}, {'as was told ' * 9}") for event in edition.events)
    async with reading(edition, SMALL) as reader:
        await reader.press("enter")
        reader.app.updates.take(Request(""), Opened(replace(edition, events=longer)))
        await reader.rest()
        assert reader.app.main.position.top == 0


@pytest.mark.parametrize("address", ["actor:azerbaijan", "place:nagorno-karabakh"])
async def test_a_link_far_down_a_long_page_is_found_again_at_another_width(edition: Dossier, address: str) -> None:
    async with reading(edition, LARGE) as reader:
        reader.app.views.go(Visit(address))
        await reader.rest()
        await reader.press("G", *["k"] * 6, "right")
        before = reader.subject
        await reader.pilot.resize_terminal(*SMALL)
        await reader.rest()
        assert reader.subject == before


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_a_pane_given_the_whole_screen_has_the_cursor_on_the_same_line(
    tiny: Dossier, size: tuple[int, int]
) -> None:
    async with reading(tiny, size) as reader:
        for moved in ("j", "j", "k", "k"):
            await reader.press(moved)
            subject = reader.app.views.main.subject
            for key in ("z", "z", "escape", "escape"):
                await reader.press(key)
                assert reader.app.views.main.subject == subject
