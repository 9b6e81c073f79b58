"""The standard questions as a list, and the answer to one: what its selectors find, as compact as it reads well.

Every statement keeps its type, its hedge and its citation; tensions stand beside what they touch.
"""

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec.structs import replace

from caucasus_tui.dossier.addresses import AskAt, PaneAt
from caucasus_tui.dossier.ask.answers import Answer, AnswerEntry, answer
from caucasus_tui.dossier.ask.later_questions import later_questions
from caucasus_tui.dossier.model import Citation, Cited, Derived, Dossier, Indicator, Lever, Link, Question, Record, When
from caucasus_tui.dossier.model.dates import due_words
from caucasus_tui.page.claim import basis_of, dating, our_reading, said_by, type_words
from caucasus_tui.page.fields import field_rows, label_of, labelled_rows, link_span
from caucasus_tui.page.layer_off import off_in_short
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.line import Said, record_lines
from caucasus_tui.page.marks import LATER
from caucasus_tui.page.rows import NBSP, Page, Row, Span, cells_of, flowing, hanging, spread, wrap
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.statement import derived_spans, marked_spans, statement_body, to_be_written

WIDEST = 100
"""Cells. An answer is read, and longer lines read badly."""


def questions_page(dossier: Dossier, lens: Lens) -> Page:
    """Every question with its letter."""
    rows: list[Row] = []
    for question in sorted(dossier.questions, key=lambda question: question.key):
        lines = hanging((Span(f" {question.key}", "key"),), [Span(question.title)], lens.width, 4)
        rows += [line._replace(subject=str(AskAt(question.key))) for line in lines]
    if not rows:
        rows = [Row((Span("No questions yet. They go into data/questions.yaml.", "absent"),))]
    for later in later_questions(dossier):
        off = [] if lens.since else [Span(f"  {off_in_short(lens.key('later', 'L'))}", "dim")]
        lines = hanging((Span(f" {later.key}", "key"),), [Span(later.title, LATER.role), *off], lens.width, 4)
        rows += [line._replace(subject=str(PaneAt(later.pane))) for line in lines]
    return Page("Ask", rows, "a letter asks its question")


def answer_page(dossier: Dossier, question: Question, lens: Lens) -> Page:
    """The answer in rows; with a facet, only its statements of that type."""
    found = answer(dossier, question)
    lens = replace(lens, width=min(lens.width, WIDEST))
    rows: list[Row | Block] = [*hanging((Span(question.key, "key"),), [Span(question.title, "title")], lens.width, 3)]
    if question.answer and not lens.narrows:
        rows += _hung(derived_spans(dossier, question.answer.text, question.answer.basis), lens.width)
    writer = _Writer(dossier, found, lens)
    for section in found.sections:
        body = [block for entry in section.entries if (block := writer.block(entry))]
        ours = any(isinstance(entry.record, Lever) and entry.line for entry in section.entries) and body
        whose = [our_reading("statuses")] if ours else []
        if body and section.heading:
            rows += flowing([Span(section.heading, "heading"), *([Span("  "), *whose] if whose else [])], lens.width)
        elif whose:
            above = rows.pop()
            title = above.spans if isinstance(above, Row) else ()
            fits = cells_of((*title, *whose)) < lens.width
            rows += [Row(spread(title, whose, lens.width))] if fits else [Row(title), Row((Span(" "), *whose))]
        rows += body
    rows += _bearing(dossier, found, lens.width)
    if len(rows) == 1 and lens.facet is None:
        rows.append(Row((Span(" Nothing in this dossier yet that would answer it.", "absent"),)))
    note = shown_of(len(lens.among(dossier, writer.said)), len(writer.said), "statement")
    return Page(f"Ask {question.key}", GrowingRows(rows, count_rows=True), note)


