"""What the terminal shows, and the fewest bytes that make it show something else.

Textual redraws whole widgets. Here what it draws is compared with what is there, cell by cell, and only the difference
is sent: on a slow line that is what makes the keys quick.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import compress, groupby
from operator import ne

from rich.segment import Segment

from caucasus_tui.tui.terminal.ink import Ink
from caucasus_tui.tui.terminal.pen import Pen
from caucasus_tui.tui.terminal.screen_cells import BLANK, ScreenCell, cells

GAP = 4
"""Cells that did not change cost less to send again than to step over, up to this many."""
WORTH_SCROLLING = 3
"""Lines that moved together, from which on it costs less to move them than to write them."""

Line = tuple[Segment, ...]


class Frame:
    """`ink` says which colours there are; `ascii`, that nothing else may be drawn; `fills`, that erasing takes the
    ground that is set."""

    def __init__(self, ink: Ink, *, ascii: bool = False, fills: bool = False) -> None:
        self._ink = ink
        self._ascii = ascii
        self._fills = fills
        self._lines: list[Line] = []
        self._cells: list[list[ScreenCell]] = []
        self._width = 0
        self._pen = Pen()

    def forget(self) -> None:
        """What the terminal shows is not known any more: the next picture is sent whole."""
        self._lines = []

    @property
    def lines(self) -> list[Line]:
        """What the terminal shows, as far as it is known."""
        return [*self._lines]

    def whole(self, lines: list[Line], size: tuple[int, int]) -> str:
        """What to send for a terminal to show lines, whatever it shows now; `size` in columns and rows."""
        fresh = Frame(self._ink, ascii=self._ascii, fills=self._fills)
        return fresh.change(dict(enumerate(lines)), size)

    def resume(self) -> str:
        """What to send where something else than this has made the terminal show what it should: then in which style
        and where it writes is not known."""
        self._pen.lift()
        return self._pen.taken()

    def is_known(self, size: tuple[int, int]) -> bool:
        """Whether there is a picture of so many columns and rows, of which some lines may change."""
        return (self._width, len(self._lines)) == size

    def change(
        self, lines: Mapping[int, Iterable[Segment]], size: tuple[int, int], cursor: tuple[int, int] = (0, 0)
    ) -> str:
        """What to send for the terminal to show `lines` at their rows, with the cursor at column and row `cursor`;
        empty if it does already. `size` in columns and rows; a picture that is not known needs all its lines."""
        width, height = size
        if not self.is_known(size):
            # Blank once, so that blank cells need not be sent.
            self._pen.clear()
            self._lines = [() for _ in range(height)]
            self._cells = [[BLANK] * width for _ in range(height)]
            self._width = width
        new = list(self._lines)
        for y, line in lines.items():
            new[y] = tuple(segment for segment in line if not segment.control)
        self._scroll(new)
        for y, line in enumerate(new):
            if line is not self._lines[y] and line != self._lines[y]:
                self._write(y, line)
        # The cursor is hidden; it matters only where something is typed, for input methods.
        if cursor != (0, 0):
            self._pen.move(*cursor)
        return self._pen.taken()

    def _write(self, y: int, line: Line) -> None:
        after = (cells(line, self._ink, ascii=self._ascii) + [BLANK] * self._width)[: self._width]
        for start, end in _runs(self._cells[y], after):
            self._pen.write(start, y, after[start:end], self._blanks(after, end))
        self._lines[y], self._cells[y] = line, after

    def _blanks(self, line: list[ScreenCell], end: int) -> int:
        """How many cells before `end` need not be written, because they and all behind can be erased instead."""
        blank = line[-1]
        if blank.text != " " or not (blank == BLANK or self._fills):
            return 0
        start = len(line)
        while start and line[start - 1] == blank:
            start -= 1
        return max(end - start, 0)

    def _scroll(self, new: list[Line]) -> None:
        """Where lines have moved together, move them on the terminal too."""
        moved = _moved(self._lines, new)
        if not moved:
            return
        start, end, lines = moved
        top, bottom = min(start, start + lines), max(end, end + lines) - 1
        self._pen.scroll(top, bottom, lines)
        for rows, blank in ((self._lines, ()), (self._cells, [BLANK] * self._width)):
            region = rows[top : bottom + 1]
            fresh = [blank] * abs(lines)
            rows[top : bottom + 1] = region[lines:] + fresh if lines > 0 else fresh + region[:lines]  # type: ignore


def _moved(old: list[Line], new: list[Line]) -> tuple[int, int, int] | None:
    """The longest stretch of new lines, from where to where, that stood so many lines below (if negative, above)."""
    changed = [before is not after and before != after for before, after in zip(old, new, strict=True)]
    if sum(changed) < WORTH_SCROLLING:
        return None
    if set(compress(old, changed)).isdisjoint(compress(new, changed)):
        return None  # of a stretch longer than its way some lines stood where others stand now
    stood = set(old)
    if sum(line in stood for line in compress(new, changed)) < WORTH_SCROLLING:
        return None
    numbers: dict[Line, int] = {}
    was, now = ([numbers.setdefault(line, len(numbers)) for line in lines] for lines in (old, new))
    best: tuple[int, int, int] | None = None
    longest = WORTH_SCROLLING - 1
    for lines in (lines for lines in range(1 - len(new), len(new)) if lines):
        for start, end in _stretches(was, now, changed, lines):
            # What scrolls in at the edge must be written in any case.
            if end - start > max(longest, abs(lines)):
                best, longest = (start, end, lines), end - start
    return best


def _stretches(old: list[int], new: list[int], changed: list[bool], lines: int) -> Iterator[tuple[int, int]]:
    """From where to where new lines stood `lines` below."""
    here = range(max(0, -lines), min(len(new), len(new) - lines))
    for same, stretch in groupby(here, lambda y: changed[y] and new[y] == old[y + lines]):
        if same:
            rows = list(stretch)
            yield rows[0], rows[-1] + 1


def _runs(before: list[ScreenCell], after: list[ScreenCell]) -> Iterator[tuple[int, int]]:
    """From where to where the cells differ; short stretches that do not are included."""
    changed = list(compress(range(len(after)), map(ne, before, after)))
    if not changed:
        return
    # A wide character has both its halves in a run: where one changed, so did the other.
    start = end = changed[0]
    for x in changed:
        if x > end + GAP:
            yield start, end
            start = x
        end = x + 1
    yield start, end
