"""What is wrong with a dossier, in words that say where and what to do about it."""

from collections.abc import Iterable

from msgspec import Struct

PROBLEM_LIMIT = 200
"""In one file, and of broken rules. Whoever has made so many mends these first; hostile files must not fill memory."""

LEFT_OPEN = frozenset({"placeholder left", "ask left open", "scenario left open", "track or agreement left open"})
"""Kinds of what is to do that say that a reading is not finished, where the others leave it as it is."""

_VOCABULARY_LIMIT = 1_000
"""Words. Comparing with more is slow, and a hostile file could ask for it a thousand times."""


class Problem(Struct, frozen=True, kw_only=True):
    """One mistake. `line` and `column` count from 1; None where there is no place: a made-up number helps nobody."""

    file: str
    message: str
    line: int | None = None
    column: int | None = None
    kind: str = ""
    """What it is a case of: `statement not used`."""
    todo: bool = False
    """Whether the dossier can be understood all the same: something is still to be done, and nothing stops."""
    about: str = ""
    """The ref of the thing that it is found in, where there is one: `statement:letter:p8.2`."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return f"{place}: {self.message}"


class DossierError(Exception):
    """The dossier cannot be used. Holds all its errors, by file, line and column, and apart what is to be done."""

    problems: tuple[Problem, ...]
    todo: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        found = in_order(problems)
        self.problems = tuple(problem for problem in found if not problem.todo)
        self.todo = tuple(problem for problem in found if problem.todo)
        super().__init__("\n".join(map(str, self.problems)))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each once, by file, line and column."""
    return tuple(sorted(set(problems), key=lambda p: (p.file, p.line or 0, p.column or 0, p.message)))


_FIRST = ("file that is not read", "", "key or value")
"""Kinds that are the cause of others: what cannot be read is told before what misses it."""


def by_kind(problems: Iterable[Problem]) -> list[tuple[str, list[Problem]]]:
    """The problems by kind, causes first, then the kind that comes first in the files."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.kind, []).append(problem)
    return sorted(found.items(), key=lambda pair: _FIRST.index(pair[0]) if pair[0] in _FIRST else len(_FIRST))


def short(text: str) -> str:
    """`text`, quoted, at a length that fits into a message."""
    return repr(text if len(text) <= 60 else text[:59] + "…")


def nearest(word: str, vocabulary: Iterable[str]) -> str | None:
    """The word of the vocabulary that `word` was probably meant to be, or None where none comes near."""
    words = list(vocabulary)
    if len(word) > 60 or len(words) > _VOCABULARY_LIMIT:
        return None
    from difflib import get_close_matches  # only a mistake needs it

    alike = (known for known in words if known.casefold() == word.casefold())
    return next(alike, None) or next(iter(get_close_matches(word, words, 1)), None)


def did_you_mean(word: str, vocabulary: Iterable[str]) -> str:
    """`; did you mean 'status'?`, or nothing where no word comes near."""
    near = nearest(word, vocabulary)
    return f"; did you mean {near!r}?" if near else ""
