"""Which entries hold the words of a query, and in which order they stand."""

from collections.abc import Collection, Iterable, Sequence, Set
from math import log

from caucasus_tui.dossier.search.catalogue import Heads
from caucasus_tui.dossier.search.engine import Match

# Points. An entry whose title and names hold every word comes before all others, and among these the gap that answers a
# question; then the fuller match, where the words are more of the title or of one name.
IN_HEAD, ANSWERS, WHOLE_HEAD = 1000.0, 500.0, 10.0


def holding_all(matches: Sequence[Match]) -> Collection[int]:
    """The entries that hold every word."""
    rarest, *others = sorted(matches, key=lambda match: len(match.found))
    found: Set[int] = rarest.found.keys()
    for other in others:
        found = found & other.found.keys()
    return found


def holding_most(numbers: Collection[int], matches: Sequence[Match]) -> list[int]:
    """Those that hold the most of the words."""
    counts = {number: sum(number in match.found for match in matches) for number in numbers}
    most = max(counts.values(), default=0)
    return [number for number in numbers if counts[number] == most]


def score(number: int, heads: Heads, matches: Sequence[Match], *, answers: bool) -> float:
    """Points of an entry for the words it holds. A rare word counts more, which decides where not all are held.
    `answers`: a question was asked, and the entry is a gap, which may answer it."""
    held = [match for match in matches if number in match.found]
    points = sum(match.found[number] / log(2 + len(match.found)) for match in held)
    if held and all(number in match.in_head for match in held):
        points += IN_HEAD + WHOLE_HEAD * _share_of_head(heads, held)
        # One telling word is no question yet: whoever asks what the EU should do wants its recommendations.
        if answers and len(held) > 1:
            points += ANSWERS
    return points


def _share_of_head(heads: Heads, matches: Sequence[Match]) -> float:
    """The largest share of the words of the title, or of one other name, that match; 1 for an exact name."""
    shares = [0.0]
    for words in filter(None, heads):
        letters = sum(max(match.marked.get(word, 0) for match in matches) for word in words)
        shares.append(letters / sum(map(len, words)))
    return max(shares)


def foremost(numbers: Collection[int], matches: Sequence[Match], kinds: bytes, most: int) -> Collection[int]:
    """At most so many of the numbers, those that `score` would put first as far as can be told without looking at the
    entries: whoever types one letter gets thousands, and sees a hundred."""
    if len(numbers) <= most:
        return numbers
    leading = numbers
    for match in matches:
        leading = match.in_head.intersection(leading)
    chosen = _best(leading, matches, kinds, most)
    if len(chosen) < most:
        chosen += _best([number for number in numbers if number not in leading], matches, kinds, most - len(chosen))
    return chosen


def _best(numbers: Iterable[int], matches: Sequence[Match], kinds: bytes, most: int) -> list[int]:
    """Those with the most points, then of the kinds that stand first, then in order."""
    shares = [(match.found, 1 / log(2 + len(match.found))) for match in matches]
    groups: dict[float, list[int]] = {}
    for number in numbers:
        points = sum(found[number] * share for found, share in shares if number in found)
        groups.setdefault(points, []).append(number)
    chosen: list[int] = []
    for points in sorted(groups, reverse=True):
        if len(chosen) >= most:
            break
        chosen += sorted(sorted(groups[points]), key=kinds.__getitem__)[: most - len(chosen)]
    return chosen
