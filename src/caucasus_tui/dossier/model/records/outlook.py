"""Why it happened, what may come, and what is asked."""

from typing import Literal

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.links import ActorId, Citation, ConditionId, EventId, LeverId, Ref
from caucasus_tui.dossier.model.records.base import Cited, Derived, Part, Record

Sign = Literal["enables", "disables", "weakens", "strengthens", "permits", "legitimises", "drives", "produces"]


class Edge(Part, frozen=True, kw_only=True):
    """An effect of a condition. `implied` where the text's causal word is weak: drawn dashed."""

    to: ConditionId
    """The condition that it acts on."""
    sign: Sign
    """What it does to it; the word is ours."""
    strength: Literal["stated", "implied"]
    """Whether the source says that it does."""
    cites: tuple[Citation, ...]


class Condition(Record, frozen=True, kw_only=True):
    """A factor in why it happened now, or an effect of such factors."""

    kind = "condition"

    actors: tuple[ActorId, ...] = ()
    """Whom it concerns."""
    event: EventId | None = None
    """The event that it is, where it is one."""
    effects: tuple[Edge, ...] = ()
    """What it brings about."""


class Indicator(Part, frozen=True, kw_only=True):
    """A sign to watch for, derived by the curator from a precursor that a source reports."""

    text: str
    derived_from: tuple[Citation, ...]


class Scenario(Record, frozen=True, kw_only=True):
    """What a source says may come; its likelihood is that of the leading statement, in the source's word."""

    kind = "scenario"

    order: int
    """Its place in the list."""
    actors: tuple[ActorId, ...] = ()
    depends_on: tuple[Ref, ...] = ()
    """Conditions without which it would not come; or `not-stated`."""
    consequences: tuple[Cited, ...] = ()
    """What would follow."""
    indicators: tuple[Indicator, ...] = ()
    """Signs to watch for."""


class Recommendation(Record, frozen=True, kw_only=True):
    """What a source urges somebody to do; an ask of its authors, not a decision taken."""

    kind = "recommendation"

    order: int
    """Its number."""
    form: Literal["ask", "general", "premise"]
    """`ask`: something definite; `general`: a call; `premise`: what asks start from."""
    addressee: tuple[ActorId, ...] = ()
    """Whom it is asked of: all of them, where there are several."""
    targets: tuple[ActorId, ...] = ()
    """Whom it is to act upon."""
    sentence: Cited | None = None
    """What is asked, in a sentence to be said aloud."""
    instrument: str | None = None
    """The means asked for, in a few words."""
    levers: tuple[LeverId, ...] = ()
    """The levers that it would use; or `not-stated`."""
    window: tuple[When, ...] = ()
    """By when, or when it can be done."""
    problem: tuple[Ref, ...] = ()
    """What it answers: conditions, terms …; or `not-stated`."""
    precondition: Derived | None = None
    """What has to be there first."""
    content: tuple[Cited, ...] = ()
    """The points asked for, where the ask has several."""
    risk: Derived | None = None
    """What may come of it."""
