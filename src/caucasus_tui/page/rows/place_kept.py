"""A page made anew, of an edited dossier, with another layer or for another room: the line that one is on stays where
it was on the screen."""

from typing import NamedTuple

from caucasus_tui.page.rows.cursor import SPARE, CursorPosition, find, opening, shown, stop_at
from caucasus_tui.page.rows.growing import GrowingRows, extent, reached
from caucasus_tui.page.rows.page_lines import is_on
from caucasus_tui.page.rows.row import Page


class Line(NamedTuple):
    """What a row is of: the address of the row above it, or its own, that is of something, and by how many rows."""

    subject: str = ""
    below: int = 0


def line_of(page: Page, at: CursorPosition) -> Line:
    """That of the row under the cursor, as far as the rows above it are made."""
    for below in range(2 * SPARE if is_on(page, at.row) else 0):
        row = at.row - below
        if row < 0 or (isinstance(page.rows, GrowingRows) and not page.rows.made.holds(row)):
            break
        if page.rows[row].subject:
            return Line(page.rows[row].subject, below)
    return Line()


def place_again(
    page: Page, subject: str, line: Line, before: CursorPosition | None, height: int, *, as_opened: bool = False
) -> CursorPosition | None:
    """Where what was under the cursor at `before`, in a line, is now; None where it was nowhere, or is no more.
    `as_opened`: nobody has moved since the page opened, so it opens again, if with the same under the cursor."""
    if before is None:
        return None
    if as_opened and _subject(page, at := opening(page, height)) == subject:
        return at
    if is_on(page, before.row) and _subject(page, before) == subject and line in (Line(), line_of(page, before)):
        return before
    found = _nearest(page, subject, line, before.row) if subject else None
    return _kept(page, found, before, height) if found else None


def _subject(page: Page, at: CursorPosition) -> str:
    stop = stop_at(page, at)
    return stop.subject if stop else ""


def _nearest(page: Page, subject: str, line: Line, row: int) -> CursorPosition | None:
    """Of the rows that lead to an address that of the line, else the nearest; far down a page that grows the first."""
    above = find(page, line.subject) if line.subject else None
    row = above.row + line.below if above else row
    if not isinstance(page.rows, GrowingRows):
        rows = range(len(page.rows))
    elif above:
        rows = range(above.row, min(above.row + 3 * SPARE, extent(page.rows, above.row + 3 * SPARE)))
    else:
        return find(page, subject)
    near = min((at for at in rows if page.rows[at].leads_to(subject)), key=lambda at: abs(at - row), default=-1)
    stops = page.rows[near].stops() if near >= 0 else ()
    return next((CursorPosition(near, number) for number, stop in enumerate(stops) if stop.subject == subject), None)


def _kept(page: Page, found: CursorPosition, before: CursorPosition, height: int) -> CursorPosition:
    """At a line that was at `before`, as far down the screen as it was there, as far as there is room."""
    if min(found.row, before.row) < max(page.header, page.plane):
        return shown(page, found._replace(top=before.top), height)
    down = before.row - before.top
    placed = found._replace(row=reached(page.rows, found.row, max(down, 0) + SPARE))
    top = max(placed.row - down, 0)
    placed = placed._replace(top=max(min(top, extent(page.rows, top + height) - height), 0))
    # A reader who scrolled past the cursor, as on a page of prose, stays where the reading was.
    return shown(page, placed, height) if page.header <= down < height else placed
