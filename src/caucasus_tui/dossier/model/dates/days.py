"""Days of any year. `date` has those of the years 1 to 9999; a `FarDay` is one before or after, in the same (Gregorian)
calendar and the same order. Year 0 is 1 BCE, -1 is 2 BCE, as in EDTF."""

from datetime import MAXYEAR, MINYEAR, date
from functools import total_ordering
from typing import Self

_CYCLE, _CYCLE_DAYS = 400, 146_097
"""Years after which the calendar is the same, and their days."""


@total_ordering
class FarDay:
    """A day that `date` has not. Raises ValueError where the calendar has no such day."""

    __slots__ = ("_near", "year")

    def __init__(self, year: int, month: int, day: int) -> None:
        self.year = year
        self._near = date(year % _CYCLE + _CYCLE, month, day)

    @property
    def month(self) -> int:
        return self._near.month

    @property
    def day(self) -> int:
        return self._near.day

    def toordinal(self) -> int:
        """As that of `date`, whose day 1 is the first of the year 1."""
        return self._near.toordinal() + (self.year - self._near.year) // _CYCLE * _CYCLE_DAYS

    def replace(self, *, month: int | None = None, day: int | None = None) -> Self:
        return type(self)(self.year, month or self.month, day or self.day)

    def isoformat(self) -> str:
        """As EDTF has it: `-0043-03-15`."""
        return f"{edtf_year(self.year)}-{self.month:02}-{self.day:02}"

    __str__ = __repr__ = isoformat

    def __hash__(self) -> int:
        return hash(self.toordinal())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FarDay) and self.toordinal() == other.toordinal()

    def __lt__(self, other: "Day") -> bool:
        return self.toordinal() < other.toordinal()


Day = date | FarDay


def day_of(year: int, month: int, day: int) -> Day:
    """A day of whatever year. Raises ValueError where the calendar has no such day."""
    return date(year, month, day) if MINYEAR <= year <= MAXYEAR else FarDay(year, month, day)


def day_numbered(ordinal: int) -> Day:
    """The day of a number as `toordinal` has it."""
    if date.min.toordinal() <= ordinal <= date.max.toordinal():
        return date.fromordinal(ordinal)
    cycles, rest = divmod(ordinal - 1, _CYCLE_DAYS)
    near = date.fromordinal(rest + 1)
    return FarDay(near.year + cycles * _CYCLE, near.month, near.day)


def days_between(first: Day, last: Day) -> int:
    """Negative where `last` comes first."""
    return last.toordinal() - first.toordinal()


def edtf_year(year: int) -> str:
    """`2023`, `-0043`, `Y17000`."""
    sign = "-" if year < 0 else ""
    return f"{'Y' if abs(year) > MAXYEAR else ''}{sign}{abs(year):04}"


def year_words(year: int) -> str:
    """`2023`, `0987`, `17000`; `44 BCE`."""
    return f"{year:04}" if year > 0 else f"{1 - year} BCE"
