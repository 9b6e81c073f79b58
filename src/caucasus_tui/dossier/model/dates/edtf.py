"""The dates themselves: a small profile of EDTF, its first and last possible day, and a source's words for a date."""

from datetime import date
from functools import lru_cache
from typing import ClassVar, Literal, Self

from msgspec import Struct

from caucasus_tui.dossier.model.dates.days import Day
from caucasus_tui.dossier.model.dates.profile import EDTF, DateForm, read

DateRole = Literal["point", "onset", "span", "deadline", "window", "as-of"]

NOT_STATED = "not stated"
"""What `When.as_stated` holds where the source has no words for a date."""


class Edtf(str):
    """A date in the profile above. Raises ValueError, saying what would be right, on anything else."""

    __slots__ = ()
    pattern: ClassVar[str] = EDTF

    def __new__(cls, text: str) -> Self:
        read(text)
        return super().__new__(cls, text)

    @property
    def earliest(self) -> Day:
        """The first day that the date may mean."""
        return _bounds(self)[0]

    @property
    def latest(self) -> Day:
        """The last day that the date may mean; winter (24) ends with February of the next year."""
        return _bounds(self)[1]

    @property
    def form(self) -> DateForm:
        """`one-of` is one unknown date in a range, `span` a stretch of time."""
        return read(self).form


@lru_cache(maxsize=1 << 14)
def _bounds(text: str) -> tuple[Day, Day]:
    """The first and the last day of a date. A timeline asks for those of thousands, most of them plain days."""
    if len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit() and text[:4] != "0000":
        return (day := date.fromisoformat(text)), day
    reading = read(text)
    return reading.earliest, reading.latest


class When(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """When something was: the source's words first, the date we read from them second, and what we inferred."""

    edtf: Edtf | None = None
    """None: the source gives no date; the thing stands in the undated lane."""
    role: DateRole
    """What the date is to the thing: `docs/dates.md` has the roles."""
    as_stated: str
    """The source's words for the date (`early September`), or `not stated`."""
    ongoing: bool = False
    """It began and has not ended, as far as the source says."""
    year: Literal["stated", "inferred"] | None = None
    """`inferred` where the source leaves the year to its reader."""
    basis: str | None = None
    """The curator's: how a date or a year that is not stated was arrived at."""


def sort_key(when: When | None) -> tuple[bool, Day, Day]:
    """Earliest day first, then latest day; what has no date comes last, in the order it was in."""
    if when is None or when.edtf is None:
        return True, date.max, date.max
    return False, *_bounds(when.edtf)
