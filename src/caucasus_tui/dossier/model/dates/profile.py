"""An EDTF string in its parts: the profile that is read here, and what is wrong with what is none of it."""

import re
from datetime import MAXYEAR
from functools import lru_cache
from typing import Literal, NamedTuple

from caucasus_tui.dossier.model.dates.date_points import SPRING, STRETCHES, Point
from caucasus_tui.dossier.model.dates.days import Day
from caucasus_tui.dossier.model.dates.remedies import remedy

DateForm = Literal["date", "season", "one-of", "span"]

_PART = r"[?~%]?[0-9X]{2}[?~%]?"
_FAR = r"[?~%]?Y-?[1-9][0-9]{4,8}[?~%]?|[?~%]?Y-?[1-9][0-9]{0,4}E[1-9][?~%]?"
"""A year of more than four digits, up to thousands of millions: no calendar has months for it."""
_POINT = f"(?:{_FAR}|[?~%]?-?[0-9X]{{4}}[?~%]?(?:-{_PART}(?:-{_PART})?)?)"
"""Compiled when a date is first read, and alone: four of it in one pattern take longer than most modules to load."""
EDTF = rf"\[{_POINT}\.\.{_POINT}\][?~%]?|{_POINT}(?:/{_POINT})?"
"""The outer form of the whole, for others; what the calendar knows, no pattern says."""


class Reading(NamedTuple):
    """What an EDTF string says. `end` is the same point as `start` but in a range or a span; a digit that is not known
    makes a range. Each end has a qualifier of its own: `?`, `~`, both as `%`, or none."""

    form: DateForm
    start: Point
    end: Point
    qualifiers: tuple[str, str]

    @property
    def earliest(self) -> Day:
        """The first day that it may mean."""
        return min(self.start.first_day, self.end.first_day) if self.form == "one-of" else self.start.first_day

    @property
    def latest(self) -> Day:
        """The last day that it may mean."""
        return max(self.start.last_day, self.end.last_day) if self.form == "one-of" else self.end.last_day


@lru_cache(maxsize=1 << 14)
def read(text: str) -> Reading:
    """An EDTF string in parts. Raises ValueError, saying what would be right, outside the profile."""
    bracketed = text.startswith("[")
    inner, _, whole = text[1:].rpartition("]") if bracketed else (text, "", "")
    first, two, last = inner.partition(".." if bracketed else "/")
    points = (first, last) if two or bracketed else (first,)
    if whole not in ("", *"?~%") or not all(re.fullmatch(_POINT, point) for point in points):
        raise ValueError(f"{text!r} {remedy(text)}")
    (start, start_high), (end_low, end) = _points(first, text), _points(last or first, text)
    if last and (start != start_high or end != end_low):
        start, end = _coarse(start, start_high, text), _coarse(end_low, end, text)
    qualifiers = _qualifier(first), _qualifier(last or first)
    if bracketed and any(qualifiers):
        raise ValueError(f"{text!r}: in brackets one date is meant, and which is not known; take the ?, ~ or % out")
    if start.first_day > end.last_day:
        raise ValueError(f"{text!r} ends before it begins; write the earlier date first")
    one_of = bracketed or (not last and start != end)
    form: DateForm = "one-of" if one_of else "span" if last else "season" if start.is_season else "date"
    # A sign behind the brackets is no EDTF, but was once allowed here; `check` says so.
    return Reading(form, start, end, (whole, whole) if whole else qualifiers)


def _qualifier(text: str) -> str:
    """That of a point, wherever it stands in it: what holds for its day or its month holds for the date."""
    found = {sign for sign in text if sign in "?~%"}
    return "%" if "%" in found or len(found) > 1 else "".join(found)


def _points(text: str, whole: str) -> tuple[Point, Point]:
    """The first and the last date that a point may mean: the same, unless digits of it are not known."""
    plain = re.sub("[?~%]", "", text)
    before = plain.startswith("-")
    parts = [plain] if plain.startswith("Y") else plain.removeprefix("-").split("-")
    if "XXXX" in plain:
        raise ValueError(f"{whole!r} says no year; leave edtf out, as_stated keeps its words")
    if "X" not in plain:
        return (point := _point(parts, before, whole)), point
    low, high = ([_digits(part, place, last) for place, part in enumerate(parts)] for last in (False, True))
    if before:  # the greatest number is the earliest year
        low[0], high[0] = high[0], low[0]
    first, last = _point(low[:2], before, whole), _point(high[:2], before, whole)
    if len(parts) < 3:
        return first, last
    if "X" in parts[2]:
        # The last days of months differ: the nearest that the calendar has.
        days = range(1, last.last_day.day + 1)
        fitting = [day for day in days if re.fullmatch(parts[2].replace("X", "."), f"{day:02}")]
        if not fitting:
            raise ValueError(f"{whole!r}: {text} is not in the calendar; write a day that is, or the month alone")
        high[2] = f"{fitting[-1]:02}"
    return _point(low, before, whole), _point(high, before, whole)


def _digits(part: str, place: int, last: bool) -> str:
    """The least or the greatest number that a year, month or day with unknown digits may be."""
    if "X" not in part:
        return part
    if place == 0:
        return part.replace("X", "9" if last else "0")
    numbers = range(1, (12, 31)[place - 1] + 1)
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


def _point(parts: list[str], before: bool, whole: str) -> Point:
    """`before`: the year is negative."""
    digits, _, zeros = parts[0].removeprefix("Y").partition("E")
    point = Point(int(digits) * 10 ** int(zeros or 0) * (-1 if before else 1), *map(int, parts[1:]))
    if before and point.year == 0:
        raise ValueError(f"{whole!r}: there is no year -0000; 0000 is 1 BCE, -0001 is 2 BCE")
    if parts[0].startswith("Y") and abs(point.year) <= MAXYEAR:
        raise ValueError(f"{whole!r}: a Y stands before a year of more than four digits alone; take it out")
    if point.month is not None and not (1 <= point.month <= 12 or 0 <= point.month - SPRING < len(STRETCHES)):
        raise ValueError(f"{whole!r}: month {point.month:02} is neither a month (01–12) nor a season (21–24)")
    if point.is_season and point.day is not None:
        raise ValueError(f"{whole!r}: a season has no days; write YYYY-MM-DD with a month from 01 to 12")
    try:
        _ = point.first_day, point.last_day
    except ValueError:
        raise ValueError(
            f"{whole!r}: {'-'.join(parts)} is not in the calendar; write a day that is, or the month alone"
        ) from None
    return point
