"""The brief before any format. Every format shows these lines, in these words, and no others."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from caucasus_tui.dossier.model import Citation, Outline, StatementType, When
from caucasus_tui.dossier.model.sources import HedgeCode

WORDS_A_MINUTE = 200
"""How fast a brief is read aloud, with care."""

Voice = StatementType | Literal["curator", "gap", "reader"]
"""Who speaks: a source, in one of the five types; the curator; nobody, where the sources are silent; or the reader."""


class Support(Struct, frozen=True, kw_only=True):
    """A statement that a claim rests on. `hedge` as it is printed, empty where the statement has none."""

    cite: Citation
    label: str
    """The citation, short; where it stands first of its source it is printed whole."""
    type: StatementType
    hedge: str = ""
    hedge_word: str = ""
    hedge_code: HedgeCode | None = None
    superseded_by: str = ""
    """The id of the source that takes the place of its own; empty where none does."""


class Claim(Struct, frozen=True, kw_only=True):
    """A sentence or two of one voice, or, without text, who stands behind the facts of its line. `name` says what it is
    to the line: `Obstacle`, `Risk`."""

    text: str
    voices: tuple[Voice, ...]
    support: tuple[Support, ...] = ()
    tensions: tuple[str, ...] = ()
    """Ids of the tensions that touch its citations."""
    gaps: tuple[str, ...] = ()
    """Addresses of the gaps it rests on: what the sources do not say."""
    name: str = ""


class Line(Struct, frozen=True, kw_only=True):
    """The unit that is kept or left out whole. `about`: the address of what it speaks of; `group`: a heading inside its
    section; `head` and `facts`: labels, dates and words of our vocabularies, which are no claims; `web`: the address
    that stands behind them."""

    claims: tuple[Claim, ...] = ()
    head: str = ""
    facts: str = ""
    web: str = ""
    group: str = ""
    about: str = ""
    always: bool = False
    """Never left out."""


class Lettering(Struct, frozen=True, kw_only=True):
    """A text on a drawing. `x`: where it begins, has its middle or ends, as `anchor` says; `y`: its base line; `faint`:
    for orientation only."""

    text: str
    x: float
    y: float
    anchor: Literal["start", "middle", "end"] = "middle"
    strong: bool = False
    faint: bool = False


class Drawing(Struct, frozen=True, kw_only=True):
    """A picture, for the formats that have pictures; its letters are ten units high. `note` stands under it; `said`:
    the same in words, for who cannot see it."""

    width: float
    height: float
    lines: tuple[tuple[tuple[float, float], ...], ...]
    letterings: tuple[Lettering, ...]
    note: str
    said: str


class Section(Struct, frozen=True, kw_only=True):
    """`noun`: what its lines are called when some are left out; `note` stands under the title."""

    key: str
    title: str
    noun: str
    note: str = ""
    lines: tuple[Line, ...] = ()
    listed: bool = False
    """A list to look things up in: nobody reads it aloud, so its words do not count."""
    drawing: Drawing | None = None
    """What stands above the lines, where a format has pictures; the lines say the same."""


class Brief(Struct, frozen=True, kw_only=True):
    """A brief, fitted. Depends on the dossier and the request alone. `as_of`, `banner` and `left_out` are sentences as
    they are printed; an empty one is not printed."""

    title: str
    language: str
    version: str
    as_of: str
    dated: When
    today: date
    age_days: int | None
    stale: bool
    banner: str = ""
    marking: str = ""
    """Who may have it; on every page where a format has pages, else above and below."""
    actor: str = ""
    """The id of the actor it is turned round."""
    counterpart: str = ""
    """The id of the actor whom a meeting sheet is for a meeting with."""
    minutes: int | None = None
    sections: tuple[Section, ...] = ()
    left_out: str = ""

    def lines(self) -> Iterator[Line]:
        """Every line, in order."""
        for section in self.sections:
            yield from section.lines


class Request(Struct, frozen=True, kw_only=True):
    """What a reader asks for. `minutes`: to read it in; `actor`: an id; `counterpart`: an id, for the sheet of a
    meeting with it, not a brief; `sections`: keys, all where there is none."""

    today: date
    minutes: int | None = None
    actor: str = ""
    counterpart: str = ""
    sections: tuple[str, ...] = ()
    outline: Outline | None = None
    """What a map is drawn on, where one is asked for; it is outside the minutes, and stands before the sources."""
    since_then: bool = False
    """Whether what later sources tell follows at the end; it is outside the minutes."""
