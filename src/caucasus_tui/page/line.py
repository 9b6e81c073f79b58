"""A record in one line: what it is and how it stands on the left, by when and who says so on the right."""

from collections.abc import Sequence
from typing import Literal

from caucasus_tui.dossier.model.dates import column_date, date_marks, nearest_window
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.records import Agreement, Event, Lever, Recommendation, Record, Step, Tension, Term
from caucasus_tui.dossier.views.force import status_words
from caucasus_tui.page.fields import names_of
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.lever import holders_of
from caucasus_tui.page.marks import STATUS_MARKS, TYPE_MARKS
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.widths import pad
from caucasus_tui.page.rows.wrapping import glued, spread, wrap
from caucasus_tui.page.said import short_cites
from caucasus_tui.page.standing import standing_of
from caucasus_tui.page.window import window_span

Said = Literal["here", "elsewhere", "nowhere"]
"""Whether what is on a line is also said in full: right below it, somewhere else on the page, or not at all."""


def record_lines(dossier: Dossier, record: Record, lens: Lens, *, lead_said: Said) -> list[Row]:
    """The line of a record of any kind, with type, hedge and citation of its leading statement, on a second line where
    both do not fit. Where that statement is said elsewhere its glyph and citation are enough; here, nothing more."""
    left = (Span(" "), *_left(dossier, record))
    right = [span for span in _right(dossier, record, lens) if span.text]
    end: tuple[Span, ...] = ()
    if lead_said != "here":
        end = _lead(dossier, record) if lead_said == "nowhere" else _mark(dossier, record)
    whole = [*right, *([Span("  ")] if right and end else []), *end]
    if _fits((*left, *whole), lens):
        return [Row(spread(left, whole, lens.width), record.ref)]
    if lead_said == "elsewhere" and end and _fits((*left, *right, *end[:1]), lens):
        return [Row(spread(left, [*right, Span(" "), *end[:1]], lens.width), record.ref)]
    if _fits((*left, *right), lens) and _fits(end, lens):
        rows = [Row(spread(left, right, lens.width), record.ref)]
        return [*rows, Row(spread((), end, lens.width))] if end else rows
    whole = [span._replace(text=glued(span.text)) for span in right]
    lines = wrap([*left, Span(" "), *whole, Span(" "), *end], lens.width - 3)
    return [Row((Span("   " if index else " "), *line), record.ref) for index, line in enumerate(lines)]


def _fits(spans: Sequence[Span], lens: Lens) -> bool:
    """Whether spans fit on a line, with room for a gap in it."""
    return Row(tuple(spans)).width + 2 <= lens.width


def _lead(dossier: Dossier, record: Record) -> tuple[Span, ...]:
    lead = dossier.statement(record.cites[0]) if record.cites else None
    if lead is None:
        return ()
    mark = TYPE_MARKS[lead.type]
    hedge = (Span(f"{hedge_words(lead.hedge)} ", "hedge"),) if lead.hedge else ()
    return (Span(f"{mark.glyph} {mark.word} ", mark.role), *hedge, *short_cites(dossier, record.cites[:1]))


def _mark(dossier: Dossier, record: Record) -> tuple[Span, ...]:
    lead = dossier.statement(record.cites[0]) if record.cites else None
    mark = TYPE_MARKS[lead.type] if lead else None
    return (*((Span(f"{mark.glyph} ", mark.role),) if mark else ()), *short_cites(dossier, record.cites[:1]))


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
            return Span(f"!{record.id.upper()} ", "tension"), title
        case Step():
            return Span(pad(record.form, 12), "dim"), title
        case Event():
            return Span(f"{column_date(record.when)} {date_marks(record.when)} ", "date"), title
        case _:
            return (title,)


def _right(dossier: Dossier, record: Record, lens: Lens) -> tuple[Span, ...]:
    """How it stands, who stands for it, by when."""
    match record:
        case Lever() | Recommendation():
            return (window_span(nearest_window(record.window, lens.today), lens.today),)
        case Term():
            return (Span(standing_of(record).text, "status"),)
        case Agreement():
            mediator = f" · mediator {names_of(dossier, record.mediator)}" if record.mediator else ""
            return (
                Span(column_date(record.when), "date"),
                Span(f" · {status_words(record)}", "status"),
                Span(mediator, "dim"),
            )
        case _:
            return ()
