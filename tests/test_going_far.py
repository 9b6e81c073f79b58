"""Where a reader goes far on a long page, by `G`, by headings or to what was found, stands what walking there shows,
and what lies between is not made."""

from collections.abc import Callable, Sequence
from functools import partial
from random import Random

import pytest

from caucasus_tui.page.rows import cursor
from caucasus_tui.page.rows.cursor import CursorPosition
from caucasus_tui.page.rows.growing import Block, GrowingRows, Series, extent
from caucasus_tui.page.rows.parts import Item, Parts
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.whereabouts import heading_above, position_words

MANY, HEIGHT, HEADER = 500, 15, 2


class Reader:
    """A cursor on a page of many blocks, of one to four rows each, and which of them were made. `series`: between the
    headings they are series; `tall`: below some a text follows that is longer than what is looked at above a screen."""

    def __init__(self, *, whole: bool = False, counts: bool = True, series: bool = False, tall: bool = False) -> None:
        self.made: set[int] = set()
        self._tall = tall
        parts: list[Item] = [Row((Span("head"),))] * HEADER
        numbers = {f"event:e{number}": number for number in range(MANY)}
        subjects = [*numbers]
        find = dict(zip(subjects, subjects, strict=True)).get
        for subject, number in numbers.items():
            if number % 125 == 50:
                parts += [Row(), Row((Span(f"heading {number}", "heading"),))]
                if series:
                    parts.append(Series(subjects[number : number + 125], lambda one: self._make(numbers[one]), find))
            if number < 50 or not series:
                parts.append(Block(subject, partial(self._make, number), counts=counts))
        rows: Sequence[Row] = GrowingRows([*parts, Row((Span("below"),))])
        self.page = Page("", [*rows] if whole else rows, header=HEADER)
        self.at = cursor.first(self.page)

    def _make(self, number: int) -> list[Row]:
        self.made.add(number)
        long = 90 if self._tall and number % 4 == 0 else 0
        below = [Row((Span(f"more of {number}, {line}"),)) for line in range(long or number % 7 % 4)]
        return [Row((Span(f"thing {number}"),), f"event:e{number}"), *below]

    @property
    def screen(self) -> tuple[str, ...]:
        """The rows in view, with the cursor, and the heading that they are below."""
        top = self.at.top + HEADER
        rows = self.page.rows[top : top + HEIGHT - HEADER]
        stop = cursor.stop_at(self.page, self.at)
        return (*(row.text for row in rows), stop.subject if stop else "", heading_above(self.page, self.at.top))

    def go(self, how: "Move", step: int = 1) -> None:
        self.at = how(self.page, cursor.settled(self.page, self.at, HEIGHT, step))


Move = Callable[[Page, CursorPosition], CursorPosition]


def _found(number: int, page: Page, at: CursorPosition) -> CursorPosition:
    found = cursor.find(page, f"event:e{number}")
    assert found is not None
    return cursor.shown(page, found, HEIGHT)


def _row(step: int, page: Page, at: CursorPosition) -> CursorPosition:
    return cursor.shown(page, cursor.up_or_down(page, at, step, HEIGHT), HEIGHT)


MOVES: dict[str, Move] = {
    "G": lambda page, at: cursor.shown(page, cursor.last(page), HEIGHT),
    "g": lambda page, at: cursor.shown(page, cursor.first(page), HEIGHT),
    "j": partial(_row, 1),
    "k": partial(_row, -1),
    "page down": lambda page, at: cursor.by_screen(page, at, 1, HEIGHT),
    "page up": lambda page, at: cursor.by_screen(page, at, -1, HEIGHT),
    "}": lambda page, at: cursor.by_section(page, at, 1, HEIGHT),
    "{": lambda page, at: cursor.by_section(page, at, -1, HEIGHT),
}


UP = ("k", "page up")
"""Steps for which a screen above is made first; a heading is gone to without."""


def test_the_end_is_as_walked_to_and_nothing_between_is_made() -> None:
    reader, walking = Reader(), Reader()
    reader.go(MOVES["G"])
    while cursor.stop_at(walking.page, walking.at) != cursor.stop_at(reader.page, reader.at):
        walking.go(MOVES["j"])
    assert reader.screen == walking.screen
    assert position_words(reader.page, reader.at, HEIGHT) == position_words(walking.page, walking.at, HEIGHT)
    assert len(reader.made) < 60


@pytest.mark.parametrize("name", ["k", "page up"])
def test_upwards_over_long_texts_the_cursor_stays_on_its_line(name: str) -> None:
    reader, whole = Reader(tall=True), Reader(whole=True, tall=True)
    for move in (MOVES["G"], *[MOVES[name]] * 600):
        reader.go(move, -1)
        whole.go(move, -1)
        assert reader.screen == whole.screen


def test_the_cursor_that_is_left_behind_at_the_top_stays_on_its_line() -> None:
    reader = Reader()
    reader.go(MOVES["G"])
    reader.go(MOVES["k"], -1)
    far = reader.at.top
    reader.go(MOVES["g"])
    reader.at = reader.at._replace(top=far)  # scrolled to, as by a wheel
    reader.go(lambda page, at: at, -1)
    stop = cursor.stop_at(reader.page, reader.at)
    assert stop is not None and stop.subject == "event:e0"


