"""The lines of a page: which rows say one thing, and where that ends."""

from caucasus_tui.page.rows.growing import GrowingRows, extent
from caucasus_tui.page.rows.row import Page, Row

FEW_ROWS = 4
"""Rows below a line of a list that belong to it: date, type, hedge, citation. What is longer is read row by row."""


def is_on(page: Page, row: int) -> bool:
    """Whether a page has a row of that number; none that is far from all that is made: it was one of another page."""
    if isinstance(page.rows, GrowingRows) and not page.rows.made.is_at_hand(row):
        return False
    return 0 <= row < extent(page.rows, row + 1)


def line_at(page: Page, row: int, link: str = "") -> range:
    """The rows of the line that a row belongs to, and those over which a `link` of it goes on."""
    if not is_on(page, row):
        return range(row, row + 1)
    first, after = row, row + 1
    while first > 0 and _is_one(page.rows[first - 1], page.rows[first], link):
        first -= 1
    while after < extent(page.rows, after + 1) and _is_one(page.rows[after - 1], page.rows[after], link):
        after += 1
    return range(first, after)


def end_of(page: Page, line: range) -> int:
    """The last row of a line of a list, with what stands below it and is no place of its own."""
    last = line[-1]
    for row in range(last + 1, last + FEW_ROWS + 2):
        if row >= extent(page.rows, row + 1):
            return row - 1
        below = page.rows[row]
        if below.stops() or not is_below(below, page.rows[last].subject):
            return last if below.goes_on else row - 1  # the end of what began below the line
    return last


def is_below(row: Row, subject: str) -> bool:
    """Whether a row belongs to what stands above it for `subject`: it goes on with that, or leads nowhere else."""
    return row.goes_on or (bool(row.spans) and not row.is_heading and row.subject in ("", subject))


def _is_one(before: Row, row: Row, link: str) -> bool:
    """Whether a row goes on with what the one before says. Of things listed one behind the other each row is a line,
    but for what `link` names."""
    if not row.goes_on:
        return row.subject != "" and row.subject == before.subject
    things = {span.subject for span in row.spans if span.role == "link"}
    return things <= {span.subject for span in before.spans} or (before.leads_to(link) and link in things)
