"""From one word of a query to the entries that hold it: as it is, as a beginning, as another form, or misspelt.

Only this needs to change for 100,000 entries: an engine on SQLite FTS5 answers the same two questions from a prefix
index (a row for each entry, a column for titles and names, one for the rest) and repairs over the `fts5vocab` table.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple, Protocol

from caucasus_tui.dossier.fold import tokens, word_set
from caucasus_tui.dossier.search.english import ENDINGS, FAMILIES, STOP_WORDS
from caucasus_tui.dossier.search.entries import Entry
from caucasus_tui.dossier.search.passages import NAME

SAME, BEGINNING, RELATED, REPAIRED = 1.0, 0.8, 0.65, 0.5
"""How good a match is: the word itself, a longer word that begins with it, another form of it, its likely spelling."""

SHORTEST_STEM = 4
SHORTEST_REPAIRED = 4


class Found(NamedTuple):
    """How well an entry holds a word, and whether its title or a name of it does."""

    score: float
    in_head: bool


class Match(NamedTuple):
    """Where a word stands. `marked`: for each word of the dossier taken for it, how many letters of that word match."""

    found: Mapping[int, Found]
    marked: Mapping[str, int]
    repaired_as: str | None = None


class Engine(Protocol):
    """Entries are named by their number in the sequence the engine was built from; words come folded."""

    def lookup(self, word: str) -> Match: ...

    def nearest(self, word: str) -> str | None:
        """The word of the dossier, as written there, that looks most like `word`."""
        ...


class WordTable:
    """A sorted vocabulary, and for each word the entries that hold it with the weight of their best passage."""

    def __init__(self, entries: Sequence[Entry]) -> None:
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
        self._words = sorted(self._entries)
        telling = (word for word in self._words if len(word) >= SHORTEST_REPAIRED and word not in STOP_WORDS)
        self._telling = [(word, _letters(word)) for word in telling]
        self.lookup = lru_cache(maxsize=256)(self._lookup)

    def nearest(self, word: str) -> str | None:
        close = self._close(word, at_least=0.6)
        return self._as_written[close[0]] if close else None

    def _lookup(self, word: str) -> Match:
        taken = {longer: (BEGINNING, len(word)) for longer in self._beginning_with(word)}
        taken |= {form: (RELATED, len(form)) for form in self._forms_of(word) if form not in taken}
        if word in taken:
            taken[word] = (SAME, len(word))
        repaired_as = None
        if not taken and len(word) >= SHORTEST_REPAIRED:
            # In a short word one letter makes another country: Iraq is not Iran.
            close = self._close(word, at_least=0.75 if len(word) > 5 else 0.8)
            taken = {other: (REPAIRED, len(other)) for other in close}
            repaired_as = self._as_written[close[0]] if close else None
        best: dict[int, float] = {}
        in_head: set[int] = set()
        for other, (quality, _) in taken.items():
            for number, weight in self._entries[other].items():
                best[number] = max(best.get(number, 0.0), weight * quality)
                if weight >= NAME:
                    in_head.add(number)
        found = {number: Found(points, number in in_head) for number, points in best.items()}
        return Match(found, {other: letters for other, (_, letters) in taken.items()}, repaired_as)

    def _beginning_with(self, start: str) -> Iterator[str]:
        for position in range(bisect_left(self._words, start), len(self._words)):
            if not self._words[position].startswith(start):
                return
            yield self._words[position]

    def _forms_of(self, word: str) -> Iterator[str]:
        """Words that share a stem of at least SHORTEST_STEM letters with `word`, each with an ending of its own; and
        its irregular forms."""
        singular = word.removesuffix("s")
        if len(singular) == SHORTEST_STEM - 1 and singular in self._entries:  # wars, war; but arms is not army
            yield singular
        yield from (form for form in FAMILIES.get(word, ()) if form in self._entries)
        for cut in range(SHORTEST_STEM, len(word)):
            stem, ending = word[:cut], word[cut:]
            if ending in ENDINGS or (ending[0] == stem[-1] and ending[1:] in ENDINGS):  # stop, stopped
                yield from (form for form in self._beginning_with(stem) if form[cut:] in ENDINGS or form == stem)

    def _close(self, word: str, *, at_least: float) -> list[str]:
        """The words most like `word`, the likest first, by the ratio of difflib's gestalt matching."""
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(word)
        letters = _letters(word)
        ratios: list[tuple[float, str]] = []
        for other, other_letters in self._telling:
            # A letter that only one of them has matches nothing: this bounds the ratio and rules most words out.
            common = min(
                len(word) - (letters & ~other_letters).bit_count(), len(other) - (other_letters & ~letters).bit_count()
            )
            if 2 * common >= at_least * (len(word) + len(other)):
                matcher.set_seq1(other)
                if matcher.quick_ratio() >= at_least and (ratio := matcher.ratio()) >= at_least:
                    ratios.append((ratio, other))
        ratios.sort(key=lambda pair: (-pair[0], pair[1]))
        return [other for ratio, other in ratios[:3] if ratio > ratios[0][0] - 0.05]

    def _note_spelling(self, word: str, written: str) -> None:
        """Lower case where the word has it anywhere: a capital may be a sentence's, but a name has no other form."""
        if word not in self._as_written or (written.islower() and not self._as_written[word].islower()):
            self._as_written[word] = written


def _letters(word: str) -> int:
    """The set of letters and digits in a folded word, as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter)
    return bits
