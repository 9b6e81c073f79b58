"""The places that a reader has been to, as a page: each leads there again."""

from collections.abc import Iterable

from caucasus_tui.dossier.addresses import COLLECTED, PLACES, QUESTIONS, TODO, AskAt, BehindAt, PaneAt, parse
from caucasus_tui.dossier.addresses.address import Address
from caucasus_tui.dossier.addresses.places import exists
from caucasus_tui.dossier.addresses.typed import said_at
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.widths import cell_width, fit, pad
from caucasus_tui.panes import pane_title
from caucasus_tui.session.history import Visit

MOST = 100
"""Places that are listed."""
_ADDRESS = 30
"""Cells."""


def places_page(dossier: Dossier, places: Iterable[Visit], width: int) -> Page:
    """The places, in the order given, but for this page itself."""
    listed = [visit for visit in places if parse(visit.address) != PLACES][:MOST]
    rows = [place_row(dossier, visit.address, width) for visit in listed]
    return Page("Places", rows, f"{len(rows)} place{'s' * (len(rows) != 1)}, the last first")


def place_row(dossier: Dossier, address: str, width: int) -> Row:
    """What a place is called, and its address where there is room."""
    name = called(dossier, parse(address))
    room = width - _ADDRESS - 2
    if room < _ADDRESS or cell_width(address) > _ADDRESS or name == address:
        return Row((Span(fit(name, width)),), address)
    return Row((Span(pad(fit(name, room), room + 2)), Span(address, "cite")), address)


def called(dossier: Dossier, address: Address) -> str:
    """A name for a place, of those too that no dossier has."""
    match address:
        case PaneAt(name) if exists(dossier, address):
            return pane_title(dossier, name)
        case BehindAt(of):
            return f"behind: {called(dossier, of)}"
        case AskAt(_) if address == QUESTIONS:
            return "the standard questions"
    own = {COLLECTED: "what was collected", TODO: "to do"}
    return own.get(address) or said_at(dossier, address)
