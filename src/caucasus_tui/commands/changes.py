"""`caucasus-tui changes`: what changed from one dossier to another, by statement and record."""

import argparse
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from caucasus_tui.commands.json_values import envelope, stated
from caucasus_tui.commands.opening import OK, PROBLEMS, size_limit
from caucasus_tui.commands.printing import markings, print_json
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import DossierError, Problem
from caucasus_tui.dossier.text.clean import clean
from caucasus_tui.dossier.views.differences import Difference, differences
from caucasus_tui.page.claim import stated_words
from caucasus_tui.streams import complain

EXAMPLES = """\
examples:
  caucasus-tui changes mine-as-of-may mine       two folders; statements first, then records
  git worktree add ../before v1                  a version of a dossier under version control
  caucasus-tui changes ../before .
"""
SIGNS = {"added": "+", "removed": "-", "changed": "~", "renamed": "→"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The two folders, and how to print."""
    parser.add_argument("old", metavar="OLD", type=Path, help="the folder of the dossier as it was")
    parser.add_argument("new", metavar="NEW", type=Path, help="the folder of the dossier as it is")
    parser.add_argument("--json", action="store_true", help="JSON instead of text; docs/json-output.md has its keys")


def run(options: argparse.Namespace) -> int:
    """0 whether anything changed or not; 1 where a dossier cannot be read, after printing why on stderr."""
    found = [_opened(folder, size_limit(options)) for folder in (options.old, options.new)]
    if found[0] is None or found[1] is None:
        return PROBLEMS
    wholes = found[0].whole, found[1].whole
    told = list(differences(*wholes))
    marked = markings(found[1], found[0])
    if options.json:
        changes = [
            {
                **one._asdict(),
                "fields": [field._asdict() for field in one.fields],
                "before": one.before or None,
                "basis": stated(_where(one, *wholes), one.address),
            }
            for one in told
        ]
        print_json(envelope(found[1], "changes", markings=marked, changes=changes))
    else:
        print("\n".join((*marked, *_lines(told, *wholes))))
    return OK


def _opened(folder: Path, limit: int) -> Dossier | None:
    try:
        return load(folder, limit).dossier
    except DossierError as error:
        problems: Iterable[Problem] = error.problems
        name = clean(str(folder))
        for problem in problems:
            complain(problem if problem.file in (name, folder.name) else f"{name}/{problem}")
    return None


def _where(one: Difference, old: Dossier, new: Dossier) -> Dossier:
    """The dossier that has what is told of."""
    return old if one.how == "removed" else new


def _lines(told: list[Difference], old: Dossier, new: Dossier) -> Iterator[str]:
    if not told:
        yield "Nothing changed."
    for group, members in groupby(told, key=lambda one: one.group):
        shown = list(members)
        yield f"{group} ({len(shown)})"
        for one in shown:
            name = f"{one.before} → {one.address}" if one.before else one.address
            title = one.title if one.address != group else ""
            yield f"{SIGNS[one.how]} {name}  {title}{stated_words(_where(one, old, new), one.address)}".rstrip()
            for field in one.fields:
                yield f"    {field.name.replace('_', ' ')}: {field.before or '–'} → {field.after or '–'}"
