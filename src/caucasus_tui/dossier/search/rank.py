"""Which entries hold the words of a query, and in which order they stand."""

from collections.abc import Callable, Iterable, Sequence
from heapq import nsmallest
from math import log

from caucasus_tui.dossier.fold import tokens
from caucasus_tui.dossier.search.engine import Match
from caucasus_tui.dossier.search.entries import Entry
from caucasus_tui.dossier.search.passages import NAME

# Points. An entry whose title and names hold every word comes before all others, and among these the gap that answers a
# question; then the fuller match, where the words are more of the title or of one name.
IN_HEAD, ANSWERS, WHOLE_HEAD = 1000.0, 500.0, 10.0


def holding_all(matches: Sequence[Match]) -> Iterable[int]:
    """The entries that hold every word."""
    rarest = min(matches, key=lambda match: len(match.found))
    return (number for number in rarest.found if all(number in match.found for match in matches))


def holding_most(numbers: Sequence[int], matches: Sequence[Match]) -> list[int]:
    """Those that hold the most of the words."""
    counts = {number: sum(number in match.found for match in matches) for number in numbers}
    most = max(counts.values(), default=0)
    return [number for number in numbers if counts[number] == most]


def score(number: int, entry: Entry, matches: Sequence[Match], *, asks: bool) -> float:
    """Points of an entry for the words it holds. A rare word counts more, which decides where not all are held."""
    held = [match for match in matches if number in match.found]
    points = sum(match.found[number] / log(2 + len(match.found)) for match in held)
    if held and all(number in match.in_head for match in held):
        points += IN_HEAD + WHOLE_HEAD * _share_of_head(entry, held)
        # One telling word is no question yet: whoever asks what the EU should do wants its recommendations.
        if asks and entry.kind == "gap" and len(held) > 1:
            points += ANSWERS
    return points


def foremost(numbers: Sequence[int], matches: Sequence[Match], kinds: bytes, most: int) -> Sequence[int]:
    """At most so many of the numbers, those first that `score` would put first as far as can be told without looking at
    the entries: whoever types one letter gets thousands, and sees a hundred."""
    if len(numbers) <= most:
        return numbers
    points: Callable[[int], float] = matches[0].found.__getitem__ if len(matches) == 1 else _sum_of(matches)
    heads = frozenset.intersection(*(frozenset(match.in_head) for match in matches)) if matches else frozenset[int]()
    leading = [number for number in numbers if number in heads]
    rest = [number for number in numbers if number not in heads] if len(leading) < most else []
    chosen = nsmallest(most, leading, key=lambda number: (-points(number), kinds[number], number))
    chosen += nsmallest(most - len(chosen), rest, key=lambda number: (-points(number), kinds[number], number))
    return sorted(chosen)


def _sum_of(matches: Sequence[Match]) -> Callable[[int], float]:
    shares = [(match.found, 1 / log(2 + len(match.found))) for match in matches]
    return lambda number: sum(found.get(number, 0.0) * share for found, share in shares)


def _share_of_head(entry: Entry, matches: Sequence[Match]) -> float:
    """The largest share of the words of the title, or of one other name, that match; 1 for an exact name."""
    shares = [0.0]
    for passage in entry.passages:
        if passage.weight >= NAME and (found := tokens(passage.text)):
            letters = sum(max(match.marked.get(word, 0) for match in matches) for word, _, _ in found)
            shares.append(letters / sum(len(word) for word, _, _ in found))
    return max(shares)
