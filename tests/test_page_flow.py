"""Wrapping and fitting: nothing overflows, nothing that belongs together is torn, nothing is cut unmarked."""

import unicodedata
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len, get_character_cell_size

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.ascii import TABLE
from caucasus_tui.page.rows.cursor import CursorPosition
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.whereabouts import first_match, heading_above, position_words, rule_row
from caucasus_tui.page.rows.widths import cell_width, character_width, cut, first_letter, fit, pad
from caucasus_tui.page.rows.wrapping import beside, fitted, flowing, glued, hanging, spread, wrap
from caucasus_tui.page.statement import derived_spans, our_words
from caucasus_tui.panes.router import page_at
from caucasus_tui.tui.terminal.stand_ins import UNDRAWABLE, restored, through_textual
from tests.conftest import TODAY
from tests.pages import row

BACK = {code: code - 0xF0000 for code in range(0xF0000, 0x10FFFE)}
WIDTHS = st.integers(min_value=1, max_value=40)
SPANS = st.lists(st.builds(Span, st.text(max_size=30), st.sampled_from(["text", "hedge"])), max_size=5)


SCRIPTS = {
    "Latin": (0x0020, 0x024F),
    "Latin additional": (0x1E00, 0x1EFF),
    "combining marks": (0x0300, 0x036F),
    "Cyrillic": (0x0400, 0x052F),
    "Armenian": (0x0530, 0x058F),
    "Devanagari": (0x0900, 0x097F),
    "Georgian": (0x10A0, 0x10FF),
    "Georgian capitals": (0x1C90, 0x1CBF),
    "Hangul parts": (0x1100, 0x11FF),
    "punctuation": (0x2010, 0x2027),
    "kana": (0x3040, 0x30FF),
    "CJK": (0x4E00, 0x4EFF),
    "Hangul": (0xAC00, 0xACFF),
    "full width": (0xFF01, 0xFF9F),
}
TEXTS = [
    "Haydar Əliyev, İğdır, Şuşa, Xankəndi, Laçın",
    "Лачинский коридор, Стёпанакерт, й и\u0306",
    "Լաչինի միջանցք և Բերձոր",
    "საქართველო ᲗᲑᲘᲚᲘᲡᲘ",
    "S\u0327us\u0327a, Me\u0301xico, Z\u0351\u0327",
    "拉欽走廊 ラチン回廊 라친 회랑 ＡＢ",
    "हिन्दी में लाचिन गलियारा, विसर्गः",
    "soft\u00adhyphen",
]


@pytest.mark.parametrize("block", SCRIPTS.values(), ids=SCRIPTS)
def test_a_page_measures_every_character_as_the_screen_does(block: tuple[int, int]) -> None:
    known = [chr(code) for code in range(block[0], block[1] + 1) if unicodedata.category(chr(code)) != "Cn"]
    beside = {c for c in known if unicodedata.category(c) == "Mc"}
    assert {c: character_width(c) for c in known} == {c: get_character_cell_size(c) or c in beside for c in known}


def test_textual_measures_what_goes_through_it_as_a_page_does() -> None:
    everything = [
        chr(code)
        for code in [*range(32, 0x3400), *range(0x3400, 0x110000, 97), *range(0x1F000, 0x20000)]
        if not 0xD800 <= code < 0xE000
    ]
    shown = {character: through_textual(character) for character in everything}
    assert not [c for c, text in shown.items() if cell_len(text) != sum(map(character_width, text.translate(BACK)))]
    assert all(restored(text) == c for c, text in shown.items() if text not in ("", UNDRAWABLE))


@pytest.mark.parametrize("text", [*TEXTS, *TABLE])
def test_a_page_measures_a_text_as_the_screen_does(text: str) -> None:
    assert cell_width(text) == cell_len(through_textual(text))


@pytest.mark.parametrize(
    ("text", "width"), [("👍🏽", 2), ("🇦🇲", 2), ("ভারত", 4), ("மொழி", 4), ("မြန်မာ", 5), ("خامنه\u200cای", 7), ("กำ", 2)]
)
def test_a_text_is_as_wide_as_in_a_terminal(text: str, width: int) -> None:
    assert cell_width(text) == cell_len(through_textual(text)) == width


