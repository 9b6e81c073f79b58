"""The dossier: everything the program knows, in one frozen object, and the walks over it."""

from bisect import insort
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import force_setattr

from caucasus_tui.dossier.chronology import Chronology, chronology
from caucasus_tui.dossier.dates import When
from caucasus_tui.dossier.links import ActorId, Citation
from caucasus_tui.dossier.naming import Named, named
from caucasus_tui.dossier.panes import PaneName
from caucasus_tui.dossier.records import (
    Actor,
    Agreement,
    Cited,
    Code,
    Condition,
    Event,
    Gap,
    Lever,
    NameRule,
    Place,
    Question,
    Recommendation,
    Record,
    Scenario,
    Step,
    Tension,
    Track,
)
from caucasus_tui.dossier.sources import Paragraph, Source, Statement
from caucasus_tui.dossier.walks import citations, links, parts, with_inner

if TYPE_CHECKING:
    from caucasus_tui.dossier.keeping.shelf.reading import Shelf

__all__ = ["About", "Change", "Dossier", "citations", "links", "parts"]


class Change(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of the dossier's own history: which claims changed, and why."""

    version: str
    date: str
    text: str


class About(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`data/dossier.yaml`: what the dossier is about, and the words on the screens that belong to it."""

    title: str
    short_title: str
    language: str = "en"
    version: str
    as_of: When
    stale_after_days: int = 90
    """Past this age, in days since the latest date of `as_of`, every screen says so loudly."""
    addressee: ActorId | None = None
    """Whom the recommendations address."""
    bottom_line: Cited
    short_line: Cited | None = None
    """The bottom line in at most 70 characters, for screens of 80 columns."""
    key_judgements: tuple[Citation, ...] = ()
    pane_titles: dict[PaneName, str] = {}
    changes: tuple[Change, ...] = ()


class Dossier(Struct, frozen=True, kw_only=True, dict=True):
    """Sources, and records made from them. Read-only; every question about how they hang together is answered here."""

    about: About
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    levers: tuple[Lever, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    tracks: tuple[Track, ...] = ()
    steps: tuple[Step, ...] = ()
    conditions: tuple[Condition, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    names: tuple[NameRule, ...] = ()
    tensions: tuple[Tension, ...] = ()
    gaps: tuple[Gap, ...] = ()
    codebook: tuple[Code, ...] = ()
    questions: tuple[Question, ...] = ()

    def rest_on(self, shelf: "Shelf") -> None:
        """Look on a shelf for what it holds, where the dossier is too large to be held in memory."""
        force_setattr(self, "sources", shelf.sources)
        vars(self).update(
            shelf=shelf,
            _paragraphs=shelf.paragraphs,
            _statements=shelf.statements,
            _cited_by=shelf.related("cited_by", self.record),
            _linked_from=shelf.related("linked_from", self.record),
            _named=Named(shelf.cites("naming"), shelf.cites("said_by")),
            _order=shelf.order,
        )

    @cached_property
    def shelf(self) -> "Shelf | None":
        """Where paragraphs, relations and the search index are, if not in memory."""
        return None

    def records(self) -> tuple[Record, ...]:
        """Every record, terms of agreements included, in the order of the files."""
        return tuple(self._records.values())

    def record(self, ref: str) -> Record | None:
        """The record at a stable address such as `lever:eu-economic`, or None."""
        return self._records.get(ref)

    def statement(self, cite: str) -> Statement | None:
        """The statement cited, or None."""
        return self._statements.get(cite)

    def statements(self) -> tuple[tuple[Citation, Statement], ...]:
        """Every statement with its citation, in the order of the sources."""
        return self._said

    def source(self, source_id: str) -> Source | None:
        if self.shelf:
            return self.shelf.sources.by_id(source_id)
        return next((source for source in self.sources if source.id == source_id), None)

    def paragraph(self, address: str) -> Paragraph | None:
        """The paragraph at `source:paragraph`, or None."""
        return self._paragraphs.get(address)

    def lead(self, record: Record) -> Statement | None:
        """The statement that gives a record its type and hedge: the first it cites."""
        if record.cites and (found := self.statement(record.cites[0])):
            return found
        return next((found for cite in citations(record) if (found := self.statement(cite))), None)

    def cited_by(self, cite: str) -> tuple[Record, ...]:
        """The records that rest on a statement."""
        return self._cited_by.get(cite, ())

    def linked_from(self, ref: str) -> tuple[Record, ...]:
        """The records that point to the record at `ref`."""
        return self._linked_from.get(ref, ())

    def naming(self, record: Actor | Place) -> tuple[Citation, ...]:
        """The statements that name an actor or a place, and those its record rests on, in the order of the sources; an
        actor's own words and repeats apart."""
        found = list(self._named.naming.get(record.ref, ()))
        for cite in set(citations(record)).difference(found):
            said = self.statement(cite)
            own = said and said.attributed_to and said.attributed_to.ref == record.ref
            if said and not own and not said.duplicate_of:
                insort(found, cite, key=self._order.__getitem__)
        return tuple(found)

    def said_by(self, ref: str) -> tuple[Citation, ...]:
        """The statements that report an actor's words or views, in the order of the sources; repeats apart."""
        return tuple(self._named.by.get(ref, ()))

    def tensions_of(self, item: object) -> tuple[Tension, ...]:
        """The tensions that touch a record: a side of theirs cites a statement it cites. None touches itself."""
        numbers = {number for cite in citations(item) for number in self._tensions_citing.get(cite, ())}
        found = (self.tensions[number] for number in sorted(numbers))
        return tuple(tension for tension in found if tension is not item)

    @cached_property
    def chronology(self) -> Chronology:
        """The events in order."""
        return chronology(self.events, self.about.as_of)

    @cached_property
    def _records(self) -> dict[str, Record]:
        return {
            part.ref: part
            for field in self.__struct_fields__
            if field not in ("about", "sources")
            for item in getattr(self, field)
            for part in with_inner(item)
        }

    @cached_property
    def _said(self) -> tuple[tuple[Citation, Statement], ...]:
        return tuple((Citation(cite), statement) for cite, statement in self._statements.items())

    @cached_property
    def _paragraphs(self) -> Mapping[str, Paragraph]:
        return {f"{source.id}:{paragraph.id}": paragraph for source in self.sources for paragraph in source.paragraphs}

    @cached_property
    def _statements(self) -> Mapping[str, Statement]:
        return {
            f"{source.id}:{statement.id}": statement
            for source in self.sources
            for paragraph in source.paragraphs
            for statement in paragraph.statements
        }

    @cached_property
    def _named(self) -> Named:
        return named(self._said)

    @cached_property
    def _order(self) -> Mapping[str, tuple[int, int]]:
        """The place of each statement in the order of the sources."""
        return {cite: (number, 0) for number, cite in enumerate(self._statements)}

    @cached_property
    def _cited_by(self) -> Mapping[str, tuple[Record, ...]]:
        found: dict[str, list[Record]] = {}
        for record in self._records.values():
            for cite in citations(record):
                found.setdefault(cite, []).append(record)
        return {cite: tuple(records) for cite, records in found.items()}

    @cached_property
    def _tensions_citing(self) -> dict[Citation, list[int]]:
        found: dict[Citation, list[int]] = {}
        for number, tension in enumerate(self.tensions):
            # The sides pull against each other; what the curator remarks on them rests on more, and pulls at nothing.
            for cite in citations(tension.sides):
                found.setdefault(cite, []).append(number)
        return found

    @cached_property
    def _linked_from(self) -> Mapping[str, tuple[Record, ...]]:
        found: dict[str, list[Record]] = {}
        for record in self._records.values():
            for ref in links(record):
                found.setdefault(ref, []).append(record)
        return {ref: tuple(records) for ref, records in found.items()}
