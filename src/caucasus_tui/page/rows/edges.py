"""What stands at the edges of a view: no end of a line without the line, no heading without what it heads."""

from caucasus_tui.page.rows.growing import extent
from caucasus_tui.page.rows.page_lines import FEW_ROWS, end_of, is_on, line_at
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.whereabouts import BELOW, LONG_LINE, row_in_view

ABOVE = Row((Span("  ↑ more", "dim"),))


def _cut_above(page: Page, index: int, top: int) -> Row | None:
    """What stands at the upper edge of a view for the end of a line of a list that began above it, which would be a
    citation without what it is of; None for any other row."""
    edge = page.header + top
    if not top or not edge <= index <= edge + FEW_ROWS:
        return None
    above = range(edge - 1, max(edge - FEW_ROWS - 2, page.header - 1), -1)
    first = next((row for row in above if is_on(page, row) and page.rows[row].subject), None)
    if first is None or index > end_of(page, line_at(page, first)):
        return None
    return ABOVE if index == edge else Row()


def row_at_edge(page: Page, index: int, top: int, room: int, width: int) -> Row:
    """A row as it is shown in a view that has its first row below the header at `top`, and room for so many."""
    if above := _cut_above(page, index, top):
        return above
    row, edge = row_in_view(page, index, top, room, width), top + room
    if not row.is_heading or index < edge - LONG_LINE or extent(page.rows, edge + 1) <= edge:
        return row
    below = (row_in_view(page, at, top, room, width) for at in range(index + 1, edge))
    if any(one.text.strip() and one is not BELOW for one in below):
        return row
    return BELOW if index == edge - 1 else Row()
