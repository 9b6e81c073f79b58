"""The cursor: stops before lines, columns kept, nothing off screen."""

from itertools import pairwise

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.claim import cited_end, claims_of
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.cursor import (
    CursorPosition,
    by_screen,
    by_section,
    find,
    first,
    last,
    links,
    lit,
    opening,
    shown,
    sideways,
    stop_at,
    up_or_down,
)
from caucasus_tui.page.rows.edges import LEAST_SAID, row_at_edge, row_in_view
from caucasus_tui.page.rows.page_lines import line_at
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.wrapping import NBSP, hanging, wrapped
from caucasus_tui.page.statement import statement_rows
from caucasus_tui.panes.router import page_at
from tests.conftest import TODAY
from tests.pages import row
from tests.screen import reading

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


def statement(text: str, *cites: str, width: int = 26) -> list[Row]:
    spans = [part for cite in cites for part in (Span(" "), Span(cite, "cite", f"s:{cite}"))]
    return hanging((Span("fact"),), [Span(text), *spans], width, 6)


STATEMENTS = Page(
    "",
    [
        Row((Span("Positions", "heading"),)),
        *statement("It said one thing at some length, and others at much less", "p1.1", "p1.2", "p1.3"),
        *statement("It said another, which takes as many rows of text", "p2.1"),
        *statement("Ours, which rests on nothing and leads nowhere"),
        *statement("Short", "p3.1", "p3.2"),
    ],
)


def test_down_goes_from_statement_to_statement_whose_rows_stay_together_on_screen() -> None:
    position, seen = first(STATEMENTS), [subject(STATEMENTS, first(STATEMENTS))]
    for _ in range(2):
        position = up_or_down(STATEMENTS, position, 1, 6)
        seen.append(subject(STATEMENTS, position))
        line = line_at(STATEMENTS, position.row)
        assert position.top <= line[0] and line[-1] < position.top + 6
    assert seen[:2] == ["s:p1.1", "s:p2.1"]
    for _ in range(9):
        position = up_or_down(STATEMENTS, position, 1, 6)
    assert subject(STATEMENTS, position) == "s:p3.1"
    for _ in range(9):
        position = up_or_down(STATEMENTS, position, -1, 6)
    assert subject(STATEMENTS, position) == "s:p1.1" and position.top == 0


def test_left_and_right_go_through_what_a_statement_leads_to_over_all_its_rows() -> None:
    position, seen = first(STATEMENTS), []
    assert len({row for row, _ in links(STATEMENTS, position.row)}) > 1, "the citations stand on two rows"
    for _ in range(3):
        seen.append(subject(STATEMENTS, position))
        position = sideways(STATEMENTS, position, 1)
    assert seen == ["s:p1.1", "s:p1.2", "s:p1.3"] and subject(STATEMENTS, position) == "s:p1.3"
    for _ in range(3):
        position = sideways(STATEMENTS, position, -1)
    assert subject(STATEMENTS, position) == "s:p1.1"


def test_a_link_that_is_broken_over_two_rows_is_gone_to_once() -> None:
    spans = [Span("see "), Span("a long name of a thing", "link", "a:1"), Span(" p1.1", "cite", "a:2")]
    page = Page("", wrapped(spans, 16))
    assert len(page.rows) > 1
    assert [page.rows[row].stops()[stop].subject for row, stop in links(page, 0)] == ["a:1", "a:2"]


def test_a_link_in_a_list_stands_out_on_both_rows_that_it_is_broken_over() -> None:
    """From whichever of them the cursor is on."""
    things = ("a bridge of stone", "the mill upstream", "a long road of gravel")
    spans = [part for name in things for part in (Span(" · "), Span(name, "link", f"t:{name}"))]
    page = Page("", wrapped(spans[1:], 24))
    broken = [at for at, line in enumerate(page.rows) if line.leads_to("t:the mill upstream")]
    assert len(page.rows) > 2 and len(broken) == 2
    for position in (sideways(page, first(page), 9), CursorPosition(row=broken[1])):
        assert subject(page, position) == "t:the mill upstream" and {*broken} <= {*lit(page, position)}
    assert [*lit(page, first(page))] == [0], "what leads elsewhere there is no part of it"


def test_things_listed_one_behind_the_other_are_gone_through_row_by_row() -> None:
    spans = [part for name in "abcdefgh" for part in (Span(" · "), Span(f"thing {name}", "link", f"t:{name}"))]
    page = Page("", wrapped(spans[1:], 20))
    position = first(page)
    assert up_or_down(page, position, 1, 9).row == 1 and subject(page, sideways(page, position, 9)) == "t:b"


def test_a_record_on_two_rows_is_one_stop() -> None:
    page = Page("", [row("one", subject="a:1"), row("one more", subject="a:1"), row("two", subject="a:2")])
    assert subject(page, up_or_down(page, first(page), 1, 9)) == "a:2"
    assert up_or_down(page, last(page), -1, 9).row == 0


