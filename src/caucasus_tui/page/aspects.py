"""What is said of a thing, by aspect, so that it can stand beside another."""

from collections.abc import Iterable, Sequence

from caucasus_tui.dossier.model.dates import sentence_date
from caucasus_tui.dossier.model.dossier import Dossier, citations
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Actor, Agreement, Cited, Lever, Record
from caucasus_tui.dossier.model.sources import Source
from caucasus_tui.dossier.views.effects import levers_between
from caucasus_tui.dossier.views.force import Role, force_of, status_words, terms_by_force
from caucasus_tui.dossier.views.roles import levers_held, steps_of, tracks_of
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import Basis, basis_of, cited_end, dating, naming, said_by, type_glyphs
from caucasus_tui.page.fields import field_names, inline_spans, is_word, label_of, names_of, title_of, word_span
from caucasus_tui.page.figures import amount_words, figure_words
from caucasus_tui.page.marks import CURATOR, STATUS_MARKS, type_mark
from caucasus_tui.page.rows.row import Span
from caucasus_tui.page.statement import marked_spans, our_words, statement_body

Entry = Sequence[Span]
"""A sentence or a word or two, with its type, hedge and citation."""
ROLES: tuple[tuple[Role, str], ...] = (
    ("obligors", "owes"),
    ("guarantor", "guarantees"),
    ("beneficiaries", "benefits from"),
)
Said = dict[str, list[Entry]]
"""By aspect, in the order of reading; empty where nothing is said of it."""


def marked_statement(dossier: Dossier, cite: Citation) -> Entry:
    """A statement behind its mark."""
    statement = dossier.statement(cite)
    mark = type_mark(statement) if statement else CURATOR
    return [Span(f"{mark.glyph} ", mark.role), *statement_body(dossier, cite)]


def particulars(dossier: Dossier, cites: Iterable[Citation]) -> Said:
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


def actor_said(dossier: Dossier, actor: Actor, others: Sequence[str]) -> Said:
    """What is said of an actor; of those compared with it, `others` by id, what it can do to them."""
    said: Said = {"wants, does": _all(dossier, actor.positions), "warns": _all(dossier, actor.warnings)}
    for role, aspect in ROLES:
        terms = [(force.of(role), term) for force, term in terms_by_force(dossier, actor.id, role)]
        said[aspect] = []
        for words, term in terms:
            before = [Span(f"{words}: ", "dim")] if words != aspect else ()
            implied = Span(term.implied if role == "obligors" else "", "dim")
            said[aspect].append([*titled(dossier, term, before), implied])
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


def agreement_said(dossier: Dossier, agreement: Agreement) -> Said:
    """What is said of an agreement."""
    implied = " (implied)" if agreement.parties and agreement.parties_basis == "implied" else ""

    def named(who: str, basis: Basis) -> list[Entry]:
        return [[Span(f"{who} "), *said_by(dossier, basis, links=True)]] if who else []

    signed = [
        _cited([Span(f"{act.shown} by {title_of(dossier, act.actor.ref)}")], dossier, act.cites)
        for act in agreement.signatures
    ]
    said: Said = {
        "status": [_cited([Span(status_words(agreement))], dossier, agreement.cites[:1])],
        "when": [_dated(dossier, agreement)] if agreement.when.edtf else [],
        "between": named(names_of(dossier, agreement.parties) + implied, naming(dossier, agreement, "parties")),
        "mediator": named(names_of(dossier, agreement.mediator), naming(dossier, agreement, "mediator")),
        "signed": signed,
        "rests on": [marked_statement(dossier, cite) for cite in agreement.cites],
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


def source_said(dossier: Dossier, source: Source, others: Sequence[str]) -> Said:
    """Its description; then the sides it takes in tensions with the others, and its figures by what they count."""
    said: Said = {
        "kind": [[Span(source.form.replace("-", " "))]],
        "standpoint": [our_words(source.standpoint)],
        "as of": [[Span(sentence_date(source.as_of), "date")]],
        "written by": [[Span(author.name or author.role)] for author in source.authors],
        "limits": [our_words(limit) for limit in source.limits],
    }
    for tension in dossier.tensions:
        if {cite.source for cite in citations(tension.sides)} & set(others):
            sides = [side for side in tension.sides if any(cite.source == source.id for cite in side.cites)]
            said[f"!{tension.number}"] = _all(dossier, sides)
    whole = dossier.source(source.id)
    for paragraph in whole.paragraphs if whole else ():
        for statement in paragraph.statements:
            for figure in statement.figures:
                cite = Citation(f"{source.id}:{statement.id}")
                said.setdefault(figure.of, []).append(_cited([Span(amount_words(figure))], dossier, [cite]))
    return said


def record_said(dossier: Dossier, record: Record) -> Said:
    """What is said of any other record, field by field."""
    said: Said = {"says": [marked_statement(dossier, cite) for cite in record.cites]}
    for name in field_names(record):
        value = getattr(record, name)
        several = isinstance(value, tuple) and not all(isinstance(item, str) for item in value)
        said[label_of(name)] = (
            [inline_spans(dossier, item, name) for item in value]
            if several
            else [[word_span(value)] if is_word(value) else inline_spans(dossier, value, name)]
        )
    return said
