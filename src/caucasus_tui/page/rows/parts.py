"""What a page that grows is made from: rows that are there already, and blocks of rows."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, compress, count, islice, repeat
from operator import is_
from typing import Any, Generic, NamedTuple, TypeVar

from caucasus_tui.page.rows.row import Row

MANY = 30
"""Blocks. Of more than so many those between where one is and where one goes are not made, unless it is near."""


class Block(NamedTuple):
    """Rows made together, at least one. The first leads to `subject`, or to nothing; `others`: the addresses that
    others lead to; `counts`: it is one of the things that are counted; `heads`: it is a heading."""

    subject: str
    make: Callable[[], Sequence[Row]]
    counts: bool = True
    heads: bool = False
    others: Sequence[str] = ()


T = TypeVar("T")


class Series(NamedTuple, Generic[T]):
    """Things one behind the other, each a block that is counted and leads to it; none is looked at before its block is.
    `find`: what is at an address; if it is one of the things, the same object."""

    things: Sequence[T]
    make: Callable[[T], Sequence[Row]]
    find: Callable[[str], object]

    def place(self, subject: str) -> int | None:
        """The number of the thing at an address, or None."""
        return next(compress(count(), map(is_, self.things, repeat(self.find(subject)))), None)


Item = Row | Block | Series[Any]


class Parts:
    """The parts of a page by their numbers, of a series each thing. `count_rows`: rows that are there already and lead
    somewhere are counted too."""

    def __init__(self, items: Sequence[Item], *, count_rows: bool) -> None:
        self.items = items
        self.count_rows = count_rows
        lengths = (len(item.things) if isinstance(item, Series) else 1 for item in items)
        self._begins = [*accumulate(lengths, initial=0)]
        """The first part of each item; last how many parts there are."""

    def __len__(self) -> int:
        return self._begins[-1]

    def item(self, number: int) -> tuple[int, Item]:
        """The item that a part is of: its number, and itself."""
        at = bisect_right(self._begins, number) - 1
        return at, self.items[at]

    def rows_of(self, number: int) -> Sequence[Row]:
        """The rows of a part, made anew."""
        at, item = self.item(number)
        if isinstance(item, Series):
            return item.make(item.things[number - self._begins[at]])
        return (item,) if isinstance(item, Row) else item.make()

    @cached_property
    def _headings(self) -> list[int]:
        heads = (
            part.is_heading if isinstance(part, Row) else isinstance(part, Block) and part.heads for part in self.items
        )
        return [*compress(self._begins, heads)]

    def headings(self, first: int, after: int) -> Sequence[int]:
        """The parts that are headings, from one on until before another."""
        return self._headings[bisect_left(self._headings, first) : bisect_left(self._headings, after)]

    def leading(self, subject: str, start: int) -> int | None:
        """The first part, from one on, that says that it leads to an address; of a series no thing is looked at."""
        first = bisect_right(self._begins, start) - 1
        for begins, part in islice(zip(self._begins, self.items, strict=False), first, None):
            if isinstance(part, Series):
                if (place := part.place(subject)) is not None and begins + place >= start:
                    return begins + place
            elif part.subject == subject or (
                part.leads_to(subject) if isinstance(part, Row) else subject in part.others
            ):
                return begins
        return None

    @cached_property
    def are_many(self) -> bool:
        """Whether there are so many blocks that those between are not made."""
        return len(self) - sum(isinstance(part, Row) for part in self.items) > MANY

    def counted(self, number: int) -> int:
        """How many things are counted up to a part, with it."""
        at, item = self.item(number)
        return self._counted[at] - (self._begins[at + 1] - number - 1 if isinstance(item, Series) else 0)

    @cached_property
    def _counted(self) -> list[int]:
        """How many are up to each item, with it."""
        return [*accumulate(map(self._counts, range(len(self.items))))]

    def _counts(self, at: int) -> int:
        part, before = self.items[at], self.items[at - 1] if at else None
        if isinstance(part, Series):
            return len(part.things)
        if isinstance(part, Block):
            return part.counts or self._all_count
        alike = isinstance(before, Row) and before.subject == part.subject
        return self.count_rows and bool(part.subject) and not alike

    @cached_property
    def _all_count(self) -> bool:
        """Of many blocks of which none is counted all are: how many rows they are is not known before they are made."""
        return self.are_many and not any(
            isinstance(part, Series) or (isinstance(part, Block) and part.counts) for part in self.items
        )
