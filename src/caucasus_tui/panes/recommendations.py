"""Recommendations: what the source urges, with which lever, by when; zoomed, with problem and precondition."""

from functools import partial

from caucasus_tui.dossier.model import Cited, Dossier, Lever, Recommendation, sentence_date, window_words
from caucasus_tui.dossier.views.order import asks_in_order
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import OURS, basis_of, closed, closing, dating, our_reading, said_by, window
from caucasus_tui.page.fields import labelled_rows, link_span, names_of
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.lever import status_legend
from caucasus_tui.page.marks import CURATOR, STATUS_MARKS
from caucasus_tui.page.record import tension_rows
from caucasus_tui.page.rows import Page, Row, Span, wrapped
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.statement import derived_spans, marked_spans, our_words, statements_rows
from caucasus_tui.panes import Pane


def recommendations(dossier: Dossier, lens: Lens) -> Page:
    """The numbered asks, then the general calls they rest on."""
    found = asks_in_order(lens.among(dossier, dossier.recommendations))
    several = len({item.addressee for item in found}) > 1
    if several:  # those of one addressee together; the numbers tell the source's order
        order = list(dict.fromkeys(item.addressee for item in found))
        found.sort(key=lambda item: (item.form != "ask", order.index(item.addressee)))
    parts: list[Row | Block] = []
    for index, item in enumerate(found):
        if item.form != "ask" and (index == 0 or found[index - 1].form == "ask"):
            parts.append(Row((Span("general calls and premise", "heading"),)))
        before = found[index - 1] if index else None
        if several and (before is None or (item.addressee, item.form) != (before.addressee, before.form)):
            parts += _addressed(dossier, item, lens.width)
        content = [point.cites[0] for point in item.content]
        parts.append(Block(item.ref, partial(_rows, dossier, item, lens), others=content))
        parts += [Row()] if lens.zoomed else []
    levers = [lever for item in found for lever in _levers(dossier, item)]
    note = shown_of(len(found), len(dossier.recommendations), "recommendation")
    rows = GrowingRows(parts, told=not lens.zoomed)
    return Page("", rows, f"{note} · levers, {OURS}: {status_legend(levers)}" if levers else note)


def _addressed(dossier: Dossier, item: Recommendation, width: int) -> list[Row]:
    """Of whom the following is asked."""
    whom = names_of(dossier, item.addressee) or silence(dossier)
    stated = any(actor.is_stated for actor in item.addressee)
    said = Span(f"of {whom}", "strong") if stated else Span(f"addressee {whom}", "absent")
    return wrapped([said], width)


def _levers(dossier: Dossier, item: Recommendation) -> list[Lever]:
    return [found for lever in item.levers if isinstance(found := dossier.record(lever.ref), Lever)]


def _rows(dossier: Dossier, item: Recommendation, lens: Lens) -> list[Row]:
    """Its title; at its end the states of its levers, by when, and who says so; then the points that it has, or zoomed
    all that it says."""
    number = Span(f"{item.order} " if item.form == "ask" else "· ", "number")
    marks = [STATUS_MARKS[lever.status] for lever in _levers(dossier, item)]
    glyphs = [*(Span(mark.glyph, mark.role) for mark in marks), Span(CURATOR.glyph, CURATOR.role)] if marks else []
    cells = [window(dossier, item, item.window, lens.today)]
    right = (*glyphs, Span(" "), *closing(dossier, item, cells=cells))
    rows = closed((number, Span(item.title)), right, lens.width, item.ref, 2)
    if lens.zoomed:
        return [*rows, *_words(dossier, item, lens)]
    return [*rows, *(line for point in item.content for line in _point(dossier, point, lens.width))]


def _point(dossier: Dossier, point: Cited, width: int) -> list[Row]:
    left = (Span("  └ ", "dim"), Span(point.text, "dim"))
    said = [Span(" "), *said_by(dossier, basis_of(dossier, point.cites))]
    return closed(left, said, width, point.cites[0], 4)


def _words(dossier: Dossier, item: Recommendation, lens: Lens) -> list[Row]:
    """The fields an official asks for, each with its name."""
    width = lens.width
    rows = statements_rows(dossier, item.cites, width)
    whom = names_of(dossier, item.addressee) or silence(dossier)
    rows += labelled_rows("asked of", [Span(whom)], width)
    if item.instrument:
        rows += labelled_rows("instrument", our_words(item.instrument), width)
    for lever in _levers(dossier, item):
        mark = STATUS_MARKS[lever.status]
        body = [link_span(dossier, lever.ref), Span(f"  {mark.glyph} {mark.word} ", mark.role), our_reading("status")]
        rows += labelled_rows("lever", body, width)
    if item.form == "ask" and not _levers(dossier, item):
        means = names_of(dossier, item.levers) or silence(dossier)
        rows += labelled_rows("lever", [Span(f"means {means}", "absent")], width)
    targets = names_of(dossier, item.targets) or silence(dossier)
    rows += labelled_rows("target", [Span(targets)], width)
    for when in item.window:
        by_when = [Span(sentence_date(when), "date")]
        by_when += [Span(f" · {window_words(when, lens.today)}", "warn")] if when.edtf else []
        by_when += [Span(" "), *said_by(dossier, dating(dossier, when, item), links=True)]
        rows += labelled_rows("window", by_when, width)
    for index, problem in enumerate(item.problem):
        rows += labelled_rows("problem" if index == 0 else "", [link_span(dossier, problem.ref)], width)
    if item.form == "ask" and not item.problem:
        rows += labelled_rows("problem", [Span(silence(dossier), "absent")], width)
    for index, point in enumerate(item.content):
        rows += labelled_rows("content" if index == 0 else "", marked_spans(dossier, point.text, point.cites), width)
    for label, derived in (("precondition", item.precondition), ("risk", item.risk)):
        if derived:
            rows += labelled_rows(label, derived_spans(dossier, derived.text, derived.basis), width)
    return [*rows, *tension_rows(dossier, item, width)]


PANE = Pane(page=recommendations, empty="What the sources ask for goes into data/recommendations.yaml.")
