"""`caucasus-tui check`: every problem of a dossier as `file:line:col: message`, errors apart from what is to be done.

With an original at hand it also compares fingerprints, and looks for wording that is not ours.
"""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from caucasus_tui.commands.check_report import plain, report, total
from caucasus_tui.commands.json_values import FORMAT
from caucasus_tui.commands.opening import OK, PROBLEMS, USAGE, Ended, marking_beside, outline_beside, read_loaded
from caucasus_tui.commands.original_check import compared, originals_to_compare, placed
from caucasus_tui.commands.printing import print_json
from caucasus_tui.dossier.loading.load import Loaded
from caucasus_tui.dossier.loading.original_paragraphs import OriginalError
from caucasus_tui.dossier.model.dates import span_words
from caucasus_tui.dossier.problems import DossierError, Problem, in_order
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
    options.dossier = options.folder or options.dossier
    told: list[str] = []
    outlined = _of_outline(options)
    errors: list[Problem] = [problem for problem in outlined if not problem.todo]
    doubts: list[Problem] = [problem for problem in outlined if problem.todo]
    counts = ""
    late: list[Problem] = []
    try:
        loaded = read_loaded(options)
    except DossierError as error:
        errors += error.problems
        doubts += error.todo
        if options.original:
            told.append("not compared with originals: first the errors")
    else:
        doubts += loaded.dossier.todo
        whole = loaded.dossier.whole
        late += _overdue(loaded, options.today)
        records, statements = len(whole.records()), len(whole.statements())
        counts = f"{records} record{'s' * (records != 1)}, {statements} statement{'s' * (statements != 1)}: "
        try:
            for source, place, shown in originals_to_compare(loaded, options):
                said, found = compared(loaded, source, place, shown)
                told.append(said)
                errors += (problem for problem in found if not problem.todo)
                doubts += (problem for problem in found if problem.todo)
        except OriginalError as error:
            raise Ended(USAGE, error) from error
    todo = in_order(doubts)
    _tell(in_order(errors), todo, in_order(late), counts, told, _marking(options), as_json=options.json)
    return PROBLEMS if errors or (options.strict and todo) else OK


def _of_outline(options: argparse.Namespace) -> tuple[Problem, ...]:
    """What is wrong with the outline of the map, which nothing else reads before a map is drawn."""
    try:
        return tuple(outline_beside(options).problems())
    except DossierError:
        return ()  # there is no dossier at all


def _marking(options: argparse.Namespace) -> str:
    """Who may have what is found: problems quote the dossier."""
    try:
        return marking_beside(options)
    except DossierError:
        return ""


def _overdue(loaded: Loaded, today: date) -> Iterator[Problem]:
    """What the ledger holds open past its time: no problem, so it counts as none."""
    for row in overdue(loaded.dossier, today):
        said = f"{row.title}: its horizon, {span_words(row.horizon)}, has passed; judge it, or say how far you looked"
        yield placed(loaded, OVERDUE, row.ref, said)


def _tell(
    errors: tuple[Problem, ...],
    todo: tuple[Problem, ...],
    late: tuple[Problem, ...],
    counts: str,
    told: list[str],
    marking: str,
    *,
    as_json: bool,
) -> None:
    if as_json:
        findings = [plain(problem) for problem in (*errors, *todo)]
        overdue = [plain(problem) for problem in late]
        counted = {"errors": len(errors), "to_do": len(todo)}
        marked = {"marking": marking or None}
        print_json({"format": FORMAT, "kind": "check", **marked, **counted, "findings": findings, "overdue": overdue})
        return
    for line in report(errors):
        complain(line)
    print(
        "\n".join(
            (
                *filter(None, (marking,)),
                *report(todo),
                *_headed(late),
                *told,
                f"{counts}{total(len(errors), len(todo))}",
            )
        )
    )


def _headed(late: tuple[Problem, ...]) -> Iterator[str]:
    if late:
        yield f"{late[0].kind} ({len(late)})"
        yield from map(str, late)
