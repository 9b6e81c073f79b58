"""What happened, and when."""

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.frame_words import Lane
from caucasus_tui.dossier.model.links import ActorId, EventId, PlaceId
from caucasus_tui.dossier.model.records.base import Derived, Part, Record


class Participant(Part, frozen=True, kw_only=True):
    """An actor in an event, and as what."""

    actor: ActorId
    role: str | None = None


class Event(Record, frozen=True, kw_only=True):
    """Something that happened, or is expected on a date. Without a date it stands in the undated lane, by `after`."""

    kind = "event"

    when: When
    lane: Lane
    actors: tuple[Participant, ...]
    places: tuple[PlaceId, ...] = ()
    after: tuple[EventId, ...] = ()
    before: tuple[EventId, ...] = ()
    leads_to: tuple[EventId, ...] = ()
    note: Derived | None = None
