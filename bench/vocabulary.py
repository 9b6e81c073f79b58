"""Made-up words for made-up dossiers: names that look like names, sentences with a few common and many rare words."""

from itertools import accumulate
from random import Random

_ONSETS = ("b", "d", "f", "g", "gh", "h", "k", "kh", "l", "m", "n", "p", "r", "s", "sh", "t", "v", "y", "z", "zh")
_VOWELS = ("a", "e", "i", "o", "u", "ə", "ı")
_CODAS = ("", "", "", "n", "r", "l", "k", "z", "sh", "rt")
_COMMON = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "that",
    "on",
    "for",
    "with",
    "by",
    "from",
    "as",
    "its",
    "has",
    "was",
    "are",
    "not",
    "were",
    "had",
    "will",
    "may",
    "says",
    "forces",
    "talks",
    "border",
    "corridor",
    "ceasefire",
    "guarantee",
    "pressure",
    "support",
    "offer",
    "terms",
    "agreement",
    "region",
    "leaders",
    "troops",
    "summit",
    "economic",
    "military",
    "diplomatic",
    "security",
    "access",
    "energy",
    "transit",
    "aid",
    "monitoring",
    "mandate",
    "settlement",
    "withdrawal",
]


class Words:
    """Words and sentences from a seed; the same seed gives the same ones. `count`: how many rare words there are."""

    def __init__(self, random: Random, count: int) -> None:
        self._random = random
        rare: dict[str, None] = {}
        while len(rare) < count:
            rare[self._made_up()] = None
        self._words = [*_COMMON, *rare]
        # Zipf's law: a word's share is one over its rank, as in language.
        self._shares = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))

    def sentence(self, length: int) -> str:
        """A sentence of so many words."""
        chosen = self._random.choices(self._words, cum_weights=self._shares, k=length)
        return f"{' '.join(chosen).capitalize()}."

    def title(self, length: int) -> str:
        return self.sentence(length).rstrip(".")

    def name(self, number: int) -> str:
        """A name that no other number gets."""
        return f"{self._made_up().capitalize()} {number}"

    def _made_up(self) -> str:
        syllables = self._random.choices((2, 3, 4), (5, 4, 1))[0]
        parts = (self._random.choice(_ONSETS) + self._random.choice(_VOWELS) for _ in range(syllables))
        return "".join(parts) + self._random.choice(_CODAS)
