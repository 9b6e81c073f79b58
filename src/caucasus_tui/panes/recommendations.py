"""Recommendations: what the source urges, with which lever, by when; zoomed, with problem and precondition."""

from collections.abc import Sequence
from functools import partial

from caucasus_tui.dossier.model import Cited, Dossier, Lever, Recommendation, sentence_date, window_words
from caucasus_tui.dossier.views.order import asks_in_order
from caucasus_tui.page.claim.basis import basis_of, dating, lead_of
from caucasus_tui.page.claim.basis_spans import OURS, hedge_span, our_reading, said_by
from caucasus_tui.page.claim.cells import window
from caucasus_tui.page.claim.closing import cells_of, closed, closing, needs_two
from caucasus_tui.page.fields import labelled_rows, link_span, names_of
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.lever import status_legend
from caucasus_tui.page.marks import CURATOR, STATUS_MARKS
from caucasus_tui.page.record import tension_rows
from caucasus_tui.page.rows import Page, Row, Span, cell_width, spread, wrap
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.rows.lazy import LazyRows
from caucasus_tui.page.statement import derived_spans, marked_spans, statement_rows
from caucasus_tui.panes import Pane

AskLine = tuple[Recommendation, int]
"""A recommendation; which of its lines this is. The last has what closes it."""
CITED = 21
"""Cells for glyphs, a citation, whether a window has passed, and the blanks between."""


def recommendations(dossier: Dossier, lens: Lens) -> Page:
    """The numbered asks, then the general calls they rest on."""
    found = asks_in_order(lens.among(dossier, dossier.recommendations))
    several = len({item.addressee for item in found}) > 1
    if several:  # those of one addressee together; the numbers tell the source's order
        order = list(dict.fromkeys(item.addressee for item in found))
        found.sort(key=lambda item: (item.form != "ask", order.index(item.addressee)))
    lines: list[AskLine | Row] = []
    parts: list[Row | Block] = []
    for index, item in enumerate(found):
        if item.form != "ask" and (index == 0 or found[index - 1].form == "ask"):
            lines.append(heading := Row((Span("general calls and premise", "heading"),)))
            parts.append(heading)
        before = found[index - 1] if index else None
        if several and (before is None or (item.addressee, item.form) != (before.addressee, before.form)):
            lines.append(whom := _addressed(dossier, item))
            parts.append(whom)
        if lens.zoomed:
            parts += [Block(item.ref, partial(_whole, dossier, item, lens)), Row()]
            continue
        lines += [(item, below) for below in _levels(dossier, item, lens)]
        lines += [line for point in item.content for line in _point(dossier, point, lens.width)]
    rows: Sequence[Row] = GrowingRows(parts)
    if not lens.zoomed:
        rows = LazyRows(lines, _leads, lambda line: _row(dossier, *line, lens), lambda line: not line[1])
    levers = [lever for item in found for lever in _levers(dossier, item)]
    note = shown_of(len(found), len(dossier.recommendations), "recommendations")
    return Page("", rows, f"{note} · levers, {OURS}: {status_legend(levers)}" if levers else note)


def _levels(dossier: Dossier, item: Recommendation, lens: Lens) -> range:
    """The lines of a recommendation: its title's, and if need be the one below."""
    return range(len(_titled(item, lens.width)) + 1 if _two(dossier, item, lens) else 1)


def _titled(item: Recommendation, width: int) -> list[tuple[Span, ...]]:
    number = Span(f"{item.order} " if item.form == "ask" else "· ", "number")
    return [(Span("  ") if at else number, *line) for at, line in enumerate(wrap([Span(item.title)], width - 2))]


def _whole(dossier: Dossier, item: Recommendation, lens: Lens) -> list[Row]:
    lines = [_row(dossier, item, below, lens) for below in _levels(dossier, item, lens)]
    return [*lines, *_words(dossier, item, lens)]


def _addressed(dossier: Dossier, item: Recommendation) -> Row:
    """Of whom the following is asked."""
    whom = names_of(dossier, item.addressee) or "addressee not stated"
    return Row((Span(f"of {whom}" if item.addressee else whom, "strong" if item.addressee else "absent"),))


