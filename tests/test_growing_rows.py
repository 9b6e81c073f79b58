"""Rows that come in blocks: made as far as they are looked at, and no less right for it."""

from functools import partial

import pytest

from caucasus_tui.dossier.model import Dossier
from caucasus_tui.page.rows import cursor
from caucasus_tui.page.rows.cursor import CursorPosition
from caucasus_tui.page.rows.edges import row_in_view
from caucasus_tui.page.rows.growing import Block, GrowingRows, extent
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.whereabouts import position_words
from tests.pages import WIDTHS, page_of, stops

MANY = 1000


class Making:
    """Blocks of two rows each, and which of them were made."""

    def __init__(self, blocks: int = MANY, *, told: bool = False) -> None:
        self.made: list[int] = []
        parts: list[Row | Block] = [Row((Span("above", "heading"),))]
        parts += [Block(f"event:e{number}", partial(self._make, number)) for number in range(blocks)]
        self.rows = GrowingRows([*parts, Row((Span("below", "heading"),))], told=told)
        self.page = Page("", self.rows)

    def _make(self, number: int) -> list[Row]:
        self.made.append(number)
        return [Row((Span(f"thing {number}"),), f"event:e{number}"), Row((Span("more of it"),))]


def test_what_is_on_screen_is_made_and_little_more() -> None:
    making = Making()
    assert [row.text for row in making.rows[:4]] == ["above", "thing 0", "more of it", "thing 1"]
    at = cursor.first(making.page)
    for _ in range(10):
        at = cursor.up_or_down(making.page, at, 1, 20)
    assert making.rows[at.row].text == "thing 10"
    assert position_words(making.page, at, 20) == f"11/{MANY}"
    assert len(making.made) < 30


def test_a_page_that_begins_with_a_thing_is_at_its_first() -> None:
    blocks = [Block(f"event:e{at}", partial(lambda at: [Row((), f"event:e{at}")], at)) for at in range(2)]
    page = Page("", GrowingRows(blocks))
    assert cursor.first(page) == CursorPosition()
    assert position_words(page, CursorPosition(), 20) == "1/2"


def test_the_length_is_that_of_all() -> None:
    assert len(Making().rows) == len([*Making().rows]) == 2 * MANY + 2


@pytest.mark.parametrize(("wanted", "least"), [(0, MANY + 2), (5, MANY + 4), (10**6, 2 * MANY + 2)])
def test_the_extent_is_exact_as_far_as_it_is_asked_for(wanted: int, least: int) -> None:
    assert extent(Making().rows, wanted) == least


def test_what_a_block_leads_to_is_found_where_it_stands_in_all() -> None:
    making = Making()
    assert making.rows.place("event:e40") == [*Making().rows].index(making.rows[81]) == 81
    assert len(making.made) == 41
    assert making.rows.place("event:none") is None
    assert len(making.made) == 41


def test_of_few_blocks_every_row_is_looked_at_for_a_place() -> None:
    rows = GrowingRows([Block("", lambda: [Row(), Row((Span("x", subject="p1.1"),))])])
    assert rows.place("p1.1") == 1


def test_of_blocks_that_tell_where_they_lead_none_is_made_for_a_place_that_is_not_there() -> None:
    making = Making(5, told=True)
    assert making.rows.place("event:none") is None and not making.made
    assert making.rows.changed(lambda row: row).place("event:none") is None and not making.made
    assert making.rows.place("event:e3") == 7


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("pane", ["recommendations", "terms"])
def test_the_lines_of_what_is_asked_for_or_agreed_tell_where_they_lead(real: Dossier, pane: str, width: int) -> None:
    for subject in stops(page_of(real, pane, width=width)):
        assert cursor.find(page_of(real, pane, width=width), subject)


def test_headings_are_gone_to_without_those_behind() -> None:
    making = Making(5)
    assert cursor.by_section(making.page, cursor.first(making.page), 1, 3).top == 9
    assert making.rows.heading_after(11) is None


def test_the_end_is_the_last_thing() -> None:
    making = Making()
    assert making.rows[cursor.last(making.page).row].text == f"thing {MANY - 1}"


def test_what_is_in_view_far_below_is_shown_without_making_the_top() -> None:
    text = [Row((Span("text"),))] * 8
    blocks = [Block(at, partial(lambda at: [Row((Span("thing"),), at), *text], at)) for at in map(str, range(MANY))]
    page = Page("", GrowingRows([Row((Span("above"),)), *blocks]))
    cursor.settled(page, cursor.last(page), 10, -1)
    rows = extent(page.rows, 0)
    assert row_in_view(page, rows - 3, rows - 12, 10).text == "text"
    assert extent(page.rows, 0) == rows < MANY + 200


def test_a_changed_row_is_made_no_earlier() -> None:
    making = Making()
    changed = making.rows.changed(lambda row: row.behind(Span("> ")))
    assert changed[1].text == "> thing 0"
    assert making.made == [0]


def test_what_was_made_far_below_is_there_once_when_the_top_reaches_it() -> None:
    making = Making(300)
    end = making.rows[cursor.last(making.page).row]
    assert min(making.made) > 280 and making.rows[100].text == "more of it"
    assert len(making.rows) == 602 and making.rows[599] is end
    assert [row.text for row in making.rows] == [row.text for row in Making(300).rows]
    assert sorted(making.made) == [*range(300)], "each is made once"
