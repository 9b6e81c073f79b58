"""A picture that the terminal could not take is drawn later, whenever the one before is through. No terminal needed."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from caucasus_tui.tui.terminal.driver import SafeDriver
from caucasus_tui.tui.terminal.frame import Frame
from caucasus_tui.tui.terminal.ink import Ink
from caucasus_tui.tui.terminal.takeover import Takeover

SIZE = Size(20, 2)


class Line:
    """What writes to the terminal: `busy` as it is each time that somebody asks, and what was sent."""

    def __init__(self, *busy: bool) -> None:
        self.answers = [*busy]
        self.sent = ""

    @property
    def busy(self) -> bool:
        return self.answers.pop(0)

    def send(self, what: str) -> None:
        self.sent += what


class Drawing:
    """A driver without a terminal, and how often the whole picture was asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked = 0
        self.driver = driver = object.__new__(SafeDriver)
        frame = Frame(Ink("truecolor"))
        driver._frame, driver.takeover = frame, Takeover(frame, None)
        driver._active, driver._stale, driver._synchronized = True, False, False
        driver._app = SimpleNamespace(refresh=None)  # type: ignore[assignment]
        monkeypatch.setattr(driver, "_soon", self._ask)

    def _ask(self, call: Callable[[], object]) -> None:
        self.asked += 1

    def draw(self, text: str, row: int, *busy: bool) -> str:
        line = Line(*busy)
        self.driver._outgoing = line  # type: ignore[assignment]
        self.driver.draw({row: Strip([Segment(text)])}, SIZE, (0, 0))
        return line.sent


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch) -> Drawing:
    found = Drawing(monkeypatch)
    found.draw("title", 0, False)
    found.draw("keys", 1, False)
    assert not found.asked
    return found


def test_what_was_left_out_is_asked_for_once_the_line_is_free(drawing: Drawing) -> None:
    assert drawing.draw("other", 1, True, True) == ""
    drawing.driver._caught_up()
    drawing.driver._caught_up()
    assert drawing.asked == 1


def test_other_rows_that_are_drawn_meanwhile_do_not_make_it_forgotten(drawing: Drawing) -> None:
    drawing.draw("other", 1, True, True)
    assert "name" in drawing.draw("name", 0, False)
    drawing.driver._caught_up()
    assert drawing.asked == 1


def test_a_line_that_gets_free_while_it_is_asked_is_not_waited_for(drawing: Drawing) -> None:
    assert "other" in drawing.draw("other", 1, True, False) and drawing.asked == 1


@pytest.mark.parametrize("left_out", [False, True])
def test_a_first_picture_of_which_something_was_left_out_is_not_kept(drawing: Drawing, left_out: bool) -> None:
    if left_out:
        drawing.draw("other", 1, True, True)
    drawing.driver._outgoing = Line()  # type: ignore[assignment]
    drawing.driver.settle()
    assert (drawing.driver.takeover.handed_over() is None) is left_out
