"""Which entries hold each word of a dossier, and with what weight."""

import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import Protocol, TypeAlias

from caucasus_tui.dossier.search.dates import date_words, is_day, may_have_date
from caucasus_tui.dossier.search.entries import Entry
from caucasus_tui.dossier.search.record_texts import LINKED, NAME, TEXT
from caucasus_tui.dossier.text.fold import fold_word, pieces


class Postings(Protocol):
    """Words are folded, or dates as `dates.py` has them; entries are named by their numbers, and a weight is that of
    the weightiest passage."""

    @property
    def words(self) -> Sequence[str]:
        """All words, sorted."""
        ...

    def holding(self, word: str) -> Mapping[int, int]:
        """The entries that hold a word of `words`, and its weight in each."""
        ...

    def beginning(self, start: str) -> tuple[Sequence[int], bytes] | None:
        """The same for all words that begin with `start` together, as entries and their weights, where that has been
        reckoned beforehand."""
        ...

    def written(self, word: str) -> str:
        """A word of `words` as the dossier writes it."""
        ...


SHORT = 2
"""Letters. What begins with so few is found together beforehand: there are too many such words to join while typing."""

Held: TypeAlias = "tuple[array[int], bytearray]"
"""Entries, each once, and their weights."""


class WordTable:
    """Postings made from entries, all in memory. `sources`: the ids of the sources, which are neither words nor dates.

    Each entry is looked at once and let go, and each text is taken apart once, as many entries cite the same statement.
    """

    def __init__(self, sources: Iterable[str], entries: Iterable[Entry] = ()) -> None:
        self._without_ids = _without_ids(sources)
        self._spelling = _Spelling()
        self._of_text: dict[str, tuple[str, ...]] = {}
        self._aside: defaultdict[int, _Aside] = defaultdict(lambda: defaultdict(list))
        self._held: defaultdict[str, Held] = defaultdict(_nothing)
        self._begun: defaultdict[str, Held] = defaultdict(_nothing)
        for number, entry in enumerate(entries):
            self.add(number, entry)

    def add(self, number: int, entry: Entry) -> None:
        """Take up an entry; each has a higher number than the one before."""
        found = [(passage.weight, self._words_in(passage.text)) for passage in entry.passages]
        found.append((LINKED, self._words_in(entry.labels)))
        found += ((NAME if is_day(word) else TEXT, (word,)) for word in entry.dates)
        found.append((TEXT, entry.lead_dates))
        found.sort(key=itemgetter(0))
        held: dict[str, _Aside] = {}
        for weight, words in found:  # the weightiest last
            aside = self._aside[weight]
            for word in words:
                held[word] = aside
        for word, aside in held.items():
            aside[word].append(number)
        if number % _PACKED_AFTER == 0:
            self._pack()

    def _pack(self) -> None:
        begun: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for weight, aside in sorted(self._aside.items()):
            longest: defaultdict[str, dict[int, int]] = defaultdict(dict)
            for word, numbers in aside.items():
                _put(self._held[word], numbers, bytes([weight]) * len(numbers))
                longest[word[:SHORT]].update(dict.fromkeys(numbers, weight))
            for start, weighty in longest.items():
                for length in range(1, len(start) + 1):
                    begun[start[:length]].update(weighty)
        for start, best in begun.items():
            _put(self._begun[start], best, best.values())
        self._aside.clear()

    @property
    def beginnings(self) -> Mapping[str, Held]:
        """By the first letters of words, `SHORT` or fewer."""
        self._pack()
        return self._begun

    @cached_property
    def words(self) -> Sequence[str]:
        self._pack()
        return sorted(self._held)

    def held(self, word: str) -> Held:
        """The entries that hold a word of `words`, and its weight in each."""
        return self._held[word]

    def holding(self, word: str) -> Mapping[int, int]:
        return dict(zip(*self.held(word), strict=True))

    def beginning(self, start: str) -> tuple[Sequence[int], bytes] | None:
        return None

    def written(self, word: str) -> str:
        return self._spelling.of.get(word, word)

    def _words_in(self, text: str) -> tuple[str, ...]:
        found = self._of_text.get(text)
        if found is None:
            read = self._without_ids(text)
            parts = read.split(" ")  # no word has a blank in it
            words = dict.fromkeys(chain.from_iterable(map(self._spelling.__getitem__, parts)))
            if not self._spelling.dated.isdisjoint(parts):
                words.update(dict.fromkeys(date_words(read)))
            found = self._of_text[text] = tuple(words)
        return found


_Aside = defaultdict[str, list[int]]
"""From words to entries: those of one weight that were not yet packed, which takes little memory but much time."""
_PACKED_AFTER = 10_000
"""Entries."""


def _nothing() -> Held:
    return array("I"), bytearray()


def _put(held: Held, numbers: Iterable[int], weights: Iterable[int]) -> None:
    held[0].extend(numbers)
    held[1].extend(weights)


class _Spelling(dict[str, tuple[str, ...]]):
    """From what stands between blanks to its folded words. `of`: from these to how the dossier writes them; `dated`:
    what may be of a date."""

    def __init__(self) -> None:
        self.of: dict[str, str] = {}
        self.dated: set[str] = set()

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if may_have_date(piece):
            self.dated.add(piece)
        parts = (piece,) if piece.isalnum() else pieces(piece)
        found = self[piece] = tuple(filter(None, map(self._word, parts)))
        return found

    def _word(self, written: str) -> str:
        word = sys.intern(fold_word(written))
        # Lower case where the word has it anywhere: a capital may be a sentence's, but a name has no other form.
        if word not in self.of or (written.islower() and not self.of[word].islower()):
            self.of[word] = written
        return word


def _without_ids(sources: Iterable[str]) -> Callable[[str], str]:
    """From a text to the same without the ids of sources: `ap-2023-09-26` is neither a word nor a date."""
    telling = "|".join(re.escape(name) for name in sources if not name.isalpha())
    if not telling:
        return lambda text: text
    pattern = re.compile(rf"(?<![\w-])(?:{telling})(?![\w-])")
    return lambda text: pattern.sub(" ", text) if _IN_IDS.search(text) else text


_IN_IDS = re.compile("[-0-9]")
"""What every id has that is more than letters."""
