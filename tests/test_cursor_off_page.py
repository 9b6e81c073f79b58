"""A cursor that was left on a row that the page no longer has: it acts on nothing, and nothing breaks."""

from caucasus_tui.page.rows import cursor
from caucasus_tui.page.rows.cursor import CursorPosition
from caucasus_tui.page.rows.row import Page, Row, Span


def test_no_key_breaks_on_a_row_that_is_gone() -> None:
    page = Page("", [Row((Span("one", "link", "actor:a"),))])
    gone = CursorPosition(row=7)
    assert cursor.links(page, 7) == [] and cursor.stop_at(page, gone) is None
    assert cursor.sideways(page, gone, 1) == gone
    for step in (1, -1):
        assert cursor.up_or_down(page, gone, step, 10).row in (0, 7)
