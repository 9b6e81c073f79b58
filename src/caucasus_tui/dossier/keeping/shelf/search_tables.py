"""The search index on the shelf: the same questions as in memory, answered by reading a row or two for each word."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import cached_property, partial

from caucasus_tui.dossier.keeping.shelf.tables import Shelf, Table
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.search.catalogue import Columns, Heads
from caucasus_tui.dossier.search.entries import EntryMaker
from caucasus_tui.dossier.search.entry import Entry
from caucasus_tui.dossier.search.results import kind_of

_numbers = partial(array, "I")
"""The numbers in the body of a row."""


class KeptCatalogue:
    """A catalogue that keeps where its entries are, and makes each anew."""

    def __init__(self, dossier: Dossier, shelf: Shelf) -> None:
        self._shelf = shelf
        self._make = EntryMaker(dossier).at
        self._about = Table(shelf, "about", _numbers)
        self.addresses: Mapping[str, Collection[int]] = Table(shelf, "addresses", _numbers)

    def __len__(self) -> int:
        return len(self.columns.kinds)

    @cached_property
    def columns(self) -> Columns:
        """What is told of every entry: its kind, its type, whether it is ours, its first and last day."""
        found = dict(self._shelf.rows("SELECT key, body FROM columns"))
        days = (array("i", found[name]) for name in ("first", "last"))
        return Columns(found["kinds"], found["types"], found["ours"], *days)

    def entry(self, number: int) -> Entry:
        """The entry of that number, made anew from the dossier."""
        (ref,) = self._shelf.row("SELECT ref FROM entries WHERE key = ?", number) or ("",)
        found = self._make(ref, kind_of(self.columns.kinds[number]))
        assert found is not None  # both were made from the same dossier
        return found

    def heads(self, number: int) -> Heads:
        (found,) = self._shelf.row("SELECT heads FROM entries WHERE key = ?", number) or ("",)
        return tuple(tuple(line.split(" ")) for line in found.split("\n") if line)

    def linked(self, refs: Iterable[str]) -> Set[int]:
        return {number for ref in refs for number in self._about.get(ref, ())}


class KeptPostings:
    """Words and the entries that hold them."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @cached_property
    def words(self) -> Sequence[str]:
        return [key for (key,) in self._shelf.rows("SELECT key FROM words ORDER BY key")]

    def holding(self, word: str) -> Mapping[int, int]:
        found = self._weights("words", word)
        return dict(zip(*found, strict=True)) if found else {}

    def beginning(self, start: str) -> tuple[Sequence[int], bytes] | None:
        return self._weights("beginnings", start)

    def written(self, word: str) -> str:
        (written,) = self._shelf.row("SELECT written FROM words WHERE key = ?", word) or (word,)
        return str(written)

    def _weights(self, table: str, key: str) -> tuple[Sequence[int], bytes] | None:
        row = self._shelf.row(f"SELECT numbers, weights FROM {table} WHERE key = ?", key)
        return (_numbers(row[0]), row[1]) if row else None
