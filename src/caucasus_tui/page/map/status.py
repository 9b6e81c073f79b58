"""How a route stands: the words for it, and the line that it is drawn as."""

from typing import Literal

from caucasus_tui.dossier.model.records import Place
from caucasus_tui.dossier.model.records.actors import State

RouteLine = Literal["open", "planned", "blocked", "not-stated"]

LINES: dict[State, RouteLine] = {
    "open": "open",
    "planned": "planned",
    "not-attempted": "planned",
    "blocked": "blocked",
    "closed": "blocked",
    "secured-on-paper": "not-stated",
    "not-stated": "not-stated",
}
"""What is secured on paper may be open or not: that is not stated."""


def status_words(place: Place) -> list[str]:
    """How a route stands in a few words, the newest last."""
    return [state.shown for state in place.status]


def line_of(place: Place) -> RouteLine:
    """How to draw a route, by its newest state: dashed as a plan, crossed where blocked, dotted where nothing says."""
    return LINES[place.status[-1].state] if place.status else "not-stated"
