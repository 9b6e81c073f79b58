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
    """`implied` where no source says that it does; we read it."""


class Lever(Record, frozen=True, kw_only=True):
    """What a holder can do to or for a target. Strength is the source's word or nothing."""

    kind = "lever"

    holders: tuple[ActorId, ...]
    """Who can use it."""
    jointly: bool = False
    """Whether its holders have it only together; else each of them has it."""
    targets: tuple[ActorId, ...]
    """Upon whom, or for whom."""
    toward: tuple[ActorId, ...] = ()
    """Whom a guarantee or support is directed against, where that is not the target."""
    domain: str
    """The field in which it works, such as law or energy."""
    mechanism: str
    """How it works, in a few words."""
    sentence: Cited | None = None
    """What could be done with it, as a sentence."""
    direction: Direction
    """What it does: `induce`, `deter`, `veto` … The codebook explains each."""
    status: LeverStatus
    """How it stands: `latent` is there and not used, `denied` was turned down … Our reading."""
    status_reason: Derived | None = None
    """Why that status."""
    strength: Cited | None = None
    """How strong it is, in a source's words alone."""
    aims: tuple[str, ...] = ()
    """What it is meant to bring about, a few words each."""
    window: tuple[When, ...] = ()
    """When it can be used."""
    activates_if: Cited | None = None
    """What would set it off."""
    blocked_by: tuple[Block, ...] = ()
    """Other levers that keep it from being used."""
    used_in: tuple[EventId, ...] = ()
    """Events in which it was used."""
