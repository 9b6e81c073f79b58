"""Rows that come in blocks, each made when the first of its rows is looked at. How many rows a block has is known only
then, so that the number of all grows: a page of a thousand wrapped paragraphs costs what is on screen.

A block that is not made counts as one row. Blocks are made from the top on, and besides where a reader went who jumped
over many: what stands there has other numbers once a block above it is made, and `made_above` tells by how much.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import overload

from caucasus_tui.page.rows.made_run import Run
from caucasus_tui.page.rows.parts import NEAR, Block, Item, Parts, Series
from caucasus_tui.page.rows.row import Row

__all__ = ["Block", "GrowingRows", "Series", "extent"]

FEW = 300
"""Blocks. So many are made to look for a place that no block tells."""


class GrowingRows(Sequence[Row]):
    """The rows of blocks, and rows there already among them. Its length makes them all; who need not know it asks
    for the `extent`."""

    def __init__(self, parts: Sequence[Item], *, count_rows: bool = False, told: bool = False) -> None:
        """`count_rows`: rows that are there already and lead somewhere are counted too. `told`: every block says all
        that it leads to, so none is made to look for a place."""
        self._told = told
        self._parts = Parts(parts, count_rows=count_rows)
        self._made: list[Row] = []
        self._begun: list[int] = []
        """The rows with which the parts made from the top on begin."""
        self._run = Run(len(self._parts))
        """Rows made farther below."""

    def changed(self, change: Callable[[Row], Row]) -> "GrowingRows":
        """The same, each row as `change` makes it."""

        def changed(part: Item) -> Item:
            if isinstance(part, Row):
                return change(part)
            if isinstance(part, Series):
                return part._replace(make=lambda thing: [change(row) for row in part.make(thing)])
            return part._replace(make=lambda: [change(row) for row in part.make()])

        items = [*map(changed, self._parts.items)]
        return GrowingRows(items, count_rows=self._parts.count_rows, told=self._told)

    def followed_by(self, parts: Sequence[Item]) -> "GrowingRows":
        """The same, and others below them."""
        return GrowingRows([*self._parts.items, *parts], count_rows=self._parts.count_rows)

    @property
    def _next(self) -> int:
        """The first part that is not made from the top on."""
        return len(self._begun)

    @property
    def is_whole(self) -> bool:
        """Whether all rows are made."""
        return self._next == len(self._parts)

    @property
    def _there(self) -> int:
        """How many rows are made from the top on."""
        return len(self._made)

    @property
    def _run_begins(self) -> int:
        return self._there + self._run.first - self._next

    @property
    def _run_ends(self) -> int:
        return self._run_begins + len(self._run)

    @property
    def least(self) -> int:
        """How many rows there are at least."""
        return self._run_ends + len(self._parts) - self._run.after

    def grow(self, rows: int) -> None:
        """Make so many rows, or all that there are: below where one went, or from the top on."""
        if self._run and rows > self._run_begins:
            while self._run_ends < rows and self._run.after < len(self._parts):
                self._run.add_below(self._parts.rows_of(self._run.after))
        else:
            while self._there < rows and not self.is_whole:
                self._grow_on()

    def _grow_on(self) -> None:
        """Make the rows of one more part, from the top on."""
        self._take(self._parts.rows_of(self._next))
        self._join()

    def _join(self) -> None:
        """Where nothing is left between the run and what is made from the top on, they are one."""
        if self._run and self._next == self._run.first:
            for rows in self._run.by_part():
                self._take(rows)
            self._run = Run(len(self._parts))

    def _take(self, rows: Iterable[Row]) -> None:
        self._begun.append(self._there)
        self._made += rows

    def go(self, part: int) -> int:
        """Make the rows of a part that is not made from the top on, and none of those that are far above it; returns
        the number of its first row."""
        if not self._parts.are_many or part - self._next < NEAR:
            while self._next <= part:
                self._grow_on()
            return self._begun[part]
        if not self._run.first <= part < self._run.after:
            self._run = Run(part)
            self._run.add_below(self._parts.rows_of(part))
        return self._run_begins + self._run.begins(part)

    def go_to_end(self) -> None:
        """Make the last rows."""
        if not self.is_whole:
            self.go(len(self._parts) - 1)

    def is_at_hand(self, row: int) -> bool:
        """Whether a row can be looked at without making very many above it."""
        return not self._parts.are_many or row < self._there + NEAR or self._run_begins <= row < self._run_ends

    def made_above(self, row: int, wanted: int) -> int:
        """Make `wanted` rows above one at least, as far as there are; returns by how much its number is higher now."""
        added = 0
        while self._run and 0 <= row + added - self._run_begins < wanted and self._run.first > self._next:
            rows = self._parts.rows_of(self._run.first - 1)
            self._run.add_above(rows)
            added += len(rows) - 1
        self._join()
        return added

    def _known(self, start: int) -> Iterable[int]:
        """The numbers of rows that are made, from one on."""
        return chain(range(start, self._there), range(max(start, self._run_begins), self._run_ends))

    def heading_after(self, row: int) -> int | None:
        """The next row that is a heading; what is far above it is not made for it."""
        below = bool(self._run) and row >= self._run_begins
        for number in self._known(row + 1) if below else range(row + 1, self._there):
            if self[number].is_heading:
                return number
        ahead = self._parts.headings(self._run.after if below else self._next, len(self._parts))
        return self.go(ahead[0]) if ahead else None

    def heading_before(self, row: int, least: int) -> int | None:
        """The nearest row that is a heading, from one up to the row `least`."""
        if row >= self._there:
            for number in range(row, self._run_begins - 1, -1):
                if self[number].is_heading:
                    return number
            unmade = self._run.first - max(self._run_begins - row, 1)  # a row each
            if between := self._parts.headings(self._next, unmade + 1):
                return self.go(between[-1])
        upwards = range(min(row, self._there - 1), least - 1, -1)
        return next((number for number in upwards if self[number].is_heading), None)

    def __bool__(self) -> bool:
        return bool(self._parts)

    def __len__(self) -> int:
        while not self.is_whole:
            self._grow_on()
        return self._there

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return self._some(index) if isinstance(index, slice) else self._one(index)

    def _one(self, number: int) -> Row:
        number += len(self) if number < 0 else 0
        self.grow(number + 1)
        if self._run and number >= self._run_begins:
            return self._run.at(number - self._run_begins)[1]
        return self._made[number]

    def _some(self, which: slice) -> Sequence[Row]:
        known = which.stop is not None and which.stop >= 0 and (which.start or 0) >= 0
        self.grow(which.stop if known else len(self))
        return [self._one(number) for number in range(*which.indices(self.least))]

    def __iter__(self) -> Iterator[Row]:
        at = 0
        while at < self._there or not (self.is_whole or self._run):
            yield self._one(at)
            at += 1
        for part in range(self._next, len(self._parts)):  # made for this alone: where one went keeps its numbers
            yield from self._parts.rows_of(part)

    def place(self, subject: str) -> int | None:
        """The number of the first row that leads to an address, or None."""
        for number in self._known(0):
            if self[number].leads_to(subject):
                return number
        at, here = self._there, self._parts.leading(subject, self._next)
        if here is not None:
            self.go(here)
        elif self._told or len(self._parts) - self._next > FEW or not len(self):
            return None
        return next((number for number in self._known(at) if self[number].leads_to(subject)), None)

    def ready(self, index: int) -> Row | None:
        """A row that is there without being made."""
        if index < self._there or self._run_begins <= index < self._run_ends:
            return self._one(index)
        _, part = self._parts.item(self._next + index - self._there) if index < self._run_begins else (0, None)
        return part if isinstance(part, Row) else None

    @property
    def things(self) -> int:
        """How many things are counted."""
        return self._parts.counted(len(self._parts) - 1) if self._parts else 0

    def number(self, row: int) -> int:
        """Which of its things is at a row, from 1."""
        in_run = self._run and self._run_begins <= row < self._run_ends
        part = self._run.at(row - self._run_begins)[0] if in_run else bisect_right(self._begun, row) - 1
        return max(self._parts.counted(part) if part >= 0 else 0, 1)


def extent(rows: Sequence[Row], wanted: int) -> int:
    """How many rows there are: exact where there are fewer than `wanted`, else at least so many."""
    if isinstance(rows, GrowingRows):
        rows.grow(wanted)
        return rows.least
    return len(rows)


def reached(rows: Sequence[Row], row: int, wanted: int) -> int:
    """The number of a row once `wanted` rows above it are made, as far as there are so many."""
    return row + rows.made_above(row, wanted) if isinstance(rows, GrowingRows) else row
