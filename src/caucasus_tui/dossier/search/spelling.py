"""Which word was meant by one that is not there: a slip of the pen, and never another word or its opposite."""

from collections.abc import Sequence

from caucasus_tui.dossier.search.english import words

SHORTEST = 5
"""Letters. In a shorter word one letter makes another: Iraq is not Iran."""
_SURE = 8
"""Letters from which on any one letter may be wrong, and from one more on two."""
_ALIKE = tuple(map(frozenset, ("iy", "ie", "ae", "ou", "sz", "cs", "ck", "dt", "vw", "gk", "kq", "ij", "jy")))
"""Letters that are written for one another."""
_PREFIXES = words("un in im dis non anti inter intra pre post pro over under re de")


def slips(word: str, others: Sequence[str], *, whole: bool = True) -> list[str]:
    """The likeliest of the words that `word` may have been meant to be, or begin if it is not `whole`; `others` begin
    with its first letter."""
    found = _slips(word, others)
    if found or whole or len(word) <= SHORTEST:
        return found
    beginnings = {other: other[: len(word)] for other in others if len(other) > len(word)}
    meant = _slips(word, list(dict.fromkeys(beginnings.values())))
    return [other for other, start in beginnings.items() if start in meant][:3]


def _slips(word: str, others: Sequence[str]) -> list[str]:
    most = 0 if len(word) < SHORTEST else 2 if len(word) > _SURE + 1 else 1
    found = [(steps, other) for other in others if (steps := _steps(word, other, most)) and _is_slip(word, other)]
    best = min((steps for steps, _ in found), default=0)
    return [other for steps, other in found if steps == best][:3]


def suggestion(word: str, others: Sequence[str]) -> str | None:
    """One of some names that looks much like `word`, to be offered and not to be taken for it."""
    if len(word) < SHORTEST - 1:
        return None
    near = (other for other in others if other[:2] == word[:2] and not _opposite(word, other))
    found = sorted((steps, other) for other in near if (steps := _steps(word, other, 2 if len(word) > _SURE else 1)))
    return found[0][1] if found else None


def _is_slip(word: str, other: str) -> bool:
    if _opposite(word, other):
        return False
    if len(word) >= _SURE:
        return word[:3] == other[:3] or _steps(word, other, 1) == 1
    if sorted(word) == sorted(other):
        return True
    # Short words are often other words: crimea, crime; plane, place.
    if word[-1] != other[-1]:
        return False
    return len(word) != len(other) or all(
        a == b or frozenset(a + b) in _ALIKE for a, b in zip(word, other, strict=True)
    )


def _opposite(word: str, other: str) -> bool:
    """Whether the two differ by what they begin with alone: `armed`, `unarmed`; `interstate`, `intrastate`."""
    starts = ("", *_PREFIXES)
    rests = {word[len(start) :] for start in starts if word.startswith(start)}
    return word != other and any(
        other[len(start) :] in rests for start in starts if other.startswith(start) and len(other) - len(start) > 2
    )


def _steps(word: str, other: str, most: int) -> int:
    """How many letters to insert, leave out, replace or swap with their neighbour; 0 where there are more than `most`,
    or none."""
    if abs(len(word) - len(other)) > most:
        return 0
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        two_before, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            steps = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == wanted:
                steps = min(steps, two_before[j - 2] + 1)
            row.append(steps)
        if min(row) > most:
            return 0
    return row[-1] if row[-1] <= most else 0
