"""Recommendations: what the source urges, with which lever, by when; zoomed, with problem and precondition."""

from caucasus_tui.dossier.model.dates import nearest_window, sentence_date, window_words
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Cited, Lever, Recommendation
from caucasus_tui.dossier.views.order import asks_in_order
from caucasus_tui.page.fields import link_span, names_of
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.lever import status_legend
from caucasus_tui.page.marks import LABEL_WIDTH, STATUS_MARKS
from caucasus_tui.page.record import tension_rows
from caucasus_tui.page.rows.lazy import LazyRows
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.widths import cell_width
from caucasus_tui.page.rows.wrapping import hanging, spread
from caucasus_tui.page.statement import derived_spans, marked_spans, statement_rows
from caucasus_tui.page.trailing import ROOMY, basis_spans, trailing
from caucasus_tui.page.window import window_span
from caucasus_tui.panes.pane import Pane


def recommendations(dossier: Dossier, lens: Lens) -> Page:
    """The numbered asks, then the general calls they rest on."""
    found = asks_in_order(item for item in dossier.recommendations if lens.admits(dossier, item))
    several = len({item.addressee for item in found}) > 1
    if several:  # those of one addressee together; the numbers tell the source's order
        order = list(dict.fromkeys(item.addressee for item in found))
        found.sort(key=lambda item: (item.form != "ask", order.index(item.addressee)))
    lines: list[Recommendation | Row] = []
    for index, item in enumerate(found):
        if item.form != "ask" and (index == 0 or found[index - 1].form == "ask"):
            lines.append(Row((Span("general calls and premise", "heading"),)))
        before = found[index - 1] if index else None
        if several and (before is None or (item.addressee, item.form) != (before.addressee, before.form)):
            lines.append(_addressed(dossier, item))
        lines.append(item)
        if lens.zoomed:
            lines += [*_words(dossier, item, lens), Row()]
        else:
            lines += [_point(dossier, point, lens.width) for point in item.content]
    rows = LazyRows(lines, lambda item, subject: item.ref == subject, lambda item: _row(dossier, item, lens))
    levers = [lever for item in found for lever in _levers(dossier, item)]
    note = shown_of(len(found), len(dossier.recommendations), "calls")
    explained = f"{note} · levers: {status_legend(levers)}"
    return Page("", rows, explained if levers and cell_width(explained) < lens.width else note)


def _addressed(dossier: Dossier, item: Recommendation) -> Row:
    """Of whom the following is asked."""
    whom = names_of(dossier, item.addressee) or "addressee not stated"
    return Row((Span(f"of {whom}" if item.addressee else whom, "strong" if item.addressee else "absent"),))


def _levers(dossier: Dossier, item: Recommendation) -> list[Lever]:
    return [found for lever in item.levers if isinstance(found := dossier.record(lever.ref), Lever)]


def _row(dossier: Dossier, item: Recommendation, lens: Lens) -> Row:
    number = Span(f"{item.order} " if item.form == "ask" else "· ", "number")
    glyphs = [
        Span(STATUS_MARKS[lever.status].glyph, STATUS_MARKS[lever.status].role) for lever in _levers(dossier, item)
    ]
    right = (
        *glyphs,
        Span(" "),
        window_span(nearest_window(item.window, lens.today), lens.today),
        *trailing(dossier, item, lens.width),
    )
    return Row(spread((number, Span(item.title)), right, lens.width), item.ref)


def _point(dossier: Dossier, point: Cited, width: int) -> Row:
    basis = basis_spans(dossier.statement(point.cites[0]), point.cites[:1]) if width >= ROOMY else ()
    return Row(spread((Span("  └ ", "dim"), Span(point.text, "dim")), basis, width), point.cites[0])


def _words(dossier: Dossier, item: Recommendation, lens: Lens) -> list[Row]:
    """The fields an official asks for, each with its name."""
    width = lens.width
    rows: list[Row] = []
    for cite in item.cites:
        rows += statement_rows(dossier, cite, width)
    whom = names_of(dossier, item.addressee) or "not stated"
    rows += hanging((Span("asked of", "dim"),), [Span(whom)], width, LABEL_WIDTH)
    if item.instrument:
        rows += hanging((Span("instrument", "dim"),), [Span(item.instrument)], width, LABEL_WIDTH)
    for lever in _levers(dossier, item):
        mark = STATUS_MARKS[lever.status]
        body = [link_span(dossier, lever.ref), Span(f"  {mark.glyph} {mark.word}", mark.role)]
        rows += hanging((Span("lever", "dim"),), body, width, LABEL_WIDTH)
    if item.form == "ask" and not _levers(dossier, item):
        rows += hanging((Span("lever", "dim"),), [Span("means not stated", "absent")], width, LABEL_WIDTH)
    targets = names_of(dossier, item.targets) or "not stated"
    rows += hanging((Span("target", "dim"),), [Span(targets)], width, LABEL_WIDTH)
    for when in item.window:
        state = [Span(f" · {window_words(when, lens.today)}", "warn")] if when.edtf else []
        rows += hanging((Span("window", "dim"),), [Span(sentence_date(when), "date"), *state], width, LABEL_WIDTH)
    for index, problem in enumerate(item.problem):
        name = Span("problem" if index == 0 else "", "dim")
        rows += hanging((name,), [link_span(dossier, problem.ref)], width, LABEL_WIDTH)
    for index, point in enumerate(item.content):
        name = Span("content" if index == 0 else "", "dim")
        rows += hanging((name,), marked_spans(dossier, point.text, point.cites), width, LABEL_WIDTH)
    for label, derived in (("precondition", item.precondition), ("risk", item.risk)):
        if derived:
            rows += hanging((Span(label, "dim"),), derived_spans(derived.text, derived.basis), width, LABEL_WIDTH)
    return [*rows, *tension_rows(dossier, item, width)]


PANE = Pane(
    page=recommendations,
    empty="What the source asks for goes into data/recommendations.yaml.",
)
