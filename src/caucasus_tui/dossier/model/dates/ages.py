"""How long ago: the age of what we know, and whether a window for acting is still open."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from caucasus_tui.dossier.model.dates.days import Day, days_between
from caucasus_tui.dossier.model.dates.edtf import When, sort_key
from caucasus_tui.dossier.model.dates.words import sentence_date
from caucasus_tui.dossier.text import counted

WindowState = Literal["passed", "open", "ahead"]

_DAYS_A_YEAR = 365.2425
_A_MONTH = 31


def age_days(as_of: When, today: date) -> int | None:
    """Days since the latest day that `as_of` may mean; 0 on any day it may mean, negative before it; None undated."""
    if as_of.edtf is None:
        return None
    if today < as_of.edtf.earliest:
        return days_between(as_of.edtf.earliest, today)
    return max(0, days_between(as_of.edtf.latest, today))


def age_words(days: int | None) -> str:
    """`3 years old`, `12 days old`, `today`. A negative age is a clock or a date that is wrong, and says so."""
    if days is None:
        return "age not known"
    if days == 0:
        return "today"
    return f"{_length(days)} old" if days > 0 else f"dated {_length(-days)} ahead"


def window_state(when: When | None, today: Day) -> WindowState | None:
    """Where `today` stands to the window: before, in or after every day it may mean. None: the window has no date.

    What goes on (`ongoing`) does not pass.
    """
    if when is None or when.edtf is None:
        return None
    if today < when.edtf.earliest:
        return "ahead"
    return "open" if when.ongoing or today <= when.edtf.latest else "passed"


def nearest_window(windows: Iterable[When], today: date) -> When | None:
    """Of several windows the first that has not passed, else the last; None where there is none."""
    found = sorted(windows, key=sort_key)
    return next((when for when in found if window_state(when, today) != "passed"), found[-1] if found else None)


def window_words(when: When | None, today: date) -> str:
    """`passed 3 years ago`, `in 5 days`, `open, 9 days left`; `no date` where it has none, nothing where there is no
    window. For one unknown day in a range, what can be said: `in 5 to 14 days`, `open, at most 9 days left`.

    `today` may be the as-of day instead.
    """
    if when is None or when.edtf is None:
        return "no date" if when else ""
    first, last = days_between(today, when.edtf.earliest), days_between(today, when.edtf.latest)
    unknown_day = when.edtf.form == "one-of"
    state = window_state(when, today)
    if last - first > _A_MONTH and state in ("ahead", "passed"):
        # A date given by the year: counting from its first or last day would make up a day.
        between = _between(first, last) if state == "ahead" else _between(-last, -first)
        return f"in {between}" if state == "ahead" else f"passed {between} ago"
    match state:
        case "passed":
            return f"passed {_length(-last)} ago"
        case "ahead":
            return f"in {first} to {_length(last)}" if unknown_day and last < _DAYS_A_YEAR else f"in {_length(first)}"
    if when.ongoing:
        return "open"
    return "open, last day" if last == 0 else f"open, {'at most ' * unknown_day}{_length(last)} left"


def due_words(when: When, today: date) -> str:
    """The date in a sentence; of a window or a deadline also where `today` stands to it: `early October — some day 1–10
    Oct 2023, passed 3 years ago`."""
    due = window_words(when, today) if when.edtf and when.role in ("deadline", "window") else ""
    return ", ".join(filter(None, (sentence_date(when), due)))


def _between(least: int, most: int) -> str:
    """`10 to 22 months`, `1 to 2 years`: whole months up to two years, then years; one number where both agree."""
    unit, size = ("year", _DAYS_A_YEAR) if most >= 2 * _DAYS_A_YEAR else ("month", _DAYS_A_YEAR / 12)
    low, high = int(least / size), int(most / size)
    span = str(high) if low == high else f"{low} to {high}" if low else f"at most {high}"
    return f"{span} {unit}{'s' * (high != 1)}"


def _length(days: int) -> str:
    """Days up to a year, then whole years: an age in months would need a calendar to be checked."""
    years = int(days / _DAYS_A_YEAR)
    number, unit = (years, "year") if years else (days, "day")
    return counted(number, unit)
