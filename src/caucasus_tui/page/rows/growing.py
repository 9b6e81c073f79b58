"""Rows that come in blocks, each made when the first of its rows is looked at. How many rows a block has is known only
then, so that the number of all grows: a page of a thousand wrapped paragraphs costs what is on screen."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from caucasus_tui.page.rows.on_demand import RowsOnDemand
from caucasus_tui.page.rows.row import Row

FEW = 300
"""Blocks. So many are made to look for a place that no block tells."""


EVERY = 1 << 62
"""More rows than any page has."""


class Block(NamedTuple):
    """Rows made together, at least one. The first leads to `subject`, or to nothing; `others`: the addresses that
    others lead to; `counts`: it is one of the things that are counted; `heads`: it is a heading."""

    subject: str
    make: Callable[[], Sequence[Row]]
    counts: bool = True
    heads: bool = False
    others: Sequence[str] = ()


class GrowingRows(RowsOnDemand):
    """The rows of blocks, and rows there already among them. Its length makes them all; who need not know it asks
    for the `extent`."""

    def __init__(
        self, parts: Sequence[Row | Block], *, count_rows: bool = False, head: RowsOnDemand | None = None
    ) -> None:
        """`count_rows`: rows that are there already and lead somewhere are counted too. `head`: rows before them all,
        of which it is known how many they are."""
        self._parts = parts
        self._count_rows = count_rows
        self._head = head
        self._above = len(head) if head is not None else 0
        self._made: list[Row] = []
        self._next = 0
        self._begun: list[int] = []
        """The rows with which the things made so far begin."""

    def changed(self, change: Callable[[Row], Row]) -> "GrowingRows":
        """The same, each row as `change` makes it."""

        def changed(part: Row | Block) -> Row | Block:
            if isinstance(part, Row):
                return change(part)
            return part._replace(make=lambda: [change(row) for row in part.make()])

        head = None if self._head is None else self._head.changed(change)
        return GrowingRows([changed(part) for part in self._parts], count_rows=self._count_rows, head=head)

    def followed_by(self, parts: Sequence[Row | Block]) -> "GrowingRows":
        """The same, and others below them."""
        return GrowingRows([*self._parts, *parts], count_rows=self._count_rows, head=self._head)

    @property
    def is_whole(self) -> bool:
        """Whether all rows are made."""
        return self._next == len(self._parts)

    def grow(self, rows: int) -> None:
        """Make so many rows, or all that there are."""
        while self._there < rows and not self.is_whole:
            self.grow_on()

    @property
    def _there(self) -> int:
        """How many rows are there, made or as the head has them."""
        return self._above + len(self._made)

    def grow_on(self) -> None:
        """Make the rows of one more part."""
        part = self._parts[self._next]
        if self._counts(self._next):
            self._begun.append(self._there)
        self._next += 1
        self._made += [part] if isinstance(part, Row) else part.make()

    def _counts(self, number: int) -> bool:
        part, before = self._parts[number], self._parts[number - 1] if number else None
        if isinstance(part, Block):
            return part.counts
        alike = isinstance(before, Row) and before.subject == part.subject
        return self._count_rows and bool(part.subject) and not alike

    def heading_after(self, row: int) -> int | None:
        """The next row that is a heading; rows are made only as far as that."""
        for number in range(row + 1, self._there):
            if self[number].is_heading:
                return number
        ahead = range(self._next, len(self._parts))
        found = next((number for number in ahead if self._heads(self._parts[number])), None)
        if found is None:
            return None
        while self._next < found:
            self.grow_on()
        at = self._there
        self.grow_on()
        return at

    @staticmethod
    def _heads(part: Row | Block) -> bool:
        return part.is_heading if isinstance(part, Row) else part.heads

    @property
    def least(self) -> int:
        """How many rows there are at least."""
        return self._there + len(self._parts) - self._next

    def __bool__(self) -> bool:
        return bool(self._parts or self._above)

    def __len__(self) -> int:
        self.grow(EVERY)
        return self._there

    def _one(self, number: int) -> Row:
        self.grow(number + 1 if number >= 0 else EVERY)
        number += self._there if number < 0 else 0
        if self._head is not None and number < self._above:
            return self._head[number]
        return self._made[number - self._above]

    def _some(self, which: slice) -> Sequence[Row]:
        known = which.stop is not None and which.stop >= 0 and (which.start or 0) >= 0
        self.grow(which.stop if known else EVERY)
        return [self._one(number) for number in range(*which.indices(self._there))]

    def __iter__(self) -> Iterator[Row]:
        at = 0
        while at < self._there or not self.is_whole:
            yield self._one(at)
            at += 1

    def place(self, subject: str) -> int | None:
        """The number of the first row that leads to an address, or None."""
        if self._head is not None and (above := self._head.place(subject)) is not None:
            return above
        for number, row in enumerate(self._made, self._above):
            if row.leads_to(subject):
                return number
        ahead = range(self._next, len(self._parts))
        here = next((number for number in ahead if self._leads(self._parts[number], subject)), None)
        if here is None and len(ahead) > FEW:
            return None
        at = self._there
        while self._next < (len(self._parts) if here is None else here + 1):
            self.grow_on()
        return next((number for number in range(at, self._there) if self[number].leads_to(subject)), None)

    @staticmethod
    def _leads(part: Row | Block, subject: str) -> bool:
        return part.leads_to(subject) if isinstance(part, Row) else subject in (part.subject, *part.others)

    def ready(self, index: int) -> Row | None:
        """A row that is there without being made."""
        if self._head is not None and index < self._above:
            return self._head.ready(index)
        return self._made[index - self._above] if index < self._there else None

    @cached_property
    def things(self) -> int:
        """How many things are counted."""
        return (self._head.things if self._head is not None else 0) + sum(map(self._counts, range(len(self._parts))))

    def number(self, row: int) -> int:
        """Which of its things is at a row, from 1."""
        before = self._head.things if self._head is not None else 0
        if self._head is not None and row < self._above:
            return self._head.number(row)
        return max(before + bisect_right(self._begun, row), 1)


def extent(rows: Sequence[Row], wanted: int) -> int:
    """How many rows there are: exact where there are fewer than `wanted`, else at least so many."""
    if isinstance(rows, GrowingRows):
        rows.grow(wanted)
        return rows.least
    return len(rows)
