"""The dates themselves: a small profile of EDTF, its first and last possible day, and a source's words for a date."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import ClassVar, Literal, NamedTuple, Self

from msgspec import Struct

DateRole = Literal["point", "onset", "span", "deadline", "window", "as-of"]
DateForm = Literal["date", "season", "one-of", "span"]

NOT_STATED = "not stated"
"""What `When.as_stated` holds where the source has no words for a date."""

_PART = r"[?~%]?[0-9X]{{{0}}}[?~%]?"
_POINT = f"{_PART.format(4)}(?:-{_PART.format(2)}(?:-{_PART.format(2)})?)?"
_EDTF = re.compile(
    rf"\[(?P<low>{_POINT})\.\.(?P<high>{_POINT})\](?P<whole>[?~%]?)|(?P<start>{_POINT})(?:/(?P<end>{_POINT}))?"
)
_ALLOWED = (
    "write YYYY, YYYY-MM, YYYY-MM-DD, YYYY-21 to YYYY-24 (season), [a..b] or a/b; X for a digit that is not known, "
    "?, ~ or % for what is uncertain, about, or both"
)
_SPRING = 21


class Point(NamedTuple):
    """A year, month, day or season as written; a part that is not written is None. The month of a season is 21–24."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def depth(self) -> int:
        """0 for a year, 1 for a month or season, 2 for a day."""
        return (self.month is not None) + (self.day is not None)

    def cut(self, depth: int) -> Self:
        """The same, no finer than `depth`."""
        return self._replace(month=self.month if depth > 0 else None, day=self.day if depth > 1 else None)

    @property
    def is_season(self) -> bool:
        return self.month is not None and self.month >= _SPRING

    @property
    def first_day(self) -> date:
        """Raises ValueError where the calendar has no such day."""
        return date(self.year, self._first_month, 1 if self.day is None else self.day)

    @property
    def last_day(self) -> date:
        """Raises ValueError where the calendar has no such day."""
        if self.day is not None:
            return date(self.year, self._first_month, self.day)
        if self.is_season:
            return _month_end(self.year, self._first_month + 2)
        return _month_end(self.year, self.month or 12)

    @property
    def _first_month(self) -> int:
        if self.month is None:
            return 1
        return 3 * (self.month - _SPRING) + 3 if self.is_season else self.month


class Reading(NamedTuple):
    """What an EDTF string says. `end` is the same point as `start` but in a range or a span; a digit that is not known
    makes a range. Each end has a qualifier of its own: `?`, `~`, both as `%`, or none."""

    form: DateForm
    start: Point
    end: Point
    qualifiers: tuple[str, str]

    @property
    def earliest(self) -> date:
        return min(self.start.first_day, self.end.first_day) if self.form == "one-of" else self.start.first_day

    @property
    def latest(self) -> date:
        return max(self.start.last_day, self.end.last_day) if self.form == "one-of" else self.end.last_day


