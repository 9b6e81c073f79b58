"""What happened, and when."""

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.frame_words import Lane
from caucasus_tui.dossier.model.links import ActorId, EventId, PlaceId
from caucasus_tui.dossier.model.records.base import Derived, Part, Record


class Participant(Part, frozen=True, kw_only=True):
    """An actor in an event, and as what."""

    actor: ActorId
    role: str | None = None
    """As what: `host`."""


class Event(Record, frozen=True, kw_only=True):
    """Something that happened, or is expected on a date. Without a date it stands in the undated lane, by `after`."""

    kind = "event"

    when: When
    lane: Lane
    """The field that it belongs to, such as `military`."""
    actors: tuple[Participant, ...] = ()
    """Who took part, each perhaps as something."""
    places: tuple[PlaceId, ...] = ()
    after: tuple[EventId, ...] = ()
    """Events that came before it; they order what has no date."""
    before: tuple[EventId, ...] = ()
    """Events that came after it."""
    leads_to: tuple[EventId, ...] = ()
    """Events that followed from it."""
    note: Derived | None = None
    """The curator's remark."""
