"""Typed references: a field that names another record says so by its type.

Every reference is a `str`, so it reads plainly in YAML, and a class of its own, so that one generic walk over any
record finds its citations and its links without a list of field names kept beside it.
"""

import re
from typing import ClassVar, Self

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_CITATION = re.compile(rf"({_ID}):([a-z]+\d*(?:\.\d+)?)")
_RECORD_ID = re.compile(_ID)

NOT_STATED = "not-stated"
"""Written instead of an id: the sources do not say which. An answer, unlike a field that is left out."""


def is_record_id(text: str) -> bool:
    """Whether `text` may name a record: lower-case kebab, permanent once published."""
    return _RECORD_ID.fullmatch(text) is not None


def is_citation(text: str) -> bool:
    """Whether `text` has the form of a citation."""
    return _CITATION.fullmatch(text) is not None


class Citation(str):
    """`source:statement`, such as `valley-letter:p8.2`. Raises ValueError on any other form."""

    __slots__ = ()
    pattern: ClassVar[str] = _CITATION.pattern

    def __new__(cls, text: str) -> Self:
        if not is_citation(text):
            raise ValueError(f"{text!r} is not a citation; write source:statement, such as valley-letter:p8.2")
        return super().__new__(cls, text)

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.partition(":")[0]

    @property
    def statement(self) -> str:
        """The id of the statement in its source: `p8.2`."""
        return self.partition(":")[2]

    @property
    def paragraph(self) -> str:
        """The id of the paragraph that has the statement: `p8`."""
        return self.statement.partition(".")[0]


class Link(str):
    """The id of another record; the class says of which kind. Raises ValueError where it is no id."""

    __slots__ = ()
    kind: ClassVar[str] = ""
    pattern: ClassVar[str] = _ID

    def __new__(cls, text: str) -> Self:
        if not is_record_id(text):
            raise ValueError(f"{text!r} is not an id; ids are lower-case words joined by hyphens")
        return super().__new__(cls, text)

    @property
    def ref(self) -> str:
        """The stable address of the record meant, such as `lever:bridge-fund`."""
        return f"{self.kind}:{self}"

    @property
    def is_stated(self) -> bool:
        """Whether there is a record meant at all."""
        return self != NOT_STATED


class Ref(Link):
    """A link that may point to more than one kind of record, so it names the kind itself: `condition:spring-flood`."""

    __slots__ = ()
    pattern = f"{_ID}:{_ID}|{NOT_STATED}"

    def __new__(cls, text: str) -> Self:
        kind, _, record_id = text.partition(":")
        if text != NOT_STATED and not (is_record_id(kind) and is_record_id(record_id)):
            raise ValueError(f"{text!r} is not an address; write kind:id, such as condition:spring-flood")
        return str.__new__(cls, text)

    @property
    def ref(self) -> str:
        return str(self)


class _CitationOrGapType(type):
    """Makes no objects of its own: what a basis reads is a citation or a link, and every walk finds it as such."""

    def __instancecheck__(cls, thing: object) -> bool:
        return isinstance(thing, Citation | Ref)


class CitationOrGap(str, metaclass=_CitationOrGapType):
    """A citation, or the address of a gap, `gap:how-high`: what is said, or that nothing is. Raises ValueError."""

    __slots__ = ()
    pattern: ClassVar[str] = f"gap:{_ID}|{Citation.pattern}"

    def __new__(cls, text: str) -> Citation | Ref:  # type: ignore[misc]
        return Ref(text) if text.startswith("gap:") else Citation(text)


class Touched(str, metaclass=_CitationOrGapType):
    """What something later bears on: a statement, `valley-letter:p3.1`, or a record, `term:bridge-dues`. Raises
    ValueError."""

    __slots__ = ()
    pattern: ClassVar[str] = f"{_ID}:{_ID}|{Citation.pattern}"

    def __new__(cls, text: str) -> Citation | Ref:  # type: ignore[misc]
        return Citation(text) if "." in text else Ref(text)


class ActorId(Link):
    """The id of an actor."""

    __slots__ = ()
    kind = "actor"


class PlaceId(Link):
    """The id of a place."""

    __slots__ = ()
    kind = "place"


class EventId(Link):
    """The id of an event."""

    __slots__ = ()
    kind = "event"


class LeverId(Link):
    """The id of a lever."""

    __slots__ = ()
    kind = "lever"


class AgreementId(Link):
    """The id of an agreement."""

    __slots__ = ()
    kind = "agreement"


class TrackId(Link):
    """The id of a track of negotiation."""

    __slots__ = ()
    kind = "track"


class ConditionId(Link):
    """The id of a condition."""

    __slots__ = ()
    kind = "condition"


class SourceId(Link):
    """The id of a source."""

    __slots__ = ()
    kind = "source"


class LedgerId(Link):
    """The id of a row of the ledger."""

    __slots__ = ()
    kind = "ledger"
