"""`caucasus-tui brief`: the cited content on paper."""

import argparse
import sys

from caucasus_tui.commands.opening import OK, PROBLEMS, open_dossier

HELP = "print the brief"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the brief."""
    parser.add_argument("--width", type=int, default=80, help="columns to wrap the text to")


def run(options: argparse.Namespace) -> int:
    """Print the brief on stdout."""
    from caucasus_tui.brief.text import brief_text

    dossier = open_dossier(options)
    if dossier is None:
        return PROBLEMS
    sys.stdout.write(brief_text(dossier, today=options.today, width=options.width))
    return OK
