"""Two as one, without going through either: sequences, tables, and the relations of both layers."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, cached_property
from itertools import chain
from typing import Any, Generic, TypeVar

from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.relations import Relations
from caucasus_tui.dossier.model.shown_alone import kind_of, said_alone
from caucasus_tui.dossier.model.sources import Source

T = TypeVar("T")

LATER_KINDS = ("later", "ledger", "dispute")
"""The kinds of record of the later layer."""


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
        if found := (*self._first.get(key, ()), *self._second.get(key, ())):
            return found
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(chain(self._first, self._second)))

    def __len__(self) -> int:
        return len(dict.fromkeys(self))


class _United(Mapping[str, Set[str]]):
    """`alone` of both layers. For what is of a later source the later statements are looked through, for what is of a
    later kind its records; all else is the seed layer's."""

    def __init__(self, seed: Relations, later: Relations) -> None:
        self._seed, self._later = seed, later
        self._said = cache(lambda: said_alone((Citation(cite), said) for cite, said in later.statements.items()))
        self._set = cache(self._found)

    def _found(self, key: str) -> Set[str]:
        own, of = frozenset(self._seed.alone.get(key, ())), kind_of(key)
        if of in LATER_KINDS:
            return own | self._later.alone.get(key, frozenset())
        return own | self._said().get(key, frozenset()) if of in self._later.descriptors else own

    def __getitem__(self, key: str) -> Set[str]:
        if found := self._set(key):
            return found
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(chain(self._seed.alone, self._later.alone)))

    def __len__(self) -> int:
        return len(dict.fromkeys(self))


_HOW: Mapping[str, type[_Both[Any]]] = {
    **dict.fromkeys(("paragraphs", "statements", "descriptors", "outlines", "order"), _Both),
    **dict.fromkeys(("sources_with", "cited_by", "linked_from"), _Added),
}
"""How tables of the layers are joined; of others that of the seed layer does for both."""


class Joined:
    """The relations of both layers, in whatever way the seed layer keeps its own; each table when first asked for."""

    def __init__(self, seed: Relations, later: Relations) -> None:
        self._seed, self._later = seed, later

    def __getattr__(self, name: str) -> Any:
        own = getattr(self._seed, name)
        found = _HOW[name](own, getattr(self._later, name)) if name in _HOW else own
        setattr(self, name, found)
        return found

    @cached_property
    def alone(self) -> Mapping[str, Set[str]]:
        return _United(self._seed, self._later)

    def source(self, source_id: str) -> Source | None:
        return self._seed.source(source_id) or self._later.source(source_id)
