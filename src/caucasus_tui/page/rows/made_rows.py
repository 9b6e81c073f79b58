"""The rows of a page that are made: from the top on, and besides where a reader went who jumped over many.

A part that is not made counts as one row: what stands below it has other numbers once it is made.
"""

from collections.abc import Iterable
from itertools import chain

from caucasus_tui.page.rows.made_run import Run
from caucasus_tui.page.rows.parts import Parts
from caucasus_tui.page.rows.row import Row

NEAR = 50
"""Blocks. So far one may go that those between are made."""
ROWS_BETWEEN = 90
"""Rows. Where that makes more of them it is not near."""
AT_HAND = 100
"""Rows. What is farther below all that is made is not looked at as if it were the next."""


class MadeRows:
    """Those of `parts`, so far; it makes more of them."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.top = Run(0)
        self.far = Run(len(parts))
        """Where a reader went; empty where nobody has, and once nothing is left between it and the top."""

    @property
    def is_whole(self) -> bool:
        """Whether all rows are made."""
        return self.top.after == len(self._parts)

    @property
    def far_begins(self) -> int:
        """The number of the first row of `far`."""
        return len(self.top) + self.far.first - self.top.after

    @property
    def _far_ends(self) -> int:
        return self.far_begins + len(self.far)

    @property
    def least(self) -> int:
        """How many rows there are at least."""
        return self._far_ends + len(self._parts) - self.far.after

    def known(self, start: int) -> Iterable[int]:
        """The numbers of rows that are made, from one on."""
        return chain(range(start, len(self.top)), range(max(start, self.far_begins), self._far_ends))

    def holds(self, row: int) -> bool:
        """Whether a row is made."""
        return row < len(self.top) or self.far_begins <= row < self._far_ends

    def at(self, row: int) -> Row:
        """A row, made if it is not. Raises IndexError where there is none."""
        if row >= len(self.top):
            self.grow(row + 1)
            if self._is_between(row):
                self.go(self.part_of(row))
            if self.far and row >= self.far_begins:
                return self.far.at(row - self.far_begins)[1]
        return self.top.at(row)[1]

    def part_of(self, row: int) -> int:
        """The part that a row is of, made or not; of the rows behind the last, one that there is not."""
        if row < len(self.top):
            return self.top.at(row)[0]
        if row < self.far_begins:
            return self.top.after + row - len(self.top)
        return self.far.at(row - self.far_begins)[0] if row < self._far_ends else self.far.after + row - self._far_ends

    def row_of(self, part: int, below: int = 0) -> int:
        """The number of a row so many below the first of its part; of a part that is not made, of the one row that it
        counts as."""
        if part < self.top.after:
            return self.top.begins(part) + below
        if part < self.far.first:
            return len(self.top) + part - self.top.after
        if part < self.far.after:
            return self.far_begins + self.far.begins(part) + below
        return self._far_ends + part - self.far.after

    def grow(self, rows: int) -> None:
        """Make so many rows, or all that there are: below where one went, or from the top on. Of those between that are
        far from both none is made: each part is as many rows as one at least, so there are so many."""
        if self.far and rows > self.far_begins:
            while self._far_ends < rows and self.far.after < len(self._parts):
                self.far.add_below(self._parts.rows_of(self.far.after))
        elif not self._is_between(rows - 1):
            while len(self.top) < rows and not self.is_whole:
                self._grow_on()

    def _is_between(self, row: int) -> bool:
        """Whether a row is of no part that is made, and far below those that are from the top on."""
        return self._parts.are_many and len(self.top) + AT_HAND < row < self.far_begins

    def _grow_on(self) -> None:
        """Make the rows of one more part, from the top on."""
        self.top.add_below(self._parts.rows_of(self.top.after))
        self._join()

    def _join(self) -> None:
        """Where nothing is left between the two, they are one."""
        if self.far and self.top.after == self.far.first:
            self.top.join(self.far)
            self.far = Run(len(self._parts))

    def go(self, part: int) -> int:
        """Make the rows of a part that is not made from the top on, and none of those that are far above it; returns
        the number of its first row."""
        few = not self._parts.are_many
        if few or part - self.top.after < NEAR:
            most = len(self.top) + ROWS_BETWEEN
            while self.top.after <= part and (few or len(self.top) < most):
                self._grow_on()
            if part < self.top.after:
                return self.top.begins(part)
        if not self.far.first <= part < self.far.after:
            self.far = Run(part)
            self.far.add_below(self._parts.rows_of(part))
        return self.far_begins + self.far.begins(part)

    def go_to_end(self) -> None:
        """Make the last rows."""
        if not self.is_whole:
            self.go(len(self._parts) - 1)

    def is_at_hand(self, row: int) -> bool:
        """Whether a row can be looked at without making very many above it."""
        return not self._parts.are_many or row < len(self.top) + AT_HAND or self.holds(row)

    def made_above(self, row: int, wanted: int) -> int:
        """Make `wanted` rows above one at least, as far as there are; returns by how much its number is higher now."""
        added = 0
        while self.far and 0 <= row + added - self.far_begins < wanted and self.far.first > self.top.after:
            rows = self._parts.rows_of(self.far.first - 1)
            self.far.add_above(rows)
            added += len(rows) - 1
        self._join()
        return added
