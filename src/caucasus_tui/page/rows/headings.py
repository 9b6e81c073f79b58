"""The headings of a page, from a row of it."""

from caucasus_tui.page.rows.growing import GrowingRows
from caucasus_tui.page.rows.row import Page


def heading_after(page: Page, row: int) -> int | None:
    """The next row that is a heading."""
    if isinstance(page.rows, GrowingRows):
        return page.rows.heading_after(row)
    return next((index for index in range(row + 1, len(page.rows)) if page.rows[index].is_heading), None)


def heading_before(page: Page, row: int) -> int | None:
    """The nearest row that is a heading, from one upwards, below the header."""
    if isinstance(page.rows, GrowingRows):
        return page.rows.heading_before(row, page.header)
    return next((index for index in range(row, page.header - 1, -1) if page.rows[index].is_heading), None)
