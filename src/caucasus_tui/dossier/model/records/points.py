"""What to say in a meeting, and what to expect there: the curator's wording, resting on what the sources say."""

from typing import Literal

from msgspec import field
from msgspec.structs import force_setattr

from caucasus_tui.dossier.model.links import ActorId, CitationOrGap
from caucasus_tui.dossier.model.records.base import Part, Record


class Reply(Part, frozen=True, kw_only=True):
    """What can be said to a point: the curator's wording."""

    text: str
    rests_on: tuple[CitationOrGap, ...]


class Point(Record, frozen=True, kw_only=True):
    """A point for a meeting: to make, to ask, to expect from the other side, to answer, or to have ready if raised."""

    kind = "point"

    title: str = ""
    """Left out, it is the text."""
    speaker: ActorId | None = field(default=None, name="for")
    """Who is to speak; left out: the dossier's addressee."""
    counterpart: ActorId = field(name="with")
    """With whom."""
    form: Literal["point", "question", "expect", "answer", "if-raised"] = field(name="kind")
    text: str
    rests_on: tuple[CitationOrGap, ...]
    """Statements or gaps, at least one."""
    answer: tuple[Reply, ...] = ()
    """What can be said to it."""

    def __post_init__(self) -> None:
        if not self.title:
            force_setattr(self, "title", self.text)