@pytest.mark.parametrize(
    ("text", "width", "kept"),
    [
        ("a🇦🇲🇬🇪", 2, "a"),
        ("a🇦🇲🇬🇪", 4, "a🇦🇲"),
        ("👍🏽👍🏽", 2, "👍🏽"),
        ("กำก", 1, ""),
        ("কাখ", 1, ""),
        ("কাখ", 2, "কা"),
        ("क्षण", 1, ""),
        ("e\u0301e\u0301", 1, "e\u0301"),
    ],
)
def test_nothing_is_cut_by_half(text: str, width: int, kept: str) -> None:
    assert cut(text, width) == kept


@pytest.mark.parametrize("text", ["ab \u0308\u1100 cd", "漢字", "a漢b", "👍🏽👍🏽", "🇦🇲🇬🇪"])
def test_what_is_wider_than_a_line_stands_alone_and_is_not_lost(text: str) -> None:
    lines = wrap([Span(text)], 1)
    assert "".join(Row(line).text for line in lines) == text.replace(" ", "")


@example([Span("0ெ")], 1)
@given(SPANS, WIDTHS)
def test_wrapped_lines_are_never_wider_than_asked(spans: list[Span], width: int) -> None:
    letters = (first_letter(span.text[at:]) for span in spans for at in range(len(span.text)))
    wide = any(cell_width(letter) > width for letter in letters)  # with the sign beside it a letter may take two cells
    assert wide or all(Row(line).width <= width for line in wrap(spans, width))


@given(st.lists(st.text("abcdef", min_size=1, max_size=6), max_size=20), WIDTHS)
def test_wrapping_loses_no_letter(words: list[str], width: int) -> None:
    lines = wrap([Span(" ".join(words))], width)
    assert "".join(Row(line).text for line in lines).replace(" ", "") == "".join(words)


@given(SPANS, WIDTHS)
def test_fitted_is_exactly_as_wide_as_asked(spans: list[Span], width: int) -> None:
    narrow = [span._replace(text="".join(c for c in span.text if cell_width(c) == 1)) for span in spans]
    assert Row(fitted(narrow, width)).width == width


@given(st.text(max_size=40), WIDTHS)
def test_fit_marks_what_it_cuts(text: str, width: int) -> None:
    fitted_text = fit(text, width)
    assert fitted_text == text or fitted_text.endswith("…")


def test_what_was_held_together_for_wrapping_is_shown_with_plain_blanks() -> None:
    line = [Span("A title"), Span("  "), Span(glued("1 lever"), "dim")]
    assert [shown.text for shown in flowing(line, 20)] == ["A title  1 lever"]
    assert [shown.text for shown in flowing(line, 12)] == ["A title", "1 lever"]


@pytest.mark.parametrize("width", range(12, 60))
def test_our_mark_stands_on_the_line_of_the_words_that_are_ours(tiny: Dossier, width: int) -> None:
    words = "Money set aside for bridges, and for what else there is to mend"
    for spans in (our_words(words), derived_spans(tiny, words, ())):
        lines = ["".join(span.text for span in line) for line in wrap([Span("how it works · "), *spans], width)]
        assert not any(line.endswith("□") for line in lines)


def test_a_hedge_and_its_range_stay_on_one_line() -> None:
    hedge = Span(glued("“probably” (PHIA: likely, 55–75 %)"), "hedge")
    lines = wrap([Span("Russia will try to prolong the stay of its contingent"), Span(" "), hedge], 60)
    assert [Row(line).text for line in lines] == [
        "Russia will try to prolong the stay of its contingent",
        "“probably” (PHIA: likely, 55–75 %)",
    ]


def test_a_link_over_two_words_stays_one_stop() -> None:
    (line,) = wrap([Span("see "), Span("Lachin corridor", "link", "place:lachin-corridor")], 40)
    assert [(stop.start, stop.end) for stop in Row(line).stops()] == [(4, 19)]


def test_the_right_end_of_a_spread_line_is_never_cut() -> None:
    spans = spread((Span("a long title that does not fit"),), (Span("precarious", "status"),), 20)
    assert Row(spans).text == "a long…   precarious"


@given(
    st.lists(st.sampled_from(["bridge", "of", "the", "Federation", "中文", "e\u0301tude", "a"]), min_size=2, max_size=9)
)
def test_what_is_cut_ends_with_a_whole_word_where_that_is_most_of_it(words: list[str]) -> None:
    text = " ".join(words)
    for width in range(2, cell_width(text)):
        row = Row(fitted((Span("└ "), Span(text)), width + 2)).text.removeprefix("└ ").rstrip()
        for shown in (fit(text, width), row):
            kept = shown.removesuffix("…")
            assert text.startswith(kept) and cell_width(shown) <= width
            whole = text[len(kept) :].startswith(" ")
            assert whole or not kept or 2 * cell_width(kept.rpartition(" ")[0]) < cell_width(kept)


