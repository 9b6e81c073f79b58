"""Which entries hold each word of a dossier, and with what weight."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from caucasus_tui.dossier.search.entries import Entry
from caucasus_tui.dossier.text.fold import tokens, word_set


class Postings(Protocol):
    """Words are folded, entries named by their numbers, and a weight is that of the weightiest passage."""

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


class WordTable:
    """Postings made from entries, all in memory."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        weights: dict[str, dict[int, int]] = {}
        for number, entry in enumerate(entries):
            for passage in entry.passages:
                held = weights.setdefault(passage.text, {})
                held[number] = max(held.get(number, 0), passage.weight)
        # Many entries share a text, as they cite the same statement, so each text is taken apart once.
        self._entries: dict[str, dict[int, int]] = {}
        self._as_written: dict[str, str] = {}
        for text, held in weights.items():
            for word, start, end in tokens(text):
                self._note_spelling(word, text[start:end])
            for word in word_set(text):
                known = self._entries.setdefault(word, {})
                for number, weight in held.items():
                    if known.get(number, 0) < weight:
                        known[number] = weight
        self.words: Sequence[str] = sorted(self._entries)

    def holding(self, word: str) -> Mapping[int, int]:
        return self._entries[word]

    def beginning(self, start: str) -> tuple[Sequence[int], bytes] | None:
        return None

    def written(self, word: str) -> str:
        return self._as_written[word]

    def _note_spelling(self, word: str, written: str) -> None:
        """Lower case where the word has it anywhere: a capital may be a sentence's, but a name has no other form."""
        if word not in self._as_written or (written.islower() and not self._as_written[word].islower()):
            self._as_written[word] = written
