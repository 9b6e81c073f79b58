"""Rows of neighbouring parts of a page, made from one of them outwards."""

from bisect import bisect_left
from collections.abc import Sequence

from caucasus_tui.page.rows.row import Row


class Run:
    """The rows of the parts from `first` until before `after`; at first of none. Its rows are numbered from 0."""

    def __init__(self, part: int) -> None:
        self.first = self.after = part
        self._above: list[tuple[int, Row]] = []
        """Those above where it began, the nearest first, each with the number of its part."""
        self._below: list[tuple[int, Row]] = []

    def __len__(self) -> int:
        return len(self._above) + len(self._below)

    def add_below(self, rows: Sequence[Row]) -> None:
        """Go on with the rows of the next part."""
        self._below += [(self.after, row) for row in rows]
        self.after += 1

    def add_above(self, rows: Sequence[Row]) -> None:
        """Go on with the rows of the part above."""
        self.first -= 1
        self._above += [(self.first, row) for row in reversed(rows)]

    def at(self, number: int) -> tuple[int, Row]:
        """The part that a row is of, and the row. Raises IndexError where there is none."""
        below = number - len(self._above)
        return self._below[below] if below >= 0 else self._above[-1 - number]

    def begins(self, part: int) -> int:
        """The number of the first row of a part that is here."""
        return bisect_left(range(len(self)), part, key=lambda number: self.at(number)[0])

    def join(self, below: "Run") -> None:
        """Go on with the rows of another, whose parts are the next."""
        self._below += map(below.at, range(len(below)))
        self.after = below.after
