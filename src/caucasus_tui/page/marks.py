"""The one visual language: the same glyph, word and role for the same thing on every screen.

Meaning is never carried by colour alone: each mark is a glyph of its own, and its word stands with it or in the legend.
"""

from typing import NamedTuple

from caucasus_tui.dossier.model import PHIA, LeverStatus, Statement, StatementType
from caucasus_tui.dossier.text.placeholders import PLACEHOLDERS


class Mark(NamedTuple):
    """`short`: the word for columns; the same as `word` where that is short enough. Of a type of statement also
    `letter`: what follows `f` to see it alone; `colour`: whose of a theme it has."""

    glyph: str
    word: str
    role: str
    short: str = ""
    letter: str = ""
    colour: str = ""

    @property
    def column(self) -> str:
        """Glyph and short word."""
        return f"{self.glyph} {self.short or self.word}"


TYPE_MARKS: dict[StatementType, Mark] = {
    "fact": Mark("◆", "stated as fact", "fact", "stated", "f", "foreground"),
    "attributed": Mark("◈", "attributed", "attributed", "", "t", "primary"),
    "assessment": Mark("◇", "assessment", "assessment", "", "a", "warning"),
    "forecast": Mark("△", "forecast", "forecast", "", "c", "secondary"),
    "recommendation": Mark("▷", "recommendation", "recommendation", "urged", "r", "success"),
}
"""A row for each type of statement. Letters, footer, legend and colours follow; a glyph is one of those in GLYPHS
(`rows/ascii.py`) that no other mark has."""
UNWRITTEN = Mark("…", "to be written", "absent")
"""Of what stands in a file that is begun, to be replaced: nobody says it, so it has no type."""


def is_unwritten(text: str) -> bool:
    """Whether a text is one of those."""
    return text in PLACEHOLDERS


NO_BOTTOM_LINE = "No bottom line is written yet."


def type_mark(statement: Statement) -> Mark:
    """The mark of a statement's type."""
    return UNWRITTEN if is_unwritten(statement.text) else TYPE_MARKS[statement.type]


CURATOR = Mark("□", "curator", "curator")
LATER = Mark("»", "of a later source, not of the text", "later")
READER = Mark("✎", "reader's note", "reader")

STATUS_MARKS: dict[LeverStatus, Mark] = {
    "exercised": Mark("●", "exercised", "exercised"),
    "latent": Mark("○", "latent", "latent"),
    "eroded": Mark("◐", "eroded", "eroded"),
    "denied": Mark("×", "denied", "denied"),
    "signalled": Mark("◔", "signalled", "signalled"),
    "spent": Mark("◌", "spent", "spent"),
}

IN_PASSING = "said in passing"
"""What an actor is, in a sentence that is about something else, of which the type is."""
UNNOTED = "Nothing is noted."
"""Where nobody may have looked: a dossier that is not finished does not speak for its sources."""

SIGNS = (
    LATER,
    Mark("~", "the year is inferred by the curator", "dim"),
    Mark("?", "the day is not stated", "dim"),
    Mark("→", "goes on from that day", "date"),
    Mark("!T3", "tension T3 of the sources touches this line", "tension"),
    Mark("+", "and further tensions do", "tension"),
    Mark("p8.2", "the second statement from paragraph 8 of a source: s shows it", "cite"),
    Mark("passed", "the window named lies before today", "warn"),
    Mark("ahead", "it lies after today", "dim"),
    Mark("“…”", "the source's own hedge, with its range or that none is given", "hedge"),
    Mark("PHIA", "yardstick of likelihood: " + " · ".join(" ".join(band) for band in PHIA.values()), "hedge"),
)
"""What stands at the ends of lines."""
DRAWN = (
    Mark("──", "an effect that is stated", "rule"),
    Mark("╌╌", "an effect that is implied: our reading", "rule"),
    Mark("↗", "told elsewhere on this page", "rule"),
    Mark("›", "whom a guarantee is directed against", "strong"),
    Mark("■", "on that day", "fact"),
    Mark("█", "on some day in it, or all through it", "fact"),
    Mark("░", "ahead of what the dossier knows, or due", "fact"),
    Mark("┃", "as of when the dossier is", "date"),
    Mark("┊", "from here on another scale of time", "rule"),
    Mark("•", "a place, as exact as a map of this size", "strong"),
    Mark("‡", "a planned route, at its point or its two ends", "strong"),
    Mark("⋯", "a route whose course is not stated, at its two ends", "strong"),
    Mark("⇄", "an open route", "strong"),
    Mark("×", "on the map: a route that is blocked", "strong"),
)
"""What trees, time and maps are drawn with."""

LEGEND: dict[str, tuple[Mark, ...]] = {
    "Marks: types of statement": (*TYPE_MARKS.values(), CURATOR),
    "Marks: states of a lever": tuple(STATUS_MARKS.values()),
    "Marks: signs on a line": SIGNS,
    "Marks: what is drawn": DRAWN,
}

LABEL_WIDTH = 18
"""Cells for `▷ recommendation` and a gap: the column in which type and field names stand."""
