"""Pages that are of a session, not of a dossier: what was collected, where one has been, what a query finds."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caucasus_tui.dossier.addresses import COLLECTED, parse
from caucasus_tui.page.rows.row import Page
from caucasus_tui.session.history import Visit

if TYPE_CHECKING:
    from caucasus_tui.session.session import Session


def own_page(session: "Session", visit: Visit, width: int, places: Iterable[Visit]) -> Page:
    """The page at such a place, of a reader who was at `places`; each is loaded when first asked for."""
    if parse(visit.address) == COLLECTED:
        from caucasus_tui.brief.collected_page import collected_page

        return collected_page(session.dossier, session.collected.lines, session.today, width)
    if visit.query:
        from caucasus_tui.page.search_results import found_page

        return found_page(session.dossier, session.search(visit.query), width)
    from caucasus_tui.session.places_page import places_page

    return places_page(session.dossier, session.seen, places, session.memory, width)
