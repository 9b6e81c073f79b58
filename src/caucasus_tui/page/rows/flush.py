"""A line with something at its right edge, which moves to the next line rather than cut anything."""

from collections.abc import Sequence

from caucasus_tui.page.rows.row import Span
from caucasus_tui.page.rows.widths import cell_width
from caucasus_tui.page.rows.wrapping import spread, wrap


def flush(left: Sequence[Span], right: Sequence[Span], width: int, hang: int = 0) -> list[tuple[Span, ...]]:
    """`right` at the right edge where both fit on one line; else after `left`, in lines `hang` cells shorter."""
    needed = sum(cell_width(span.text) for span in (*left, *right)) + bool(right)
    if needed > width:
        return wrap([*left, Span(" "), *right], width - hang)
    return [spread(left, right, width)]
