"""`caucasus-tui check`: every problem of a dossier as `file:line:col: message`, errors apart from what is to be done.

With an original at hand it also compares fingerprints, and looks for wording that is not ours.
"""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from caucasus_tui.commands.json_values import FORMAT
from caucasus_tui.commands.opening import OK, PROBLEMS, USAGE, Ended, marking_beside, outline_beside, read_loaded
from caucasus_tui.commands.original_check import compared, originals_to_compare, placed
from caucasus_tui.commands.printing import print_json
from caucasus_tui.dossier.loading.load import Loaded
from caucasus_tui.dossier.loading.original_paragraphs import OriginalError
from caucasus_tui.dossier.model.dates import span_words
from caucasus_tui.dossier.problems import PROBLEM_LIMIT, DossierError, Problem, by_kind, in_order
from caucasus_tui.dossier.text import counted
from caucasus_tui.dossier.views.overdue import OVERDUE, overdue
from caucasus_tui.streams import complain


def arguments(parser: argparse.ArgumentParser) -> None:
    """The dossier, and the originals to compare with."""
    parser.add_argument("folder", nargs="?", metavar="DIR", help="the dossier to check, as with --dossier DIR")
    parser.add_argument(
        "--original",
        metavar="SOURCE=FILE",
        type=_pair,
        nargs="?",
        const=None,
        action="append",
        default=[],
        help="also compare with the original text of a source: same paragraphs, statements under the right ones, no "
        "shared run of 8 words (repeatable); alone, with all texts in seeds/originals/",
    )

    parser.add_argument("--strict", action="store_true", help="fail, with status 1, also where something is to be done")
    parser.add_argument("--json", action="store_true", help="print JSON, as docs/json-output.md describes it")


def _pair(text: str) -> tuple[str, Path]:
    source, sign, file = text.partition("=")
    if not (source and sign and file):
        message = f"{text!r} is not SOURCE=FILE, such as ecfr-2023=article.txt; a folder stands before --original"
        raise argparse.ArgumentTypeError(message)
    return source, Path(file)


def run(options: argparse.Namespace) -> int:
    """0 where the dossier has no error, 1 where it has (with `--strict`, also where something is to be done), 2 where
    an original cannot be read. Errors go to stderr, what is to be done and the total to stdout."""
    # Nothing, as of a variable that is not set, is no wish for the bundled one.
    options.dossier = options.dossier if options.folder is None else options.folder or "."
    told: list[str] = []
    found: list[Problem] = []
    marking, counts = "", ""
    late: tuple[Problem, ...] = ()
    with suppress(DossierError):  # there may be no dossier at all
        marking = marking_beside(options)  # problems quote the dossier
        found += outline_beside(options).problems()  # nothing else reads it before a map is drawn
    try:
        loaded = read_loaded(options)
    except DossierError as error:
        found += (*error.problems, *error.todo)
        if options.original:
            told.append("not compared with originals: first the errors")
    else:
        whole = loaded.dossier.whole
        found += loaded.dossier.todo
        late = in_order(_overdue(loaded, options.today))
        counts = f"{counted(len(whole.records()), 'record')}, {counted(len(whole.statements()), 'statement')}: "
        try:
            for source, place, shown in originals_to_compare(loaded, options):
                said, wrong = compared(loaded, source, place, shown)
                told.append(said)
                found += wrong
        except OriginalError as error:
            raise Ended(USAGE, error) from error
    ordered = in_order(found)
    errors, todo = ([problem for problem in ordered if problem.todo is later] for later in (False, True))
    if options.json:
        findings, overdue = ([plain(problem) for problem in some] for some in ((*errors, *todo), late))
        said_of_all = {"marking": marking or None, "errors": len(errors), "to_do": len(todo)}
        print_json({"format": FORMAT, "kind": "check", **said_of_all, "findings": findings, "overdue": overdue})
    else:
        for line in report(errors):
            complain(line)
        marked = (marking,) if marking else ()
        print(*marked, *report(todo), *_headed(late), *told, f"{counts}{total(len(errors), len(todo))}", sep="\n")
    return PROBLEMS if errors or (options.strict and todo) else OK


def _overdue(loaded: Loaded, today: date) -> Iterator[Problem]:
    """What the ledger holds open past its time: no problem, so it counts as none."""
    for row in overdue(loaded.dossier, today):
        said = f"{row.title}: its horizon, {span_words(row.horizon)}, has passed; judge it, or say how far you looked"
        yield placed(loaded, OVERDUE, row.ref, said)


def _headed(late: tuple[Problem, ...]) -> Iterator[str]:
    if late:
        yield f"{late[0].kind} ({len(late)})"
        yield from map(str, late)


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
