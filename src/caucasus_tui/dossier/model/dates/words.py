"""Dates as a reader sees them: short for columns, whole in sentences, and never sharper than the source."""

from collections.abc import Iterator
from datetime import MAXYEAR
from functools import lru_cache

from caucasus_tui.dossier.model.dates.date_points import Point
from caucasus_tui.dossier.model.dates.days import year_words
from caucasus_tui.dossier.model.dates.edtf import NOT_STATED, When
from caucasus_tui.dossier.model.dates.profile import Reading, read

COLUMN_WIDTH = 16
"""Cells that a date may take in a column."""

UNDATED = "undated"
# fmt: off
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on
SHORT_MONTHS = tuple(name[:3] for name in LONG_MONTHS)
_SEASONS = ("spring", "summer", "autumn", "winter")
_SPRING, _SOUTHERN, _QUARTERS = 21, 29, 33
_BCE = " BCE"
_LONG = 99_999
"""Years up to here have room in any column."""


def column_date(when: When | None) -> str:
    """At most COLUMN_WIDTH cells; `→` says begun then, and lasting. A range too long for a column is made coarser, to
    months or years, never finer: the sentence has its days."""
    if when is None or when.edtf is None:
        return UNDATED
    arrow = " →" if when.ongoing or when.role == "onset" else ""
    return next(f"{form}{arrow}" for form in _coarser(read(when.edtf)) if len(form) + len(arrow) <= COLUMN_WIDTH)


def _coarser(reading: Reading) -> Iterator[str]:
    """The words for a date, each with less in them; mostly the first have room."""
    yield from (_range(_cut(reading, depth)) for depth in (2, 1, 0))
    one = _both(reading.qualifiers)  # where not even years have room for one each
    yield _range(_cut(reading, 0)._replace(qualifiers=(one, one)))
    if reading.form == "season":
        yield _qualified(_point(reading.start, south=False), one)
    yield _era(reading)


@lru_cache(maxsize=1 << 14)
def sentence_date(when: When | None) -> str:
    """The source's words, then the dates they may mean, then what was inferred; the words alone where they say it all.

    `When.basis`, the ground for an inference, is left to the caller.
    """
    if when is None:
        return UNDATED
    if when.edtf is None:
        return "date not stated" if when.as_stated == NOT_STATED else f"{source_words(when)} — {UNDATED}"
    reading = read(when.edtf)
    remarks = (", ongoing" if when.ongoing else "") + (", year inferred" if year_inferred(when) else "")
    if not remarks and when.as_stated.casefold() in _plain_forms(reading):
        return when.as_stated
    since = "from " if when.ongoing else ""
    return f"{when.as_stated} — {since}{_meaning(reading, stated=when.as_stated != NOT_STATED)}{remarks}"


def source_words(when: When) -> str:
    """The source's own words; quoted where no date can be told from them, as they may count from a day long past."""
    return when.as_stated if when.edtf else f"“{when.as_stated}”"


def span_words(when: When | None) -> str:
    """The dates alone, whole, without the source's words: `26 Sep – 10 Oct 2023`."""
    if when is None or when.edtf is None:
        return UNDATED
    return _range(read(when.edtf), roomy=True)


def as_of_words(when: When | None) -> str:
    """`as of 26 Sep – 10 Oct 2023`; without a date that it is not dated."""
    return f"as of {span_words(when)}" if when and when.edtf else "not dated"


def year_inferred(when: When | None) -> bool:
    """Whether the year is the curator's, not the source's."""
    return when is not None and when.year == "inferred"


def day_not_stated(when: When | None) -> bool:
    """Whether the date is a range with the one day somewhere in it, or one that the source has no words for."""
    if when is None or when.edtf is None:
        return False
    return when.edtf.form == "one-of" or when.as_stated == NOT_STATED


def date_marks(when: When | None) -> str:
    """For columns: `~` year inferred, `?` day not stated; none, one or both."""
    return "~" * year_inferred(when) + "?" * day_not_stated(when)


def _meaning(reading: Reading, *, stated: bool) -> str:
    """The days that a source's words may mean, as part of a sentence."""
    about, unsure = "about ", ", uncertain"
    if reading.qualifiers[0] != reading.qualifiers[1]:
        return _range(reading, roomy=True, about=about, unsure=unsure)
    text = _range(reading._replace(qualifiers=("", "")), roomy=True)
    if reading.form == "season" and (reading.start.month or 0) < _QUARTERS:
        text += f" ({_months(reading.start)})"
    elif reading.form == "one-of" and stated:
        text = f"{_unit(reading)} {text}"
    elif reading.form == "one-of":
        text = "between {} and {}".format(*_ends(reading))
    return _qualified(text, reading.qualifiers[0], about=about, unsure=unsure)


