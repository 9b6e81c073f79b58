"""From one word of a query to the entries that hold it: as it is, as a beginning, as another form, or misspelt."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from caucasus_tui.dossier.search.dates import SIGN, shown
from caucasus_tui.dossier.search.english import APART, ENDINGS, PLAIN_ENDINGS, SHORT_ENDINGS, STOP_WORDS
from caucasus_tui.dossier.search.query import SearchTerm
from caucasus_tui.dossier.search.record_texts import LINKED, NAME
from caucasus_tui.dossier.search.spelling import slips, suggestion
from caucasus_tui.dossier.search.vocabulary import family, synonyms

if TYPE_CHECKING:
    from caucasus_tui.dossier.search.postings import Postings

SAME, FORM, BEGINNING, NAMED, REPAIRED, MEANT = 1.0, 0.85, 0.8, 0.7, 0.5, 0.45
"""How good a match is: the word itself, another form of it, a longer word that begins with it, another name of the
same; where there is none, its likely spelling; and besides, a word that means much the same."""

SHORTEST_STEM = 4

_BEGINNING_POINTS = tuple(weight * BEGINNING for weight in range(256))
_IS_NAME = bytes(weight >= NAME for weight in range(256))

Taken = dict[str, tuple[float, int]]
"""Words of the dossier taken for one of a query: how good a match each is, and how many letters of it match."""


class Match(NamedTuple):
    """Where a word stands. `found`: how well each entry holds it; `in_head`: how good the match is in the title or a
    name of those that have it there."""

    word: str
    found: Mapping[int, float]
    in_head: Mapping[int, float]
    taken: Mapping[str, tuple[float, int]]
    repaired_as: str | None = None


class Engine:
    """Looks words up. Entries are named by their numbers; words come folded. `names`: from a name of one word to the
    others of the same actor or place."""

    def __init__(self, postings: "Postings", names: Mapping[str, Collection[str]]) -> None:
        self._postings = postings
        self._names = names
        self._words = postings.words
        self._lookup = lru_cache(maxsize=256)(self._looked_up)

    def lookup(self, term: SearchTerm) -> Match:
        """The entries that hold a word or a date."""
        return self._lookup(term.word, term.whole)

    def saying(self, word: str) -> frozenset[int]:
        """The entries that hold a word or a form of it in a text of theirs, or in one that they cite."""
        held = (self._postings.holding(other).items() for other in self.forms(word))
        return frozenset(number for pairs in held for number, weight in pairs if weight > LINKED)

    def forms(self, word: str) -> list[str]:
        """The word and its forms, as far as they stand anywhere."""
        return [*((word,) if self.knows(word) else ()), *(form for form, _ in self._forms_of(word))]

    def knows(self, word: str) -> bool:
        """Whether a word stands anywhere."""
        position = bisect_left(self._words, word)
        return position < len(self._words) and self._words[position] == word

    def nearest(self, word: str) -> str | None:
        """The name in the dossier, as written there, that looks most like `word`; None where none comes near. Of other
        words one that looks alike is mostly another."""
        if _is_exact(word):
            return None
        written = {other: self._postings.written(other) for other in self._telling(word[:2])}
        near = suggestion(word, [other for other, name in written.items() if name[:1].isupper()])
        return written[near] if near else None

    def _looked_up(self, word: str, whole: bool) -> Match:
        if word.startswith(SIGN):
            held = self._postings.holding(word) if self.knows(word) else {}
            in_head = {number: SAME for number, weight in held.items() if weight >= NAME}
            return Match(word, held, in_head, {form: (SAME, len(form)) for form in shown(word)})
        taken = self._taken(word, whole=whole)
        repaired_as = None
        if not taken and not _is_exact(word) and (close := slips(word, list(self._telling(word[:1])), whole=whole)):
            close.sort(key=lambda other: -len(self._postings.holding(other)))
            taken = {other: (REPAIRED, len(other)) for other in close}
            repaired_as = self._postings.written(close[0])
        return Match(word, *self._holding(word, taken), taken, repaired_as)

    def _taken(self, word: str, *, whole: bool) -> Taken:
        known = self.knows(word)
        if _is_exact(word):
            return {word: (SAME, len(word))} if known else {}
        taken: Taken = {}
        for base in (word, *_bases(word)):
            taken |= {other: (MEANT, len(other)) for other in synonyms(base) if self.knows(other)}
        taken |= {other: (NAMED, len(other)) for other in self._names.get(word, ()) if self.knows(other)}
        if not (whole and known):
            taken |= {other: (BEGINNING, len(word)) for other in self._beginning_with(word)}
        for form, letters in self._forms_of(word):
            taken[form] = (FORM, letters)
        if known:
            taken[word] = (SAME, len(word))
        return taken

    def _holding(self, word: str, taken: Mapping[str, tuple[float, int]]) -> tuple[dict[int, float], dict[int, float]]:
        """How well the entries hold any of the words `taken` for `word`, and how well those that do so in the head."""
        best: dict[int, float] = {}
        in_head: dict[int, float] = {}
        rest = list(taken)
        beginnings = any(other != word and quality == BEGINNING for other, (quality, _) in taken.items())
        if beginnings and (together := self._postings.beginning(word)):
            numbers, weights = together
            best = dict(zip(numbers, map(_BEGINNING_POINTS.__getitem__, weights), strict=True))
            in_head = dict.fromkeys(compress(numbers, weights.translate(_IS_NAME)), BEGINNING)
            rest = [other for other in taken if other == word or not other.startswith(word)]
        for other in rest:
            quality = taken[other][0]
            for number, weight in self._postings.holding(other).items():
                if weight * quality > best.get(number, 0.0):
                    best[number] = weight * quality
                if weight >= NAME and quality > in_head.get(number, 0.0):
                    in_head[number] = quality
        return best, in_head

    def _beginning_with(self, start: str) -> Iterator[str]:
        for position in range(bisect_left(self._words, start), len(self._words)):
            if not self._words[position].startswith(start):
                return
            yield self._words[position]

    def _forms_of(self, word: str) -> Iterator[tuple[str, int]]:
        """Words that share a stem of at least SHORTEST_STEM letters with `word`, each with an ending of its own; and
        its irregular forms. Each with how many of its letters match."""
        if _is_exact(word):
            return
        singular = word.removesuffix("s")
        others = [singular, f"{singular}s"] if len(singular) == SHORTEST_STEM - 1 else []  # wars, war; arms is not army
        if len(singular) == SHORTEST_STEM - 2 and singular != word:
            others.append(singular)  # EU's
        if word.endswith("y"):
            others += [f"{word[:-1]}ies", f"{word[:-1]}ied"]
        if not APART.isdisjoint((word, singular)):
            others += [singular, f"{singular}s"]
        if word.endswith(("ies", "ied")):
            others += [f"{word[:-3]}y"]
        yield from ((form, len(form)) for form in (*others, *family(word)) if form != word and self.knows(form))
        for cut in range(SHORTEST_STEM, len(word) + 1):
            stem, ending = word[:cut], word[cut:]
            endings = SHORT_ENDINGS if cut == SHORTEST_STEM else ENDINGS
            doubled = ending and ending[0] == stem[-1] and ending[1:] in endings  # stop, stopped
            if not ending or ending in endings or doubled:
                for form in self._beginning_with(stem):
                    other = form[cut:]
                    fits = (not other or other in endings) and not {ending, other}.isdisjoint(PLAIN_ENDINGS)
                    if fits and form != word and APART.isdisjoint((word, form)):
                        yield form, cut

    def _telling(self, letter: str) -> Iterator[str]:
        """The words with a first letter that another may be taken for."""
        return (word for word in self._beginning_with(letter) if word not in STOP_WORDS and not _is_exact(word))


def _is_exact(word: str) -> bool:
    """Whether a word is itself and nothing else: a number is no beginning of another."""
    return not word.isalpha()


def _bases(word: str) -> Iterator[str]:
    """What a regular form may be of."""
    yield word + "s"
    yield word.replace("iz", "is")  # mobilization
    for ending, instead in (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e")):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM - 1:
            yield word[: len(word) - len(ending)] + instead
