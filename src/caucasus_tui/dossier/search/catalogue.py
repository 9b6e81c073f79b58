"""The entries, and of each what filters and ranking look at, as columns: to pass over thousands nothing is unpacked."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from functools import cache
from typing import Protocol, get_args

from msgspec import Struct

from caucasus_tui.dossier.model import Day, StatementType
from caucasus_tui.dossier.search.entry import Entry, IndexedEntry
from caucasus_tui.dossier.search.record_texts import NAME
from caucasus_tui.dossier.search.results import kind_rank
from caucasus_tui.dossier.text.fold import words

NO_TYPE = 255
FIRST, LAST = -(2**31), 2**31 - 1
"""Days that the columns have room for: some five million years either way."""
OURS = "curator"
"""What `kind:` takes beside the types of statements: texts of the curator's own."""
_TYPES: tuple[StatementType, ...] = get_args(StatementType)
_KNOWN_BY_NUMBER = frozenset({"paragraph", "statement", "source", "tension"})


def type_number(of: StatementType) -> int:
    """The number of a type of statement in the columns."""
    return _TYPES.index(of)


def type_numbered(number: int) -> StatementType | None:
    """The type of statement of a number in the columns."""
    return None if number == NO_TYPE else _TYPES[number]


Heads = tuple[tuple[str, ...], ...]


class Columns(Struct, frozen=True):
    """A value for each entry, by its number: rank of its kind, number of its type, whether it has a text of the
    curator's, and the first and the last day of all its dates as proleptic ordinals; an entry without a date ends
    before it begins."""

    kinds: bytes
    types: bytes
    ours: bytes
    first: Sequence[int]
    last: Sequence[int]


class Catalogue(Protocol):
    """Entries are named by their number, from 0."""

    @property
    def columns(self) -> Columns: ...

    @property
    def addresses(self) -> Mapping[str, Collection[int]]:
        """From an address, or the part of it that is known by itself (`p8.2`), to the entries it names."""
        ...

    def __len__(self) -> int: ...

    def entry(self, number: int) -> Entry: ...

    def heads(self, number: int) -> Heads:
        """The folded words of an entry's title, and of each other name of it."""
        ...

    def linked(self, refs: Iterable[str]) -> Set[int]:
        """The entries that are about any of some records."""
        ...


class InMemory:
    """A catalogue of entries that are all at hand."""

    def __init__(self, entries: Sequence[IndexedEntry]) -> None:
        self._entries = entries
        self._heads = cache(lambda number: heads(entries[number]))
        table = EntryTable(entries)
        self.columns, self.addresses, self._about = table.columns, table.addresses, table.about

    def __len__(self) -> int:
        return len(self._entries)

    def entry(self, number: int) -> Entry:
        return self._entries[number]

    def heads(self, number: int) -> Heads:
        return self._heads(number)

    def linked(self, refs: Iterable[str]) -> Set[int]:
        return {number for ref in refs for number in self._about.get(ref, ())}


def heads(entry: Entry) -> Heads:
    """The words of the titles and names of an entry, of those that have any: a flag has none."""
    return tuple([head for passage in entry.passages if passage.weight >= NAME and (head := words(passage.text))])


class EntryTable:
    """What filters, ranking and addresses ask of the entries, taken up one by one."""

    def __init__(self, entries: Iterable[IndexedEntry] = ()) -> None:
        self._kinds, self._types, self._ours = bytearray(), bytearray(), bytearray()
        self._first, self._last = array("i"), array("i")
        self.addresses = defaultdict[str, list[int]](list)
        """From an address, or the part of it that will do, to the numbers of its entries."""
        self.about: dict[str, array[int]] = defaultdict(lambda: array("I"))
        """From the address of a record to the numbers of the entries that are about it."""
        for number, entry in enumerate(entries):
            self.add(number, entry)

    def add(self, number: int, entry: IndexedEntry) -> None:
        """Take up the next entry."""
        self._kinds.append(kind_rank(entry.kind))
        self._types.append(_TYPES.index(entry.type) if entry.type else NO_TYPE)
        self._ours.append(entry.ours)
        days = entry.days
        self._first.append(min(_number(start) for start, _ in days) if days else LAST)
        self._last.append(max(_number(end) for _, end in days) if days else FIRST)
        short = entry.ref.partition(":")[2]
        # `p8.2` or `t13` will do; the bare id of another record is too often a word or the beginning of one.
        bare = entry.kind in _KNOWN_BY_NUMBER and any(map(str.isdigit, short))
        for address in (entry.ref, short) if bare else (entry.ref,):
            self.addresses[address].append(number)
        for ref in entry.links:
            self.about[ref].append(number)

    @property
    def columns(self) -> Columns:
        return Columns(bytes(self._kinds), bytes(self._types), bytes(self._ours), self._first, self._last)


def _number(day: Day) -> int:
    return min(max(day.toordinal(), FIRST), LAST)


Test = Callable[[int], bool]
"""Whether the entry of a number passes."""


class Filter(Struct, frozen=True, kw_only=True):
    """What a filter asks for; None: anything. `subjects`: records to be about, which themselves come first among what
    passes. `after`: to have a date on this day or later; `before`: one before it."""

    subjects: frozenset[str] = frozenset()
    kinds: tuple[str, ...] | None = None
    types: tuple[str, ...] | None = None
    after: int | None = None
    before: int | None = None

    def tests(self, catalogue: Catalogue) -> list[Test]:
        """What an entry has to pass."""
        found: list[Test] = []
        table = catalogue.columns
        if self.subjects:
            found.append(catalogue.linked(self.subjects).__contains__)
        if self.kinds is not None:
            ranks = frozenset(map(kind_rank, self.kinds))
            found.append(lambda number: table.kinds[number] in ranks)
        if self.types is not None:
            types = frozenset(_TYPES.index(name) for name in self.types if name != OURS)
            with_ours = OURS in self.types
            found.append(lambda number: table.types[number] in types or (with_ours and table.ours[number] == 1))
        if (after := self.after) is not None:
            found.append(lambda number: table.last[number] >= after)
        if (before := self.before) is not None:
            found.append(lambda number: table.first[number] < before)
        return found
