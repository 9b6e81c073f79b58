"""Columns of a comparison: things, sides of a tension, sources of a record, with what is said of each by aspect."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from caucasus_tui.dossier.addresses import Address
from caucasus_tui.dossier.addresses.places import thing_at, title_at
from caucasus_tui.dossier.model.dates import span_words
from caucasus_tui.dossier.model.dossier import Dossier, citations
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Actor, Agreement, Record, Tension
from caucasus_tui.dossier.model.sources import Source, Statement
from caucasus_tui.dossier.views.force import status_words
from caucasus_tui.page import aspects
from caucasus_tui.page.aspects import Entry, Said
from caucasus_tui.page.claim.citations import source_name
from caucasus_tui.page.fields import field_names, label_of
from caucasus_tui.page.rows.row import Span
from caucasus_tui.page.statement import marked_spans, our_words
from caucasus_tui.page.tension import side_name


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
            return Column(title, actor.short, actor.form, actor.ref, aspects.actor_said(dossier, actor, ids))
        case Agreement() as agreement:
            short = span_words(agreement.when) if agreement.when.edtf else title
            said = aspects.agreement_said(dossier, agreement)
            return Column(title, short, status_words(agreement), agreement.ref, said)
        case Source() as source:
            name = source_name(dossier, source.id)
            facts = source.publisher + " · superseded" * (source.id in dossier.superseded)
            return Column(title, name, facts, str(address), aspects.source_said(dossier, source, ids))
        case Record() as record:
            return Column(title, title, record.kind, record.ref, aspects.record_said(dossier, record))
        case Statement():
            cite = Citation(str(address))
            said = {"says": [aspects.marked_statement(dossier, cite)], **aspects.particulars(dossier, [cite])}
            return Column(title, title, source_name(dossier, cite.source), str(address), said)
    return Column(title, title, "", str(address), {})


def side_columns(dossier: Dossier, tension: Tension) -> list[Column]:
    """A column for each side of a tension, with who says it and from where."""
    columns = []
    for index, side in enumerate(tension.sides):
        name = side_name(index, len(tension.sides))
        sources = dict.fromkeys(cite.source for cite in side.cites)
        said: Said = {
            "says": [marked_spans(dossier, side.text, side.cites)],
            "rests on": [aspects.marked_statement(dossier, cite) for cite in side.cites],
            **aspects.particulars(dossier, side.cites),
            **_described(dossier, sources),
        }
        columns.append(
            Column(name, name, ", ".join(source_name(dossier, source) for source in sources), tension.ref, said)
        )
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
            part: [aspects.marked_statement(dossier, cite) for cite in cites if cite.source == source]
            for part, cites in parts.items()
            if cites
        }
        own = [cite for cite in citations(record) if cite.source == source]
        said |= {**aspects.particulars(dossier, own), **_described(dossier, [source])}
        found, label = dossier.relations.descriptors.get(source), source_name(dossier, source)
        columns.append(Column(found.title if found else source, label, label, f"source:{source}", said))
    return columns


def _described(dossier: Dossier, names: Iterable[str]) -> Said:
    """From which standpoint sources write, and as of when."""
    found = [source for source in map(dossier.relations.descriptors.get, names) if source]
    dates: list[Entry] = [[Span(span_words(source.as_of), "date")] for source in found]
    return {"standpoint": [our_words(source.standpoint) for source in found], "as of": dates}
