"""Rows that are made when they are looked at: a list of twenty thousand costs no more than what is on screen."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from caucasus_tui.page.rows.on_demand import RowsOnDemand
from caucasus_tui.page.rows.row import Row

T = TypeVar("T")

KEPT = 512
"""Rows, once made, that are kept: a few screens of them."""


class LazyRows(RowsOnDemand, Generic[T]):
    """A row for each item, and rows that are there already among them. `leads`: whether the row of an item leads to an
    address; `make` makes the row; `begins`: whether it is the first row of what is counted."""

    def __init__(
        self,
        items: Sequence[T | Row],
        leads: Callable[[T, str], bool],
        make: Callable[[T], Row],
        begins: Callable[[T], bool] = lambda item: True,
    ) -> None:
        self._items = items
        self._leads = leads
        self._begins = begins
        self._make = make
        self._row = lru_cache(maxsize=KEPT)(self._made)

    @cached_property
    def _first(self) -> list[int]:
        """The rows that are the first of a thing."""
        return [number for number, item in enumerate(self._items) if not isinstance(item, Row) and self._begins(item)]

    def __len__(self) -> int:
        return len(self._items)

    @property
    def things(self) -> int:
        """How many things are counted."""
        return len(self._first)

    def number(self, row: int) -> int:
        """Which of its things is at a row, from 1."""
        return max(bisect_right(self._first, row), 1)

    def _one(self, number: int) -> Row:
        return self._row(number)

    def _some(self, which: slice) -> Sequence[Row]:
        return [self._row(number) for number in range(*which.indices(len(self)))]

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, range(len(self)))

    def place(self, subject: str) -> int | None:
        """The number of the first row that leads to an address, or None; no row is made for it."""
        for number, item in enumerate(self._items):
            if item.leads_to(subject) if isinstance(item, Row) else self._leads(item, subject):
                return number
        return None

    def ready(self, index: int) -> Row | None:
        """A row that is there without being made."""
        item = self._items[index]
        return item if isinstance(item, Row) else None

    def changed(self, change: Callable[[Row], Row]) -> "LazyRows[T]":
        """The same rows, each changed as it is made."""
        items = [change(item) if isinstance(item, Row) else item for item in self._items]
        return type(self)(items, self._leads, lambda item: change(self._make(item)), self._begins)

    def _made(self, number: int) -> Row:
        item = self._items[number]
        return item if isinstance(item, Row) else self._make(item)
