"""A row of the ledger: what the text says, in its own hedge, beside what later sources tell of it."""

from collections.abc import Sequence
from datetime import date

from caucasus_tui.dossier.model import Citation, Day, Dossier, LedgerRow, Record, column_date
from caucasus_tui.dossier.model.dates import NOT_STATED, due_words, source_words
from caucasus_tui.dossier.views.overdue import is_overdue
from caucasus_tui.page import since
from caucasus_tui.page.claim import basis_of, cited_end, claims_of, type_glyphs
from caucasus_tui.page.fields import labelled_rows, link_span
from caucasus_tui.page.gap import bounds_rows
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LATER
from caucasus_tui.page.record import title_rows
from caucasus_tui.page.rows import Page, Row, Span, beside, flowing, flush, wrap, wrapped
from caucasus_tui.page.rows.wrapping import set_in
from caucasus_tui.page.statement import derived_spans, statements_rows

HEADS = {"forecast": "Forecasts", "ask": "Asks: did it happen, not was it right", "window": "Windows"}
"""What rows are about, in the order in which they stand."""
TWO_COLUMNS = 100
"""From this width on, the text stands left and what came of it right."""


def said_in(whole: Dossier, row: LedgerRow) -> tuple[Citation, ...]:
    """The statements of the text that a row is about, the leading one first."""
    if isinstance(row.about, Citation):
        return (row.about,)
    record = whole.record(row.about)
    return record.cites if isinstance(record, Record) else ()


def in_hindsight(whole: Dossier, row: LedgerRow) -> bool:
    """Whether the test was written after something that it is judged by had been published."""
    source = since.newest(whole, (*row.cites, *row.against))
    return bool(row.test_set and source and since.published(source) <= row.test_set.latest)


def tells_why(lens: Lens) -> bool:
    """Whether a row of the pane has the reasons for its state."""
    return lens.zoomed or _is_beside(lens)


def _is_beside(lens: Lens) -> bool:
    return lens.width >= TWO_COLUMNS and not lens.straight


def line_rows(whole: Dossier, row: LedgerRow, lens: Lens) -> list[Row]:
    """A row of the pane: the text's words left, later sources right; on narrow screens below each other."""
    words = _words(whole, row, lens.today)
    state = Span(f"{LATER.glyph} {since.state_words(row)}", LATER.role)
    end = _newest(whole, row)
    if not _is_beside(lens):
        titled = flush((Span(row.title),), (state,), lens.width, hang=2)
        rows = [Row(line, "" if number else row.ref) for number, line in enumerate(titled)]
        rows += set_in(flush(words, end, lens.width - 2))
        return [*rows, *_reasons(whole, row, lens.width)] if tells_why(lens) else rows
    left_width = (lens.width - 3) * 9 // 20
    right_width = lens.width - 3 - left_width
    left = [Row(line, "" if number else row.ref) for number, line in enumerate(wrap([Span(row.title)], left_width))]
    left += set_in(wrap(words, left_width - 2))
    right = [Row(line) for line in flush((state,), end, right_width)]
    return beside(left, [*right, *_reasons(whole, row, right_width)], left_width)


def by_when(whole: Dossier, row: LedgerRow, today: date) -> str:
    """By when, in the text's words; of an open row, that the time is over. `no end date` of a forecast without."""
    if row.horizon is None:
        said = next((said.when for cite in said_in(whole, row)[:1] if (said := whole.statement(cite))), None)
        if said and said.role in ("deadline", "window") and said.as_stated != NOT_STATED:
            return source_words(said)
        return "no end date" if row.form == "forecast" else ""
    words = source_words(row.horizon) if row.horizon.as_stated != NOT_STATED else ""
    over = is_overdue(row, today)
    return " · ".join(filter(None, (words, ("passed" if words else since.OVER) if over else "")))


