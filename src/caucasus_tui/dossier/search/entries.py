"""What is searched: each record, source, paragraph and statement, as passages of text with weights.

Built by a walk over the fields a struct has, so a new field of a record is found from the day it is added.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from caucasus_tui.dossier.dates import When, sentence_date
from caucasus_tui.dossier.dossier import Dossier
from caucasus_tui.dossier.links import Citation, Link
from caucasus_tui.dossier.records import Actor, Cited, Gap, Place, Record
from caucasus_tui.dossier.sources import Paragraph, Source, Statement, StatementType

TITLE, NAME, TEXT, CITED = 8, 6, 3, 1
"""Weights: a title; another name, or another wording of a question; any other text; the text of a cited statement or
the name of a linked actor or place."""

NAME_FIELDS = frozenset({"name", "short", "term", "avoid", "also_asked"})
_SKIPPED_FIELDS = frozenset({"id", "title", "sha256"})
_EMPTY_WORDS = frozenset({"stated", "implied", "not-stated"})
"""Values that say nothing about a record, and would make `not stated` match half of them."""


class Passage(Struct, frozen=True):
    text: str
    weight: int
    cites: tuple[Citation, ...] = ()


class Entry(Struct, frozen=True, kw_only=True):
    """One thing that can be found. `days`: the first and last day of each date it has, without end where it goes on."""

    ref: str
    kind: str
    title: str
    passages: tuple[Passage, ...]
    context: Passage | None = None
    """What to show of it where only the title matches."""
    type: StatementType | None = None
    links: frozenset[str] = frozenset()
    days: tuple[tuple[date, date], ...] = ()


def entries(dossier: Dossier) -> tuple[Entry, ...]:
    """Everything to be found, records first. A statement that repeats another is left out."""
    found = [_record_entry(dossier, record) for record in dossier.records()]
    for source in dossier.sources:
        found.append(_source_entry(source))
        found += [_paragraph_entry(source, paragraph) for paragraph in source.paragraphs]
    found += [_statement_entry(dossier, cite, said) for cite, said in dossier.statements() if not said.duplicate_of]
    return tuple(found)


def own_parts(value: object) -> Iterator[object]:
    """As `dossier.parts`, without what has an address of its own: the terms of an agreement, a source's paragraphs."""
    yield value
    inside = _fields(value) if isinstance(value, Struct) else value if isinstance(value, tuple) else ()
    for part in inside:
        if not isinstance(part, Record | Paragraph | Statement):
            yield from own_parts(part)


def _fields(value: Struct) -> tuple[object, ...]:
    return tuple(getattr(value, name) for name in value.__struct_fields__)


def _passages(value: object, field: str = "") -> Iterator[Passage]:
    """The texts of a struct in the order of its fields; links and citations are not texts."""
    if type(value) is str:
        if field not in _SKIPPED_FIELDS and value not in _EMPTY_WORDS:
            yield Passage(value, NAME if field in NAME_FIELDS else TEXT)
    elif isinstance(value, Cited):
        yield Passage(value.text, TEXT, value.cites)
    elif isinstance(value, When):
        yield Passage(sentence_date(value), TEXT)
        yield from _passages(value.basis)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            part = getattr(value, name)
            if not isinstance(part, Record | Paragraph | Statement):
                yield from _passages(part, name)
    elif isinstance(value, tuple):
        for part in value:
            if not isinstance(part, Record | Paragraph | Statement):
                yield from _passages(part, field)


def _record_entry(dossier: Dossier, record: Record) -> Entry:
    parts = tuple(own_parts(record))
    cites = tuple(dict.fromkeys(part for part in parts if isinstance(part, Citation)))
    cited = tuple((cite, said) for cite in cites if (said := dossier.statement(cite)))
    statements = tuple(Passage(said.text, CITED, (cite,)) for cite, said in cited)
    lead = dossier.lead(record)
    whens = _whens(parts) or (_whens((lead.when,)) if lead else ())
    links = {part.ref for part in parts if isinstance(part, Link)}
    # Tensions, gaps and the like name nobody themselves: they are about those whom their statements are about.
    for kind in ("actor:", "place:"):
        if not any(ref.startswith(kind) for ref in links):
            links |= {ref for _, said in cited for ref in _links(said) if ref.startswith(kind)}
    names = tuple(Passage(name, CITED) for ref in _links(record) for name in _names(dossier, ref))
    own = (Passage(record.title, TITLE), *_passages(record))
    return Entry(
        ref=record.ref,
        kind=record.kind,
        title=record.title,
        passages=tuple(dict.fromkeys(own + statements + names)),
        context=Passage(record.answer, TEXT) if isinstance(record, Gap) else next(iter(statements), None),
        type=lead.type if lead else None,
        links=frozenset(links | {record.ref}),
        days=_days(whens),
    )


def _source_entry(source: Source) -> Entry:
    own = (Passage(source.title, TITLE), *_passages(source))
    ref, days = f"{source.kind}:{source.id}", _days((source.as_of,))
    return Entry(ref=ref, kind=source.kind, title=source.title, passages=own, links=frozenset({ref}), days=days)


def _paragraph_entry(source: Source, paragraph: Paragraph) -> Entry:
    own = tuple(_passages(paragraph))
    links = frozenset({f"source:{source.id}"}.union(*map(_links, paragraph.statements)))
    ref = f"{source.id}:{paragraph.id}"
    return Entry(ref=ref, kind=paragraph.kind, title=paragraph.about, passages=own, links=links)


def _statement_entry(dossier: Dossier, cite: Citation, said: Statement) -> Entry:
    cites = (cite,)
    own = (Passage(said.text, TEXT, cites), *_passages(said))
    quotes = (said.quote, said.hedge.word if said.hedge else None, *said.loaded)
    quoted = tuple(Passage(text, TEXT, cites) for text in quotes if text)
    names = tuple(Passage(name, CITED) for ref in _links(said) for name in _names(dossier, ref))
    # What is the source's own is listed first, so that the same text without a citation is the one dropped.
    first = {passage.text: passage for passage in reversed((own[0], *quoted, *own[1:], *names))}
    return Entry(
        ref=cite,
        kind=said.kind,
        title=said.text,
        passages=tuple(reversed(first.values())),
        type=said.type,
        links=frozenset(_links(said)),
        days=_days(_whens((said.when,))),
    )


def _links(value: object) -> list[str]:
    return [part.ref for part in own_parts(value) if isinstance(part, Link)]


def _names(dossier: Dossier, ref: str) -> tuple[str, ...]:
    """Every name of an actor or a place, so that a record about it is found by any of them."""
    record = dossier.record(ref)
    if not isinstance(record, Actor | Place):
        return ()
    return (record.title, *(other.name for other in record.names))


def _whens(parts: tuple[object, ...]) -> tuple[When, ...]:
    return tuple(part for part in parts if isinstance(part, When) and part.edtf)


def _days(whens: tuple[When, ...]) -> tuple[tuple[date, date], ...]:
    return tuple(
        (when.edtf.earliest, date.max if when.ongoing else when.edtf.latest) for when in whens if when.edtf is not None
    )
