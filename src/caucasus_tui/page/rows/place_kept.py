"""A page made anew, of an edited dossier, with another layer or for another room: the line that was under the cursor stays
where it was on the screen."""

from caucasus_tui.page.rows.cursor import SPARE, CursorPosition, find, lower, shown, stop_at
from caucasus_tui.page.rows.growing import GrowingRows, extent, reached
from caucasus_tui.page.rows.page_lines import is_on
from caucasus_tui.page.rows.row import Page


def place_again(page: Page, subject: str, before: CursorPosition | None, height: int) -> CursorPosition | None:
    """Where what was under the cursor at `before` is now; None where it was nowhere, or is no more."""
    if before is None:
        return None
    stop = stop_at(page, before)
    if is_on(page, before.row) and (stop.subject if stop else "") == subject:
        return before
    found = _nearest(page, subject, before.row) if subject else None
    return _kept(page, found, before, height) if found else None


def _nearest(page: Page, subject: str, row: int) -> CursorPosition | None:
    """The nearest to a row that leads to an address; on a page that grows the first."""
    if isinstance(page.rows, GrowingRows):
        return find(page, subject)
    leading = (number for number, one in enumerate(page.rows) if one.leads_to(subject))
    near = min(leading, key=lambda number: abs(number - row), default=-1)
    stops = page.rows[near].stops() if near >= 0 else ()
    return next((CursorPosition(near, number) for number, stop in enumerate(stops) if stop.subject == subject), None)


def _kept(page: Page, found: CursorPosition, before: CursorPosition, height: int) -> CursorPosition:
    """At a line that was at `before`, as far down the screen as it was there, as far as there is room."""
    if min(found.row, before.row) < max(page.header, page.plane):
        return shown(page, found._replace(top=before.top), height)
    down = before.row - before.top
    placed = lower(found, reached(page.rows, found.row, max(down, 0) + SPARE) - found.row)
    top = max(placed.row - down, 0)
    placed = placed._replace(top=max(min(top, extent(page.rows, top + height) - height), 0))
    # A reader who scrolled past the cursor, as on a page of prose, stays where the reading was.
    return shown(page, placed, height) if page.header <= down < height else placed