def test_a_label_too_wide_for_its_column_still_has_a_blank_after_it() -> None:
    rows = hanging((Span("▷ recommendation"),), [Span("Do it.")], 60, 10)
    assert rows[0].text == "▷ recommendation Do it."


def test_rows_set_side_by_side_keep_their_own_links() -> None:
    (line,) = beside([row("left", subject="a:one")], [row("right", subject="b:two")], 6)
    assert [stop.subject for stop in line.stops()] == ["a:one", "b:two"]


def test_a_rule_says_where_in_a_list_or_text_one_is() -> None:
    things = [row(name, subject=f"event:{name}") for name in "abc"]
    listed = Page("", [row("head"), *things, row("c", subject="event:c")])
    assert position_words(listed, CursorPosition(2), 3) == "2/3"
    assert position_words(listed, CursorPosition(4), 3) == "3/3"
    assert position_words(listed, CursorPosition(1, top=2), 3) == "2/3", "the first in view below the cursor"
    told = Page("", [row(name) for name in "abcdef"])
    assert position_words(told, CursorPosition(top=2), 3) == "3–5 of 6"
    assert position_words(told, CursorPosition(), 6) == ""


def test_things_are_counted_whether_their_rows_are_there_or_made_when_looked_at() -> None:
    later = [Block(f"b:{number}", lambda: [row("later", subject="b:0")]) for number in range(2)]
    there = [row("head"), row("a", subject="a:0"), row("goes on", subject="a:0")]
    page = Page("", GrowingRows([*there, *later], count_rows=True))
    assert page.rows[4].text == "later"
    assert position_words(page, CursorPosition(4), 3) == "3/3"


def test_a_rule_names_a_heading_that_is_out_of_sight_and_no_other() -> None:
    page = Page("", [Row((Span(year, "heading"),)) if year else row("event") for year in ("2022", "", "2023", "", "")])
    assert [heading_above(page, top) for top in range(5)] == ["", "2022", "", "2023", "2023"]


@pytest.mark.parametrize("width", [8, 20, 40, 80])
def test_a_rule_is_as_wide_as_its_pane_and_keeps_the_place_longest(width: int) -> None:
    page = Page("· only", [Row((Span("2023", "heading"),)), *(row(name, subject=name) for name in "abcd")], "4 events")
    drawn = rule_row("1 Timeline", page, CursorPosition(2, top=1), 3, width, heavy=True)
    assert drawn.width == width and "2/4" in drawn.text
    assert ("4 events" in drawn.text) == (width >= 80) and ("2023" in drawn.text) == (width >= 40)


def test_double_width_characters_count_twice() -> None:
    assert cell_width("停火") == 4
    assert pad("停火", 5) == "停火 "
    assert fit("停火协议", 5) == "停火…"


@pytest.mark.parametrize("width", [38, 58, 116])
@pytest.mark.parametrize("zoomed", [False, True])
def test_what_is_ours_is_kept_with_its_citations_under_its_heading(edition: Dossier, width: int, zoomed: bool) -> None:
    lens = Lens(width=width, today=TODAY, zoomed=zoomed)
    for name in ("timeline", "terms", "recommendations", "sources", "outlook"):
        whole = [*page_at(edition, f"pane:{name}", lens).rows]
        ours = [*page_at(edition, f"pane:{name}", replace(lens, facet="curator")).rows]
        left = iter(ours)
        wanted = next(left)
        kept = []
        for line in whole:
            kept.append(line == wanted)
            wanted = next(left, Row()) if kept[-1] else wanted
        assert sum(kept) >= len(ours), name
        heading = 0
        for at, line in enumerate(whole):
            heading = at if line.is_heading else heading
            ends_it = not line.spans or line.is_heading or line.subject not in ("", whole[at - 1].subject)
            if at and not ends_it and (line.subject or whole[at - 1].subject):
                assert kept[at] == kept[at - 1], (name, line.text)
            if kept[at] and line.subject:
                assert kept[heading] or not whole[heading].is_heading, (name, line.text)


def test_no_row_is_made_to_tell_where_one_is() -> None:
    made: list[int] = []

    def block(number: int) -> list[Row]:
        made.append(number)
        return [row(f"line {line}", subject=f"a:{number}") for line in range(5)]

    rows = GrowingRows([Block(f"a:{number}", partial(block, number)) for number in range(50)])
    assert heading_above(Page("", rows), 3) == "" and made == [0]
    assert first_match(Page("", rows)) == 0
