"""A record's page: title, key facts, its statements with type, hedge and citation, its fields, its links both ways.

The detail strip shows the head of the same page, so that what is read there and what `enter` opens cannot differ.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from caucasus_tui.dossier.model import Agreement, Citation, Condition, Dossier, Lever, Record, Term, citations
from caucasus_tui.dossier.model.dates import due_words
from caucasus_tui.dossier.views.dating import dates_of
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import OURS, dating, is_ours, lead_of, said_by
from caucasus_tui.page.fields import field_names, field_rows, is_word, label_of, labelled_rows, link_span, word_span
from caucasus_tui.page.marks import CURATOR, UNNOTED
from caucasus_tui.page.rows import NBSP, Page, Row, Span, flowing, glued, parted, wrapped
from caucasus_tui.page.rows.growing import Block
from caucasus_tui.page.statement import cited_rows, derived_spans, marked_spans, statements_rows

OUR_WORDS = ("direction", "status")
"""Fields of a lever that no source fills."""
TOLD = ("status_word", "contention")
"""The fields of a term that say why it is weak, which a reader asks before what it says."""
AT_ONCE = 40
"""Links of a kind that are laid out together."""
ABSENT = {
    "guarantor": "none named",
    "obligors": "not stated",
    "primary_text": "not held: the terms are as characterised by the sources",
    "strength": "not stated",
}
"""Absence is an answer: these fields are shown even when a source leaves them empty."""


def record_page(dossier: Dossier, record: Record, width: int, today: date) -> Page:
    """Everything the dossier holds about a record."""
    weak = _weakness(dossier, record, width) if isinstance(record, Term) else []
    rows = [*title_rows(record, width), *weak, *key_facts(dossier, record, width, today)]
    its_own, on_source = matter_first(dossier, record.cites)
    rows += statements_rows(dossier, its_own, width)
    if agreement := _agreement_of(dossier, record):
        rows += labelled_rows("agreement", [link_span(dossier, agreement.ref)], width)
    if isinstance(record, Condition):
        from caucasus_tui.page.tree import edge_rows  # the first screen shows none

        rows += edge_rows(dossier, record, width)
    for name in field_names(record):
        value = getattr(record, name)
        if not is_word(value) and not dates_of(value) and name != "effects" and not (weak and name in TOLD):
            rows += field_rows(dossier, name, value, width)
    for name, absence in ABSENT.items():
        if name in record.__struct_fields__ and getattr(record, name) in (None, ()):
            rows += labelled_rows(label_of(name), [Span(silence(dossier, absence), "absent")], width)
    rows += [*tension_rows(dossier, record, width), *backlink_rows(dossier, record, width)]
    rows += [Row((Span("of the source itself", "dim"),))] if on_source else []
    return Page(record.title, rows + statements_rows(dossier, on_source, width))


def _weakness(dossier: Dossier, term: Term, width: int) -> list[Row]:
    """The sources' words for how it stands and how disputed it is; what stands in its way, a line or more each."""
    obstacles = term.contention.obstacles if term.contention else ()
    words = (term.status_word, term.contention.word if term.contention else None)
    rows: list[Row] = []
    for word in dict.fromkeys(word for word in words if word):
        rows += labelled_rows("" if rows else "how it stands", marked_spans(dossier, word.text, word.cites), width)
    if not obstacles:
        return [*rows, *labelled_rows("why weak", [Span(UNNOTED, "absent")], width)]
    rows += [Row((Span("why weak", "dim"),))]
    return rows + [line for said in obstacles for line in cited_rows(dossier, said.text, said.cites, width)]


def matter_first(dossier: Dossier, cites: Sequence[Citation]) -> tuple[list[Citation], list[Citation]]:
    """Statements cited: those on the matter; and those of a source on itself, such as a picture's credit, where there
    are others, since no reader opens a record for them."""
    of_source = [cite for cite in cites if _is_on_source(dossier, cite)]
    matter = [cite for cite in cites if cite not in of_source]
    return (matter, of_source) if matter else (of_source, [])


def _is_on_source(dossier: Dossier, cite: Citation) -> bool:
    described = dossier.relations.descriptors.get(cite.source)
    return described is not None and cite in described.cites


