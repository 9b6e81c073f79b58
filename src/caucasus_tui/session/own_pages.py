"""Pages that are of a session, not of a dossier: what was collected, where one has been, what a query finds."""

from typing import TYPE_CHECKING

from caucasus_tui.dossier.addresses import COLLECTED, parse
from caucasus_tui.page.rows.row import Page
from caucasus_tui.session.history import Visit

if TYPE_CHECKING:
    from caucasus_tui.session.session import Session


def own_page(session: "Session", visit: Visit, width: int) -> Page:
    """The page at such a place; each is loaded when first asked for."""
    if parse(visit.address) == COLLECTED:
        from caucasus_tui.brief.collected_page import collected_page

        own = session.own.collected
        return collected_page(session.dossier, own.lines, session.lens(width), own.fault)
    if visit.query:
        from caucasus_tui.page.search_results import found_page

        return found_page(session.dossier, session.search(visit.query), width)
    from caucasus_tui.session.places_page import places_page

    return places_page(session.dossier, session.seen, session.history.places, session.own.memory, width)
