"""What the sources contradict, leave out, and how words are used here."""

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.links import Citation, Ref
from caucasus_tui.dossier.model.records.base import Cited, Derived, Part, Record


class Tension(Record, frozen=True, kw_only=True):
    """Two things in the sources that pull against each other; both are kept. It shows wherever a side is cited."""

    kind = "tension"

    sides: tuple[Cited, ...]
    note: Derived | None = None
    """The curator's remark."""

    @property
    def number(self) -> str:
        """What it is called wherever it shows: `T3`."""
        return self.id.upper()


class Bounds(Part, frozen=True, kw_only=True):
    """Between which days something must have been that no source dates."""

    when: When
    cites: tuple[Citation, ...]


class Gap(Record, frozen=True, kw_only=True):
    """A question the sources do not answer. The title is the question, as a reader would ask it."""

    kind = "gap"

    answer: str
    """`not in source`, or how far the sources go: `not in source; they are called enormous`."""
    bounded_by: Bounds | None = None
    """Of a question for a date, the days between which it lies."""
    known: tuple[Cited, ...] = ()
    """What the sources do say that comes nearest."""
    about: tuple[Ref, ...] = ()
    """The records that it asks about; it is shown with them."""
    also_asked: tuple[str, ...] = ()
    """Other words in which it may be searched for."""


class Code(Record, frozen=True, kw_only=True):
    """A word of the dossier's own vocabulary, and what it means."""

    kind = "code"

    vocabulary: str
    """The list that the word belongs to: `lever status`."""
    meaning: str
