"""Panes as pages: what a reader finds on one, without a screen."""

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page, Row, Span, plain
from caucasus_tui.page.rows.wrapping import NBSP
from caucasus_tui.panes import pane
from tests.conftest import TODAY

WIDTHS = (40, 60, 78, 116)
LENS = Lens(width=78, today=TODAY)


@cache
def bundled_dossier() -> Dossier:
    return load(bundled()).dossier


def page_of(dossier: Dossier, name: str, **lens: object) -> Page:
    """A pane, seen through a lens of width 78 unless told otherwise."""
    return pane(name).page(dossier, replace(LENS, **lens))


def stops(page: Page) -> set[str]:
    """Every address the cursor can rest on."""
    return stops_of(page.rows)


def stops_of(rows: Sequence[Row]) -> set[str]:
    """The same for rows."""
    return {stop.subject for line in rows for stop in line.stops()}


def row(*parts: Span | str, subject: str = "") -> Row:
    """A row of these parts; what is no span yet is plain text."""
    return Row(tuple(Span(part) if isinstance(part, str) else part for part in parts), subject)


def text_of(page: Page) -> str:
    return plain(page.rows)


def running(page: Page) -> str:
    """The words of a page in one line, so that wrapping does not matter."""
    words = text_of(page).replace(NBSP, " ").replace("│", " ").replace("▼", " ").split()
    return " ".join(words)
