"""A page narrowed to what is the curator's: the records that carry its mark, whole, under their headings."""

from collections.abc import Iterator, Sequence

from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.rows import Page, Row
from caucasus_tui.page.rows.growing import GrowingRows


def ours_alone(page: Page) -> Page:
    """The page with its records that carry the curator's mark; all of those below what says that their marks are
    ours, the header or a heading."""
    kept = [*page.rows[: page.header]]
    if _is_ours(kept):
        return page
    headings: list[Row] = []
    """Those of what comes next, of which nothing is kept so far."""
    was_heading = all_ours = False
    for rows in _records(page):
        is_heading = rows[0].is_heading
        if is_heading and not was_heading:
            headings = []
        if is_heading and not rows[0].subject:
            all_ours = _is_ours(rows)
        if all_ours or _is_ours(rows):
            kept += [*headings, *rows]
            headings = []
        elif is_heading:
            headings += rows
        was_heading = is_heading
    return page._replace(rows=kept, note="")


def _is_ours(rows: Sequence[Row]) -> bool:
    return any(CURATOR.glyph in row.text for row in rows)


def _records(page: Page) -> Iterator[Sequence[Row]]:
    """The rows of each record and heading below the header: a block, or a line with what stands below it."""
    if not isinstance(page.rows, GrowingRows):
        yield from _lines(page.rows[page.header :])
        return
    between: list[Row] = []
    for part in page.rows.by_part(page.header):
        if isinstance(part, Row):
            between.append(part)
        else:
            yield from _lines(between)
            yield part
            between = []
    yield from _lines(between)


def _lines(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Rows by what they lead to, each with what stands below it and leads nowhere; headings apart."""
    at = 0
    while at < len(rows):
        first, after = rows[at], at + 1
        while after < len(rows) and not _is_apart(first, rows[after]):
            after += 1
        yield rows[at:after]
        at = after


def _is_apart(first: Row, row: Row) -> bool:
    if row.goes_on:
        return False
    return first.is_heading or row.is_heading or not row.spans or (row.subject not in ("", first.subject))
