"""What is searched: every record, source, paragraph and statement, as one entry each."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from msgspec import Struct

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Actor, Gap, Place, Record
from caucasus_tui.dossier.model.sources import Paragraph, Source, Statement, StatementType
from caucasus_tui.dossier.search.record_texts import CITED, TEXT, TITLE, Contents, Passage, contents


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
    maker = EntryMaker(dossier)
    found = [maker.record(record) for record in dossier.records()]
    for source in dossier.sources:
        found.append(maker.source(source))
        found += [maker.paragraph(source.id, paragraph) for paragraph in source.paragraphs]
    found += [maker.statement(cite, said) for cite, said in dossier.statements() if not said.duplicate_of]
    return tuple(found)


class EntryMaker:
    """Keeps what many entries share: what is in a statement, the names of an actor or a place."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._said = cache(lambda cite: _contents_of(dossier.statement(cite)))
        self._cited = cache(lambda cite: _cited(cite, dossier.statement(cite)))
        named: tuple[Actor | Place, ...] = (*dossier.actors, *dossier.places)
        self._names = {
            record.ref: tuple(Passage(name, CITED) for name in (record.title, *(other.name for other in record.names)))
            for record in named
        }

    def at(self, ref: str) -> Entry | None:
        """The entry at an address, or None where there is nothing."""
        if record := self._dossier.record(ref):
            return self.record(record)
        if said := self._dossier.statement(ref):
            return self.statement(Citation(ref), said)
        kind, _, name = ref.partition(":")
        if paragraph := self._dossier.paragraph(ref):
            return self.paragraph(kind, paragraph)
        source = self._dossier.source(name) if kind == Source.kind else None
        return self.source(source) if source else None

    def record(self, record: Record) -> Entry:
        own = contents(record)
        cited = [cite for cite in dict.fromkeys((*record.cites, *own.cites)) if self._dossier.statement(cite)]
        links = dict(own.links)
        # Tensions, gaps and the like name nobody themselves: they are about those whom their statements are about.
        for kind in ("actor:", "place:"):
            if not any(ref.startswith(kind) for ref in own.links):
                links |= {ref: None for cite in cited for ref in self._said(cite).links if ref.startswith(kind)}
        lead = self._dossier.statement(cited[0]) if cited else self._dossier.lead(record)
        context = Passage(record.answer, TEXT) if isinstance(record, Gap) else self._cited(cited[0]) if cited else None
        statements = (self._cited(cite) for cite in cited)
        return Entry(
            ref=record.ref,
            kind=record.kind,
            title=record.title,
            passages=(
                Passage(record.title, TITLE),
                *own.passages,
                *statements,
                *self._names_of(own.links),
                Passage(record.kind.replace("-", " "), CITED),
            ),
            context=context,
            type=lead.type if lead else None,
            links=frozenset({*links, record.ref}),
            days=_days(own.whens or (lead.when if lead else None,)),
        )

    def source(self, source: Source) -> Entry:
        ref, own = f"{source.kind}:{source.id}", contents(source)
        return Entry(
            ref=ref,
            kind=source.kind,
            title=source.title,
            passages=(Passage(source.title, TITLE), *own.passages),
            links=frozenset({ref, *own.links}),
            days=_days(own.whens),
        )

    def paragraph(self, source_id: str, paragraph: Paragraph) -> Entry:
        cites = (Citation(f"{source_id}:{said.id}") for said in paragraph.statements)
        return Entry(
            ref=f"{source_id}:{paragraph.id}",
            kind=paragraph.kind,
            title=paragraph.about,
            passages=tuple(contents(paragraph).passages),
            links=frozenset({f"source:{source_id}", *(ref for cite in cites for ref in self._said(cite).links)}),
        )

    def statement(self, cite: Citation, said: Statement) -> Entry:
        own = self._said(cite)
        quotes = (said.text, said.quote, said.hedge.word if said.hedge else None, *said.loaded)
        quoted = (Passage(text, TEXT, (cite,)) for text in quotes if text)
        remarks = (passage for passage in own.passages if passage.text not in quotes)
        return Entry(
            ref=cite,
            kind=said.kind,
            title=said.text,
            passages=(*quoted, *remarks, *self._names_of(own.links)),
            type=said.type,
            links=frozenset(own.links),
            days=_days(own.whens),
        )

    def _names_of(self, links: Iterable[str]) -> tuple[Passage, ...]:
        """Every name of the actors and places linked, so that a record about one is found by any of them."""
        return tuple(passage for ref in links for passage in self._names.get(ref, ()))


def _contents_of(said: Statement | None) -> Contents:
    return contents(said) if said else Contents([], {}, {}, [])


def _cited(cite: Citation, said: Statement | None) -> Passage:
    return Passage(said.text if said else "", CITED, (cite,))


def _days(whens: Iterable[When | None]) -> tuple[tuple[date, date], ...]:
    return tuple(
        (when.edtf.earliest, date.max if when.ongoing else when.edtf.latest) for when in whens if when and when.edtf
    )