def title_rows(record: Record, width: int, *more: Span) -> list[Row]:
    """A record's title and address, with more after it; wrapped, since a title is never cut."""
    return flowing([Span(record.title, "title"), Span("  "), Span(record.ref, "dim"), *more], width)


def key_facts(dossier: Dossier, record: Record, width: int, today: date) -> list[Row]:
    """The record's one-word fields on one line: a date with what says it, our own words marked as ours."""
    facts: list[list[Span]] = []
    rows: list[Row] = []
    for name in field_names(record):
        value = getattr(record, name)
        label = Span("" if name == "when" else f"{label_of(name)} ", "dim")
        if dates := [(when, dating(dossier, when, record)) for when in dates_of(value)]:
            said = (
                [Span(due_words(when, today), "date"), Span(NBSP), *said_by(dossier, by, links=True)]
                for when, by in dates
            )
            facts.append([label, *parted(said, "; ")])
            ours = (derived_spans(dossier, when.basis, ()) for when, by in dates if by.ours and when.basis)
            rows += [line for body in ours for line in labelled_rows("our date", body, width)]
        elif is_word(value):
            facts.append([label, word_span(value)])
        if name == "status" and isinstance(record, Agreement):
            facts[-1] += [Span(NBSP), *said_by(dossier, lead_of(dossier, record), links=True)]
        read = isinstance(record, Term) and name == OUR_WORDS[-1] and is_ours(record)
        if read or (isinstance(record, Lever) and name in OUR_WORDS):
            mark = f" {CURATOR.glyph} {OURS}" if name == OUR_WORDS[-1] else f" {CURATOR.glyph}"
            facts[-1].append(Span(glued(mark), CURATOR.role))
    return wrapped(parted(facts), width) + rows


def tension_rows(dossier: Dossier, item: object, width: int) -> list[Row]:
    """The tensions that touch a record or statement, by number and title."""
    rows: list[Row] = []
    for tension in dossier.tensions_of(item):
        number = Span(f"!{tension.number} ", "tension", tension.ref)
        rows += labelled_rows("" if rows else "tension", [number, Span(tension.title, "link", tension.ref)], width)
    return rows


def backlink_rows(dossier: Dossier, record: Record, width: int) -> list[Row]:
    """What points to the record, and what rests on the same statements, grouped by kind."""
    pointing = [other for other in dossier.linked_from(record.ref) if other is not record]
    sharing = [
        other
        for cite in citations(record)
        for other in dossier.cited_by(cite)
        if other is not record and other not in pointing and other.kind != "tension"
    ]
    # Between conditions the record's own page has shown the link already, with its sign.
    links = [one for one in pointing if not (isinstance(one, Condition) and isinstance(record, Condition))]
    return [
        *kind_rows("linked from", dossier, links, width),
        *kind_rows("same statements", dossier, list(dict.fromkeys(sharing)), width),
    ]


def kind_rows(label: str, dossier: Dossier, records: Sequence[Record], width: int) -> list[Row]:
    """Links to records, a line or more for each kind."""
    rows: list[Row] = []
    for kind in dict.fromkeys(record.kind for record in records):
        links = parted([link_span(dossier, record.ref)] for record in records if record.kind == kind)
        rows += labelled_rows("" if rows else label, [Span(f"{kind}: ", "dim"), *links], width)
    return rows


def kind_parts(dossier: Dossier, records: Sequence[Record], width: int) -> list[Block]:
    """The same where they may be many: some at a time."""
    kinds = dict.fromkeys(record.kind for record in records)
    alike = ([record for record in records if record.kind == kind] for kind in kinds)
    some = (members[at : at + AT_ONCE] for members in alike for at in range(0, len(members), AT_ONCE))
    return [
        Block("", partial(kind_rows, "", dossier, members, width), counts=False, others=[one.ref for one in members])
        for members in some
    ]


def _agreement_of(dossier: Dossier, record: Record) -> Record | None:
    if not isinstance(record, Term):
        return None
    return next((agreement for agreement in dossier.agreements if record in agreement.terms), None)
