"""Records that another one hangs together with, a line each: type, title, how it stands, who says so."""

from collections.abc import Sequence
from functools import partial

from caucasus_tui.dossier.model import Agreement, Dossier, Event, Record, Step, Term
from caucasus_tui.page.claim import Basis, Cell, closed, closing, dated, lead_of, term_status
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LABEL_WIDTH, Mark
from caucasus_tui.page.rows import Row, Span, pad
from caucasus_tui.page.rows.growing import Block


def related(dossier: Dossier, record: Record, lens: Lens) -> Block:
    """One record, made when it is looked at."""
    return Block(record.ref, partial(_lines, dossier, record, lens))


def _lines(dossier: Dossier, record: Record, lens: Lens) -> list[Row]:
    """Its type, its title, and what closes it: nothing gives way where room is short."""
    lead = lead_of(dossier, record)
    mark = next(iter(lead.marks), Mark("", "", "dim"))
    kind = Span(pad(f"{mark.glyph} {mark.word}".strip(), LABEL_WIDTH), mark.role)
    right = closing(dossier, record, cells=_cells(dossier, record, lead), lead=lead)
    return closed((kind, Span(record.title)), right, lens.width, record.ref, LABEL_WIDTH)


def related_rows(dossier: Dossier, parts: Sequence[tuple[str, Record]], lens: Lens) -> list[Row | Block]:
    """Records under the part that each has; what the facet hides is left out."""
    rows: list[Row | Block] = []
    last = ""
    shown = {*map(id, lens.among(dossier, (record for _, record in parts)))}
    for label, record in parts:
        if id(record) in shown:
            rows += [Row((Span(label, "dim"),))] if label != last else []
            rows.append(related(dossier, record, lens))
            last = label
    return rows


def _cells(dossier: Dossier, record: Record, lead: Basis) -> list[Cell]:
    match record:
        case Term():
            return [term_status(dossier, record)]
        case Agreement():
            return [Cell(Span(record.status.replace("-", " "), "status"), Basis(lead.claims))]
        case Event():
            return [dated(dossier, record, record.when)]
        case Step():
            return [Cell(Span(record.form, "dim"))]
        case _:
            return []