def _levers(dossier: Dossier, item: Recommendation) -> list[Lever]:
    return [found for lever in item.levers if isinstance(found := dossier.record(lever.ref), Lever)]


def _leads(line: AskLine, subject: str) -> bool:
    return line[0].ref == subject and not line[1]


def _two(dossier: Dossier, item: Recommendation, lens: Lens) -> bool:
    """Whether the line of one leaves its title too little room, reckoned without looking up what an ask rests on. The
    few premises may be hedged at length."""
    words = max((cell_width(when.as_stated) for when in item.window), default=0)
    if item.form != "ask":
        words += cells_of(span for claim in lead_of(dossier, item).claims[:1] for span in hedge_span(claim))
    return needs_two(2, cell_width(item.title), len(item.levers) + words + CITED, lens.width)


def _row(dossier: Dossier, item: Recommendation, at: int, lens: Lens) -> Row:
    """A line of a recommendation: its title; last the states of its levers, by when, and who says so."""
    titled = _titled(item, lens.width)
    two = _two(dossier, item, lens)
    if two and at < len(titled):
        return Row(titled[at], item.ref)
    marks = [STATUS_MARKS[lever.status] for lever in _levers(dossier, item)]
    glyphs = [*(Span(mark.glyph, mark.role) for mark in marks), Span(CURATOR.glyph, CURATOR.role)] if marks else []
    cells = [window(dossier, item, item.window, lens.today)]
    room = lens.width - len(marks) - 2 - (0 if two else 2 + cell_width(item.title)) - 1
    right = (*glyphs, Span(" "), *closing(dossier, item, lens.width, cells=cells, room=room))
    return Row(spread((), right, lens.width)) if two else Row(spread(titled[0], right, lens.width), item.ref)


def _point(dossier: Dossier, point: Cited, width: int) -> list[Row]:
    left = (Span("  └ ", "dim"), Span(point.text, "dim"))
    said = [Span(" "), *said_by(dossier, basis_of(dossier, point.cites))]
    return closed(left, said, width, point.cites[0], 4)


def _words(dossier: Dossier, item: Recommendation, lens: Lens) -> list[Row]:
    """The fields an official asks for, each with its name."""
    width = lens.width
    rows: list[Row] = []
    for cite in item.cites:
        rows += statement_rows(dossier, cite, width)
    whom = names_of(dossier, item.addressee) or "not stated"
    rows += labelled_rows("asked of", [Span(whom)], width)
    if item.instrument:
        rows += labelled_rows("instrument", [Span(item.instrument)], width)
    for lever in _levers(dossier, item):
        mark = STATUS_MARKS[lever.status]
        body = [link_span(dossier, lever.ref), Span(f"  {mark.glyph} {mark.word} ", mark.role), our_reading("status")]
        rows += labelled_rows("lever", body, width)
    if item.form == "ask" and not _levers(dossier, item):
        rows += labelled_rows("lever", [Span("means not stated", "absent")], width)
    targets = names_of(dossier, item.targets) or "not stated"
    rows += labelled_rows("target", [Span(targets)], width)
    for when in item.window:
        by_when = [Span(sentence_date(when), "date")]
        by_when += [Span(f" · {window_words(when, lens.today)}", "warn")] if when.edtf else []
        by_when += [Span(" "), *said_by(dossier, dating(dossier, when, item), links=True)]
        rows += labelled_rows("window", by_when, width)
    for index, problem in enumerate(item.problem):
        rows += labelled_rows("problem" if index == 0 else "", [link_span(dossier, problem.ref)], width)
    for index, point in enumerate(item.content):
        rows += labelled_rows("content" if index == 0 else "", marked_spans(dossier, point.text, point.cites), width)
    for label, derived in (("precondition", item.precondition), ("risk", item.risk)):
        if derived:
            rows += labelled_rows(label, derived_spans(dossier, derived.text, derived.basis), width)
    return [*rows, *tension_rows(dossier, item, width)]


PANE = Pane(
    page=recommendations,
    empty="What the sources ask for goes into data/recommendations.yaml.",
)
