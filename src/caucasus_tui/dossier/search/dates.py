"""Dates as words of the index: `@2023-09-12` for a day, `@2023-09` for a month, `@--09-12` and `@--09` in any year.

So a date is found however it is written, in a query as in a text, and the 2nd is not the 20th.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from caucasus_tui.dossier.model.dates import Day, days_between
from caucasus_tui.dossier.model.dates.words import LONG_MONTHS

SIGN = "@"
"""What a date begins with, and no folded word."""
_MONTHS = tuple(map(str.lower, LONG_MONTHS))
_ALONE = tuple(name for name in _MONTHS if name not in ("march", "may"))
"""Months that mean one without a day or a year."""
_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join((*_NUMBERS, 'sept'))})\b\.?)"
_WRITTEN = (
    r"(?<![\w.,/–-])(?<!– )(?:"
    r"(?P<y1>[0-9]{4})(?P<s1>[-/.])(?P<m1>[0-9]{1,2})(?P=s1)(?P<d1>[0-9]{1,2})"
    r"|(?P<d2>[0-9]{1,2})(?P<s2>[-/.])(?P<m2>[0-9]{1,2})(?P=s2)(?P<y2>[0-9]{4}|[0-9]{2})"
    rf"|(?P<d3>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m3>{_MONTH})(?:,?\s+(?P<y3>[0-9]{{4}}))?"
    rf"|(?P<m4>{_MONTH})\s+(?:the\s+)?(?P<d4>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y4>[0-9]{{4}}))?"
    rf"|(?P<m5>{_MONTH}),?\s+(?P<y5>[0-9]{{4}})"
    r"|(?P<y6>[0-9]{4})-(?P<m6>[0-9]{2})"
    rf"|(?P<m7>{'|'.join(_ALONE)})"
    r")(?![\w/–-]|\.[0-9])"
)
_MAYBE = f"[0-9]|{'|'.join(_ALONE)}"
"""Texts, not patterns: `re` makes and keeps each when a query or a text may have a date."""
_DIGIT = re.compile("[0-9]")
_NARROW = 62
"""Days."""


class Written(NamedTuple):
    """A date in a text, from character `start` to `end`. What is not said is None."""

    year: int | None
    month: int
    day: int | None
    start: int
    end: int
    ambiguous: bool = False
    """Whether day and month could be the other way round."""

    @property
    def word(self) -> str:
        """The word that the index has for it."""
        return _word(self.year, self.month, self.day)


def written(text: str) -> Iterator[Written]:
    """The dates in a text, in order; what no calendar has is none."""
    if not may_have_date(text):
        return
    for match in re.finditer(_WRITTEN, text, re.IGNORECASE):
        found = {name[0]: value for name, value in match.groupdict().items() if value}
        month, day = found["m"].lower(), int(found["d"]) if "d" in found else None
        number = _NUMBERS.get(month[:3]) or int(month)
        year = int(found["y"]) if "y" in found else None
        if year is not None and year < 100:
            year += 2000 if year < 70 else 1900
        ambiguous = bool(match["d2"]) and match["s2"] == "/" and day != number and (day or 0) <= 12
        if match["d2"] and number > 12 and day:  # 9/20/2023
            number, day = day, number
        if _exists(year, number, day):
            yield Written(year, number, day, *match.span(), ambiguous)


def may_have_date(text: str) -> bool:
    """Whether there is any sense in looking: most texts of an index have none."""
    if not text.isascii():
        return re.search(_MAYBE, text, re.IGNORECASE) is not None
    lower = text.lower()
    return any(month in lower for month in _ALONE) or _DIGIT.search(text) is not None


@lru_cache(maxsize=1 << 10)
def date_words(text: str) -> tuple[str, ...]:
    """The words of the index for all dates in a text."""
    return tuple(dict.fromkeys(word for found in written(text) for word in _wider(*found[:3])))


def dated(first: Day, last: Day) -> tuple[str, ...]:
    """The words for something from its first to its last possible day: a day, or the months of a short while. A year
    that `written` finds in no text is none."""
    if first == last:
        return _wider(_year(first), first.month, first.day)
    if days_between(first, last) > _NARROW:
        return ()
    return tuple(dict.fromkeys((*_wider(_year(first), first.month), *_wider(_year(last), last.month))))


def _year(day: Day) -> int | None:
    return day.year if isinstance(day, date) else None


def is_day(word: str) -> bool:
    """Whether a date of the index is a day, in whatever year; else it is a month."""
    return word.count("-") == (3 if word.startswith(f"{SIGN}--") else 2)


def shown(word: str) -> tuple[str, ...]:
    """The folded words by which a text may say a date of the index."""
    parts = word.split("-")
    month, day = (parts[-2], parts[-1]) if is_day(word) else (parts[-1], "")
    name = _MONTHS[int(month) - 1]
    return tuple(dict.fromkeys((name, name[:3], name[:4], *((str(int(day)), day) if day else ()))))


def spoken(word: str) -> str:
    """A date of the index as one says it."""
    parts = word.removeprefix(SIGN).split("-")
    month, day = (parts[-2], parts[-1].lstrip("0")) if is_day(word) else (parts[-1], "")
    return " ".join(filter(None, (day, _MONTHS[int(month) - 1].capitalize(), parts[0])))


@lru_cache(maxsize=1 << 14)
def _wider(year: int | None, month: int, day: int | None = None) -> tuple[str, ...]:
    """The date itself, and all that it lies in."""
    years = (year, None) if year is not None else (None,)
    days = (day, None) if day is not None else (None,)
    return tuple(_word(one_year, month, one_day) for one_year in years for one_day in days)


def _word(year: int | None, month: int, day: int | None = None) -> str:
    start = "-" if year is None else f"{year:04}"
    return f"{SIGN}{start}-{month:02}" + (f"-{day:02}" if day is not None else "")


def _exists(year: int | None, month: int, day: int | None) -> bool:
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return False
    return True
