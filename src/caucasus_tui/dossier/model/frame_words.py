"""Words that order a dossier: the program knows some that fit any dispute, data/dossier.yaml adds its own."""

from typing import ClassVar, Literal

RouteLine = Literal["open", "planned", "blocked", "not-stated"]
"""How a route is drawn."""


class FrameWord(str):
    """One of `known`, or of those under the key `added_by` of data/dossier.yaml; `check` looks."""

    __slots__ = ()
    known: ClassVar[tuple[str, ...]] = ()
    added_by: ClassVar[str] = ""


class Lane(FrameWord):
    """The field of an event."""

    __slots__ = ()
    known = ("military", "diplomatic", "agreement", "humanitarian", "economic", "domestic", "legal", "technical")
    added_by = "lanes"


class SourceForm(FrameWord):
    """What kind of document a source is."""

    __slots__ = ()
    known = (
        *("commentary", "agency", "primary-text", "dataset", "court-order", "press-release", "encyclopedia"),
        *("report", "law", "speech", "interview", "letter", "news"),
    )
    added_by = "source_forms"


class RouteWord(FrameWord):
    """How a route or a border stands."""

    __slots__ = ()
    known = ("open", "planned", "blocked", "closed", "secured-on-paper", "not-attempted", "not-stated")
    added_by = "route_states"
