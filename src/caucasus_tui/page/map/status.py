"""How a route stands, in the words that the data puts before a colon: `blocked: Azerbaijan has stopped …`."""

from typing import Literal

from caucasus_tui.dossier.records import Place

WORD_LIMIT = 30
"""Characters. Longer is a sentence, and stands in the list and on the place's page."""
Line = Literal["open", "planned", "blocked"]


def status_words(place: Place) -> list[str]:
    """The status words of a route, the newest last."""
    words = (state.text.partition(":")[0].rstrip(" .") for state in place.status)
    return [word for word in words if len(word) <= WORD_LIMIT]


def line_of(place: Place) -> Line:
    """How to draw a route: dashed while it is a plan, crossed while it is blocked."""
    words = [word.casefold() for word in status_words(place)]
    if any(word.startswith(("planned", "proposed")) for word in words):
        return "planned"
    return "blocked" if words and words[-1].startswith(("blocked", "closed")) else "open"
