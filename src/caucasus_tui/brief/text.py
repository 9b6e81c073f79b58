"""The brief as plain text, wrapped; no escape codes, good to read aloud."""

from datetime import date

from caucasus_tui.dossier.dossier import Dossier
from caucasus_tui.page.heading import bottom_line_rows, title_row
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.row import Row, Span, plain
from caucasus_tui.page.statement import statement_rows


def brief_text(dossier: Dossier, *, today: date, width: int) -> str:
    """The brief in lines of at most `width` cells."""
    lens = Lens(width=width, today=today)
    rows = [
        title_row(dossier, lens),
        *bottom_line_rows(dossier, lens),
        Row(),
        Row((Span("Key judgements", "heading"),)),
    ]
    for cite in dossier.about.key_judgements:
        rows += statement_rows(dossier, cite, width)
    return plain(rows)
