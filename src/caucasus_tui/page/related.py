"""Records that another one hangs together with, a line each: type, title, how it stands, who says so."""

from collections.abc import Sequence

from caucasus_tui.dossier.model.dates import column_date, date_marks
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Agreement, Event, Record, Step, Term
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LABEL_WIDTH, TYPE_MARKS
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.widths import pad
from caucasus_tui.page.rows.wrapping import spread
from caucasus_tui.page.standing import standing_of
from caucasus_tui.page.trailing import trailing


def related_row(dossier: Dossier, record: Record, lens: Lens) -> Row:
    """One record. The title gives way where room is short; the rest never does."""
    lead = dossier.lead(record)
    mark = TYPE_MARKS[lead.type] if lead else None
    kind = Span(pad(f"{mark.glyph} {mark.word}" if mark else "", LABEL_WIDTH), mark.role if mark else "dim")
    standing = _standing(record)
    said = standing_of(record).cites if isinstance(record, Term) else ()
    marks = trailing(dossier, record, lens.width, said=said)
    right = (Span(standing, "date" if isinstance(record, Event) else "status"), *marks)
    return Row(spread((kind, Span(record.title)), right, lens.width), record.ref)


def related_rows(dossier: Dossier, parts: Sequence[tuple[str, Record]], lens: Lens) -> list[Row]:
    """Records under the part that each has; what the facet hides is left out."""
    rows: list[Row] = []
    last = ""
    for label, record in parts:
        if lens.admits(dossier, record):
            rows += [Row((Span(label, "dim"),))] if label != last else []
            rows.append(related_row(dossier, record, lens))
            last = label
    return rows


def _standing(record: Record) -> str:
    match record:
        case Term():
            return standing_of(record).text
        case Agreement():
            return record.status.replace("-", " ")
        case Event():
            return f"{column_date(record.when)} {date_marks(record.when)}".rstrip()
        case Step():
            return record.form
        case _:
            return ""
