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
from caucasus_tui.tui.terminal.screen_cells import cells
from caucasus_tui.tui.terminal.stand_ins import through_textual
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


def drawn(text: str, style: Style | None = None) -> list[Segment]:
    return [Segment(text.ljust(WIDTH), style)]


def share(before: Sequence[list[Segment]], after: Sequence[list[Segment]], *, fills: bool = False) -> float:
    """The bytes of a change, as a share of the same picture sent whole to a terminal that shows nothing."""
    frame = Frame(Ink("256"), fills=fills)
    whole(frame, before, WIDTH)
    return len(whole(frame, after, WIDTH)) / len(whole(Frame(Ink("256"), fills=fills), after, WIDTH))


TEXTS = [drawn(chr(ord("a") + n) * 28) for n in range(26)]
SHORT = [drawn(chr(ord("a") + n) * 2) for n in range(26)]
X = [drawn("x" * WIDTH)] * HEIGHT


@pytest.mark.parametrize(("step", "most"), [(1, 0.3), (-1, 0.3), (2, 0.4), (-2, 0.4), (5, 1), (-5, 1)])
def test_lines_that_move_together_are_moved_not_sent(step: int, most: float) -> None:
    before, after = TEXTS[8 : 8 + HEIGHT], TEXTS[8 + step : 8 + step + HEIGHT]
    screen, stream = fresh()
    frame = Frame(Ink("256"))
    stream.feed(whole(frame, before, WIDTH))
    stream.feed(whole(frame, after, WIDTH))
    assert screen.display == [line[0].text for line in after]
    assert share(before, after) <= most


def test_what_lies_between_is_not_sent_again_for_a_few_lines_that_moved_far() -> None:
    before = TEXTS[:24]
    fresh_lines = [drawn("z" * length) for length in (27, 28, 29)]
    assert share(before, [*fresh_lines, *before[3:21], *before[:3]]) <= 0.35


def test_a_picture_costs_little_more_than_its_letters() -> None:
    assert len(whole(Frame(Ink("256")), X, WIDTH)) <= 1.15 * WIDTH * HEIGHT


def test_two_short_lines_that_move_are_sent_not_moved() -> None:
    assert share(SHORT[:HEIGHT], [*SHORT[:3], *SHORT[4:6], SHORT[20], *SHORT[6:8]]) <= 0.35