@pytest.mark.parametrize("series", [False, True], ids=["blocks", "series"])
@pytest.mark.parametrize("seed", range(4))
def test_whatever_way_one_goes_the_screen_is_that_of_the_whole_page(seed: int, series: bool) -> None:
    random = Random(seed)
    reader, whole = Reader(series=series), Reader(whole=True)
    for _ in range(80):
        if random.random() < 0.1:
            move: Move = partial(_found, random.randrange(MANY))
            name = "found"
        else:
            name = random.choice([*MOVES])
            move = MOVES[name]
        for _ in range(random.randrange(1, 40) if name in ("j", "k") else 1):
            reader.go(move, -1 if name in UP else 1)
            whole.go(move, -1 if name in UP else 1)
            # The stop to go on from may lie out of sight, but not the screen.
            assert reader.screen == whole.screen, name
    assert len(reader.made) < MANY


def test_all_the_way_up_from_the_end() -> None:
    reader, whole = Reader(), Reader(whole=True)
    for name in ("G", *["page up"] * 250):
        reader.go(MOVES[name], -1)
        whole.go(MOVES[name], -1)
        assert reader.screen == whole.screen
    assert reader.at.top == 0


def test_what_goes_through_a_page_leaves_where_one_is_as_it_is() -> None:
    reader = Reader()
    reader.go(MOVES["G"])
    before = reader.screen
    assert [row.text for row in reader.page.rows] == [row.text for row in Reader(whole=True).page.rows]
    assert reader.screen == before


@pytest.mark.parametrize("series", [False, True], ids=["blocks", "series"])
def test_a_heading_far_below_is_gone_to_without_what_is_above_it(series: bool) -> None:
    reader = Reader(series=series)
    for _ in range(4):
        reader.go(MOVES["}"])
    assert reader.screen[0] == "heading 425"
    assert len(reader.made) < 300


def test_a_heading_far_above_is_gone_to_without_a_screen_above_it() -> None:
    reader = Reader(series=True)
    reader.go(MOVES["G"])
    before = set(reader.made)
    reader.go(MOVES["{"])
    reader.go(MOVES["{"])
    assert reader.screen[0] == "heading 175"
    assert len(reader.made - before) < 35


def test_of_many_blocks_that_are_not_counted_it_is_said_which_one_is_at() -> None:
    reader = Reader(counts=False)
    reader.go(MOVES["G"])
    assert position_words(reader.page, reader.at, HEIGHT) == f"{MANY}/{MANY}"


def test_of_series_it_is_said_which_thing_is_at() -> None:
    reader = Reader(series=True)
    for number in (3, 60, 420):
        reader.go(partial(_found, number))
        assert position_words(reader.page, reader.at, HEIGHT) == f"{number + 1}/{MANY}"


def test_what_opens_far_below_and_goes_on_downwards_makes_what_is_in_view_and_little_more() -> None:
    reader = Reader()
    page = reader.page._replace(start="event:e300")
    reader.at = cursor.opening(page, HEIGHT)
    opened = len(reader.made)
    assert opened < HEIGHT + cursor.SPARE
    reader.go(MOVES["j"])
    assert len(reader.made) <= opened + 2
    assert heading_above(page, reader.at.top) == "heading 175"
    assert len(reader.made) <= opened + 2


def test_the_heading_above_is_found_without_a_look_at_what_lies_between(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(series=True)
    reader.go(partial(_found, 420))
    looked: list[int] = []
    item = Parts.item

    def look(parts: Parts, number: int) -> tuple[int, Item]:
        looked.append(number)
        return item(parts, number)

    monkeypatch.setattr(Parts, "item", look)
    assert heading_above(reader.page, reader.at.top) == "heading 300"
    assert len(looked) < 5


def test_near_the_end_a_higher_screen_makes_what_is_in_view_and_little_more() -> None:
    reader = Reader()
    found = cursor.find(reader.page, "event:e495")
    assert found is not None
    reader.at = cursor.shown(reader.page, found._replace(top=found.row - HEADER - 4), 3 * HEIGHT)
    assert heading_above(reader.page, reader.at.top) == "heading 425"
    shown = [reader.page.rows[HEADER + reader.at.top + row].text for row in range(3 * HEIGHT - HEADER)]
    assert shown == [row.text for row in Reader(whole=True).page.rows[-len(shown) :]]
    assert len(reader.made) < 3 * HEIGHT + cursor.SPARE


@pytest.mark.parametrize("row", [300, 480])
def test_a_row_between_is_looked_at_without_those_above_it(row: int) -> None:
    reader = Reader()
    reader.go(MOVES["G"])
    rows, before = reader.page.rows, len(reader.made)
    assert rows[row].text == rows[row].text and extent(rows, row + 1) > row
    assert len(reader.made) < before + 5


def test_a_place_far_below_that_was_of_another_page_makes_nothing() -> None:
    reader = Reader()
    assert cursor.stop_at(reader.page, CursorPosition(row=400)) is None
    assert len(reader.made) < 5
