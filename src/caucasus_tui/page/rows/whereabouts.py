"""Where in a list or a text one is, and the rule above it that says so."""

from bisect import bisect_right
from itertools import islice, takewhile

from caucasus_tui.page.rows.cursor import CursorPosition
from caucasus_tui.page.rows.growing import GrowingRows, extent
from caucasus_tui.page.rows.page_lines import FEW_ROWS, end_of, line_at
from caucasus_tui.page.rows.row import Page, Row, Span, cells_of
from caucasus_tui.page.rows.widths import ELLIPSIS, cell_width, fit
from caucasus_tui.page.rows.wrapping import spread, wrap

MOST_READ = 2000
"""Rows of a page that are looked through for what was searched for: none is made that nobody would read."""


def position_words(page: Page, at: CursorPosition, height: int) -> str:
    """`10/30`: the thing under the cursor, or the first in view below it, of how many in the list; of a text that is
    longer than the screen the rows in view, `1–6 of 86`; else nothing."""
    rows, row = page.rows, max(at.row, page.header + at.top) if at.top else at.row
    if isinstance(rows, GrowingRows) and rows.things > 1:
        return f"{rows.number(row)}/{rows.things}"
    things = [] if isinstance(rows, GrowingRows) else things_of(page)
    if len(things) > 1:
        return f"{max(bisect_right(things, row), 1)}/{len(things)}"
    room = height - page.header
    body = extent(rows, at.top + height + 1) - page.header
    if body > room and isinstance(rows, GrowingRows) and not rows.are_many:  # as many as there are, looked at or not
        body = len(rows) - page.header
    return f"{at.top + 1}–{min(at.top + room, body)} of {body}" if body > room > 0 else ""


def things_of(page: Page) -> list[int]:
    """The rows at which the things of a list begin; empty for a text."""
    subjects = [row.subject for row in page.rows]
    return [index for index, one in enumerate(subjects) if one and (index == 0 or subjects[index - 1] != one)]


def first_match(page: Page) -> int:
    """The first row in which what was searched for stands out; 0 where it does in none of so many as one may read."""
    matching = (
        at for at, row in enumerate(islice(page.rows, MOST_READ)) if any(span.role == "match" for span in row.spans)
    )
    return next(matching, 0)


def heading_above(page: Page, top: int) -> str:
    """The heading of what is at the top of the screen, where it is out of sight; else empty."""
    rows = page.rows
    first = page.header + top
    at = min(first, extent(rows, first + 1) - 1)
    if isinstance(rows, GrowingRows):
        above = rows.ready_above(at, page.header)
    else:
        above = ((number, rows[number]) for number in range(at, page.header - 1, -1))
    return next((row.spans[0].text if number < first else "" for number, row in above if row.is_heading), "")


def rule_row(label: str, page: Page, at: CursorPosition, height: int, width: int, *, heavy: bool) -> Row:
    """`━ 1 Timeline ━━━━━━ 30 events ━ 10/30 ━`, heavy where keys go. First the note gives way, from its end."""
    line = "━" if heavy else "─"
    where = position_words(page, at, height)
    title = " · ".join(part for part in (f"{label} {page.title}".strip(), heading_above(page, at.top)) if part)
    noted = page.note.split(" · ")
    for parts in range(len(noted), -1, -1):
        note = " · ".join(noted[:parts])
        right = [part for part in (note, where) if part]
        used = 4 + sum(cell_width(part) + 3 for part in right)
        if used + cell_width(title) + 3 <= width:
            break
    title = fit(title, max(width - used - 2, 0))
    drawn = "key" if heavy else "rule"
    left = [Span(f"{line} ", drawn), Span(title, "title" if heavy else "strong"), Span(" ")] if title else []
    end = [part for text in right for part in (Span(f" {text} ", "dim"), Span(line, drawn))]
    between = max(width - cells_of((*left, *end)), 0)
    return Row((*left, Span(line * between, drawn), *end))


BELOW = Row((Span("  ↓ more", "dim"),))
LONG_LINE = 8
"""Rows. What is longer is read row by row."""
ENDS = ("hedge", "cite", "tension", "dim")
"""What a sentence ends with."""
LEAST_SAID = 12
"""Cells of a sentence beside that."""


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