class _Writer:
    """Writes a section."""

    def __init__(self, dossier: Dossier, found: Answer, lens: Lens) -> None:
        self._dossier, self._lens = dossier, lens
        self.said = dict.fromkeys(found.statements)

    def block(self, entry: AnswerEntry) -> Block | None:
        """An entry, if anything of it is shown."""
        dossier, lens, record = self._dossier, self._lens, entry.record
        kept = lens.among(dossier, entry.statements)
        named = record is not None and entry.line and (bool(kept) or lens.admits(dossier, record))
        if not (named or kept or (entry.fields and not lens.narrows)):
            return None
        subject = record.ref if record and named else ""
        return Block(subject, partial(self._entry, entry, kept, named), bool(subject), others=kept)

    def _entry(self, entry: AnswerEntry, kept: Sequence[Citation], named: bool) -> list[Row]:
        """A record's line, its statements and the fields asked for."""
        dossier, lens, record = self._dossier, self._lens, entry.record
        rows: list[Row] = []
        if record and named:
            rows += record_lines(dossier, record, lens, lead_said=self._lead_said(entry, record))
        for cite in kept:
            rows += _hung(_statement_spans(dossier, cite), lens.width)
        if record and not lens.narrows:
            for name in entry.fields:
                rows += self._field(record, name)
        return rows

    def _lead_said(self, entry: AnswerEntry, record: Record) -> Said:
        lead = record.cites[0] if record.cites else None
        if lead in entry.statements:
            return "here"
        return "elsewhere" if lead in self.said else "nowhere"

    def _field(self, record: Record, name: str) -> list[Row]:
        """A field of a record; what the curator derived is marked as such."""
        value = getattr(record, name)
        rows: list[Row] = []
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Indicator):
                spans = derived_spans(self._dossier, item.text, item.derived_from)
            elif isinstance(item, Derived):
                spans = [Span(f"{label_of(name)}: ", "dim"), *derived_spans(self._dossier, item.text, item.basis)]
            elif isinstance(item, Cited):
                spans = marked_spans(self._dossier, item.text, item.cites)
            elif isinstance(item, str) and not isinstance(item, Link):
                spans = [Span(f"{label_of(name)}: ", "dim"), Span(item)]
            elif isinstance(item, When):
                said = said_by(self._dossier, dating(self._dossier, item, record))
                spans = [Span(due_words(item, self._lens.today), "date"), Span(NBSP), *said]
                rows += labelled_rows(label_of(name), spans, self._lens.width)
                continue
            else:
                rows += field_rows(self._dossier, name, item, self._lens.width)
                continue
            rows += _hung(spans, self._lens.width)
        return rows


def _statement_spans(dossier: Dossier, cite: Citation) -> list[Span]:
    """Type, text, hedge, citation and tensions of a statement."""
    spans = [
        *(type_words(basis_of(dossier, (cite,))) or to_be_written()),
        Span(NBSP),
        Span(" "),
        *statement_body(dossier, cite),
    ]
    for tension in dossier.tensions_of(cite):
        spans += [Span(" "), Span(f"!{tension.number}", "tension", tension.ref)]
    return spans


def _bearing(dossier: Dossier, found: Answer, width: int) -> list[Row]:
    """What bears on the answer: tensions by number, those declared by title too, and what the sources leave open."""
    declared = found.question.bearing
    tensions = []
    for tension in sorted(found.tensions, key=lambda tension: tension.ref not in declared):
        title = (Span(NBSP), link_span(dossier, tension.ref)) if tension.ref in declared else ()
        tensions.append((Span(f"!{tension.number}", "tension", tension.ref), *title))
    gaps = [(link_span(dossier, gap.ref),) for gap in found.gaps]
    return [*_run("Tensions:", tensions, width), *_run("Not in the sources:", gaps, width)]


def _run(heading: str, items: Iterable[tuple[Span, ...]], width: int) -> list[Row]:
    spans: list[Span] = []
    for item in items:
        spans += [Span(f"{NBSP}·", "dim"), Span(" ")] if spans else [Span(heading, "heading"), Span(" ")]
        spans += item
    return [Row(line if index == 0 else (Span("  "), *line)) for index, line in enumerate(wrap(spans, width - 2))]


def _hung(spans: Iterable[Span], width: int) -> list[Row]:
    """Spans wrapped, the first line standing out to the left."""
    return [Row((Span("   " if index else " "), *line)) for index, line in enumerate(wrap(spans, width - 3))]
