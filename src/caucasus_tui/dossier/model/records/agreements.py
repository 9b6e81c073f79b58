"""What was agreed, offered or sought, and the rooms where it was talked about."""

from typing import Literal

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.links import ActorId, AgreementId, Citation, PlaceId, Ref, SourceId, TrackId
from caucasus_tui.dossier.model.records.base import Cited, Derived, Part, Record


class Contention(Part, frozen=True, kw_only=True):
    """How disputed a term is: `stated-high` only where a source says so; never a grade of our own."""

    level: Literal["stated-high", "stated", "not-stated"]
    """`stated`: a source says that it is disputed or shaky, and not how much."""
    word: Cited | None = None
    """What the source calls it, `highly contentious`."""
    obstacles: tuple[Cited, ...] = ()
    """What stands in the way."""


TermStatus = Literal[
    "not-stated", "planned", "not-attempted", "agreed", "in-force", "breached", "completed", "lapsed", "contested"
]


class Term(Record, frozen=True, kw_only=True):
    """One point of an agreement, as a source characterises it. No guarantor is printed as `none named`."""

    kind = "term"

    order: int
    """Its number in the agreement."""
    obligors: tuple[ActorId, ...] = ()
    """Who owes it."""
    obligors_basis: Literal["stated", "implied"] = "stated"
    """`implied`: the sources do not name who owes it; we read it from the term."""
    beneficiaries: tuple[ActorId, ...] = ()
    """Whom it is for."""
    guarantor: tuple[ActorId, ...] = ()
    """Who vouches for it."""
    depth: Literal["mention", "commitment", "mechanism"]
    """Named only, undertaken, or with it laid down who does it and how."""
    status: TermStatus
    """How it stands, our word."""
    status_word: Cited | None = None
    """The source's word for how it stands, where that says more than the status: `precarious`; and where it says so."""
    status_reason: Derived | None = None
    """Why that status."""
    contention: Contention | None = None
    """How disputed it is."""
    deadline: When | None = None
    """By when it is owed."""
    places: tuple[PlaceId, ...] = ()
    """Where it applies."""
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
    """When it was made, proposed or offered."""
    parties: tuple[ActorId, ...] = ()
    parties_basis: Literal["stated", "implied"] = "stated"
    """`implied`: the sources do not list them; we read them from the text."""
    mediator: tuple[ActorId, ...] = ()
    """Who brought it about."""
    status: AgreementStatus
    """How it stands. Nobody owes what is not in force."""
    signatures: tuple[Signature, ...] = ()
    """Who did what with its text."""
    primary_text: SourceId | None = None
    """The source that is the agreement itself, where the dossier has it."""
    superseded_by: AgreementId | None = None
    """The agreement that took its place."""
    note: Derived | None = None
    """The curator's remark."""
    terms: tuple[Term, ...] = ()
    """Its points."""


class Attendance(Part, frozen=True, kw_only=True):
    """Who takes part, and since when."""

    actor: ActorId
    since: str | None = None
    """In the source's words."""


class Track(Record, frozen=True, kw_only=True):
    """A line of negotiations: who leads it, who takes part, how it stands."""

    kind = "track"

    order: int
    """Its place in the list."""
    lead: ActorId | None = None
    """Who leads it."""
    parties: tuple[ActorId, ...] = ()
    participants: tuple[Attendance, ...] = ()
    """Who sits in besides the parties."""
    coordinated_with: tuple[TrackId, ...] = ()
    activity: Cited | None = None
    """How busy it is, in a source's words."""
    state: Cited | None = None
    """How it stands, in a source's words."""
    last_signal: Cited | None = None
    """What was last heard of it."""
    note: Derived | None = None
    """The curator's remark."""


class Step(Record, frozen=True, kw_only=True):
    """A step of the bargaining between the parties: what was given, on which condition, and what came back."""

    kind = "step"

    order: int
    """Its place in the chain."""
    form: Literal["concession", "condition", "answer", "consequence"]
    by: ActorId
    """Whose move it is."""
    to: tuple[ActorId, ...] = ()
    """Towards whom."""
