"""Where in a list or a text one is, and the rule above it that says so."""

from bisect import bisect_right
from itertools import islice

from caucasus_tui.page.rows.cursor import CursorPosition
from caucasus_tui.page.rows.growing import GrowingRows, extent
from caucasus_tui.page.rows.row import Page, Row, Span, cells_of
from caucasus_tui.page.rows.widths import cell_width, fit

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