def _month_end(year: int, month: int) -> date:
    """The last day of a month; month 14 is February of the next year, as winter begins in December."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if (year, month) == (date.max.year, 12):
        return date.max
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


@lru_cache(maxsize=1 << 14)
def read(text: str) -> Reading:
    """An EDTF string in parts. Raises ValueError, saying what would be right, outside the profile."""
    match = _EDTF.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} {_refusal(text)}")
    first, last = match["low"] or match["start"], match["high"] or match["end"]
    (start, start_high), (end_low, end) = _points(first, text), _points(last or first, text)
    if last and (start != start_high or end != end_low):
        start, end = _coarse(start, start_high, text), _coarse(end_low, end, text)
    qualifiers = _qualifier(first), _qualifier(last or first)
    if match["low"] and any(qualifiers):
        raise ValueError(f"{text!r}: in brackets one date is meant, and which is not known; take the ?, ~ or % out")
    if match["whole"]:  # no EDTF, but once allowed here; `check` says so
        qualifiers = match["whole"], match["whole"]
    if (start.is_season or end.is_season) and (last or any(qualifiers)):
        raise ValueError(f"{text!r}: a season stands alone, without a range, ? or ~; write its months instead")
    if start.first_day > end.last_day:
        raise ValueError(f"{text!r} ends before it begins; write the earlier date first")
    one_of = match["low"] or (not last and start != end)
    form: DateForm = "one-of" if one_of else "span" if last else "season" if start.is_season else "date"
    return Reading(form, start, end, qualifiers)


def _refusal(text: str) -> str:
    """What is wrong with a text that has not the form of a date, and what would be right."""
    if text.startswith(("../", "[..", "/")):
        return "has no beginning; write the date it ended with, and leave the rest to as_stated"
    if text.endswith(("/..", "/", "..]")):
        return "has an open end; write the date it begins with, and ongoing: true"
    if re.search(r"\d[T ]\d\d:", text):
        return "has a time of day; write the day, and leave the time to as_stated"
    if re.search(r"(?:^|[\[/.Y])-\d", text):
        return "lies before the year 1, for which there is no calendar here; leave edtf out, as_stated keeps its words"
    if re.search(r"(?:^|[\[/.])Y?\d{5,}", text):
        return "has a year of more than four digits; leave edtf out, as_stated keeps its words"
    return f"is not a date this program reads; {_ALLOWED}"


def _qualifier(text: str) -> str:
    """That of a point, wherever it stands in it: what holds for its day or its month holds for the date."""
    found = {sign for sign in text if sign in "?~%"}
    return "%" if "%" in found or len(found) > 1 else "".join(found)


def _points(text: str, whole: str) -> tuple[Point, Point]:
    """The first and the last date that a point may mean: the same, unless digits of it are not known."""
    parts = re.sub("[?~%]", "", text).split("-")
    low, high = ([_digits(part, place, last) for place, part in enumerate(parts)] for last in (False, True))
    if "X" not in text:
        return (point := _point(parts, whole)), point
    if len(parts) == 3 and "X" in parts[2]:
        # The last days of months differ: the nearest that the calendar has.
        day = _month_end(int(high[0]), int(high[1])).day
        fitting = [number for number in range(1, day + 1) if re.fullmatch(parts[2].replace("X", "."), f"{number:02}")]
        if not fitting:
            raise ValueError(f"{whole!r}: {text} is not in the calendar")
        high[2] = f"{fitting[-1]:02}"
    return _point(low, whole), _point(high, whole)


def _digits(part: str, place: int, last: bool) -> str:
    """The least or the greatest number that a year, month or day with unknown digits may be."""
    if "X" not in part:
        return part
    numbers = range(1, (9999, 12, 31)[place] + 1)
    if place == 0:
        return part.replace("X", "9" if last else "0")
    fitting = [f"{number:02}" for number in numbers if re.fullmatch(part.replace("X", "."), f"{number:02}")]
    return fitting[-1 if last else 0] if fitting else part.replace("X", "9")


def _coarse(low: Point, high: Point, whole: str) -> Point:
    """An end of a range of which the day, or month and day, are not known: the month, or the year. Sharper would say
    more than is known."""
    for depth in (2, 1, 0):
        cut = low.cut(depth)
        if cut == high.cut(depth) and (cut.first_day, cut.last_day) == (low.first_day, high.last_day):
            return cut
    raise ValueError(f"{whole!r}: in a range only a whole day or month may be unknown; write the earliest and latest")


def _point(parts: list[str], whole: str) -> Point:
    point = Point(*map(int, parts))
    if point.year == 0:
        raise ValueError(f"{whole!r}: there is no year 0000 here; write 0001 to 9999, or leave edtf out")
    if point.month is not None and not (1 <= point.month <= 12 or _SPRING <= point.month <= _SPRING + 3):
        raise ValueError(f"{whole!r}: month {point.month:02} is neither a month (01–12) nor a season (21–24)")
    if point.is_season and point.day is not None:
        raise ValueError(f"{whole!r}: a season has no days; write YYYY-MM-DD with a month from 01 to 12")
    try:
        _ = point.first_day, point.last_day
    except ValueError:
        raise ValueError(f"{whole!r}: {'-'.join(parts)} is not in the calendar") from None
    return point


class Edtf(str):
    """A date in the profile above. Raises ValueError, saying what would be right, on anything else."""

    __slots__ = ()
    pattern: ClassVar[str] = re.sub(r"\?P<\w+>", "?:", _EDTF.pattern)
    """The outer form; what the calendar knows, no pattern says."""

    def __new__(cls, text: str) -> Self:
        read(text)
        return super().__new__(cls, text)

    @property
    def earliest(self) -> date:
        """The first day that the date may mean."""
        return _bounds(self)[0]

    @property
    def latest(self) -> date:
        """The last day that the date may mean; winter (24) ends with February of the next year."""
        return _bounds(self)[1]

    @property
    def form(self) -> DateForm:
        """`one-of` is one unknown date in a range, `span` a stretch of time."""
        return read(self).form


@lru_cache(maxsize=1 << 14)
def _bounds(text: str) -> tuple[date, date]:
    """The first and the last day of a date. A timeline asks for those of thousands, most of them plain days."""
    if len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit():
        return (day := date.fromisoformat(text)), day
    reading = read(text)
    return reading.earliest, reading.latest


class When(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """When something was: the source's words first, the date we read from them second, and what we inferred."""

    edtf: Edtf | None = None
    """None: the source gives no date; the thing stands in the undated lane."""
    role: DateRole
    as_stated: str
    """The source's words for the date (`early September`), or `not stated`."""
    ongoing: bool = False
    year: Literal["stated", "inferred"] | None = None
    basis: str | None = None
    """The curator's: how a date or a year that is not stated was arrived at."""


def sort_key(when: When | None) -> tuple[bool, date, date]:
    """Earliest day first, then latest day; what has no date comes last, in the order it was in."""
    if when is None or when.edtf is None:
        return True, date.max, date.max
    return False, when.edtf.earliest, when.edtf.latest
