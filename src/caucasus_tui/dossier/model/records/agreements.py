"""What was agreed, offered or sought, and the rooms where it was talked about."""

from typing import Literal

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.links import ActorId, AgreementId, Citation, PlaceId, Ref, SourceId, TrackId
from caucasus_tui.dossier.model.records.base import Cited, Derived, Part, Record


class Contention(Part, frozen=True, kw_only=True):
    """How disputed a term is: `stated-high` only where a source says so; never a grade of our own."""

    level: Literal["stated-high", "stated", "not-stated"]
    word: Cited | None = None
    obstacles: tuple[Cited, ...] = ()


TermStatus = Literal[
    "not-stated", "planned", "not-attempted", "agreed", "in-force", "breached", "completed", "lapsed", "contested"
]


class Term(Record, frozen=True, kw_only=True):
    """One point of an agreement, as a source characterises it. No guarantor is printed as `none named`."""

    kind = "term"

    order: int
    obligors: tuple[ActorId, ...] = ()
    obligors_basis: Literal["stated", "implied"] = "stated"
    """`implied`: the sources do not name who owes it; we read it from the term."""
    beneficiaries: tuple[ActorId, ...] = ()
    guarantor: tuple[ActorId, ...] = ()
    depth: Literal["mention", "commitment", "mechanism"]
    status: TermStatus
    status_word: Cited | None = None
    """The source's word for how it stands, where that says more than the status: `precarious`; and where it says so."""
    status_reason: Derived | None = None
    contention: Contention | None = None
    deadline: When | None = None
    places: tuple[PlaceId, ...] = ()
    amended_by: tuple[Ref, ...] = ()
    """Later agreements, or terms of theirs, that changed it."""

    @property
    def implied(self) -> str:
        """What follows the names of those who owe it: ` (implied)`, or nothing."""
        return " (implied)" if self.obligors and self.obligors_basis == "implied" else ""


AgreementStatus = Literal[
    "in-force",
    "agreed",
    "initialled",
    "signed-in-part",
    "proposed",
    "drafted",
    "offered",
    "rejected",
    "suspended",
    "lapsed",
    "superseded",
]


class Signature(Part, frozen=True, kw_only=True):
    """What an actor did with the text of an agreement."""

    actor: ActorId
    state: Literal["signed", "initialled", "ratified", "refused", "withdrew"]
    word: str | None = None
    """What to call it where that says more than the state: `ratified with a reservation`."""
    when: When | None = None
    cites: tuple[Citation, ...]

    @property
    def shown(self) -> str:
        """What was done with the text, before `by`."""
        return self.word or {"withdrew": "left"}.get(self.state, self.state)


class Agreement(Record, frozen=True, kw_only=True):
    """An agreement, or a package proposed or offered."""

    kind = "agreement"

    when: When
    parties: tuple[ActorId, ...]
    parties_basis: Literal["stated", "implied"]
    mediator: tuple[ActorId, ...] = ()
    status: AgreementStatus
    signatures: tuple[Signature, ...] = ()
    primary_text: SourceId | None = None
    superseded_by: AgreementId | None = None
    note: Derived | None = None
    terms: tuple[Term, ...] = ()


class Attendance(Part, frozen=True, kw_only=True):
    """Who takes part, and since when."""

    actor: ActorId
    since: str | None = None


class Track(Record, frozen=True, kw_only=True):
    """A line of negotiations: who leads it, who takes part, how it stands."""

    kind = "track"

    order: int
    lead: ActorId | None = None
    parties: tuple[ActorId, ...]
    participants: tuple[Attendance, ...] = ()
    coordinated_with: tuple[TrackId, ...] = ()
    activity: Cited | None = None
    state: Cited | None = None
    last_signal: Cited | None = None
    note: Derived | None = None


class Step(Record, frozen=True, kw_only=True):
    """A step of the bargaining between the parties: what was given, on which condition, and what came back."""

    kind = "step"

    order: int
    form: Literal["concession", "condition", "answer", "consequence"]
    by: ActorId
    to: tuple[ActorId, ...] = ()
