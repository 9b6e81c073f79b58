"""Which entries hold each word of a dossier, and with what weight."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from caucasus_tui.dossier.model.sources import Source
from caucasus_tui.dossier.search.dates import date_words, is_day
from caucasus_tui.dossier.search.entries import Entry
from caucasus_tui.dossier.search.record_texts import LINKED, NAME, TEXT
from caucasus_tui.dossier.text.fold import tokens, word_set


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


class WordTable:
    """Postings made from entries, all in memory."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        weights: dict[str, dict[int, int]] = {}
        self._entries: dict[str, dict[int, int]] = {}
        self._as_written: dict[str, str] = {}
        for number, entry in enumerate(entries):
            for passage in entry.passages:
                held = weights.setdefault(passage.text, {})
                held[number] = max(held.get(number, 0), passage.weight)
            weights.setdefault(entry.labels, {}).setdefault(number, LINKED)
            for word in entry.dates:
                self._entries.setdefault(word, {})[number] = NAME if is_day(word) else TEXT
            for word in entry.lead_dates:
                self._entries.setdefault(word, {})[number] = TEXT
        # Many entries share a text, as they cite the same statement, so each text is taken apart once.
        without_ids = _without_ids(entries)
        for text, held in weights.items():
            read = without_ids(text)
            for word, start, end in tokens(read):
                self._note_spelling(word, read[start:end])
            for word in (*word_set(read), *date_words(read)):
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
        return self._as_written.get(word, word)

    def _note_spelling(self, word: str, written: str) -> None:
        """Lower case where the word has it anywhere: a capital may be a sentence's, but a name has no other form."""
        if word not in self._as_written or (written.islower() and not self._as_written[word].islower()):
            self._as_written[word] = written


def _without_ids(entries: Iterable[Entry]) -> Callable[[str], str]:
    """From a text to the same without the ids of sources: `ap-2023-09-26` is neither a word nor a date."""
    ids = [entry.ref.partition(":")[2] for entry in entries if entry.kind == Source.kind]
    telling = "|".join(re.escape(name) for name in ids if not name.isalpha())
    if not telling:
        return lambda text: text
    pattern = re.compile(rf"(?<![\w-])(?:{telling})(?![\w-])")
    return lambda text: pattern.sub(" ", text)
