"""The cursor: stops before lines, columns kept, nothing off screen."""

import pytest

from caucasus_tui.page.rows.cursor import (
    CursorPosition,
    by_screen,
    by_section,
    find,
    first,
    last,
    opening,
    shown,
    sideways,
    stop_at,
    up_or_down,
)
from caucasus_tui.page.rows.row import Page, Row, Span, row

LIST = Page("", [row("heading"), *(row(f"line {n}", subject=f"a:{n}") for n in range(20))])
GRID = Page(
    "",
    [
        Row((Span("      "), Span("AZ ", subject="actor:az"), Span("AM ", subject="actor:am"))),
        Row((Span("EU    "), Span("●  ", subject="cell:eu/az"), Span("·  "))),
        Row((Span("RU    "), Span("●  ", subject="cell:ru/az"), Span("●  ", subject="cell:ru/am"))),
    ],
    header=1,
)
PROSE = Page("", [row(f"sentence {n}") for n in range(50)])


def subject(page: Page, position: CursorPosition) -> str:
    stop = stop_at(page, position)
    return stop.subject if stop else ""


def test_it_starts_on_the_first_stop_and_ends_on_the_last() -> None:
    assert subject(LIST, first(LIST)) == "a:0"
    assert subject(LIST, last(LIST)) == "a:19"


def test_down_skips_headings_and_stays_on_screen() -> None:
    position = first(LIST)
    for _ in range(8):
        position = up_or_down(LIST, position, 1, 5)
    assert subject(LIST, position) == "a:8"
    assert position.top <= position.row < position.top + 5


def test_up_from_the_first_stop_shows_the_heading_again() -> None:
    position = CursorPosition(row=1, top=1)
    assert up_or_down(LIST, position, -1, 5).top == 0


def test_in_a_grid_down_keeps_the_column_as_near_as_it_can() -> None:
    position = find(GRID, "actor:am")
    assert position is not None
    position = up_or_down(GRID, position, 1, 10)
    assert subject(GRID, position) == "cell:eu/az"
    assert subject(GRID, sideways(GRID, up_or_down(GRID, position, 1, 10), 1)) == "cell:ru/am"


def test_a_page_without_stops_scrolls() -> None:
    position = up_or_down(PROSE, first(PROSE), 1, 10)
    assert position.top == 1
    assert by_screen(PROSE, position, 1, 10).top == 6


def test_scrolling_ends_at_the_end() -> None:
    position = CursorPosition()
    for _ in range(100):
        position = up_or_down(PROSE, position, 1, 10)
    assert position.top == 40


@pytest.mark.parametrize("height", [1, 3, 7, 30])
def test_the_cursor_is_always_in_view(height: int) -> None:
    position = shown(LIST, last(LIST), height)
    assert position.top <= position.row < position.top + height


def test_an_empty_page_has_no_cursor() -> None:
    assert stop_at(Page("", []), first(Page("", []))) is None
    assert up_or_down(Page("", []), CursorPosition(), 1, 5) == CursorPosition()
    assert sideways(Page("", []), CursorPosition(), 1) == CursorPosition()


SECTIONS = Page(
    "",
    [
        Row((Span("title"),)),
        *(
            line
            for part in range(4)
            for line in (
                Row((Span(f"Part {part}", "heading"),)),
                *(row(f"{part}.{n}", subject=f"s:{part}.{n}") for n in range(6)),
            )
        ),
    ],
)


def test_a_heading_above_the_first_stop_comes_on_screen_with_it() -> None:
    position = up_or_down(SECTIONS, CursorPosition(row=10, top=10), -1, 8)
    assert subject(SECTIONS, position) == "s:1.0"
    assert SECTIONS.rows[position.top].text == "Part 1"


def test_what_is_in_view_is_not_moved_though_a_heading_is_just_above() -> None:
    still = CursorPosition(row=1, top=1)
    assert shown(LIST, still, 5) == still


def test_after_a_step_sideways_another_column_is_kept() -> None:
    position = find(GRID, "actor:am")
    assert position is not None
    position = up_or_down(GRID, up_or_down(GRID, position, 1, 10), 1, 10)
    assert subject(GRID, position) == "cell:ru/am"
    position = sideways(GRID, position, -1)
    position = up_or_down(GRID, up_or_down(GRID, position, -1, 10), 1, 10)
    assert subject(GRID, position) == "cell:ru/az"


def test_the_header_is_on_screen_and_reached_at_once_however_far_the_page_is_scrolled() -> None:
    header = row("all", subject="a:all")
    page = Page("", [header, *(row("prose") for _ in range(9)), row("line", subject="a:line")], header=1)
    position = up_or_down(page, CursorPosition(row=10, top=7), -1, 4)
    assert subject(page, position) == "a:all"
    assert position.top == 7


@pytest.mark.parametrize("header", [0, 1])
def test_a_page_that_opens_in_the_middle_shows_what_comes_next(header: int) -> None:
    page = LIST._replace(start="a:9", header=header)
    position = opening(page, 7)
    assert subject(page, position) == "a:9"
    in_body = position.row - header - position.top
    assert in_body == 3
    assert opening(page._replace(start="a:19"), 7).top == len(page.rows) - 7
    assert opening(page._replace(start="a:0"), 7).top == 0
    assert opening(page._replace(start="nowhere"), 7) == first(page)


def test_headings_count_from_what_is_on_screen_not_from_a_cursor_left_behind() -> None:
    assert subject(SECTIONS, by_section(SECTIONS, CursorPosition(row=2, top=12), 1, 8)) == "s:2.0"


def test_before_the_first_heading_is_the_top_of_the_page() -> None:
    position = by_section(SECTIONS, CursorPosition(row=5, top=3), -1, 8)
    assert (position.top, subject(SECTIONS, position)) == (0, "s:0.0")


def test_the_last_heading_does_not_scroll_beyond_the_end() -> None:
    position = by_section(SECTIONS, CursorPosition(row=16, top=15), 1, 8)
    assert (position.top, subject(SECTIONS, position)) == (len(SECTIONS.rows) - 8, "s:3.0")


@pytest.mark.parametrize(("prose", "on_it"), [(6, True), (7, False)])
def test_a_heading_takes_the_cursor_along_where_its_first_stop_is_on_screen(prose: int, on_it: bool) -> None:
    heading = Row((Span("Part", "heading"),))
    lines = [row(f"prose {n}") for n in range(prose)]
    page = Page("", [row("start", subject="a:start"), heading, *lines, row("end", subject="a:end"), *PROSE.rows])
    position = by_section(page, first(page), 1, 8)
    assert position.top == 1
    assert subject(page, position) == ("a:end" if on_it else "a:start")


def test_headings_are_gone_to_one_after_the_other_and_back() -> None:
    position, seen = first(SECTIONS), []
    for step in (1, 1, 1, 1, -1, -1, -1):
        position = by_section(SECTIONS, position, step, 8)
        seen.append(subject(SECTIONS, position))
    assert seen == ["s:1.0", "s:2.0", "s:3.0", "s:3.0", "s:2.0", "s:1.0", "s:0.0"]
    assert SECTIONS.rows[by_section(SECTIONS, first(SECTIONS), 1, 8).top].text == "Part 1"


def test_a_page_without_headings_stays_where_it_is() -> None:
    assert by_section(PROSE, CursorPosition(), 1, 10) == CursorPosition()
    assert by_section(Page("", []), CursorPosition(), -1, 10) == CursorPosition()