def test_a_line_longer_than_the_screen_is_read_row_by_row() -> None:
    page = Page("", [row("top", subject="a:0"), *statement("word " * 60, "p1.1", width=20)])
    position, tops = first(page), []
    while subject(page, position) != "s:p1.1":
        position = up_or_down(page, position, 1, 5)
        tops.append(position.top)
    assert all(after - before <= 1 for before, after in pairwise(tops))


def test_half_a_screen_of_long_statements_is_no_more_than_that() -> None:
    lines = [line for number in range(20) for line in statement("It said a thing at some length", f"p{number}.1")]
    page = Page("", [*lines])
    position = by_screen(page, first(page), 1, 10)
    assert 0 < position.row - first(page).row <= 5 + 1


def test_half_a_screen_moves_the_text_where_the_next_stop_is_far_and_back_again() -> None:
    lines = [line for number in range(8) for line in statement("word " * 7, f"p{number}.1", width=20)]
    page = Page("", [row("heading"), *lines])
    position, tops = first(page), [0]
    for _ in range(30):
        position = by_screen(page, position, 1, 10)
        assert position.top <= position.row < position.top + 10
        tops.append(position.top)
    assert tops[-1] == len(page.rows) - 10
    assert all(after > before for before, after in pairwise(tops[: tops.index(tops[-1]) + 1]))
    for _ in range(30):
        position = by_screen(page, position, -1, 10)
        assert position.top <= position.row < position.top + 10
    assert (position.top, position.row) == (0, first(page).row)


def test_at_the_edge_the_line_under_the_cursor_is_shown_to_its_end() -> None:
    two = [line for name in "abc" for line in (row(f"title of {name}", subject=name), row("        agreed p1.2"))]
    page = Page("", two)
    assert shown(page, CursorPosition(row=4), 3).top == 3
    assert up_or_down(page, CursorPosition(row=2), 1, 4).top == 2
    text = Page("", [*two, *(row(f"  read row by row {n}") for n in range(9))])
    assert shown(text, CursorPosition(row=4), 5).top == 0, "what is long is read row by row"
    below = Page(
        "",
        [row("a list", subject="a"), row("it seems"), Row((Span("likely"), Span("p1.2", subject="b")), goes_on=True)],
    )
    assert shown(below, CursorPosition(row=0), 1).top == 0, "what is a line of its own"


def test_a_record_is_not_shown_without_the_line_that_has_its_citation() -> None:
    two = [line for name in "abc" for line in (row(f"title of {name}", subject=name), row("        agreed p1.2"))]
    page = Page("", [*two, row("alone", subject="d")])
    assert [row_in_view(page, at, 0, 5).text.strip() for at in range(5)][3:] == ["agreed p1.2", "↓ more"]
    assert [row_in_view(page, at, 0, 6).text for at in range(6)] == [line.text for line in two]
    assert row_in_view(page, 6, 0, 7).text == "alone"
    assert row_in_view(page, 0, 0, 1).text == "title of a", "where there is room for one row, it is shown"


def test_no_record_begins_above_the_view_and_ends_in_it() -> None:
    two = [line for name in "ab" for line in (row(f"title of {name}", subject=name), row("        agreed p1.2"))]
    three = [row("title of", subject="c"), row("c", subject="c"), row("        agreed p1.2"), row("alone", subject="d")]
    prose = [row(f"  read row by row {n}") for n in range(9)]
    page = Page("", [*two, *three, *prose])

    def edge(top: int) -> list[str]:
        rows = (row_at_edge(page, at, top, 6, 80) for at in range(top, top + 4))
        return [line.text.strip() for line in rows]

    assert edge(0)[:2] == ["title of a", "agreed p1.2"] and edge(2)[:2] == ["title of b", "agreed p1.2"]
    assert edge(1) == ["↑ more", "title of b", "agreed p1.2", "title of"]
    assert edge(5) == ["↑ more", "", "alone", "read row by row 0"] and edge(6)[:2] == ["↑ more", "alone"]
    assert edge(9)[0] == "read row by row 1", "what is long is read row by row"


def test_a_record_of_many_rows_is_shown_whole_or_not_at_all() -> None:
    many = [row(f"title, {part}", subject="b") for part in range(4)]
    page = Page("", [row("title of a", subject="a"), *many, row("        agreed p1.2"), row("alone", subject="c")])
    for room in (2, 3, 4, 5):
        shown_rows = [row_in_view(page, at, 0, room).text.strip() for at in range(room)]
        assert shown_rows == ["title of a", "↓ more", *[""] * (room - 2)]
    assert row_in_view(page, 4, 0, 6).text == "title, 3"


