"""A row of a page in the colours of a palette."""

from rich.segment import Segment
from rich.style import Style

from caucasus_tui.page.rows.row import Row
from caucasus_tui.tui.palette import Palette
from caucasus_tui.tui.terminal.stand_ins import through_textual


def segments(row: Row, palette: Palette, base: Style, chosen: str, width: int) -> list[Segment]:
    """What is drawn on `base`. `chosen`: the address under the cursor, if it is on this row; a row that is itself one
    stop stands out over the whole width, else the spans that lead there."""
    found = []
    for span in row.spans:
        style = base + palette.style(span.role)
        if chosen and (row.subject or span.subject == chosen):
            style += palette.cursor
        found.append(Segment(through_textual(span.text), style))
    if chosen and row.subject:
        found.append(Segment(" " * max(width - row.width, 0), base + palette.cursor))
    return found