def _words(whole: Dossier, row: LedgerRow, today: date) -> list[Span]:
    """The hedge of the text, with its type and citation, and by when."""
    cites = said_in(whole, row)[:1]
    dated = by_when(whole, row, today)
    spans = [*type_glyphs(basis_of(whole, cites)), *cited_end(whole, claims_of(whole, cites), links=False)]
    return [*spans, Span(f" · {dated}", "dim")] if dated else spans


def _newest(whole: Dossier, row: LedgerRow) -> list[Span]:
    """The newest source of the row and its date; of what nothing was found for, to when it was looked for."""
    source = since.newest(whole, row.cites)
    if source is None:
        return [Span(since.how_far(row), "dim")]
    return [Span(f"{LATER.glyph} {column_date(source.published)} · {since.house(source)}", LATER.role)]


def _reasons(whole: Dossier, row: LedgerRow, width: int) -> list[Row]:
    """Why, against what, and how far it was looked for."""
    spans = derived_spans(whole, row.because.text, ()) if row.because else []
    against = [source for cite in row.against if (source := since.newest(whole, (cite,)))]
    if against:
        named = "; ".join(dict.fromkeys(f"{since.house(source)} {column_date(source.published)}" for source in against))
        spans += [Span(" · against: ", "dim"), Span(f"{LATER.glyph} {named}", LATER.role)]
    spans += [Span(f" · {since.how_far(row)}" if spans else since.how_far(row), "dim")] if row.cites else []
    return set_in(wrap(spans, width - 2))


def ledger_page(dossier: Dossier, row: LedgerRow, lens: Lens) -> Page:
    """The hedge of the text; below the rule the state and why, the test, and every later statement; below another one
    the statements of the text. So the few lines of a detail have both halves."""
    whole, width = dossier.whole, lens.width
    rows = title_rows(row, width)
    rows += wrapped(_words(whole, row, lens.today), width)
    rows += [*since.rule(dossier, width), *since.ledger_line(row, lens)]
    rows += labelled_rows("test", _test(whole, row), width)
    if row.horizon:
        rows += labelled_rows("by when", [Span(due_words(row.horizon, lens.today), "date")], width)
    if row.condition:
        rows += labelled_rows("hangs on", [link_span(whole, row.condition.ref)], width)
    if row.judged:
        rows += labelled_rows("judged", [Span(since.day_words(row.judged), "date")], width)
    made = _made(whole, row)
    for head, cites in (("Rests on", row.cites), ("Against it", row.against)):
        rows += _said(whole, head, cites, lens, made)
    rows += flowing([Span("── the text itself", "heading")], width)
    rows += statements_rows(whole, said_in(whole, row), width)
    rows += bounds_rows(whole, "written", row.made, width)
    rows += labelled_rows("about", [link_span(whole, str(row.about))], width)
    return Page(row.title, rows)


def _made(whole: Dossier, row: LedgerRow) -> Day | None:
    """The last day on which the words may have been written."""
    source = next((whole.relations.descriptors.get(cite.source) for cite in said_in(whole, row)[:1]), None)
    when = row.made.when if row.made else (source.published or source.as_of) if source else None
    return when.edtf.latest if when and when.edtf else None


def _test(whole: Dossier, row: LedgerRow) -> list[Span]:
    hindsight = "in hindsight, " if in_hindsight(whole, row) else ""
    when = f" ({'set ' + hindsight}{since.day_words(row.test_set)})" if row.test_set else ""
    return [*derived_spans(whole, row.test, ()), Span(when, "dim")]


def _said(whole: Dossier, head: str, cites: Sequence[Citation], lens: Lens, made: Day | None) -> list[Row]:
    """Later statements; of what may have come before the words of the text, that it may."""
    rows: list[Row] = []
    for cite in cites:
        said = whole.statement(cite)
        early = made and said and said.when and said.when.edtf and said.when.edtf.earliest <= made
        rows += since.cite_rows(whole, cite, lens, effect="may overlap the text" if early else "", subject=str(cite))
    return [Row((Span(f"{LATER.glyph} {head}", "heading"),)), *rows] if rows else []
