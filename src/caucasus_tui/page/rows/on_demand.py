"""What all rows have in common that are made when they are looked at."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Self, overload

from caucasus_tui.page.rows.row import Row


class RowsOnDemand(Sequence[Row]):
    """Rows, each made when it is first asked for."""

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return self._some(index) if isinstance(index, slice) else self._one(index)

    @abstractmethod
    def _one(self, number: int) -> Row: ...
    @abstractmethod
    def _some(self, which: slice) -> Sequence[Row]: ...
    @property
    @abstractmethod
    def things(self) -> int:
        """How many things are counted."""

    @abstractmethod
    def number(self, row: int) -> int:
        """Which of its things is at a row, from 1."""

    @abstractmethod
    def place(self, subject: str) -> int | None:
        """The number of the first row that leads to an address, or None."""

    @abstractmethod
    def ready(self, index: int) -> Row | None:
        """A row that is there without being made."""

    @abstractmethod
    def changed(self, change: Callable[[Row], Row]) -> Self:
        """The same rows, each changed as it is made."""
