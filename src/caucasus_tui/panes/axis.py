"""A time axis for imprecise dates: a few pieces, each to a scale of its own, so decades and days both show, and
thousands of dates take no more room than ten."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from typing import NamedTuple, TypeVar

from caucasus_tui.dossier.model.dates import Day, When, day_numbered, days_between, sort_key, year_words
from caucasus_tui.dossier.model.dates.words import SHORT_MONTHS
from caucasus_tui.dossier.text import counted
from caucasus_tui.page.rows.row import Span

LEAST, MOST, SOME = 10, 5, 64
"""Cells of a piece; pieces; dates that are looked at to choose them."""
YEARS = 900
"""Days. What is longer begins with a year."""

MEASURED = 500
"""Events. Of more some tell by their dates and titles how wide columns are."""

T = TypeVar("T")


def some_of(events: Sequence[T]) -> Sequence[T]:
    """Of very many in order some, with the first and the last ones."""
    return (*events[: -MEASURED : max(len(events) // MEASURED, 1)], *events[-MEASURED:])


class Piece(NamedTuple):
    """Days from `start` until before `end`, from cell `at` on."""

    start: Day
    end: Day
    at: int
    width: int

    @property
    def days(self) -> int:
        """Of a column."""
        return max(days_between(self.start, self.end) // self.width, 1)


class Axis:
    """Maps dates to cells. `width` in cells. Bars end in `→` where a thing goes on; what lies ahead is hollow."""

    def __init__(self, dates: Iterable[When], as_of: When, width: int) -> None:
        bounds = {day for when in (*dates, as_of) if when.edtf for day in sort_key(when)[1:]}
        self.width = width
        self.pieces = _pieces(sorted(bounds), width)
        self._starts = [piece.start for piece in self.pieces]
        self._as_of = as_of.edtf.earliest if as_of.edtf else date.max
        self.now = self._cell(self._as_of) if as_of.edtf else width - 1

    def _cell(self, day: Day) -> int:
        piece = self.pieces[max(bisect_right(self._starts, day) - 1, 0)]
        span = max(days_between(piece.start, piece.end), 1)
        return piece.at + min(days_between(piece.start, day) * piece.width // span, piece.width - 1)

    def heading(self) -> list[tuple[Span, ...]]:
        """Where each piece begins; below, how long a column of it is."""
        return [
            tuple(
                Span(f"{text[: piece.width - 1]:<{piece.width}}", role)
                for piece, text in zip(self.pieces, texts, strict=True)
            )
            for texts, role in (
                (self._labels(), "date"),
                ([_length(piece.days, piece.width - 1) for piece in self.pieces], "dim"),
            )
        ]

    def _labels(self) -> list[str]:
        """The first day of each piece, the year where it is another one; the year alone where no more has room."""
        before = [None, *(piece.start.year for piece in self.pieces)]
        found = ((piece, _day(piece.start, year)) for piece, year in zip(self.pieces, before, strict=False))
        return [said if len(said) < piece.width else year_words(piece.start.year) for piece, said in found]

    def empty(self) -> tuple[Span, ...]:
        """A line with nothing on it but where pieces begin and the source stands in time."""
        return self._drawn([])

    def bar(self, when: When, role: str) -> tuple[Span, ...]:
        """The line of one event."""
        if when.edtf is None:
            return self.empty()
        start, end = self._cell(when.edtf.earliest), self._cell(when.edtf.latest)
        hollow = when.edtf.earliest > self._as_of or when.role in ("deadline", "window")
        body = "■" if start == end and not hollow else ("░" if hollow else "█") * (end - start + 1)
        tail = "─" * (self.now - end - 1) + "→" if when.ongoing and end < self.now else ""
        return self._drawn([(start + index, sign, role) for index, sign in enumerate(body + tail)])

    def _drawn(self, bar: list[tuple[int, str, str]]) -> tuple[Span, ...]:
        cells = [(" ", "text")] * self.width
        for piece in self.pieces[1:]:
            cells[piece.at] = ("┊", "rule")
        cells[self.now] = ("┃", "date")
        for at, sign, role in bar:
            cells[at] = (sign, role)
        return tuple(
            Span("".join(sign for sign, _ in run), role) for role, run in groupby(cells, key=lambda cell: cell[1])
        )


def _pieces(bounds: list[Day], width: int) -> list[Piece]:
    """The span of the dates, cut where that sets most of them apart, at the beginning of a year, a month or a day. Of
    many dates some are looked at."""
    last = bounds[-1]
    some = sorted({*bounds[:: max(len(bounds) // SOME, 1)], last})
    numbers = [day.toordinal() for day in some]
    count = min(MOST, max(width // LEAST, 1))
    share = width // count

    @cache
    def apart(start: Day, end: Day | None) -> int:
        """How many columns of a piece, the last one where it has no end, have a date."""
        first, after = start.toordinal(), (end or last).toordinal()
        days = numbers[bisect_left(numbers, first) : bisect_left(numbers, after) if end else None]
        length = max(after - first, 1)
        columns = {(day - first) * share // length for day in days}
        # The last day, which ends the last piece, is in its last column.
        return len(columns - {share}) + (share in columns and share - 1 not in columns)

    edges = [bounds[0].replace(month=1, day=1) if days_between(bounds[0], last) > YEARS else bounds[0]]
    while len(edges) < count:
        found = {cut for day in some[1:] for cut in (day.replace(month=1, day=1), day.replace(day=1), day)}
        cuts = [sorted([*edges, cut]) for cut in sorted(found) if cut > edges[0] and cut not in edges]
        if not cuts:
            break
        edges = max(cuts, key=lambda cut: sum(map(apart, cut, (*cut[1:], None))))
    ends = [*edges[1:], day_numbered(last.toordinal() + 1)]
    share = width // len(edges)
    return [
        Piece(start, end, index * share, share if index < len(edges) - 1 else width - index * share)
        for index, (start, end) in enumerate(zip(edges, ends, strict=True))
    ]


def _day(day: Day, said: int | None) -> str:
    """`2020`, `Mar 2023`, `12 Sep`: a day or month without a year that is `said` already."""
    month, year = SHORT_MONTHS[day.month - 1], year_words(day.year)
    if (day.month, day.day) == (1, 1):
        return year
    if day.year != said:
        return f"{month} {year}"
    return month if day.day == 1 else f"{day.day} {month}"


def _length(days: int, room: int) -> str:
    """About how long so many days are: `┊=12 months`, or `┊=12 m` where no more has room."""
    count, unit = (days // 365, "year") if days > 500 else (days // 30, "month") if days > 45 else (days, "day")
    said = f"┊={counted(count, unit)}"
    return said if len(said) <= room else f"┊={count} {unit[0]}"
