"""How a route stands: the words for it, and the line that it is drawn as."""

from collections.abc import Mapping

from caucasus_tui.dossier.model.frame_words import RouteLine
from caucasus_tui.dossier.model.records import Place

LINES: Mapping[str, RouteLine] = {
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


def line_of(place: Place, added: Mapping[str, RouteLine]) -> RouteLine:
    """How to draw a route, by its newest state: dashed as a plan, crossed where blocked, dotted where nothing says.
    `added`: states that are the dossier's own."""
    return {**LINES, **added}[place.status[-1].state] if place.status else "not-stated"
