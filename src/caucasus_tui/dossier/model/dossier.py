"""The dossier: everything the program knows, in one frozen object, and the walks over it."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from caucasus_tui.dossier.model.about import FORMAT, About, Change
from caucasus_tui.dossier.model.chronology import Chronology, chronology
from caucasus_tui.dossier.model.dates import sort_key
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.mentions import named_in
from caucasus_tui.dossier.model.records.actors import Actor, NameRule, Place
from caucasus_tui.dossier.model.records.agreements import Agreement, Step, Track
from caucasus_tui.dossier.model.records.base import Record
from caucasus_tui.dossier.model.records.events import Event
from caucasus_tui.dossier.model.records.later import Dispute, Later, LedgerRow
from caucasus_tui.dossier.model.records.levers import Lever
from caucasus_tui.dossier.model.records.limits import Code, Gap, Tension
from caucasus_tui.dossier.model.records.outlook import Condition, Recommendation, Scenario
from caucasus_tui.dossier.model.records.points import Point
from caucasus_tui.dossier.model.records.questions import Question
from caucasus_tui.dossier.model.relations import Relations, RelationsInMemory
from caucasus_tui.dossier.model.shown_alone import count, shown_with
from caucasus_tui.dossier.model.sources import Paragraph, Source, Statement, labels_of
from caucasus_tui.dossier.model.walks import citations, links, parts, with_inner
from caucasus_tui.dossier.problems import LEFT_OPEN, Problem

__all__ = ["FORMAT", "About", "Change", "Dossier", "citations", "links", "parts"]

NO_RECORDS = ("about", "sources", "todo", "since")
"""Fields of a dossier that hold no records."""


class Since(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The later layer, kept beside the dossier: nothing that asks the dossier finds it there."""

    sources: tuple[Source, ...] = ()
    later: tuple[Later, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    disputes: tuple[Dispute, ...] = ()


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
    points: tuple[Point, ...] = ()
    codebook: tuple[Code, ...] = ()
    questions: tuple[Question, ...] = ()
    later: tuple[Later, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    since: Since | None = None
    """The later layer of a dossier that shows the seed layer alone; see `layers.py`."""
    todo: tuple[Problem, ...] = ()
    """What was found still to be done when it was read."""

    @cached_property
    def whole(self) -> "Dossier":
        """The same with its later layer: to be asked only for what is marked as later wherever it is shown."""
        from caucasus_tui.dossier.model.layers import whole_of

        return whole_of(self)

    @cached_property
    def relations(self) -> Relations:
        """How its parts hang together."""
        return RelationsInMemory(self)

    def records(self) -> tuple[Record, ...]:
        """Every record, terms of agreements included, in the order of the files."""
        return tuple(self._records.values())

    def record(self, ref: str) -> Record | None:
        """The record at a stable address such as `lever:eu-economic`, or None."""
        return self._records.get(ref)

    def records_at(self, refs: Iterable[str]) -> Iterator[Record]:
        """Those at several addresses, of which there may be tens of thousands; where there is none, none."""
        return filter(None, map(self._records.get, refs))

    @cached_property
    def renamed(self) -> dict[str, tuple[Record, ...]]:
        """From an address that no record has any more to the records that had it."""
        found: dict[str, tuple[Record, ...]] = {}
        for record in self.records():
            for ref in (f"{record.kind}:{name}" for name in record.was):
                if ref not in self._records:
                    found[ref] = (*found.get(ref, ()), record)
        return found

    def statement(self, cite: str) -> Statement | None:
        """The statement cited, or None."""
        return self.relations.statements.get(cite)

    def statements(self) -> tuple[tuple[Citation, Statement], ...]:
        """Every statement with its citation, in the order of the sources."""
        return self._said

    def source(self, source_id: str) -> Source | None:
        """The source of that id, with its paragraphs; None where there is none."""
        return self.relations.source(source_id)

    @cached_property
    def labels(self) -> dict[str, str]:
        """From the id of a source to what it is called before the id of a statement, or nothing."""
        others = self.since.sources if self.since else ()
        return labels_of(self.relations.descriptors.values(), {source.id for source in others})

    def paragraph(self, address: str) -> Paragraph | None:
        """The paragraph at `source:paragraph`, or None."""
        return self.relations.paragraphs.get(address)

    def lead(self, record: Record) -> Statement | None:
        """The statement that gives a record its type and hedge: the first it cites."""
        if record.cites and (found := self.statement(record.cites[0])):
            return found
        return next((found for cite in citations(record) if (found := self.statement(cite))), None)

    def cited_by(self, cite: str) -> tuple[Record, ...]:
        """The records that rest on a statement."""
        return self.relations.cited_by.get(cite, ())

    def linked_from(self, ref: str) -> tuple[Record, ...]:
        """The records that point to the record at `ref`."""
        return self.relations.linked_from.get(ref, ())

    def mentions_of(self, record: Actor | Place) -> tuple[Citation, ...]:
        """The statements that name an actor or a place, and those its record rests on, an actor's own words and repeats
        apart; in the order of the sources."""
        found = list(self.relations.mentions.of.get(record.ref, ()))
        for cite, _ in self._rests_on_besides(record):
            insort(found, cite, key=self.relations.order.__getitem__)
        return tuple(found)

    def _rests_on_besides(self, record: Actor | Place) -> list[tuple[Citation, Statement]]:
        """The statements that a record rests on and that neither name it nor are its own words; repeats apart."""
        told = [(cite, said) for cite in citations(record) if (said := self.statement(cite)) and not said.duplicate_of]
        return [(cite, said) for cite, said in told if record.ref not in named_in(said)]

    def statement_counts(self, actor: Actor, keys: Sequence[str] = ()) -> tuple[int, int]:
        """How many statements report an actor's words, and how many name it, of those that are in each of some rows of
        `alone`."""
        relations, besides = self.relations, self._rests_on_besides(actor)
        if not keys:
            by, of = relations.mentions.by, relations.mentions.of
            return len(by.get(actor.ref, ())), len(of.get(actor.ref, ())) + len(besides)
        shown = sum({*keys} <= {*shown_with(cite, said)} for cite, said in besides)
        table = relations.bits
        return count(table, f"by {actor.ref}", *keys), count(table, f"about {actor.ref}", *keys) + shown

    def said_by(self, ref: str) -> tuple[Citation, ...]:
        """The statements that report an actor's words or views, in the order of the sources; repeats apart."""
        return tuple(self.relations.mentions.by.get(ref, ()))

    def tensions_of(self, item: object) -> tuple[Tension, ...]:
        """The tensions that touch a record: a side of theirs cites a statement it cites. None touches itself."""
        numbers = {number for cite in citations(item) for number in self._tensions_citing.get(cite, ())}
        found = (self.tensions[number] for number in sorted(numbers))
        return tuple(tension for tension in found if tension is not item)

    @cached_property
    def superseded(self) -> dict[str, Source]:
        """From the id of a source to the one of its layer that takes its place."""
        known = self.relations.descriptors
        found = ((known.get(source.supersedes or ""), source) for source in known.values())
        return {old.id: source for old, source in found if old and old.layer == source.layer}

    @cached_property
    def is_left_open(self) -> bool:
        """Whether a field is left out that could say `not-stated`, or something is not written yet."""
        return any(problem.kind in LEFT_OPEN for problem in self.todo)

    @cached_property
    def later_in_order(self) -> tuple[Later, ...]:
        """Later lines by the date of what they tell."""
        return tuple(sorted(self.later, key=lambda record: sort_key(record.when)))

    @cached_property
    def told_later(self) -> dict[str, list[Later | LedgerRow | Dispute]]:
        """From what it is about to what the later layer has on it: rows of the ledger, lines by their date, disputes,
        of those any."""
        found = defaultdict[str, list[Later | LedgerRow | Dispute]](list)
        for row in self.ledger:
            found[row.about].append(row)
        touching: tuple[Later | Dispute, ...] = (*self.later_in_order, *self.disputes)
        for one in touching:
            for ref in one.touches:
                found[ref].append(one)
        return found

    @cached_property
    def chronology(self) -> Chronology:
        """The events in order."""
        return chronology(self.events, self.about.as_of)

    @cached_property
    def _records(self) -> dict[str, Record]:
        return {
            part.ref: part
            for field in self.__struct_fields__
            if field not in NO_RECORDS
            for item in getattr(self, field)
            for part in with_inner(item)
        }

    @cached_property
    def _said(self) -> tuple[tuple[Citation, Statement], ...]:
        return tuple((Citation(cite), statement) for cite, statement in self.relations.statements.items())

    @cached_property
    def _tensions_citing(self) -> dict[Citation, list[int]]:
        found: dict[Citation, list[int]] = {}
        for number, tension in enumerate(self.tensions):
            # The sides pull against each other; what the curator remarks on them rests on more, and pulls at nothing.
            for cite in citations(tension.sides):
                found.setdefault(cite, []).append(number)
        return found


def forget_tables(dossier: Dossier) -> None:
    """Let go of what was reckoned from a dossier, which leads back to it: while one is read nobody looks for garbage,
    so what goes round in a circle would stay as long as the program."""
    vars(dossier).clear()
