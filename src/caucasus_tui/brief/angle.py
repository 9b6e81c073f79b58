"""From where a brief looks at a dossier: from above, or turned round one actor."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import NOT_STATED
from caucasus_tui.dossier.model.records import Actor


class Angle(Struct, frozen=True, kw_only=True):
    """`circle`: the actor and those who belong to it; what one of them does counts as the actor's."""

    dossier: Dossier
    today: date
    actor: Actor | None = None
    circle: frozenset[str] = frozenset()

    def concerns(self, *ids: str | None) -> bool:
        """Whether one of these actors is meant; from above everything is."""
        return self.actor is None or not self.circle.isdisjoint(filter(None, ids))

    def name(self, actor_id: str) -> str:
        """What to call an actor."""
        record = self.dossier.record(f"actor:{actor_id}")
        if actor_id == NOT_STATED:
            return "not stated"
        return record.title if record else actor_id

    def names(self, ids: Iterable[str]) -> str:
        return ", ".join(map(self.name, ids))

    @property
    def whom(self) -> str:
        """The name of the actor it is turned round, with that of the one it belongs to; empty from above."""
        if self.actor is None:
            return ""
        belongs = f" ({self.name(self.actor.belongs_to)})" if self.actor.belongs_to else ""
        return f"{self.actor.title}{belongs}"


def angle(dossier: Dossier, today: date, actor_id: str = "") -> Angle:
    """Raises KeyError where no actor has that id."""
    if not actor_id:
        return Angle(dossier=dossier, today=today)
    actor = dossier.record(f"actor:{actor_id}")
    if not isinstance(actor, Actor):
        raise KeyError(actor_id)
    members = {other.id for other in dossier.actors if other.belongs_to == actor.id}
    return Angle(dossier=dossier, today=today, actor=actor, circle=frozenset({actor.id, *members}))
