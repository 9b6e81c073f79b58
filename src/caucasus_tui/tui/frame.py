"""What the terminal shows, and the fewest bytes that make it show something else.

Textual redraws whole widgets. Here what it draws is compared with what is there, cell by cell, and only the difference
is sent: on a slow line that is what makes the keys quick.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.segment import Segment

from caucasus_tui.tui.cells import BLANK, Cell, cells
from caucasus_tui.tui.ink import PLAIN, Ink, between

GAP = 4
"""Cells that did not change cost less to send again than to step over, up to this many."""
TAIL = 8
"""Blanks at the end of a line that cost more than erasing it."""


class Frame:
    """`ink` says which colours there are; `ascii`, that nothing else may be drawn."""

    def __init__(self, ink: Ink, *, ascii: bool = False) -> None:
        self._ink = ink
        self._ascii = ascii
        self._segments: list[list[Segment]] = []
        self._cells: list[list[Cell]] = []
        self._width = 0
        self._cursor = (0, 0)

    def forget(self) -> None:
        """What the terminal shows is not known any more: the next picture is sent whole."""
        self._segments = []

    def change(self, lines: Sequence[Iterable[Segment]], width: int, cursor: tuple[int, int] = (0, 0)) -> str:
        """What to send for the terminal to show `lines`, `width` cells wide, with the cursor at column and row
        `cursor`; empty if it does already."""
        new = [list(line) for line in lines]
        pen = _Pen()
        if len(new) != len(self._segments) or width != self._width:
            # Made blank, so that blank cells need not be sent.
            pen.sent.append("\x1b[0m\x1b[2J")
            self._segments = [[] for _ in new]
            self._cells = [[BLANK] * width for _ in new]
            self._width = width
        for y, segments in enumerate(new):
            if segments != self._segments[y]:
                line = (cells(segments, self._ink, ascii=self._ascii) + [BLANK] * width)[:width]
                for start, end in _runs(self._cells[y], line):
                    pen.write(start, y, line[start:end], is_rest=all(cell == BLANK for cell in line[end:]))
                self._segments[y], self._cells[y] = segments, line
        if not pen.sent and cursor == self._cursor:
            return ""
        self._cursor = cursor
        return pen.finished(*cursor)


def _runs(before: list[Cell], after: list[Cell]) -> Iterator[tuple[int, int]]:
    """From where to where the cells differ; short stretches that do not are included."""
    changed = [x for x, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    if not changed:
        return
    # Half of a wide character cannot be drawn, nor be left standing.
    halves = {x for x, (old, new) in enumerate(zip(before, after, strict=True)) if not (old.text and new.text)}
    start = end = changed[0]
    for x in changed:
        if x > end + GAP:
            yield _whole(start, end, halves, len(after))
            start = x
        end = x + 1
    yield _whole(start, end, halves, len(after))


def _whole(start: int, end: int, halves: set[int], width: int) -> tuple[int, int]:
    while start in halves and start > 0:
        start -= 1
    while end in halves and end < width:
        end += 1
    return start, end


class _Pen:
    """Where the terminal writes, and in which style."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self._at: tuple[int, int] | None = None
        self._sgr = PLAIN

    def write(self, x: int, y: int, run: list[Cell], *, is_rest: bool) -> None:
        blanks = 0
        if is_rest:
            while blanks < len(run) and run[-1 - blanks] == BLANK:
                blanks += 1
        erases = blanks >= TAIL
        for cell in run[: len(run) - blanks] if erases else run:
            if cell.text:
                self._move(x, y)
                self._style(cell)
                self.sent.append(cell.text)
                # Terminals disagree about wide and combined characters: after one, the place is set anew.
                self._at = (x + 1, y) if cell.is_plain_width else None
            else:
                self._at = None
            x += 1
        if erases:
            self._move(x, y)
            self._style(BLANK)
            self.sent.append("\x1b[K")

    def _move(self, x: int, y: int) -> None:
        if self._at == (x, y):
            return
        if self._at and self._at[1] == y and self._at[0] < x:
            step = x - self._at[0]
            self.sent.append("\x1b[C" if step == 1 else f"\x1b[{step}C")
        else:
            self.sent.append(f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H")
        self._at = (x, y)

    def _style(self, cell: Cell) -> None:
        if cell.sgr != self._sgr:
            self.sent.append(between(self._sgr, cell.sgr))
            self._sgr = cell.sgr

    def finished(self, x: int, y: int) -> str:
        """All of it, ending in plain style with the cursor where it belongs."""
        if self._sgr != PLAIN:
            self.sent.append("\x1b[m")
        self._move(x, y)
        return "".join(self.sent)
