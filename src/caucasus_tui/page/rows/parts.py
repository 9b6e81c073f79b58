"""What a page that grows is made from: rows that are there already, and blocks of rows."""

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, islice
from typing import NamedTuple

from caucasus_tui.page.rows.row import Row

NEAR = 100
"""Blocks. Of more than so many those between where one is and where one goes are not made."""


class Block(NamedTuple):
    """Rows made together, at least one. The first leads to `subject`, or to nothing; `others`: the addresses that
    others lead to; `counts`: it is one of the things that are counted; `heads`: it is a heading."""

    subject: str
    make: Callable[[], Sequence[Row]]
    counts: bool = True
    heads: bool = False
    others: Sequence[str] = ()


class Parts:
    """The parts of a page by their numbers. `count_rows`: rows that are there already and lead somewhere are counted
    too."""

    def __init__(self, items: Sequence[Row | Block], *, count_rows: bool) -> None:
        self.items = items
        self.count_rows = count_rows

    def __len__(self) -> int:
        return len(self.items)

    def rows_of(self, number: int) -> Sequence[Row]:
        """The rows of a part, made anew."""
        part = self.items[number]
        return (part,) if isinstance(part, Row) else part.make()

    def heads(self, number: int) -> bool:
        """Whether a part is a heading."""
        part = self.items[number]
        return part.is_heading if isinstance(part, Row) else part.heads

    def leading(self, subject: str, start: int) -> int | None:
        """The first part, from one on, that says that it leads to an address; of thousands each is looked at."""
        for number, part in enumerate(islice(self.items, start, None), start):
            if part.subject == subject or (part.leads_to(subject) if isinstance(part, Row) else subject in part.others):
                return number
        return None

    @cached_property
    def are_many(self) -> bool:
        """Whether there are so many blocks that those between are not made."""
        return sum(isinstance(part, Block) for part in self.items) > NEAR

    @cached_property
    def counted(self) -> list[int]:
        """How many things are counted up to each part, with it."""
        return list(accumulate(int(self._counts(number)) for number in range(len(self))))

    def _counts(self, number: int) -> bool:
        part, before = self.items[number], self.items[number - 1] if number else None
        if isinstance(part, Block):
            return part.counts or self._all_count
        alike = isinstance(before, Row) and before.subject == part.subject
        return self.count_rows and bool(part.subject) and not alike

    @cached_property
    def _all_count(self) -> bool:
        """Of many blocks of which none is counted all are: how many rows they are is not known before they are made."""
        return self.are_many and not any(part.counts for part in self.items if isinstance(part, Block))
