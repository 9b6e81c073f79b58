"""Who and where: actors, places, and what to call them."""

from typing import Literal

from caucasus_tui.dossier.model.frame_words import RouteWord
from caucasus_tui.dossier.model.links import ActorId, PlaceId, Ref
from caucasus_tui.dossier.model.records.base import Cited, Derived, Part, Record


class Name(Part, frozen=True, kw_only=True):
    """Another name for a thing, and who uses it; searchable, whatever name is on display."""

    name: str
    used_by: str
    """Who says so; `curator, for search` where nobody in the sources does."""
    note: str | None = None


class Dependency(Part, frozen=True, kw_only=True):
    """On whom an actor depends, and how."""

    upon: ActorId
    how: Cited


class Actor(Record, frozen=True, kw_only=True):
    """A state, body, person or group that does something in a source."""

    kind = "actor"

    short: str
    """Two to six characters, for columns."""
    form: Literal["state", "body", "person", "group", "forum", "publisher"]
    names: tuple[Name, ...] = ()
    """What else it is called."""
    belongs_to: ActorId | None = None
    """Whose person, body or member it is."""
    role: Cited | None = None
    """What it does or is in the sources."""
    positions: tuple[Cited, ...] = ()
    """What it wants, holds or rejects."""
    warnings: tuple[Cited, ...] = ()
    """What it warns others of, or says it will not accept."""
    depends_on: tuple[Dependency, ...] = ()
    """Whom it needs, and for what."""
    note: Derived | None = None
    """The curator's remark."""


class Coordinates(Part, frozen=True, kw_only=True):
    """Degrees, for placing a name on the map only; always the curator's. Where that is drawn to scale, a place of
    precision point or locality has its dot there."""

    lat: float
    lon: float
    origin: str
    """Where they were taken from."""


class Joins(Part, frozen=True, kw_only=True):
    """The two places a route connects, and those it passes, as far as a source says."""

    start: PlaceId
    end: PlaceId
    through: tuple[PlaceId, ...] = ()
    """Places that it passes."""


class RouteState(Cited, frozen=True, kw_only=True):
    """How a route or a border stands, as a source has it; the map is drawn from `state` alone."""

    state: RouteWord
    word: str | None = None
    """What to call it where that says more than the state: `delimitation not attempted`."""

    @property
    def shown(self) -> str:
        """The state in a word or two."""
        return self.word or self.state.replace("-", " ")

    @property
    def sentence(self) -> str:
        """The state, then what the source says of it; a sentence each."""
        return f"{self.shown[:1].upper()}{self.shown[1:]}. {self.text}"


class Place(Record, frozen=True, kw_only=True):
    """A place or a route."""

    kind = "place"

    form: Literal["state", "region", "territory", "city", "locality", "route", "border", "area"]
    precision: Literal["point", "locality", "corridor", "region", "state", "topological-only"]
    """How exactly it can be placed; a dot on the map is only for `point` and `locality`."""
    names: tuple[Name, ...] = ()
    """What else it is called."""
    part_of: PlaceId | None = None
    """The place that it lies in."""
    joins: Joins | None = None
    """Of a route, what it connects."""
    status: tuple[RouteState, ...] = ()
    """Of a route or a border, the newest last."""
    schematic: Coordinates | None = None
    """Where its name, or the sign of a route, stands on the map."""
    note: Derived | None = None
    """The curator's remark."""


class Usage(Part, frozen=True, kw_only=True):
    """Who uses which name."""

    who: str
    term: str


class NameRule(Record, frozen=True, kw_only=True):
    """What to call a thing aloud; the title is our term."""

    kind = "name-rule"

    about: tuple[Ref, ...] = ()
    """The records that are meant by it."""
    usage: tuple[Usage, ...] = ()
    """Who says what."""
    avoid: tuple[str, ...] = ()
    """Words not to use as one's own."""
    reason: str | None = None
    """Why not to say the others, in a few words after “it”: `takes a side`. Rules with one reason share a head."""
    rationale: Derived
    """Why our term, in full."""
