"""A time axis for imprecise dates: a column for each bound that occurs, in order, so decades and days both show."""

from collections.abc import Sequence
from datetime import date

from caucasus_tui.dossier.model.dates import SHORT_MONTHS, When
from caucasus_tui.page.rows.row import Span
from caucasus_tui.page.rows.widths import cell_width


class Axis:
    """Maps dates to cells. `width` in cells. Bars end in `→` where a thing goes on; forecasts are hollow."""

    def __init__(self, dates: Sequence[When], as_of: When, width: int) -> None:
        bounds = {day for when in (*dates, as_of) if when.edtf for day in (when.edtf.earliest, when.edtf.latest)}
        self.ticks = sorted(bounds)
        self._order = {day: number for number, day in enumerate(self.ticks)}
        self.width = width
        self.now = self._cell(as_of.edtf.earliest) if as_of.edtf else width - 1
        self._as_of = as_of.edtf.earliest if as_of.edtf else date.max

    def _cell(self, day: date) -> int:
        return self._order[day] * (self.width - 1) // max(len(self.ticks) - 1, 1)

    def heading(self) -> list[tuple[Span, ...]]:
        """Years above, months or days below, each where there is room for it."""
        return [(Span(line, "date"),) for line in (self._labels(_year), self._labels(_day))]

    def _labels(self, name: object) -> str:
        assert callable(name)
        line, last = "", ""
        for day in self.ticks:
            label = name(day)
            at = self._cell(day)
            if label != last and (at == 0 or at > cell_width(line)) and at + len(label) <= self.width:
                line = line.ljust(at) + label
                last = label
        return line.ljust(self.width)

    def empty(self) -> tuple[Span, ...]:
        """A line with nothing on it but where the source stands in time."""
        return (Span(" " * self.now), Span("┃", "date"), Span(" " * (self.width - self.now - 1)))

    def bar(self, when: When, role: str) -> tuple[Span, ...]:
        """The line of one event."""
        if when.edtf is None:
            return self.empty()
        start, end = self._cell(when.edtf.earliest), self._cell(when.edtf.latest)
        hollow = when.edtf.earliest > self._as_of or when.role in ("deadline", "window")
        body = ("□" if hollow else "■") if start == end else ("░" if hollow else "█") * (end - start + 1)
        tail = "─" * (self.now - end - 1) + "→" if when.ongoing and end < self.now else ""
        line = " " * start + body + tail
        used = cell_width(line)
        if used > self.now:
            return (Span(line, role), Span(" " * (self.width - used)))
        now = Span("┃", "date")
        return (Span(line, role), Span(" " * (self.now - used)), now, Span(" " * (self.width - self.now - 1)))


def _year(day: date) -> str:
    return str(day.year)


def _day(day: date) -> str:
    if (day.month, day.day) in ((1, 1), (12, 31)):
        return "·"
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}" if day.day != 1 else SHORT_MONTHS[day.month - 1]
