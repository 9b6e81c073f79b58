"""Who and where: actors, places, and what to call them."""

from typing import Literal

from caucasus_tui.dossier.model.frame_words import RouteWord
from caucasus_tui.dossier.model.links import ActorId, PlaceId, Ref
from caucasus_tui.dossier.model.records.base import Cited, Derived, Part, Record


class Name(Part, frozen=True, kw_only=True):
    """Another name for a thing, and who uses it; searchable, whatever name is on display."""

    name: str
    used_by: str
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
    belongs_to: ActorId | None = None
    role: Cited | None = None
    positions: tuple[Cited, ...] = ()
    warnings: tuple[Cited, ...] = ()
    depends_on: tuple[Dependency, ...] = ()
    note: Derived | None = None


class Coordinates(Part, frozen=True, kw_only=True):
    """Degrees, for placing a name on the map only; always the curator's. Where that is drawn to scale, a place of
    precision point or locality has its dot there."""

    lat: float
    lon: float
    origin: str


class Joins(Part, frozen=True, kw_only=True):
    """The two places a route connects, and those it passes, as far as a source says."""

    start: PlaceId
    end: PlaceId
    through: tuple[PlaceId, ...] = ()


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
        return f"{self.shown[:1].upper()}{self.shown[1:]}. {self.text}"


class Place(Record, frozen=True, kw_only=True):
    """A place or a route."""

    kind = "place"

    form: Literal["state", "region", "territory", "city", "locality", "route", "border", "area"]
    precision: Literal["point", "locality", "corridor", "region", "state", "topological-only"]
    names: tuple[Name, ...] = ()
    part_of: PlaceId | None = None
    joins: Joins | None = None
    status: tuple[RouteState, ...] = ()
    """Of a route or a border, the newest last."""
    schematic: Coordinates | None = None
    note: Derived | None = None


class Usage(Part, frozen=True, kw_only=True):
    """Who uses which name."""

    who: str
    term: str


class NameRule(Record, frozen=True, kw_only=True):
    """What to call a thing aloud; the title is our term."""

    kind = "name-rule"

    about: tuple[Ref, ...] = ()
    usage: tuple[Usage, ...] = ()
    avoid: tuple[str, ...] = ()
    reason: str | None = None
    """Why not to say the others, in a few words after “it”: `takes a side`. Rules with one reason share a head."""
    rationale: Derived
