"""The head of a page, for a strip too short for all of it."""

from caucasus_tui.page.rows.row import Page, Row, Span


def clip(page: Page, height: int) -> Page:
    """At most `height` rows. The cut falls between statements, never inside one, so no hedge is lost unseen; what is
    missing is said in the last row."""
    if len(page.rows) <= height:
        return page
    if height < 2:
        return page._replace(rows=page.rows[:height])
    keep = next((index for index in range(height - 1, 1, -1) if _starts_block(page.rows[index])), height - 1)
    missing = len(page.rows) - keep
    more = Row((Span(f"↓ {missing} more line{'s' * (missing != 1)}: enter", "dim"),))
    return page._replace(rows=[*page.rows[:keep], more])


def _starts_block(line: Row) -> bool:
    return not line.text.startswith(" ")
