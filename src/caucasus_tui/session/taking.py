"""What a reader takes along from a dossier: lines collected, and what is on the screen as a brief."""

from typing import TYPE_CHECKING

from caucasus_tui.dossier.addresses import COLLECTED, parse
from caucasus_tui.page.rows.row import Page
from caucasus_tui.panes import pane_title

if TYPE_CHECKING:
    from caucasus_tui.brief.model import Brief
    from caucasus_tui.session.session import Session


def can_be_collected(session: "Session", address: str) -> bool:
    """Whether something stands at an address that can be collected."""
    from caucasus_tui.brief.collected_lines import CollectedLine, brief_line

    return brief_line(session.dossier, CollectedLine(address), session.today) is not None


def brief_of_screen(session: "Session", page: Page) -> "tuple[Brief | None, str]":
    """What a page shows, as a brief, and a name for its file: of the collected lines those, of a thing that thing,
    of a list each thing that has a line in it."""
    from caucasus_tui.brief.collected_lines import CollectedLine, collected_brief

    address = session.visit.address
    if parse(address) == COLLECTED:
        lines, title, name = session.own.collected.lines, "", "collected"
    else:
        listed = [address] if can_be_collected(session, address) else _listed(page)
        lines = tuple(map(CollectedLine, listed))
        title = page.title or pane_title(session.dossier, session.visit.pane)
        name = session.visit.pane or address
    brief = collected_brief(session.dossier, lines, session.today, title, later=session.lens().since)
    return brief if brief.sections[0].lines else None, name


def _listed(page: Page) -> dict[str, None]:
    """What has a line on a page, and what is on its picture, where no row is of one thing alone."""
    lines = dict.fromkeys(row.subject for row in page.rows if row.subject)
    return lines | dict.fromkeys(stop.subject for row in page.rows[: page.plane] for stop in row.stops())
