"""What `check` says: problems by grade and kind, and how many there are."""

from collections.abc import Iterator, Sequence

from caucasus_tui.dossier.problems import PROBLEM_LIMIT, Problem, by_kind
from caucasus_tui.dossier.text import counted


def report(problems: Sequence[Problem]) -> Iterator[str]:
    """The problems of one grade, under a heading for each kind where there are several."""
    for kind, members in by_kind(problems):
        if len(problems) > 1:
            yield f"{kind or 'not readable'} ({len(members)})"
        yield from map(str, members)


def total(errors: int, todo: int) -> str:
    """`no problem found`, `no error, 12 to do`, `3 errors, 12 to do`."""
    if not (errors or todo):
        return "no problem found"
    wrong = counted(errors, "error") if errors else "no error"
    return wrong + (" or more" if errors >= PROBLEM_LIMIT else "") + (f", {todo} to do" if todo else "")


def plain(problem: Problem) -> dict[str, object]:
    """A problem for JSON."""
    return {
        "grade": "to-do" if problem.todo else "error",
        "kind": problem.kind,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "about": problem.about,
        "message": problem.message,
    }
