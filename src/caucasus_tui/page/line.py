"""A record in one line: what it is and how it stands on the left, by when and who says so on the right."""

from collections.abc import Sequence
from typing import Literal

from caucasus_tui.dossier.model import Agreement, Event, Lever, Place, Recommendation, Record, Step, Tension, Term
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.views.force import status_words
from caucasus_tui.page.claim.basis import Basis, basis_of, naming
from caucasus_tui.page.claim.basis_spans import cited_end, said_by, type_words
from caucasus_tui.page.claim.cells import Cell, dated, states, term_status, window
from caucasus_tui.page.claim.closing import cell_spans
from caucasus_tui.page.fields import names_of
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.lever import holders_of
from caucasus_tui.page.marks import STATUS_MARKS
from caucasus_tui.page.rows import NBSP, Row, Span, glued, pad, spread, wrap

Said = Literal["here", "elsewhere", "nowhere"]
"""Whether what is on a line is also said in full: right below it, somewhere else on the page, or not at all."""


def record_lines(dossier: Dossier, record: Record, lens: Lens, *, lead_said: Said) -> list[Row]:
    """The line of a record of any kind, with type, hedge and citation of its leading statement, on a second line where
    both do not fit. Where that statement is said elsewhere its glyph and citation are enough; here, nothing more."""
    left = (Span(" "), *_left(dossier, record))
    lead = Basis() if lead_said == "here" else basis_of(dossier, record.cites[:1])
    right = cell_spans(dossier, [cell for cell in _cells(dossier, record, lens) if cell.span.text], lead)
    end: list[Span] = []
    if lead.claims:
        words = [*type_words(lead), Span(" "), *cited_end(dossier, lead.claims, links=False)]
        end = words if lead_said == "nowhere" else said_by(dossier, lead, with_hedge=False)
    whole = [*right, *([Span("  ")] if right and end else []), *end]
    if not _fits((*left, *whole), lens) and end and not lead.claims[0].hedge:
        # Its type by glyph alone is still its type.
        brief = [*right, *([Span("  ")] if right else []), *said_by(dossier, lead)]
        whole = brief if _fits((*left, *brief), lens) or not right else whole
    if _fits((*left, *whole), lens):
        return [Row(spread(left, whole, lens.width), record.ref)]
    if _fits((*left, *right), lens) and _fits(end, lens):
        rows = [Row(spread(left, right, lens.width), record.ref)]
        return [*rows, Row(spread((), end, lens.width))] if end else rows
    if _fits(left, lens) and _fits(whole, lens):
        return [Row(spread(left, (), lens.width), record.ref), Row(spread((), whole, lens.width))]
    room = lens.width - 3
    dot = Span(f"{NBSP}· ", "dim")
    parts = [part for spans in (right, end) if spans for part in (dot, *_held(spans, room))]
    lines = wrap([*left, *parts], room)
    return [Row((Span("   " if index else " "), *line), record.ref) for index, line in enumerate(lines)]


def _held(spans: Sequence[Span], room: int) -> list[Span]:
    """Spans that stay on one line; where they are too long for one, they break where they may, no type from what
    follows."""
    whole = [span._replace(text=glued(span.text)) for span in spans]
    return whole if Row(tuple(whole)).width <= room else list(spans)


def _fits(spans: Sequence[Span], lens: Lens) -> bool:
    """Whether spans fit on a line, with room for a gap in it."""
    return Row(tuple(spans)).width + 2 <= lens.width


def _left(dossier: Dossier, record: Record) -> tuple[Span, ...]:
    title = Span(record.title, "strong")
    match record:
        case Lever():
            mark = STATUS_MARKS[record.status]
            holders = holders_of(dossier, record)
            return Span(pad(f"{mark.glyph} {mark.word}", 12), mark.role), Span(f"{holders:<4} ", "dim"), title
        case Recommendation() if record.form == "ask":
            return Span(f"{record.order} ", "number"), title
        case Term():
            return Span(f"{record.order} ", "dim"), title
        case Tension():
            return Span(f"!{record.number} ", "tension"), title
        case Step():
            return Span(pad(record.form, 12), "dim"), title
        case _:
            return (title,)


def _cells(dossier: Dossier, record: Record, lens: Lens) -> list[Cell]:
    """How it stands, who stands for it, by when."""
    match record:
        case Lever() | Recommendation():
            return [window(dossier, record, record.window, lens.today)]
        case Term():
            due = (record.deadline,) if record.deadline else ()
            return [term_status(dossier, record), window(dossier, record, due, lens.today)]
        case Place():
            return states(dossier, record)
        case Event():
            return [dated(dossier, record, record.when)]
        case Agreement():
            mediator = f"mediator {names_of(dossier, record.mediator)}" if record.mediator else ""
            named = Cell(Span(mediator, "dim"), naming(dossier, record, "mediator"))
            return [dated(dossier, record, record.when), Cell(Span(status_words(record), "status")), named]
        case _:
            return []
