"""What comes nearest to words that nothing holds all of: whom they name, what is asked in nearly these words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log

from caucasus_tui.dossier.model import Actor, Gap, Place, Question
from caucasus_tui.dossier.search.catalogue import Catalogue, Heads
from caucasus_tui.dossier.search.engine import BEGINNING, SAME, Match
from caucasus_tui.dossier.search.english import QUESTION_WORDS, STOP_WORDS
from caucasus_tui.dossier.search.results import kind_rank

NAMED = (kind_rank(Actor.kind), kind_rank(Place.kind))
_GAP = kind_rank(Gap.kind)
_ASKED = 50
"""How many questions and gaps are compared to find the nearest, and how many names."""
_UNKNOWN = 6
"""In a question what is nowhere tells nothing: it counts as much as what this many entries hold."""
_NEAR = 0.3
"""The share of a query that the nearest question has to hold, rare words counting more."""


def named_by(catalogue: Catalogue, matches: Sequence[Match]) -> list[int]:
    """The actors and places of which a whole name is among the words as typed, the rarest word first: whoever names
    one asks about it."""
    kinds = catalogue.columns.kinds
    typed = {match.word for match in matches}
    heads = dict.fromkeys(
        number
        for match in sorted(matches, key=lambda match: len(match.in_head))  # of a common word there may be too many
        for number, quality in match.in_head.items()
        if quality == SAME and kinds[number] in NAMED
    )
    return [number for number in [*heads][:_ASKED] if any(map(typed.issuperset, catalogue.heads(number)))]


def nearest_asked(catalogue: Catalogue, matches: Sequence[Match], *, asks: bool) -> list[int]:
    """The question and the gap whose wordings hold the most telling part of the words, if any hold enough. `asks`:
    whether the words are a question."""
    kinds = catalogue.columns.kinds
    found: list[int] = []
    for kind in (kind_rank(Question.kind), _GAP):
        points: dict[int, float] = {}
        for match in matches:
            for number, quality in match.in_head.items():
                if kinds[number] == kind:
                    points[number] = points.get(number, 0.0) + quality / log(2 + len(match.found))
        best = sorted(points, key=lambda number: (-points[number], number))[:_ASKED]
        near = _nearest(best, matches, {number: catalogue.heads(number) for number in best}, asks=asks)
        found += [near] if near is not None else []
    return found


def asked_about(
    catalogue: Catalogue, near: Iterable[int], named: Collection[int], matches: Sequence[Match]
) -> list[int]:
    """Of the questions and gaps `near` those that words with names in them may mean; `named`: who has these names. None
    is found by the names alone. A gap has to speak of all of them; of a question its answer may."""
    names, others = parted(matches, named)
    kinds = catalogue.columns.kinds
    return [
        one
        for one in near
        if any(one in match.in_head for match in others)
        and (kinds[one] != _GAP or all(one in match.found for match in names))
    ]


def parted(matches: Sequence[Match], named: Collection[int]) -> tuple[list[Match], list[Match]]:
    """Words that are names of who is named, and the others."""
    names = [match for match in matches if any(match.in_head.get(one) == SAME for one in named)]
    return names, [match for match in matches if match not in names]


def holding_most(numbers: Collection[int], matches: Sequence[Match]) -> list[int]:
    """Those that hold the most of the words, if that is half of them."""
    counts = {number: sum(number in match.found for match in matches) for number in numbers}
    most = max(counts.values(), default=0)
    return [number for number in numbers if counts[number] == most] if 2 * most >= len(matches) else []


def _nearest(numbers: Iterable[int], matches: Sequence[Match], heads: Mapping[int, Heads], *, asks: bool) -> int | None:
    """The one of some entries whose title or other wording holds the most telling part of the words, if that is a good
    part of them, and of a wording that is no question itself too."""
    worth = [1 / log(2 + (len(match.found) or _UNKNOWN * asks)) for match in matches]
    best, most = None, (_NEAR * sum(worth), 0.0)
    for number in numbers:
        for head in heads[number]:
            words = {word for word in head if word not in STOP_WORDS}
            held = [
                value * max((match.taken[word][0] for word in words if _is_meant(word, match)), default=0.0)
                for match, value in zip(matches, worth, strict=True)
            ]
            matched = sum(any(_is_meant(word, match) for match in matches) for word in words)
            if matched and (2 * matched > len(words) or not QUESTION_WORDS.isdisjoint(head)):
                best, most = max((best, most), (number, (sum(held), matched / len(words))), key=lambda pair: pair[1])
    return best


def _is_meant(word: str, match: Match) -> bool:
    return word in match.taken and match.taken[word][0] != BEGINNING
