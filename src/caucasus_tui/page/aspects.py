"""What is said of a thing, by aspect, so that it can stand beside another: a column of a comparison."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from caucasus_tui.dossier.addresses import Address
from caucasus_tui.dossier.addresses.places import thing_at, title_at
from caucasus_tui.dossier.model.dates import sentence_date, span_words
from caucasus_tui.dossier.model.dossier import Dossier, citations
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Actor, Agreement, Cited, Lever, Record, Tension
from caucasus_tui.dossier.model.sources import Source, Statement
from caucasus_tui.dossier.views.effects import levers_between
from caucasus_tui.dossier.views.force import Role, force_of, status_words, terms_by_force
from caucasus_tui.dossier.views.roles import levers_held, steps_of, tracks_of
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import basis_of, cited_end, dating, said_by, type_glyphs
from caucasus_tui.page.fields import field_names, inline_spans, is_word, label_of, names_of, title_of, word_span
from caucasus_tui.page.figures import amount_words, figure_words
from caucasus_tui.page.marks import CURATOR, STATUS_MARKS, type_mark
from caucasus_tui.page.rows.row import Span
from caucasus_tui.page.statement import marked_spans, statement_body
from caucasus_tui.page.tension import side_name

Entry = Sequence[Span]
"""A sentence or a word or two, with its type, hedge and citation."""
ROLES: tuple[tuple[Role, str], ...] = (
    ("obligors", "owes"),
    ("guarantor", "guarantees"),
    ("beneficiaries", "benefits from"),
)
Said = dict[str, list[Entry]]
"""By aspect, in the order of reading; empty where nothing is said of it."""


class Column(NamedTuple):
    """`short`: what to call it where it stands below the others; `facts` beside its title; `subject`: its address."""

    title: str
    short: str
    facts: str
    subject: str
    said: Said


def column_of(dossier: Dossier, address: Address, compared: Sequence[str]) -> Column:
    """What is said of the thing at an address, among those `compared` with it."""
    title = title_at(dossier, address)
    ids = [other.rpartition(":")[2] for other in compared if other != str(address)]
    match thing_at(dossier, address):
        case Actor() as actor:
            return Column(title, actor.short, actor.form, actor.ref, _actor(dossier, actor, ids))
        case Agreement() as agreement:
            short = span_words(agreement.when) if agreement.when.edtf else title
            return Column(title, short, status_words(agreement), agreement.ref, _agreement(dossier, agreement))
        case Source() as source:
            return Column(title, source.label, source.publisher, str(address), _source(dossier, source, ids))
        case Record() as record:
            return Column(title, title, record.kind, record.ref, _record(dossier, record))
        case Statement():
            cite = Citation(str(address))
            said = {"says": [_statement(dossier, cite)], **_particulars(dossier, [cite])}
            return Column(title, title, _label(dossier, cite.source), str(address), said)
    return Column(title, title, "", str(address), {})


def side_columns(dossier: Dossier, tension: Tension) -> list[Column]:
    """A column for each side of a tension, with who says it and from where."""
    columns = []
    for index, side in enumerate(tension.sides):
        name = side_name(index, len(tension.sides))
        sources = dict.fromkeys(cite.source for cite in side.cites)
        said: Said = {
            "says": [marked_spans(dossier, side.text, side.cites)],
            "rests on": [_statement(dossier, cite) for cite in side.cites],
            **_particulars(dossier, side.cites),
            "standpoint": [_ours(found.standpoint) for found in map(dossier.source, sources) if found],
            "as of": [[Span(span_words(found.as_of), "date")] for found in map(dossier.source, sources) if found],
        }
        columns.append(Column(name, name, ", ".join(_label(dossier, source) for source in sources), tension.ref, said))
    return columns


def source_columns(dossier: Dossier, record: Record) -> list[Column]:
    """A column for each source that a record rests on: what it says of each part of it."""
    sources = dict.fromkeys(cite.source for cite in citations(record))
    parts = {"says": record.cites} | {
        label_of(name): citations(getattr(record, name)) for name in field_names(record) if name != "cites"
    }
    columns = []
    for source in sources:
        said: Said = {
            part: [_statement(dossier, cite) for cite in cites if cite.source == source]
            for part, cites in parts.items()
            if cites
        }
        own = [cite for cite in citations(record) if cite.source == source]
        found = dossier.relations.descriptors.get(source)
        described: Said = (
            {"standpoint": [_ours(found.standpoint)], "as of": [[Span(span_words(found.as_of), "date")]]}
            if (found)
            else {}
        )
        label = _label(dossier, source)
        title = found.title if found else source
        columns.append(
            Column(title, label, label, f"source:{source}", {**said, **_particulars(dossier, own), **described})
        )
    return columns


def _label(dossier: Dossier, source: str) -> str:
    return dossier.labels.get(source) or source


def _ours(text: str) -> Entry:
    return [Span(f"{CURATOR.glyph} ", CURATOR.role), Span(text, CURATOR.role)]


def _statement(dossier: Dossier, cite: Citation) -> Entry:
    statement = dossier.statement(cite)
    mark = type_mark(statement) if statement else CURATOR
    return [Span(f"{mark.glyph} ", mark.role), *statement_body(dossier, cite)]


def _particulars(dossier: Dossier, cites: Iterable[Citation]) -> Said:
    """The dates and the figures that statements give: where sources differ most."""
    found = [(cite, said) for cite in cites if (said := dossier.statement(cite))]
    when = [_cited([Span(sentence_date(said.when), "date")], dossier, [cite]) for cite, said in found if said.when]
    figures = [_cited([Span(figure_words(one))], dossier, [cite]) for cite, said in found for one in said.figures]
    return {"when": when, "figures": figures}


def _cited(body: Sequence[Span], dossier: Dossier, cites: Iterable[Citation]) -> Entry:
    return [*body, Span(" "), *said_by(dossier, basis_of(dossier, cites), links=True)]


def _all(dossier: Dossier, said: Iterable[Cited]) -> list[Entry]:
    return [marked_spans(dossier, item.text, item.cites) for item in said]


def titled(dossier: Dossier, record: Record, before: Sequence[Span] = ()) -> Entry:
    """A record by its title, as a link, with type, hedge and citation of its leading statement."""
    basis = basis_of(dossier, record.cites[:1])
    title = Span(record.title, "link", record.ref)
    return [*before, *type_glyphs(basis), title, Span(" "), *cited_end(dossier, basis.claims)]


def _actor(dossier: Dossier, actor: Actor, others: Sequence[str]) -> Said:
    said: Said = {"wants, does": _all(dossier, actor.positions), "warns": _all(dossier, actor.warnings)}
    for role, aspect in ROLES:
        terms = [(force.of(role), term) for force, term in terms_by_force(dossier, actor.id, role)]
        said[aspect] = [
            [
                *titled(dossier, term, [Span(f"{words}: ", "dim")] if words != aspect else ()),
                Span(term.implied if role == "obligors" else "", "dim"),
            ]
            for words, term in terms
        ]
    parts = [*tracks_of(dossier, actor.id), *steps_of(dossier, actor.id)]
    said["talks"] = [titled(dossier, record, [Span(f"{part}: ", "dim")]) for part, record in parts]
    asks = dossier.recommendations
    said["asked of it"] = [titled(dossier, ask) for ask in asks if actor.id in ask.addressee]
    said["asked upon it"] = [titled(dossier, ask) for ask in asks if actor.id in ask.targets]
    between = [lever for other in others for lever in levers_between(dossier, actor.id, other)]
    said["can do to the other" if others else "can do"] = [
        _lever(dossier, lever) for lever in (between if others else levers_held(dossier, actor.id))
    ]
    said["depends on"] = [
        [Span(f"{title_of(dossier, need.upon.ref)}: ", "dim"), *marked_spans(dossier, need.how.text, need.how.cites)]
        for need in actor.depends_on
    ]
    said["may come"] = [titled(dossier, found) for found in dossier.scenarios if actor.id in found.actors]
    gaps = [gap for gap in dossier.gaps if actor.ref in gap.about]
    said["not in the sources"] = [[Span(gap.title, "absent", gap.ref)] for gap in gaps]
    return said


def _lever(dossier: Dossier, lever: Lever) -> Entry:
    mark = STATUS_MARKS[lever.status]
    return titled(dossier, lever, [Span(f"{mark.glyph} {mark.word} ", mark.role)])


def _agreement(dossier: Dossier, agreement: Agreement) -> Said:
    implied = " (implied)" if agreement.parties_basis == "implied" else ""

    def named(who: str) -> list[Entry]:
        return [_cited([Span(who)], dossier, agreement.cites[:1])]

    signed = [
        _cited([Span(f"{act.shown} by {title_of(dossier, act.actor.ref)}")], dossier, act.cites)
        for act in agreement.signatures
    ]
    said: Said = {
        "status": [[Span(status_words(agreement), "status")]],
        "when": [_dated(dossier, agreement)] if agreement.when.edtf else [],
        "between": named(names_of(dossier, agreement.parties) + implied) if agreement.parties else [],
        "mediator": named(names_of(dossier, agreement.mediator)) if agreement.mediator else [],
        "signed": signed,
        "rests on": [_statement(dossier, cite) for cite in agreement.cites],
    }
    owed_by = force_of(agreement).owed_by
    terms: list[Entry] = []
    for term in agreement.terms:
        guarantor = names_of(dossier, term.guarantor) or silence(dossier, "none named")
        obligors = f"{names_of(dossier, term.obligors)}{term.implied}" or silence(dossier)
        facts = Span(f" · {owed_by} {obligors} · guarantor {guarantor}", "dim")
        terms.append([*titled(dossier, term, [Span(f"{term.order} ", "number")]), facts])
    return {**said, "terms": terms}


def _dated(dossier: Dossier, agreement: Agreement) -> Entry:
    said = said_by(dossier, dating(dossier, agreement.when, agreement), links=True)
    return [Span(sentence_date(agreement.when), "date"), Span(" "), *said]


def _source(dossier: Dossier, source: Source, others: Sequence[str]) -> Said:
    """Its description; then the sides it takes in tensions with the others, and its figures by what they count."""
    said: Said = {
        "kind": [[Span(source.form.replace("-", " "))]],
        "standpoint": [_ours(source.standpoint)],
        "as of": [[Span(sentence_date(source.as_of), "date")]],
        "written by": [[Span(author.name or author.role)] for author in source.authors],
        "limits": [_ours(limit) for limit in source.limits],
    }
    for tension in dossier.tensions:
        if {cite.source for cite in citations(tension.sides)} & set(others):
            sides = [side for side in tension.sides if any(cite.source == source.id for cite in side.cites)]
            said[f"!{tension.id.upper()}"] = _all(dossier, sides)
    for paragraph in source.paragraphs:
        for statement in paragraph.statements:
            for figure in statement.figures:
                cite = Citation(f"{source.id}:{statement.id}")
                said.setdefault(figure.of, []).append(_cited([Span(amount_words(figure))], dossier, [cite]))
    return said


def _record(dossier: Dossier, record: Record) -> Said:
    said: Said = {"says": [_statement(dossier, cite) for cite in record.cites]}
    for name in field_names(record):
        value = getattr(record, name)
        several = isinstance(value, tuple) and not all(isinstance(item, str) for item in value)
        said[label_of(name)] = (
            [inline_spans(dossier, item) for item in value]
            if several
            else [[word_span(value)] if is_word(value) else inline_spans(dossier, value)]
        )
    return said
