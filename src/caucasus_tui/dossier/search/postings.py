"""Which entries hold each word of a dossier, and with what weight."""

import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, groupby
from operator import itemgetter
from typing import Protocol, TypeAlias

from caucasus_tui.dossier.search.dates import date_words, is_day, may_have_date
from caucasus_tui.dossier.search.entry import IndexedEntry, Names
from caucasus_tui.dossier.search.record_texts import CITED, LINKED, NAME, TEXT, TITLE
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

Held: TypeAlias = "tuple[array[int], bytes]"
"""Entries, each once, and their weights."""

_WEIGHTS = (LINKED, CITED, TEXT, NAME, TITLE)
_PLACES = {weight: place for place, weight in enumerate(_WEIGHTS)}
_LINKED = _PLACES[LINKED]


_Numbers: TypeAlias = tuple[list[int], ...]
"""Of the entries that hold a word, by the place of its weight; one that holds it twice may stand there twice."""


class WordTable:
    """Postings made from entries, all in memory. `sources`: the ids of the sources, which are neither words nor dates.

    Each entry is looked at once and let go, and each text is taken apart once, as many entries cite the same statement:
    what is kept of it is where the numbers of entries that have it go.
    """

    def __init__(self, sources: Iterable[str], entries: Iterable[IndexedEntry] = ()) -> None:
        self._without_ids = _without_ids(sources)
        self._numbers = defaultdict[str, _Numbers](lambda: tuple([] for _ in _WEIGHTS))
        self._spelling = _Spelling(self._numbers)
        self._of_text: dict[str, tuple[_Numbers, ...]] = {}
        self._linked: dict[Names, list[int]] = {}
        for number, entry in enumerate(entries):
            self.add(number, entry)

    def add(self, number: int, entry: IndexedEntry) -> None:
        """Take up an entry; each has a number of its own."""
        of_text = self._of_text
        for passage in entry.passages:
            place = _PLACES[passage.weight]
            for numbers in of_text.get(passage.text) or self._taken_apart(passage.text):
                numbers[place].append(number)
        if entry.labels:
            for numbers in of_text.get(entry.labels) or self._taken_apart(entry.labels):
                numbers[_LINKED].append(number)
        for names in entry.names:
            (self._linked.get(names) or self._linked_to(names)).append(number)
        for word in entry.dates:
            self._numbers[word][_PLACES[NAME if is_day(word) else TEXT]].append(number)
        for word in entry.lead_dates:
            self._numbers[word][_PLACES[TEXT]].append(number)

    @property
    def beginnings(self) -> Iterator[tuple[str, Held]]:
        """The entries that hold words with the same first letters, `SHORT` or fewer."""
        for letter, alike in groupby(self.words, itemgetter(slice(1))):
            of_letter = [set[int]() for _ in _WEIGHTS]
            for start, some in groupby(alike, itemgetter(slice(SHORT))):
                having = self._having(tuple(some))
                for all_of_weight, of_weight in zip(of_letter, having, strict=True):
                    all_of_weight |= of_weight
                if len(start) > 1:
                    yield start, _held(having)
            yield letter, _held(of_letter)

    @cached_property
    def words(self) -> Sequence[str]:
        """Asked for once all entries are taken up: what was kept of each text is let go."""
        for names, linked in self._linked.items():
            for numbers in chain.from_iterable(self._of_text[name.text] for name in names.passages):
                numbers[_LINKED].extend(linked)
        self._of_text.clear()
        self._linked.clear()
        return sorted(self._numbers)

    def held(self, word: str) -> Held:
        """The entries that hold a word of `words`, and its weight in each."""
        return _held(self._having((word,)))

    def holding(self, word: str) -> Mapping[int, int]:
        return dict(zip(*self.held(word), strict=True))

    def beginning(self, start: str) -> tuple[Sequence[int], bytes] | None:
        return None

    def written(self, word: str) -> str:
        return self._spelling.of.get(word, word)

    def _having(self, words: Sequence[str]) -> list[set[int]]:
        """The entries that hold any of some words, by the place of the weight."""
        having = [self._numbers[word] for word in words if word in self._numbers]
        return [set[int]().union(*of_weight) for of_weight in zip(*having, strict=True)]

    def _linked_to(self, names: Names) -> list[int]:
        """Where the entries go that link to what has these names."""
        for name in names.passages:
            self._taken_apart(name.text)
        return self._linked.setdefault(names, [])

    def _taken_apart(self, text: str) -> tuple[_Numbers, ...]:
        """Where the entries that have a text go, by its words and dates."""
        read = self._without_ids(text)
        parts = read.split(" ")  # no word has a blank in it
        found = tuple(chain.from_iterable(map(self._spelling.__getitem__, parts)))
        if not self._spelling.dated.isdisjoint(parts):
            found = (*found, *map(self._numbers.__getitem__, date_words(read)))
        self._of_text[text] = found
        return found


def _held(having: Sequence[set[int]]) -> Held:
    """Each entry with its highest weight."""
    numbers, weights = array("I"), b""
    weightier: list[set[int]] = []
    for weight, some in zip(reversed(_WEIGHTS), reversed(having), strict=True):
        if some:
            found = some.difference(*weightier)
            weightier.append(found)
            numbers.extend(found)
            weights += bytes([weight]) * len(found)
    return numbers, weights


class _Spelling(dict[str, tuple[_Numbers, ...]]):
    """From what stands between blanks to the numbers of its folded words. `of`: from these words to how the dossier
    writes them; `dated`: what of it may be of a date."""

    def __init__(self, numbers: Mapping[str, _Numbers]) -> None:
        self.of: dict[str, str] = {}
        self.dated: set[str] = set()
        self._numbers = numbers

    def __missing__(self, piece: str) -> tuple[_Numbers, ...]:
        parts = (piece,) if piece.isalnum() else pieces(piece)
        if may_have_date(piece):
            self.dated.add(piece)
        found = self[piece] = (*map(self._numbers.__getitem__, filter(None, map(self._word, parts))),)
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
