"""The two layers of a dossier: the texts it is made from, and what later sources tell. They are two dossiers.

What is read from files is whole; what the program goes about with is the seed layer, with the later one beside it.
Whatever asks a dossier for its statements, records or links finds the seed layer alone, unless it asks `whole`.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, cached_property
from itertools import chain
from typing import Generic, TypeVar

from msgspec.structs import replace

from caucasus_tui.dossier.model.dossier import Dossier, Since
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.mentions import Mentions
from caucasus_tui.dossier.model.records import Later, LedgerRow
from caucasus_tui.dossier.model.relations import Outline, RecordsAt, Relations
from caucasus_tui.dossier.model.sources import Paragraph, Source, Statement
from caucasus_tui.dossier.model.walks import citations

T = TypeVar("T")

LATER_KINDS = ("later", "ledger", "dispute")
"""The kinds of record of the later layer."""


def named(dossier: Dossier) -> Dossier:
    """The same with a title for each later record that has none of its own: that of what it is about."""
    later = tuple(_named(dossier, record, record.cites[:1]) for record in dossier.later)
    ledger = tuple(_named(dossier, row, (row.about,)) for row in dossier.ledger)
    return replace(dossier, later=later, ledger=ledger) if later or ledger else dossier


L = TypeVar("L", Later, LedgerRow)


def _named(dossier: Dossier, record: L, of: Sequence[str]) -> L:
    if record.title or not of:
        return record if record.title else replace(record, title=record.id)
    said = dossier.statement(of[0]) if isinstance(of[0], Citation) else dossier.record(of[0])
    text = getattr(said, "title", "") or getattr(said, "text", "")
    return replace(record, title=text or record.id)


def layered(whole: Dossier) -> Dossier:
    """The seed layer of a whole dossier, with the later one beside it; the same where it has no other. A dispute with
    any later side is of the later one."""
    later = tuple(source for source in whole.sources if source.layer != "seed")
    names = {source.id for source in later}
    both = tuple(one for one in whole.disputes if any(cite.source in names for cite in citations(one.sides)))
    if not (later or whole.later or whole.ledger):
        return whole
    since = Since(sources=later, later=whole.later, ledger=whole.ledger, disputes=both)
    seed = tuple(source for source in whole.sources if source.layer == "seed")
    own = tuple(one for one in whole.disputes if one not in both)
    return replace(whole, sources=seed, later=(), ledger=(), disputes=own, since=since)


def whole_of(dossier: Dossier) -> Dossier:
    """Both layers of a dossier as one; to be asked only for what is marked as later wherever it is shown."""
    since = dossier.since
    if since is None:
        return dossier
    seed = dossier.sources
    both = (*seed, *since.sources) if isinstance(seed, tuple) else Chained(seed, since.sources)
    whole = replace(
        dossier,
        sources=both,
        later=since.later,
        ledger=since.ledger,
        disputes=(*dossier.disputes, *since.disputes),
        since=None,
    )
    # A label of the seed layer is what it is without the later one.
    taken = {label.casefold() for label in dossier.labels.values()}
    others = later_alone(dossier).labels
    labels = {name: "" if label.casefold() in taken else label for name, label in others.items()}
    vars(whole)["labels"] = {**labels, **dossier.labels}
    vars(whole)["relations"] = _Joined(dossier.relations, later_alone(dossier).relations)
    return whole


def later_alone(dossier: Dossier) -> Dossier:
    """The later layer as a dossier of its own, with the actors and places that its statements name."""
    since = dossier.since or Since()
    return replace(
        Dossier(about=dossier.about, actors=dossier.actors, places=dossier.places),
        sources=since.sources,
        later=since.later,
        ledger=since.ledger,
        disputes=since.disputes,
    )


class Chained(Sequence[T]):
    """Two sequences as one; neither is gone through for it."""

    def __init__(self, first: Sequence[T], second: Sequence[T]) -> None:
        self.first, self.second = first, second

    def __len__(self) -> int:
        return len(self.first) + len(self.second)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = index + len(self) if index < 0 else index
        length = len(self.first)
        return self.first[number] if number < length else self.second[number - length]

    def __iter__(self) -> Iterator[T]:
        return chain(self.first, self.second)


class _Both(Mapping[str, T], Generic[T]):
    """Two tables of which no key is in both."""

    def __init__(self, first: Mapping[str, T], second: Mapping[str, T]) -> None:
        self._first, self._second = first, second

    def __getitem__(self, key: str) -> T:
        found = self._first.get(key)
        return self._second[key] if found is None else found

    def __iter__(self) -> Iterator[str]:
        return chain(self._first, self._second)

    def __len__(self) -> int:
        return len(self._first) + len(self._second)


class _Added(_Both[tuple[T, ...]]):
    """Two tables of rows; of a key that both have, the rows of both."""

    def __getitem__(self, key: str) -> tuple[T, ...]:
        found = (*self._first.get(key, ()), *self._second.get(key, ()))
        if not found:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(chain(self._first, self._second)))

    def __len__(self) -> int:
        return len(dict.fromkeys(self))


class _United(_Both[Set[str]]):
    """Two tables of sets; of a key that both have, what is in either."""

    def __init__(self, first: Mapping[str, Set[str]], second: Mapping[str, Set[str]]) -> None:
        super().__init__(first, second)
        self._sets = cache(lambda key: frozenset(first.get(key, ())) | second.get(key, frozenset()))

    def __getitem__(self, key: str) -> Set[str]:
        return self._sets(key)


class _Joined:
    """The relations of both layers, in whatever way the seed layer keeps its own; each table when first asked for."""

    def __init__(self, seed: Relations, later: Relations) -> None:
        self._seed, self._later = seed, later

    @cached_property
    def paragraphs(self) -> Mapping[str, Paragraph]:
        return _Both(self._seed.paragraphs, self._later.paragraphs)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return _Both(self._seed.statements, self._later.statements)

    @cached_property
    def descriptors(self) -> Mapping[str, Source]:
        return _Both(self._seed.descriptors, self._later.descriptors)

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        return _Both(self._seed.outlines, self._later.outlines)

    @cached_property
    def sources_with(self) -> Mapping[str, tuple[str, ...]]:
        return _Added(self._seed.sources_with, self._later.sources_with)

    @cached_property
    def order(self) -> Mapping[str, tuple[int, int]]:
        return _Both(self._seed.order, self._later.order)

    @cached_property
    def cited_by(self) -> RecordsAt:
        return _Added(self._seed.cited_by, self._later.cited_by)

    @cached_property
    def linked_from(self) -> RecordsAt:
        return _Added(self._seed.linked_from, self._later.linked_from)

    @property
    def mentions(self) -> Mentions:
        return self._seed.mentions

    @property
    def bits(self) -> Mapping[str, int]:
        return self._seed.bits

    @property
    def selected(self) -> Mapping[str, Sequence[Citation]]:
        return self._seed.selected

    @cached_property
    def alone(self) -> Mapping[str, Set[str]]:
        return _United(self._seed.alone, self._later.alone)

    def source(self, source_id: str) -> Source | None:
        return self._seed.source(source_id) or self._later.source(source_id)
