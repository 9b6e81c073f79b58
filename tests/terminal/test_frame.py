"""The difference between two pictures, drawn by a terminal, is the second picture: no program needed."""

from collections.abc import Sequence

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from caucasus_tui.page.rows.widths import cell_width
from caucasus_tui.tui.terminal.capabilities import Colours
from caucasus_tui.tui.terminal.frame import Frame
from caucasus_tui.tui.terminal.ink import Ink
from tests.terminal.test_data import strangers

WIDTH, HEIGHT = 30, 8
STYLES = [Style.parse(text) for text in ("none", "bold red", "on blue", "dim", "reverse", "bold", "#d4dae3 on #0f1319")]
LINES = st.lists(
    st.tuples(st.text("abc ·●Ж漢é", max_size=12), st.sampled_from(STYLES)).map(lambda part: Segment(*part)), max_size=4
)
PICTURES = st.lists(LINES, min_size=HEIGHT, max_size=HEIGHT)


def fitted(line: list[Segment]) -> list[Segment]:
    """A line as Textual gives it: exactly as wide as the screen."""
    return list(Segment.adjust_line_length(line, WIDTH))


def whole(frame: Frame, lines: Sequence[list[Segment]], width: int) -> str:
    """The change to a picture of which all lines are given."""
    return frame.change(dict(enumerate(lines)), (width, len(lines)))


def shown(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    rows = []
    for y in range(HEIGHT):
        row = [screen.buffer[y][x] for x in range(WIDTH)]
        rows.append([(c.data, c.bg, c.reverse, *((c.fg, c.bold) if c.data.strip() else ())) for c in row])
    return rows


def fresh() -> tuple[pyte.Screen, pyte.Stream]:
    screen = pyte.Screen(WIDTH, HEIGHT)
    screen.reset_mode(pyte.modes.DECAWM)
    return screen, pyte.Stream(screen)


@settings(max_examples=60, deadline=None)
@given(st.lists(PICTURES, min_size=2, max_size=5), st.sampled_from(["256", "standard", "none"]), st.booleans())
def test_a_changed_picture_looks_as_if_drawn_anew(
    pictures: list[list[list[Segment]]], colours: Colours, fills: bool
) -> None:
    screen, stream = fresh()
    frame = Frame(Ink(colours), fills=fills)
    for picture in pictures:
        lines = [fitted(line) for line in picture]
        stream.feed(whole(frame, lines, WIDTH))
        anew, drawing = fresh()
        drawing.feed(whole(Frame(Ink(colours)), lines, WIDTH))
        assert shown(screen) == shown(anew)
        assert whole(frame, lines, WIDTH) == ""


@settings(max_examples=30, deadline=None)
@given(PICTURES, PICTURES, st.sets(st.integers(0, HEIGHT - 1)))
def test_lines_that_are_not_given_stay(first: list[list[Segment]], second: list[list[Segment]], rows: set[int]) -> None:
    screen, stream = fresh()
    frame = Frame(Ink("256"))
    stream.feed(whole(frame, [fitted(line) for line in first], WIDTH))
    stream.feed(frame.change({y: fitted(second[y]) for y in rows}, (WIDTH, HEIGHT)))
    anew, drawing = fresh()
    mixed = [fitted(second[y] if y in rows else first[y]) for y in range(HEIGHT)]
    drawing.feed(whole(Frame(Ink("256")), mixed, WIDTH))
    assert shown(screen) == shown(anew)


@pytest.mark.parametrize("step", [-5, -2, -1, 1, 2, 5])
def test_lines_that_move_together_are_moved_not_sent(step: int) -> None:
    text = [[Segment(f"line number {n}".ljust(WIDTH))] for n in range(40)]
    screen, stream = fresh()
    frame = Frame(Ink("256"))
    stream.feed(whole(frame, text[10 : 10 + HEIGHT], WIDTH))
    change = whole(frame, text[10 + step : 10 + step + HEIGHT], WIDTH)
    stream.feed(change)
    assert [line.strip() for line in screen.display] == [f"line number {10 + step + n}" for n in range(HEIGHT)]
    if abs(step) <= 2:
        assert len(change) < 30 + 24 * abs(step)


def test_one_letter_costs_a_few_bytes() -> None:
    frame = Frame(Ink("256"))
    style = Style.parse("#d4dae3 on #0f1319")
    whole(frame, [[Segment("x" * WIDTH, style)]] * HEIGHT, WIDTH)
    changed = [[Segment("x" * WIDTH, style)]] * (HEIGHT - 1) + [[Segment("x" * (WIDTH - 1) + "y", style)]]
    assert len(whole(frame, changed, WIDTH)) <= 12


def test_no_colour_leaves_only_weight() -> None:
    change = whole(
        Frame(Ink("none")), [fitted([Segment("x", Style.parse("bold red on blue reverse"))])] * HEIGHT, WIDTH
    )
    assert "\x1b[1;7m" in change and "31" not in change and "44" not in change


@given(st.text(max_size=60), st.booleans())
def test_no_text_makes_a_terminal_do_anything(text: str, ascii: bool) -> None:
    change = whole(Frame(Ink("256"), ascii=ascii), [fitted([Segment(text)])] * HEIGHT, WIDTH)
    assert strangers(change.encode("utf-8", "replace")) == set()
    assert not ascii or change.isascii()


@given(st.text("aäЖ漢●≥😀ﷺ", max_size=20))
def test_in_ascii_columns_stay_where_they_are(text: str) -> None:
    screen, stream = fresh()
    line = fitted([Segment(text), Segment("|")])
    stream.feed(whole(Frame(Ink("256"), ascii=True), [line] * HEIGHT, WIDTH))
    if cell_width(text) < WIDTH:
        assert screen.display[0].rstrip()[-1] == "|"
        assert "?" not in screen.display[0]