def _unit(reading: Reading) -> str:
    depth = reading.start.depth
    alike = depth == reading.end.depth and not (reading.start.is_season or reading.end.is_season)
    return ("some year", "some month", "some day")[depth] if alike else "some time"


def _plain_forms(reading: Reading) -> set[str]:
    """What a source may have written that needs no second date beside it."""
    if reading.form in ("one-of", "span") or any(reading.qualifiers):
        return set()
    forms = {_point(reading.start).casefold(), _point(reading.start, LONG_MONTHS).casefold()}
    return {f"{before}{form}" for form in forms for before in ("", "in ", "on ")}


def _range(reading: Reading, *, roomy: bool = False, about: str = "c. ", unsure: str = "?") -> str:
    """Both ends with a dash, what they share said once; `roomy` puts blanks round a dash between words. A qualifier
    that both ends have stands once, for the whole."""
    if reading.start == reading.end:
        return _qualified(_point(reading.start), _both(reading.qualifiers), about=about, unsure=unsure)
    start, end = _ends(reading)
    first, second = reading.qualifiers
    if first != second:
        start = _qualified(start, first, about=about, unsure=unsure)
        end = _qualified(end, second, about=about, unsure=unsure)
    elif reading.start.depth == reading.end.depth == 0 and len(end) == 4 and start[:2] == end[:2] and end[2:] > "12":
        end = end[2:]  # not where it would look like a month
    text = f"{start} – {end}" if roomy and " " in start else f"{start}–{end}"
    return text if first != second else _qualified(text, first, about=about, unsure=unsure)


def _both(qualifiers: tuple[str, str]) -> str:
    """What holds of a date where this or that holds of its ends."""
    first, second = qualifiers
    return first if first == second or not second else second if not first else "%"


def _ends(reading: Reading) -> tuple[str, str]:
    """Both ends in words; the first without the month or year that the second says too."""
    start, end = reading.start, reading.end
    first, last = _point(start), _point(end)
    # Of two ends that are not equally fine neither is shortened: "15 Jan–Jan 2005" says nothing.
    if start.year == end.year and start.month and end.month and start.depth == end.depth:
        first = first.removesuffix(f" {year_words(end.year)}")
        if start.month == end.month and start.day and end.day:
            first = str(start.day)
    return first.removesuffix(_BCE) if last.endswith(_BCE) else first, last


def _cut(reading: Reading, depth: int) -> Reading:
    """The same with days (2), months (1) or years (0) as the finest part. Only ranges and spans get coarser."""
    if reading.start == reading.end:
        return reading
    end = reading.end.cut(depth)
    if depth == 0:
        end = end._replace(year=reading.end.last_day.year)  # a winter ends in the next one
    return reading._replace(start=reading.start.cut(depth), end=end)


def _era(reading: Reading) -> str:
    """Where not even years have room: what can be said of them in few letters."""
    first, last = (
        _BCE.strip() if year <= 0 else f"after {MAXYEAR}" if year > _LONG else year_words(year)
        for year in (reading.earliest.year, reading.latest.year)
    )
    return first if first == last else f"{first}–{last}"


def _point(point: Point, months: tuple[str, ...] = SHORT_MONTHS, *, south: bool = True) -> str:
    """`south` names the seasons there; else their months stand for them."""
    year = year_words(point.year)
    if point.is_season and point.month:
        if point.last_day.year != point.year:
            far = point.year <= 0 or point.year >= MAXYEAR
            following = year_words(point.year + 1) if far else f"{(point.year + 1) % 100:02}"
            year = f"{year.removesuffix(_BCE) if following.endswith(_BCE) else year}–{following}"
        southern = _SOUTHERN <= point.month < _QUARTERS
        if point.month >= _QUARTERS or (southern and not south):
            return f"{_months(point)} {year}"
        return f"{'southern ' * southern}{_SEASONS[(point.month - _SPRING) % len(_SEASONS)]} {year}"
    parts = (str(point.day or ""), months[point.month - 1] if point.month else "", year)
    return " ".join(part for part in parts if part)


def _months(point: Point) -> str:
    """`Dec–Feb`, of a part of a year."""
    return "–".join(SHORT_MONTHS[(month - 1) % len(SHORT_MONTHS)] for month in point.months)


def _qualified(text: str, qualifier: str, *, about: str = "c. ", unsure: str = "?") -> str:
    return f"{about if qualifier in ('~', '%') else ''}{text}{unsure if qualifier in ('?', '%') else ''}"
