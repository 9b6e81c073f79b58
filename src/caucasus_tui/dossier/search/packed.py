"""The index of a dossier that is all in memory, in few large pieces: it is kept on disk, and read back in a moment."""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from caucasus_tui.dossier.search.catalogue import Columns, EntryTable, Heads, heads, type_numbered
from caucasus_tui.dossier.search.entry import Entry, IndexedEntry
from caucasus_tui.dossier.search.record_texts import TITLE, Passage
from caucasus_tui.dossier.search.results import kind_of
from caucasus_tui.dossier.text.fold import learn, letters_of

if TYPE_CHECKING:
    from caucasus_tui.dossier.search.postings import WordTable

KEPT = 256
"""Entries that were made again, and are kept: while somebody types, the same are shown again and again."""


class Packed(Struct, frozen=True, array_like=True):
    """What `InMemory` and `WordTable` hold: entries by address, heads, and the numbers of their title among `passages`,
    of their context, one higher, and of what they say; for each word as folded and as written its entries and weights;
    `names` as `Engine` takes them; `letters`: what is to be known to fold any text of it."""

    passages: list[msgspec.Raw]
    refs: list[str]
    said: list[msgspec.Raw]
    heads: list[str]
    columns: tuple[bytes, bytes, bytes, bytes, bytes]
    addresses: dict[str, list[int]]
    about: dict[str, bytes]
    words: list[str]
    written: list[str]
    numbers: list[bytes]
    weights: list[bytes]
    names: dict[str, list[str]]
    letters: dict[str, str]


def pack(entries: Sequence[IndexedEntry], postings: "WordTable", names: dict[str, list[str]]) -> bytes:
    """The index as bytes, for `unpack` of the same program."""
    table = EntryTable(entries)
    kinds, types, ours, *days = msgspec.structs.astuple(table.columns)
    held = [postings.held(word) for word in postings.words]
    passages: dict[Passage, int] = {}

    def said(entry: IndexedEntry) -> list[int]:
        context = passages.setdefault(entry.context, len(passages)) + 1 if entry.context else 0
        title, *told = (passages.setdefault(one, len(passages)) for one in (Passage(entry.title, TITLE), *entry.texts))
        return [title, context, *told]

    numbered = [_raw(said(entry)) for entry in entries]
    packed = Packed(
        passages=[*map(_raw, passages)],
        refs=[entry.ref for entry in entries],
        said=numbered,
        heads=["\n".join(map(" ".join, heads(entry))) for entry in entries],
        columns=(kinds, types, ours, *(array("i", one).tobytes() for one in days)),
        addresses=table.addresses,
        about={ref: numbers.tobytes() for ref, numbers in table.about.items()},
        words=list(postings.words),
        written=["" if (written := postings.written(word)) == word else written for word in postings.words],
        numbers=[numbers.tobytes() for numbers, _ in held],
        weights=[bytes(weights) for _, weights in held],
        names=names,
        letters=letters_of(passage.text for entry in entries for passage in entry.texts),
    )
    return msgspec.msgpack.encode(packed, enc_hook=str)


def _raw(thing: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(thing, enc_hook=str))


def unpack(content: bytes) -> Packed:
    """The index that `pack` made bytes of. Raises msgspec.MsgspecError where they are none."""
    packed = msgspec.msgpack.decode(content, type=Packed)
    learn(packed.letters)
    return packed


class PackedCatalogue:
    """A catalogue that unpacks each entry when it is shown."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        kinds, types, ours, *days = packed.columns
        self.columns = Columns(kinds, types, ours, *(array("i", one) for one in days))
        self.addresses: Mapping[str, Collection[int]] = packed.addresses
        self._passage = cache(self._unpacked)
        self.entry = lru_cache(maxsize=KEPT)(self._entry)
        self.heads = cache(self._heads)

    def __len__(self) -> int:
        return len(self._packed.refs)

    def linked(self, refs: Iterable[str]) -> Set[int]:
        return {number for ref in refs for number in array("I", self._packed.about.get(ref, b""))}

    def _entry(self, number: int) -> Entry:
        title, context, *said = _NUMBERS.decode(self._packed.said[number])
        ref = self._packed.refs[number]
        return Entry(
            ref=ref,
            kind=kind_of(self.columns.kinds[number]) or ref.partition(":")[0],
            title=self._passage(title).text,
            passages=tuple(map(self._passage, said)),
            context=self._passage(context - 1) if context else None,
            type=type_numbered(self.columns.types[number]),
        )

    def _unpacked(self, number: int) -> Passage:
        return _PASSAGE.decode(self._packed.passages[number])

    def _heads(self, number: int) -> Heads:
        return tuple(tuple(line.split(" ")) for line in self._packed.heads[number].split("\n") if line)


class PackedPostings:
    """Words and the entries that hold them."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self.words: Sequence[str] = packed.words

    def holding(self, word: str) -> Mapping[int, int]:
        place = self._place(word)
        if place is None:
            return {}
        return dict(zip(array("I", self._packed.numbers[place]), self._packed.weights[place], strict=True))

    def beginning(self, start: str) -> tuple[Sequence[int], bytes] | None:
        return None

    def written(self, word: str) -> str:
        place = self._place(word)
        return (self._packed.written[place] if place is not None else "") or word

    def _place(self, word: str) -> int | None:
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None


_NUMBERS = msgspec.msgpack.Decoder(list[int])
_PASSAGE = msgspec.msgpack.Decoder(Passage, dec_hook=lambda form, text: form(text))
