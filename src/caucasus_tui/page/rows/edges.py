"""What stands at the edges of a view: no line of a list without its end, no end without the line, no sentence without
what it rests on, no heading without what it heads."""

from itertools import takewhile

from caucasus_tui.page.rows.growing import extent
from caucasus_tui.page.rows.page_lines import FEW_ROWS, end_of, is_on, line_at
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.widths import ELLIPSIS
from caucasus_tui.page.rows.wrapping import spread, wrap

ABOVE, BELOW = Row((Span("  ↑ more", "dim"),)), Row((Span("  ↓ more", "dim"),))
LONG_LINE = 8
"""Rows. What is longer is read row by row."""
ENDS = ("hedge", "cite", "tension", "dim")
"""What a sentence ends with."""
LEAST_SAID = 12
"""Cells of a sentence beside that."""


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


def row_in_view(page: Page, index: int, top: int, room: int, width: int = 0) -> Row:
    """A row as it is shown. Where the edge of the view would part a line of a list from its end, which has status and
    citation, it says that there is more: a record is shown whole or not at all. A sentence of a text ends at the edge
    as it does below it, as far as `width` has room."""
    edge = top + room
    if index < edge - LONG_LINE or extent(page.rows, edge + 1) <= edge:
        return page.rows[index]
    # Not looked for from the top, whose rows may still be to make.
    above = range(edge - 1, max(edge - FEW_ROWS, top) - 1, -1)
    line = next((line_at(page, row) for row in above if page.rows[row].subject), range(0))
    if not line or line[0] < max(top + page.header + 1, edge - LONG_LINE) or end_of(page, line) < edge:
        return page.rows[index] if index < edge - 1 else _ended(page, edge, width)
    if index < line[0]:
        return page.rows[index]
    return BELOW if index == line[0] else Row()


def _ended(page: Page, edge: int, width: int) -> Row:
    """The last row in view with the types, hedges and citations that its sentence ends with, which came below it; of
    several sentences as it stands."""
    row, last = page.rows[edge - 1], min(edge + LONG_LINE, extent(page.rows, edge + LONG_LINE))
    rest = [*takewhile(lambda one: one.goes_on, (page.rows[at] for at in range(edge, last)))]
    if len(rest) not in range(1, LONG_LINE):
        return row
    # The bars that a tree draws at the head of each row are none of the sentence.
    below = (part for one in rest for part in (Span(" "), *one.spans) if part.role != "rule")
    spans = [*row.spans, *below]
    count = sum(1 for _ in takewhile(_ends, reversed(spans)))
    said, end = spans[: len(spans) - count], spans[len(spans) - count :]
    told = wrap(end, width - LEAST_SAID)
    sources, sources_below = ({span.role for span in part} & {"hedge", "cite"} for part in (said, end))
    if len(told) != 1 or sources or not sources_below:
        return row
    goes_on = [Span(ELLIPSIS)] if len(said) > len(row.spans) else []
    return row._replace(spans=spread([*said[: len(row.spans)], *goes_on], told[0], width))


def _ends(span: Span) -> bool:
    """Whether a sentence may end with it: a type is told by a sign alone, before its citation."""
    text = span.text.strip()
    return not text or span.role in ENDS or (len(text) == 1 and not text.isalnum() and span.role != "text")
