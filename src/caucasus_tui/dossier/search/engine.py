"""From one word of a query to the entries that hold it: as it is, as a beginning, as another form, or misspelt."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import compress
from typing import NamedTuple

from caucasus_tui.dossier.search.english import ENDINGS, FAMILIES, STOP_WORDS, SYNONYMS
from caucasus_tui.dossier.search.postings import Postings
from caucasus_tui.dossier.search.record_texts import NAME

SAME, BEGINNING, RELATED, REPAIRED = 1.0, 0.8, 0.65, 0.5
"""How good a match is: the word itself, a longer word that begins with it, another form of it; where there is none, a
word that means the same, or its likely spelling."""

SHORTEST_STEM = 4
SHORTEST_REPAIRED = 4


_BEGINNING_POINTS = tuple(weight * BEGINNING for weight in range(256))
_IS_NAME = bytes(weight >= NAME for weight in range(256))


class Match(NamedTuple):
    """Where a word stands. `found`: how well each entry holds it; `in_head`: those that have it in the title or a name.
    `marked`: for each word of the dossier taken for it, how many letters of that word match."""

    found: Mapping[int, float]
    in_head: frozenset[int] | set[int]
    marked: Mapping[str, int]
    repaired_as: str | None = None


class Engine:
    """Looks words up. Entries are named by their numbers; words come folded."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._words = postings.words
        self.lookup = lru_cache(maxsize=256)(self._lookup)

    def nearest(self, word: str) -> str | None:
        """The word of the dossier, as written there, that looks most like `word`."""
        close = self._close(word, at_least=0.6)
        return self._postings.written(close[0]) if close else None

    def _lookup(self, word: str) -> Match:
        longer = list(self._beginning_with(word))
        taken = dict.fromkeys(longer, (BEGINNING, len(word)))
        taken |= {form: (RELATED, len(form)) for form in self._forms_of(word) if form not in taken}
        if word in taken:
            taken[word] = (SAME, len(word))
        repaired_as = None
        if not taken and (meant := [other for other in SYNONYMS.get(word, ()) if self._knows(other)]):
            taken = {other: (REPAIRED, len(other)) for other in meant}
            repaired_as = ", ".join(map(self._postings.written, meant))
        if not taken and len(word) >= SHORTEST_REPAIRED:
            # In a short word one letter makes another country: Iraq is not Iran.
            close = self._close(word, at_least=0.75 if len(word) > 5 else 0.8)
            taken = {other: (REPAIRED, len(other)) for other in close}
            repaired_as = self._postings.written(close[0]) if close else None
        marked = {other: letters for other, (_, letters) in taken.items()}
        return Match(*self._holding(word, taken), marked, repaired_as)

    def _holding(self, word: str, taken: Mapping[str, tuple[float, int]]) -> tuple[dict[int, float], set[int]]:
        """How well the entries hold any of the words `taken` for `word`, and those that do so in the head."""
        best: dict[int, float] = {}
        in_head: set[int] = set()
        rest = list(taken)
        if together := self._postings.beginning(word):
            numbers, weights = together
            best = dict(zip(numbers, map(_BEGINNING_POINTS.__getitem__, weights), strict=True))
            in_head = set(compress(numbers, weights.translate(_IS_NAME)))
            rest = [other for other in taken if other == word or not other.startswith(word)]
        for other in rest:
            quality = taken[other][0]
            for number, weight in self._postings.holding(other).items():
                if weight * quality > best.get(number, 0.0):
                    best[number] = weight * quality
                if weight >= NAME:
                    in_head.add(number)
        return best, in_head

    def _beginning_with(self, start: str) -> Iterator[str]:
        for position in range(bisect_left(self._words, start), len(self._words)):
            if not self._words[position].startswith(start):
                return
            yield self._words[position]

    def _knows(self, word: str) -> bool:
        position = bisect_left(self._words, word)
        return position < len(self._words) and self._words[position] == word

    def _forms_of(self, word: str) -> Iterator[str]:
        """Words that share a stem of at least SHORTEST_STEM letters with `word`, each with an ending of its own; and
        its irregular forms."""
        singular = word.removesuffix("s")
        if len(singular) == SHORTEST_STEM - 1 and self._knows(singular):  # wars, war; but arms is not army
            yield singular
        yield from (form for form in FAMILIES.get(word, ()) if self._knows(form))
        for cut in range(SHORTEST_STEM, len(word)):
            stem, ending = word[:cut], word[cut:]
            if ending in ENDINGS or (ending[0] == stem[-1] and ending[1:] in ENDINGS):  # stop, stopped
                yield from (form for form in self._beginning_with(stem) if form[cut:] in ENDINGS or form == stem)

    @cached_property
    def _telling(self) -> list[tuple[str, int]]:
        """The words that another may be taken for, and their letters."""
        telling = (word for word in self._words if len(word) >= SHORTEST_REPAIRED and word not in STOP_WORDS)
        return [(word, _letters(word)) for word in telling]

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


def _letters(word: str) -> int:
    """The set of letters and digits in a folded word, as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter)
    return bits
