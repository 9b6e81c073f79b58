"""Rows that come in blocks, each made when the first of its rows is looked at. How many rows a block has is known only
then, so that the number of all grows: a page of a thousand wrapped paragraphs costs what is on screen."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import overload

from caucasus_tui.page.rows.made_rows import MadeRows
from caucasus_tui.page.rows.parts import Block, Item, Parts, Series
from caucasus_tui.page.rows.row import Row

__all__ = ["Block", "GrowingRows", "Series", "extent"]

FEW = 60
"""Blocks. So many are made to look for a place that no block tells."""


class GrowingRows(Sequence[Row]):
    """The rows of blocks, and rows there already among them. Its length makes them all; who need not know it asks
    for the `extent`."""

    def __init__(self, parts: Sequence[Item], *, count_rows: bool = False, told: bool = False) -> None:
        """`count_rows`: rows that are there already and lead somewhere are counted too. `told`: every block says all
        that it leads to, so none is made to look for a place."""
        self._told = told
        self._parts = Parts(parts, count_rows=count_rows)
        self.made = MadeRows(self._parts)

    def changed(self, change: Callable[[Row], Row]) -> "GrowingRows":
        """The same, each row as `change` makes it."""

        def changed(part: Item) -> Item:
            if isinstance(part, Row):
                return change(part)
            if isinstance(part, Series):
                return part._replace(make=lambda thing: [change(row) for row in part.make(thing)])
            return part._replace(make=lambda: [change(row) for row in part.make()])

        return self.of([*map(changed, self._parts.items)])

    def of(self, parts: Sequence[Item]) -> "GrowingRows":
        """Rows of the same kind, made from other parts."""
        return GrowingRows(parts, count_rows=self._parts.count_rows, told=self._told)

    def followed_by(self, parts: Sequence[Item]) -> "GrowingRows":
        """The same, and others below them."""
        return GrowingRows([*self._parts.items, *parts], count_rows=self._parts.count_rows)

    @property
    def parts(self) -> Sequence[Item]:
        """What they are made from."""
        return self._parts.items

    def heading_after(self, row: int) -> int | None:
        """The next row that is a heading; what is far above it is not made for it."""
        made = self.made
        run, begins = (made.far, made.far_begins) if made.far and row >= made.far_begins else (made.top, 0)
        for number in range(row + 1, begins + len(run)):
            if self[number].is_heading:
                return number
        ahead = self._parts.headings(run.after, len(self._parts))
        return made.go(ahead[0]) if ahead else None

    def heading_before(self, row: int, least: int) -> int | None:
        """The nearest row that is a heading, from one up to the row `least`."""
        made, there = self.made, len(self.made.top)
        if row >= there:
            for number in range(row, made.far_begins - 1, -1):
                if self[number].is_heading:
                    return number
            if between := self._parts.headings(made.top.after, made.part_of(row) + 1):
                return made.go(between[-1])
        upwards = range(min(row, there - 1), least - 1, -1)
        return next((number for number in upwards if self[number].is_heading), None)

    def __bool__(self) -> bool:
        return bool(self._parts)

    def __len__(self) -> int:
        while not self.made.is_whole:
            self.made.grow(len(self.made.top) + 1)
        return len(self.made.top)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return self._some(index)
        return self.made.at(index + len(self) if index < 0 else index)

    def _some(self, which: slice) -> Sequence[Row]:
        known = which.stop is not None and which.stop >= 0 and (which.start or 0) >= 0
        self.made.grow(which.stop if known else len(self))
        return [self.made.at(number) for number in range(*which.indices(self.made.least))]

    def __iter__(self) -> Iterator[Row]:
        at = 0
        while at < len(self.made.top) or not (self.made.is_whole or self.made.far):
            yield self.made.at(at)
            at += 1
        for part in range(self.made.top.after, len(self._parts)):  # not kept: where one went keeps its numbers
            yield from self._parts.rows_of(part)

    def place(self, subject: str) -> int | None:
        """The number of the first row that leads to an address, or None."""
        for number in self.made.known(0):
            if self[number].leads_to(subject):
                return number
        at, after = len(self.made.top), self.made.top.after
        here = self._parts.leading(subject, after)
        if here is not None:
            self.made.go(here)
        elif self._told or len(self._parts) - after > FEW or not len(self):
            return None
        return next((number for number in self.made.known(at) if self[number].leads_to(subject)), None)

    def ready_above(self, row: int, least: int) -> Iterator[tuple[int, Row]]:
        """The rows from one up to the row `least` that may be headings and are there without being made, with their
        numbers."""
        made, there = self.made, len(self.made.top)
        yield from ((number, made.at(number)) for number in range(row, made.far_begins - 1, -1) if made.holds(number))
        if row >= there:
            for part in reversed(self._parts.headings(made.top.after, min(made.part_of(row) + 1, made.far.first))):
                if isinstance(item := self._parts.item(part)[1], Row):
                    yield there + part - made.top.after, item
        yield from ((number, made.at(number)) for number in range(min(row, there - 1), least - 1, -1))

    @property
    def things(self) -> int:
        """How many things are counted."""
        return self._parts.counted(len(self._parts) - 1) if self._parts else 0

    @property
    def are_many(self) -> bool:
        """Whether there are more blocks than are made only to be counted."""
        return self._parts.are_many

    def number(self, row: int) -> int:
        """Which of its things is at a row, from 1."""
        return max(self._parts.counted(self.made.part_of(row)), 1)


def extent(rows: Sequence[Row], wanted: int) -> int:
    """How many rows there are: exact where there are fewer than `wanted`, else at least so many."""
    if isinstance(rows, GrowingRows):
        rows.made.grow(wanted)
        return rows.made.least
    return len(rows)


def reached(rows: Sequence[Row], row: int, wanted: int) -> int:
    """The number of a row once `wanted` rows above it are made, as far as there are so many."""
    return row + rows.made.made_above(row, wanted) if isinstance(rows, GrowingRows) else row


def anchored(rows: Sequence[Row], row: int) -> Callable[[], int]:
    """Says which number a row has by then: it has another once rows above it are made."""
    if not isinstance(rows, GrowingRows) or row < 0:
        return lambda: row
    made = rows.made
    part = made.part_of(row)
    return partial(made.row_of, part, row - made.row_of(part))
