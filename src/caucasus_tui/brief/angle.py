"""From where a brief looks at a dossier: from above, or turned round one actor."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from caucasus_tui.dossier.model import Actor, Citation, Dossier
from caucasus_tui.dossier.views.roles import circle_of
from caucasus_tui.page.fields import title_of


class Angle(Struct, frozen=True, kw_only=True):
    """`circle`: the actor, or the counterpart of a meeting, and those who belong to it; what one of them does counts as
    the actor's."""

    dossier: Dossier
    today: date
    actor: Actor | None = None
    counterpart: Actor | None = None
    circle: frozenset[str] = frozenset()
    told: tuple[frozenset[Citation], ...] = ()
    """Of each sentence above the statements that it says."""
    said: frozenset[Citation] = frozenset()
    """The statements that a sentence above says, in what the reader gets."""
    said_alone: frozenset[Citation] = frozenset()
    """Those that a sentence above rests on alone: they were said, and not only drawn upon."""

    def concerns(self, *ids: str | None) -> bool:
        """Whether one of these actors is meant; from above everything is."""
        return not self.circle or not self.circle.isdisjoint(filter(None, ids))

    def name(self, actor_id: str) -> str:
        """What to call an actor."""
        return title_of(self.dossier, f"actor:{actor_id}")

    def the(self, actor_id: str) -> str:
        """The same inside a sentence: `the European Union`, `Armenia`, a council `Alder`."""
        record = self.dossier.record(f"actor:{actor_id}")
        body = isinstance(record, Actor) and record.form in ("body", "forum", "group")
        name = _inside(self.name(actor_id))
        bare = not body or " " not in name or "'s " in name or name.startswith("the ")
        return name if bare else f"the {name}"

    def names(self, ids: Iterable[str]) -> str:
        """The same of several, as they are called."""
        return ", ".join(_inside(self.name(one)) for one in ids)

    @property
    def whom(self) -> str:
        """The name of the actor it is turned round, with that of the one it belongs to; empty from above."""
        whom = self.actor or self.counterpart
        if whom is None:
            return ""
        belongs = f" ({self.name(whom.belongs_to)})" if whom.belongs_to else ""
        return f"{_inside(whom.title)}{belongs}"


def _inside(name: str) -> str:
    """A name that begins with an article, inside a sentence."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def angle(dossier: Dossier, today: date, actor_id: str = "", counterpart_id: str = "") -> Angle:
    """The view of whom a brief is for, or with whom a meeting is. Raises KeyError where no actor has that id."""
    whom = actor_id or counterpart_id
    if not whom:
        return Angle(dossier=dossier, today=today)
    found = dossier.record(f"actor:{whom}")
    if not isinstance(found, Actor):
        raise KeyError(whom)
    return Angle(
        dossier=dossier,
        today=today,
        actor=found if actor_id else None,
        counterpart=None if actor_id else found,
        circle=circle_of(dossier, found.id),
    )
