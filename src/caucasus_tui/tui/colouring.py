"""A row of a page in the colours of a palette."""

import re
from collections.abc import Iterator, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from caucasus_tui.page.rows.ascii import GLYPHS
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.tui.palette import Palette
from caucasus_tui.tui.terminal.stand_ins import through_textual

_MARKS = re.compile(f"([{''.join(GLYPHS)}]+)")


def segments(row: Row, palette: Palette, base: Style, chosen: str, width: int) -> list[Segment]:
    """What is drawn on `base`. `chosen`: the address under the cursor, if it is on this row; a row that is itself one
    stop stands out over the whole width, else the spans that lead there."""
    found: list[Segment] = []
    sources = _sources(row.spans) if palette.links else [""] * len(row.spans)
    for span, source in zip(row.spans, sources, strict=True):
        style = base + palette.style(span.role)
        if source in palette.links:
            style += palette.links[source]
        if chosen and (row.subject or span.subject == chosen):
            style += palette.cursor
        glyphs = None if chosen and (row.subject or span.subject == chosen) else palette.glyphs.get(span.role)
        found += _coloured(through_textual(span.text), style, glyphs)
    if chosen and row.subject:
        found.append(Segment(" " * max(width - row.width, 0), base + palette.cursor))
    return found


def _sources(spans: Sequence[Span]) -> list[str]:
    """What each span cites; a blank between two of one source too, so that they are one link."""
    cited = [span.source for span in spans]
    for at in range(1, len(spans) - 1):
        if cited[at - 1] and cited[at - 1] == cited[at + 1] and spans[at].text == " ":
            cited[at] = cited[at - 1]
    return cited


def _coloured(text: str, style: Style, glyphs: Style | None) -> Iterator[Segment]:
    """A text, its marks in a colour of their own if there is one."""
    if glyphs is None:
        yield Segment(text, style)
        return
    for part in _MARKS.split(text):
        if part:
            yield Segment(part, style + glyphs if part[0] in GLYPHS else style)


def row_strip(page: Page, row: Row, left: int, palette: Palette, base: Style, chosen: str, width: int) -> Strip:
    """A row of a page as it is drawn, scrolled `left` cells beside the frozen ones."""
    strip = Strip(segments(row, palette, base, chosen, width))
    if page.frozen and left:
        strip = Strip.join([strip.crop(0, page.frozen), strip.crop(page.frozen + left)])
    return strip.adjust_cell_length(width, base)