@pytest.mark.parametrize(
    ("after", "most"),
    [
        pytest.param("x" * (WIDTH - 1) + "y", 0.3, id="one letter"),
        pytest.param("y" + "x" * (WIDTH - 2) + "y", 0.3, id="both ends: what is between them is stepped over"),
        pytest.param("yxx" * (WIDTH // 3), 1, id="every third letter: what is between them is sent along"),
    ],
)
def test_what_did_not_change_is_sent_only_where_that_costs_less(after: str, most: float) -> None:
    assert share(X, [drawn(after)] * HEIGHT) <= most


@pytest.mark.parametrize("style", ["none", "on blue"])
def test_the_rest_of_a_line_that_became_blank_is_erased_not_sent(style: str) -> None:
    ground = Style.parse(style)
    before, after = [drawn("x" * WIDTH, ground)] * HEIGHT, [drawn("x", ground)] * HEIGHT
    assert share(before, after, fills=True) <= 2


def test_where_erasing_leaves_no_colour_coloured_blanks_are_sent() -> None:
    ground = Style.parse("on blue")
    frame = Frame(Ink("256"), fills=False)
    whole(frame, [drawn("x" * WIDTH, ground)] * HEIGHT, WIDTH)
    change = whole(frame, [drawn("x", ground)] * HEIGHT, WIDTH)
    assert "\x1b[K" not in change and change.count(" ") == (WIDTH - 1) * HEIGHT
    filling = Frame(Ink("256"), fills=True)
    whole(filling, [drawn("x" * WIDTH, ground)] * HEIGHT, WIDTH)
    assert len(whole(filling, [drawn("x", ground)] * HEIGHT, WIDTH)) <= 0.4 * len(change)


def test_the_cursor_stands_where_something_is_typed_and_costs_nothing_where_nothing_is() -> None:
    screen, stream = fresh()
    frame = Frame(Ink("256"))
    picture = dict(enumerate(X))
    stream.feed(frame.change(picture, (WIDTH, HEIGHT), (7, 3)))
    assert (screen.cursor.x, screen.cursor.y) == (7, 3)
    assert frame.change(picture, (WIDTH, HEIGHT), (7, 3)) == ""
    stream.feed(frame.change({0: drawn("y")}, (WIDTH, HEIGHT), (7, 3)))
    assert (screen.cursor.x, screen.cursor.y) == (7, 3)
    stream.feed(frame.change({}, (WIDTH, HEIGHT), (8, 3)))
    assert (screen.cursor.x, screen.cursor.y) == (8, 3)
    assert frame.change({}, (WIDTH, HEIGHT)) == ""


class Strict(pyte.Screen):
    """A terminal in which half of a wide character that is written over takes the other half with it."""

    def draw(self, data: str) -> None:
        for character in data:
            line, x = self.buffer[self.cursor.y], self.cursor.x
            blank = line[x]._replace(data=" ")
            if line[x].data == "":
                line[x - 1] = blank
            if x + cell_width(character) < self.columns and line[x + cell_width(character)].data == "":
                line[x + cell_width(character)] = blank
            super().draw(character)


def lines_of(width: int) -> list[str]:
    """Every line of so many cells, of two letters and a wide character."""
    if width <= 0:
        return [""] if width == 0 else []
    return [*(a + b for a in "ab" for b in lines_of(width - 1)), *("漢" + rest for rest in lines_of(width - 2))]


def test_no_half_of_a_wide_character_is_left_standing_nor_drawn() -> None:
    lines = lines_of(4)
    for before in lines:
        for after in lines:
            screen = Strict(4, 1)
            stream, frame = pyte.Stream(screen), Frame(Ink("256"))
            for text in (before, after):
                stream.feed(whole(frame, [[Segment(text)]], 4))
            assert screen.display == [after], (before, after)


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


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Ferry 👍🏽👍🏽 will not sail p1.2", "Ferry 👍|👍| will not sail p1.2"),
        ("ভারত p1.2", "ভা|রত p1.2"),
        ("👩\u200d👩\u200d👧 ⚖\ufe0f p1.2", "👩|👩|👧| ⚖ p1.2"),
        ("خامنه\u200cای p1.2", "خامنهای p1.2"),
        ("か\u3099 p1.2", "か\u3099| p1.2"),
        ("\U0010001b[31m p1.2", "·[31m p1.2"),
    ],
)
def test_what_stands_behind_a_rare_letter_is_drawn_whole_and_in_its_column(text: str, drawn: str) -> None:
    sent = [Segment(through_textual(text), Style())]
    found = cells(sent, Ink("none"), ascii=False)
    assert "".join(cell.text or "|" for cell in found) == drawn
    assert len(found) == cell_width(text) or "\U0010001b" in text


def test_what_comes_from_elsewhere_in_the_private_plane_is_no_control() -> None:
    found = cells([Segment("\U000f001b[31m \U000f0007", Style())], Ink("none"), ascii=False)
    assert not [cell for cell in found if cell.text and not cell.text.isprintable()]


@pytest.mark.parametrize(("colours", "codes"), [("standard", "7;31"), ("256", "1;7;31")])
def test_what_is_reversed_is_not_bold_in_sixteen_colours_where_bold_may_be_a_brighter_grey(
    colours: Colours, codes: str
) -> None:
    lines = [fitted([Segment("here", Style.parse("bold reverse red"))])] * HEIGHT
    assert f"\x1b[{codes}mhere" in whole(Frame(Ink(colours)), lines, WIDTH)


@pytest.mark.parametrize(("slants", "codes"), [(True, "1;3;31"), (False, "1;31")])
def test_letters_slant_only_where_the_terminal_can(slants: bool, codes: str) -> None:
    lines = [fitted([Segment("curator", Style.parse("italic bold red"))])] * HEIGHT
    assert f"\x1b[{codes}mcurator" in whole(Frame(Ink("256", slants=slants)), lines, WIDTH)
