"""Why it happened, what may come, and what is asked."""

from typing import Literal

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.links import ActorId, Citation, ConditionId, EventId, LeverId, Ref
from caucasus_tui.dossier.model.records.base import Cited, Derived, Part, Record

Sign = Literal["enables", "disables", "weakens", "strengthens", "permits", "legitimises", "drives", "produces"]


class Edge(Part, frozen=True, kw_only=True):
    """An effect of a condition. `implied` where the text's causal word is weak: drawn dashed."""

    to: ConditionId
    sign: Sign
    strength: Literal["stated", "implied"]
    cites: tuple[Citation, ...]


class Condition(Record, frozen=True, kw_only=True):
    """A factor in why it happened now, or an effect of such factors."""

    kind = "condition"

    actors: tuple[ActorId, ...] = ()
    event: EventId | None = None
    effects: tuple[Edge, ...] = ()


class Indicator(Part, frozen=True, kw_only=True):
    """A sign to watch for, derived by the curator from a precursor that a source reports."""

    text: str
    derived_from: tuple[Citation, ...]


class Scenario(Record, frozen=True, kw_only=True):
    """What a source says may come; its likelihood is that of the leading statement, in the source's word."""

    kind = "scenario"

    order: int
    actors: tuple[ActorId, ...] = ()
    depends_on: tuple[Ref, ...] = ()
    consequences: tuple[Cited, ...] = ()
    indicators: tuple[Indicator, ...] = ()


class Recommendation(Record, frozen=True, kw_only=True):
    """What a source urges somebody to do; an ask of its authors, not a decision taken."""

    kind = "recommendation"

    order: int
    form: Literal["ask", "general", "premise"]
    addressee: tuple[ActorId, ...] = ()
    """Whom it is asked of: all of them, where there are several."""
    targets: tuple[ActorId, ...] = ()
    sentence: Cited | None = None
    """What is asked, in a sentence to be said aloud."""
    instrument: str | None = None
    levers: tuple[LeverId, ...] = ()
    window: tuple[When, ...] = ()
    problem: tuple[Ref, ...] = ()
    precondition: Derived | None = None
    content: tuple[Cited, ...] = ()
    """The points asked for, where the ask has several."""
    risk: Derived | None = None
