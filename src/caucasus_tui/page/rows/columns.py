"""Text in two columns, a screen after the other, as a paper has it."""

from collections.abc import Sequence

from caucasus_tui.page.rows.row import Row
from caucasus_tui.page.rows.wrapping import beside

GAP = "    "


def in_columns(rows: Sequence[Row], width: int, height: int) -> list[Row]:
    """Rows of at most `width` cells as screens of two columns, each of `height` rows but the last. A column ends where
    a paragraph does, and never right below a head, as far as paragraphs are shorter than a column."""
    screens: list[Row] = []
    rest = list(rows)
    while rest:
        screens += [Row()] * (-len(screens) % height)
        left, rest = _column(rest, height)
        right, rest = _column(rest, height)
        screens += beside(left, right, width, GAP) if right else left
    return screens


def _column(rows: list[Row], height: int) -> tuple[list[Row], list[Row]]:
    """The rows of a column, and what is left for the next."""
    if len(rows) <= height:
        return rows, []
    ends = (at for at in range(min(height, len(rows) - 1), height // 2, -1) if _may_end(rows, at))
    end = next(ends, height)
    after = next((at for at in range(end, len(rows)) if rows[at].text.strip()), len(rows))
    return rows[:end], rows[after:]


def _may_end(rows: Sequence[Row], at: int) -> bool:
    """Whether a column may end before a row: with a paragraph, which no head stands right above."""
    if rows[at].text.strip() and rows[at - 1].text.strip():
        return False
    above = [row for row in rows[max(at - 4, 0) : at] if row.spans]
    return not any(row.spans[0].role in ("number", "title", "heading") for row in above[-2:])
