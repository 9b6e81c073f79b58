"""Which entries hold the words of a query, and in which order they stand."""

from collections.abc import Callable, Collection, Iterable, Sequence, Set
from heapq import nlargest
from itertools import compress, repeat
from math import log
from operator import add, mul
from typing import NamedTuple

from caucasus_tui.dossier.search import english
from caucasus_tui.dossier.search.catalogue import Heads
from caucasus_tui.dossier.search.dates import SIGN
from caucasus_tui.dossier.search.engine import MEANT, Match
from caucasus_tui.dossier.search.query import Query

# Points. What was typed as it stands in a title comes first, a question before anything else; then titles and names of
# the same words, the better match first; then those that hold all words and more; then statements; then the rest.
TYPED, SAME_WORDS, IN_HEAD, STATEMENT = 5000.0, 2000.0, 1000.0, 100.0
QUESTION, SAME_ASKING, ANSWERS, COUNTS, FRAMING, FRAMED = 1000.0, 200.0, 100.0, 2000.0, 20.0, 900.0
UNASKED = 0.6
"""What words in a longer question are worth where nothing is asked."""


class Looked(NamedTuple):
    """What was looked for: the words needed, and those of the question itself, each with what was found."""

    asked: Query
    matches: Sequence[Match]
    framing: Sequence[Match] = ()


def holding_all(matches: Sequence[Match]) -> Collection[int]:
    """The entries that hold every word."""
    rarest, *others = sorted(matches, key=lambda match: len(match.found))
    found: Set[int] = rarest.found.keys()
    for other in others:
        found = found & other.found.keys()
    return found


def score(
    number: int,
    heads: Callable[[int], Heads],
    looked: Looked,
    *,
    is_question: bool,
    is_statement: bool,
    is_said: bool = False,
) -> float:
    """Points of an entry for the words it holds. A rare word counts more, which decides where not all are held.
    `is_question`: the entry asks something, so that it may be what a question is after. `is_said`: it is what somebody
    said, or where we ask about ourselves, what we should say."""
    held = [match for match in looked.matches if number in match.found]
    points = sum(match.found[number] / log(2 + len(match.found)) for match in held)
    # Whoever asks for a quotation of somebody, or for what somebody thinks, wants what has one.
    framing = [match for match in looked.framing if number in match.found]
    framed = FRAMING * len(framing) + FRAMED * any(
        match.word in english.LISTING and number in match.in_head for match in framing
    )
    sought = english.SAYING if english.OURSELVES.isdisjoint(looked.asked.typed) else english.OUR_WORDS
    if is_said and any(match.word in sought for match in looked.framing):
        framed += FRAMED
    best = 0.0
    if held and all(number in match.in_head for match in held):
        found = (_of_head(number, head, held, looked, is_question=is_question) for head in heads(number))
        best = max(found, default=0.0)
        best = best or IN_HEAD * 0.4 * min(match.in_head[number] for match in held)
    if best and is_question:
        best += ANSWERS * any(match.word in english.STATE_WORDS and number in match.in_head for match in looked.framing)
    if best and is_question and looked.asked.asks and len(held) > 1:
        best += COUNTS if looked.asked.typed[:1] == ("how",) else ANSWERS
    most = framed if is_said and not english.OURSELVES.isdisjoint(looked.asked.typed) else FRAMING
    return points + (best + min(framed, most) if best else framed + STATEMENT * is_statement)


def _of_head(number: int, head: Sequence[str], held: Sequence[Match], looked: Looked, *, is_question: bool) -> float:
    """Points for the words of a title, or of one other name, that match; 0 where it lacks one."""
    typed = looked.asked.typed
    points = 0.0
    if typed and tuple(head) == typed:
        points = TYPED + QUESTION * is_question
    telling = {word: len(word) for word in head if word not in english.STOP_WORDS} or {word: len(word) for word in head}
    matched: dict[str, float] = {}
    quality = 0.0
    for match in held:
        here = {word: match.taken[word] for word in telling if word in match.taken}
        if here:
            quality += max(goodness for goodness, _ in here.values())
        elif not match.word.isalnum() and number in match.in_head:
            quality += 1.0
        else:
            return points
        for word, (goodness, letters) in here.items():  # a word that means much the same is not the one typed
            matched[word] = max(letters * (goodness if goodness == MEANT else 1.0), matched.get(word, 0.0))
    quality /= len(held)
    for match in looked.framing:
        matched |= {word: telling[word] for word in telling if word in match.taken}
    share = min(sum(matched.values()) / sum(telling.values()), 1.0)
    points += IN_HEAD * quality * (0.5 + 0.5 * share)
    if share == 1.0 and len(held) == len(looked.matches):
        points += SAME_WORDS * quality
        asking = {word for word in typed if word in english.QUESTION_WORDS}
        points += SAME_ASKING * (is_question and bool(asking) and not asking.isdisjoint(head))
    return points * UNASKED if is_question and points < TYPED and not looked.asked.asks else points


def is_called_so(number: int, points: float, matches: Sequence[Match], *, has_names: bool) -> bool:
    """Whether what was looked for is what an entry with so many points is called. `has_names`: it is an actor or a
    place, which a part of a name means too, as a date does what it stands for: "prime minister", "20 September"."""
    partly = has_names or all(match.word.startswith(SIGN) for match in matches)
    return points >= IN_HEAD or (partly and bool(matches) and all(number in match.in_head for match in matches))


def foremost(numbers: Collection[int], matches: Sequence[Match], kinds: bytes, most: int) -> Collection[int]:
    """At most so many of the numbers, those that `score` would put first as far as can be told without looking at the
    entries: whoever types one letter gets thousands, and sees a hundred."""
    if len(numbers) <= most:
        return numbers
    leading = numbers if isinstance(numbers, Set) else set(numbers)
    for match in matches:
        leading = leading & match.in_head.keys()
    chosen = _best(leading, matches, kinds, most)
    if len(chosen) < most:
        chosen += _best(set(numbers) - leading, matches, kinds, most - len(chosen))
    return chosen


def _best(numbers: Collection[int], matches: Sequence[Match], kinds: bytes, most: int) -> list[int]:
    """Those with the most points, of equal ones those of the kinds that stand first, then those first in order; in any
    order. All at once, and not one after the other: there may be a hundred thousand."""
    points: Iterable[float] = repeat(0.0, len(numbers))
    for match in matches:
        share = 1 / log(2 + len(match.found))
        points = map(add, points, map(mul, map(match.found.get, numbers, repeat(0.0)), repeat(share)))
    found = [*points]
    least = min(nlargest(most, found), default=0.0)
    above = [*compress(numbers, map(least.__lt__, found))]
    equal = sorted(compress(numbers, map(least.__eq__, found)))
    return above + sorted(equal, key=kinds.__getitem__)[: most - len(above)]
