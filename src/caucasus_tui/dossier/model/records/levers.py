"""Who can do what to whom."""

from typing import Literal

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.links import ActorId, EventId, LeverId
from caucasus_tui.dossier.model.records.base import Cited, Derived, Part, Record

Direction = Literal[
    "coerce",
    "deter",
    "guarantee",
    "induce",
    "convene",
    "enable",
    "legitimise",
    "veto",
    "dependence",
    "support",
    "condition",
    "pressure",
    "bargain",
    "control",
]
LeverStatus = Literal["exercised", "latent", "eroded", "denied", "signalled", "spent"]


class Block(Part, frozen=True, kw_only=True):
    """Another lever, which keeps this one from being used."""

    lever: LeverId
    strength: Literal["stated", "implied"]


class Lever(Record, frozen=True, kw_only=True):
    """What a holder can do to or for a target. Strength is the source's word or nothing."""

    kind = "lever"

    holders: tuple[ActorId, ...]
    jointly: bool = False
    """Whether its holders have it only together; else each of them has it."""
    targets: tuple[ActorId, ...]
    toward: tuple[ActorId, ...] = ()
    """Whom a guarantee or support is directed against, where that is not the target."""
    domain: str
    """The field in which it works, such as law or energy."""
    mechanism: str
    """How it works, in a few words."""
    sentence: Cited | None = None
    """What could be done with it, as a sentence."""
    direction: Direction
    status: LeverStatus
    status_reason: Derived | None = None
    strength: Cited | None = None
    """How strong it is, in a source's words alone."""
    aims: tuple[str, ...] = ()
    window: tuple[When, ...] = ()
    activates_if: Cited | None = None
    blocked_by: tuple[Block, ...] = ()
    used_in: tuple[EventId, ...] = ()
