"""A grid of cells to write names and lines on; what is written stays whole."""

from collections.abc import Iterator
from itertools import groupby

from caucasus_tui.page.rows import Row, Span, cell_width


class Canvas:
    """Text with role and subject by cell. A name may not be written over a name."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._cells: dict[tuple[int, int], Span] = {}

    def write(self, x: int, y: int, span: Span) -> int:
        """Put a text into its cells; returns the cell after it. A wide character fills two, a mark joins its letter."""
        for character in span.text:
            wide = cell_width(character)
            if wide == 0:
                before = self._cells[x - 1, y]
                self._cells[x - 1, y] = before._replace(text=before.text + character)
                continue
            self._cells[x, y] = span._replace(text=character)
            if wide == 2:
                self._cells[x + 1, y] = span._replace(text="")
            x += wide
        return x

    def rows(self) -> list[Row]:
        """What was written, from the first row with something on it to the last."""
        used = {y for _, y in self._cells}
        return [Row(tuple(self._spans(y))) for y in range(min(used, default=0), max(used, default=-1) + 1)]

    def _spans(self, y: int) -> Iterator[Span]:
        last = max((x for x, row in self._cells if row == y), default=-1)
        line = [self._cells.get((x, y), Span(" ")) for x in range(last + 1)]
        for meaning, cells in groupby(line, key=lambda span: span[1:]):
            yield Span("".join(cell.text for cell in cells), *meaning)
