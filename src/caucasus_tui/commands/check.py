"""`caucasus-tui check`: every problem of a dossier as `file:line:col: message`."""

import argparse

from caucasus_tui.commands.opening import OK, PROBLEMS, open_dossier

HELP = "report every problem of a dossier as file:line:col: message"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing beyond the global options."""


def run(options: argparse.Namespace) -> int:
    """0 where the dossier is sound, 1 after printing its problems on stderr."""
    dossier = open_dossier(options)
    if dossier is None:
        return PROBLEMS
    print(f"{len(dossier.records())} records, {len(dossier.statements())} statements: no problem found")
    return OK