def test_a_record_whose_hedge_takes_several_rows_is_shown_whole_or_not_at_all() -> None:
    below = ["  “if … may” (possible only if the further", "  attacks come; not given) p11.5", "  nothing found"]
    page = Page("", [row("asks"), row("title", subject="b"), *map(row, below), row("alone", subject="c")])
    for room in (2, 3, 4):
        assert [text for text in seen(page, room, 60) if text] == ["asks", "  ↓ more"]
    assert seen(page, 5, 60) == ["asks", "title", *below]


def seen(page: Page, room: int, width: int) -> list[str]:
    return [row_in_view(page, at, 0, room, width).text.rstrip() for at in range(room)]


def test_a_sentence_that_goes_on_below_the_edge_ends_there_as_it_does_below() -> None:
    said = [Span("The bridge may stay closed over the whole winter. "), Span("“may” (not given)", "hedge")]
    body = [*said, Span(" "), Span("p3.1", "cite", "letter:p3.1"), Span(" "), Span("!T1", "tension")]
    page = Page("", [row("a title"), *hanging((Span("forecast"),), body, 45, 10), row("another")])
    whole = [line.text.rstrip() for line in page.rows]
    assert whole[1:3] == ["forecast  The bridge may stay closed over the", "          whole winter. “may” (not given)"]
    assert seen(page, 2, 45) == ["a title", "forecast  The bri… “may” (not given) p3.1 !T1"]
    assert seen(page, 3, 60)[2].split() == ["whole", "winter.", "“may”", "(not", "given)", "p3.1", "!T1"]
    assert seen(page, 4, 45) == whole[:4] and seen(page, 5, 45) == whole
    assert seen(page, 2, 36) == whole[:2], "where it has no room"
    tree = Page("", [line.behind(Span("│ ", "rule")) for line in page.rows])
    assert seen(tree, 2, 47)[1] == "│ forecast  The bri… “may” (not given) p3.1 !T1"
    types = [Span("◇", "assessment"), Span(NBSP), Span("◆", "fact"), Span(NBSP)]
    end = [Span("p1.1", "cite"), Span(" · ", "dim"), Span("p1.2", "cite"), Span(" "), Span("“may”", "hedge")]
    drawn = Page("", hanging((), [Span("Nobody had been there since March of that year "), *types, *end], 50, 0))
    assert seen(drawn, 1, 50) == ["Nobody had been there since… ◇ ◆ p1.1 · p1.2 “may”"], "with the types before it"
    both = [Span("One says so. "), Span("p1.1", "cite"), Span(" Another does not, by far. "), Span("p2.1", "cite")]
    two = Page("", hanging((), both, 30, 0))
    assert "p2.1" not in seen(two, 1, 30)[-1], "which of several ends there is not to be told"


@pytest.mark.parametrize("width", [58, 78])
def test_in_a_few_rows_no_sentence_is_without_its_hedge_and_citation(edition: Dossier, width: int) -> None:
    """As many rows as the detail has at 60 and at 80 columns."""
    cut = 0
    for record in edition.records():
        page = page_at(edition, record.ref, Lens(width=width, today=TODAY))
        rows = [*page.rows[:16]]
        for cite in record.cites:
            label = [*statement_rows(edition, cite, width)]
            at = next((at for at in range(len(rows)) if rows[at : at + len(label)] == label), len(rows))
            for room in range(at + 1, min(at + len(label), len(rows))):
                said = " ".join(seen(page, room, width)[at:])
                end = cited_end(edition, claims_of(edition, (cite,)))
                if sum(len(span.text) for span in end) < width - LEAST_SAID:
                    assert all(span.text.replace(NBSP, " ").strip() in said.replace(NBSP, " ") for span in end), said
                    cut += 1
    assert cut > 100


def test_no_heading_is_left_alone_at_the_lower_edge() -> None:
    head = Row((Span("Russia", "heading"),))
    two = [line for name in "ab" for line in (row(f"title of {name}", subject=name), row("        agreed p1.2"))]
    page = Page("", [*two[:2], head, *two[2:], row("alone", subject="c")])

    def edge(room: int) -> list[str]:
        return [row_at_edge(page, at, 0, room, 60).text.strip() for at in range(room)][2:]

    assert edge(3) == ["↓ more"] and edge(4) == ["", "↓ more"], "as much as nothing of what it heads is in view"
    assert edge(5) == ["Russia", "title of b", "agreed p1.2"]
    last = page._replace(rows=[*two[:2], head])
    assert row_at_edge(last, 2, 0, 3, 60).text == "Russia", "where there is nothing more below"


async def test_on_screen_no_record_begins_above_its_pane(edition: Dossier) -> None:
    async with reading(edition, (100, 30)) as reader:
        for key in ("", *"jjjkkkkjj"):
            lines = (await reader.press(*key)).splitlines()
            top = lines[next(at for at, line in enumerate(lines) if " 1 Timeline" in line) + 1]
            assert top.startswith("   ↑ more") or top[1] != " ", top
