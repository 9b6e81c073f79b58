"""The points of a date: a year, a month, a day or a part of a year, with their first and last day."""

from typing import NamedTuple, Self

from caucasus_tui.dossier.model.dates.days import Day, day_numbered, day_of

SPRING = 21
STRETCHES = (3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6, 1, 4, 7, 10, 1, 5, 9, 1, 7)
"""The first month of each part of a year, from 21 on: seasons, those of the north and of the south, quarters, thirds,
halves. EDTF leaves it to the reader where a season begins."""


class Point(NamedTuple):
    """A year, month, day or part of a year as written; a part that is not written is None. The month of a season, a
    quarter, a third or a half is 21 to 41."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def depth(self) -> int:
        """0 for a year, 1 for a month or part of a year, 2 for a day."""
        return (self.month is not None) + (self.day is not None)

    def cut(self, depth: int) -> Self:
        """The same, no finer than `depth`."""
        return self._replace(month=self.month if depth > 0 else None, day=self.day if depth > 1 else None)

    @property
    def is_season(self) -> bool:
        """Whether it is a part of a year that is longer than a month."""
        return self.month is not None and self.month >= SPRING

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last; 14 is February of the next year, as winter begins in December."""
        if self.month is None:
            return 1, 12
        if not self.is_season:
            return self.month, self.month
        first = STRETCHES[self.month - SPRING]
        return first, first + (2 if self.month < 37 else 3 if self.month < 40 else 5)

    @property
    def first_day(self) -> Day:
        """The first day that it may mean. Raises ValueError where the calendar has no such day."""
        return day_of(self.year, self.months[0], 1 if self.day is None else self.day)

    @property
    def last_day(self) -> Day:
        """The last day that it may mean. Raises ValueError where the calendar has no such day."""
        return self.first_day if self.day is not None else _month_end(self.year, self.months[1])


def _month_end(year: int, month: int) -> Day:
    """The last day of a month; month 14 is February of the next year."""
    return day_numbered(day_of(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
