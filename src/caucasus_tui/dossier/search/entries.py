"""What is searched: every record, source, paragraph and statement, as one entry each."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Actor, Gap, Place, Point, Record
from caucasus_tui.dossier.model.sources import Paragraph, Source, Statement
from caucasus_tui.dossier.model.walks import links
from caucasus_tui.dossier.search.entry import IndexedEntry, Names
from caucasus_tui.dossier.search.other_names import initials, initials_of, names_of
from caucasus_tui.dossier.search.record_texts import CITED, LINKED, NAME, TEXT, TITLE, Contents, Passage, contents
from caucasus_tui.dossier.text.fold import word_set

KIND_WORDS = {
    "agreement": ("treaty",),
    "condition": ("cause", "factor"),
    "gap": ("unknown",),
    "lever": ("leverage",),
    "name-rule": ("names to avoid", "wording", "terminology", "what not to say"),
    "recommendation": ("ask", "advice"),
    "step": ("concession",),
    "tension": ("contradiction",),
    "term": ("point", "provision"),
}
"""What a kind of record is also called, where one looks for all of them."""
FORM_WORDS = {"state": ("state", "country"), "body": ("organisation",)}
"""The same for the form of an actor."""
_OFFICES = frozenset({"president", "premier", "minister", "chancellor", "secretary", "king", "emir", "leader"})
_CURATORS = frozenset({"code", "gap", "name-rule", "question", "tension"})


def entries(dossier: Dossier) -> Iterator[IndexedEntry]:
    """Everything to be found, records first. A statement that repeats another is left out."""
    maker = EntryMaker(dossier)
    yield from map(maker.record, dossier.records())
    for source in dossier.sources:
        yield maker.source(source)
        yield from (maker.paragraph(source.id, paragraph) for paragraph in source.paragraphs)
    yield from (maker.statement(cite, said) for cite, said in dossier.statements() if not said.duplicate_of)


class EntryMaker:
    """Keeps what many entries share: the names of an actor or a place."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._names = cache(lambda ref: _linked_names(dossier.record(ref)))

    def at(self, ref: str, kind: str) -> IndexedEntry | None:
        """The entry of a kind at an address, or None where there is none: a statement may have its paragraph's."""
        if kind == Paragraph.kind:
            paragraph = self._dossier.paragraph(ref)
            return self.paragraph(ref.partition(":")[0], paragraph) if paragraph else None
        if kind == Statement.kind:
            said = self._dossier.statement(ref)
            return self.statement(Citation(ref), said) if said else None
        if kind == Source.kind:
            source = self._dossier.source(ref.partition(":")[2])
            return self.source(source) if source else None
        record = self._dossier.record(ref)
        return self.record(record) if record else None

    def record(self, record: Record) -> IndexedEntry:
        """A record as it is found: by its own texts and names, and by what the statements that it cites say."""
        own = contents(record)
        looked_up = ((cite, self._dossier.statement(cite)) for cite in dict.fromkeys((*record.cites, *own.cites)))
        cited = {cite: said for cite, said in looked_up if said}
        about = dict(own.links)
        # Tensions, gaps and the like name nobody themselves: they are about those whom their statements are about.
        kinds = ("actor:", "place:")
        if unnamed := tuple(kind for kind in kinds if not any(ref.startswith(kind) for ref in own.links)):
            about |= {ref: None for said in cited.values() for ref in links(said) if ref.startswith(unnamed)}
        lead = next(iter(cited.values()), None) or self._dossier.lead(record)
        statements = [Passage(said.text, CITED, (cite,)) for cite, said in cited.items()]
        context = Passage(record.answer, TEXT) if isinstance(record, Gap) else next(iter(statements), None)
        return IndexedEntry(
            ref=record.ref,
            kind=record.kind,
            title=record.title,
            passages=(
                Passage(record.title, TEXT if isinstance(record, Point) else TITLE),
                *own.passages,
                *map(_unseen, (*initials_of(record), *_called(record, own))),
                *statements,
            ),
            names=self._names_of(own.links),
            context=context,
            type=lead.type if lead else None,
            links=frozenset({*about, record.ref, *(f"{Source.kind}:{cite.partition(':')[0]}" for cite in cited)}),
            whens=tuple(own.whens),
            lead=lead.when if lead else None,
            labels=" ".join(own.labels),
            ours=bool(own.derived) or lead is None or record.kind in _CURATORS,
        )

    def source(self, source: Source) -> IndexedEntry:
        """A source as it is found: by its title, what describes it, and the initials of its publisher."""
        ref, own = f"{source.kind}:{source.id}", contents(source)
        return IndexedEntry(
            ref=ref,
            kind=source.kind,
            title=source.title,
            passages=(
                Passage(source.title, TITLE),
                *own.passages,
                *map(_unseen, (source.kind, *initials((source.publisher,)))),
            ),
            links=frozenset({ref, *own.links}),
            whens=tuple(own.whens),
            labels=" ".join(own.labels),
        )

    def paragraph(self, source_id: str, paragraph: Paragraph) -> IndexedEntry:
        """A paragraph as it is found: by its label, and by what its statements are about."""
        return IndexedEntry(
            ref=f"{source_id}:{paragraph.id}",
            kind=paragraph.kind,
            title=paragraph.about,
            passages=tuple(contents(paragraph).passages),
            links=frozenset((f"{Source.kind}:{source_id}", *links(paragraph))),
        )

    def statement(self, cite: Citation, said: Statement) -> IndexedEntry:
        """A statement as it is found: by its text, its quotation, its hedge and its loaded words."""
        own = contents(said)
        quotes = (said.text, said.quote, said.hedge.word if said.hedge else None, *said.loaded)
        quoted = (Passage(text, TEXT, (cite,)) for text in quotes if text)
        remarks = (passage for passage in own.passages if passage.text not in quotes)
        quotation = ("quote", "quotation") if said.quote else ()
        called = map(_unseen, (said.kind, said.type, *quotation, *_roles(own)))
        return IndexedEntry(
            ref=cite,
            kind=said.kind,
            title=said.text,
            passages=(*quoted, *remarks, *called),
            names=self._names_of(own.links),
            type=said.type,
            links=frozenset({*own.links, f"{Source.kind}:{cite.partition(':')[0]}"}),
            whens=tuple(own.whens),
            labels=" ".join(own.labels),
        )

    def _names_of(self, links: Iterable[str]) -> tuple[Names, ...]:
        return tuple(filter(None, map(self._names, links)))


@lru_cache
def _unseen(name: str) -> Passage:
    """What something is called, to be found by alone."""
    return Passage(name, NAME, shown=False)


def _called(record: Record, own: Contents) -> tuple[str, ...]:
    """What one types to find all of a kind: `agreements`, `deadlines`, `countries`; or one of many: `point 2`."""
    kinds = (record.kind.replace("-", " "), *KIND_WORDS.get(record.kind, ()))
    forms = [word for label in own.labels for word in FORM_WORDS.get(label, ())] if isinstance(record, Actor) else []
    if isinstance(record, Actor) and record.role and not _OFFICES.isdisjoint(word_set(record.role.text)):
        forms += ["leader", f"leader {record.role.text}"]
    roles = _roles(own) if record.kind not in _CURATORS else ()
    order = getattr(record, "order", None)
    return (*kinds, *forms, *roles, *(f"{kind} {order}" for kind in kinds if order is not None))


def _roles(own: Contents) -> tuple[str, ...]:
    return tuple(when.role for when in own.whens if when.role in ("deadline", "window"))


def _linked_names(record: Record | None) -> Names | None:
    if not isinstance(record, Actor | Place):
        return None
    return Names(tuple(Passage(name, LINKED) for name in names_of(record)))
