"""The command line. Imports only what the command needs: the screens are loaded by the command that opens them."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from caucasus_tui import __version__
from caucasus_tui.dossier.dossier import Dossier
from caucasus_tui.dossier.load import bundled, load
from caucasus_tui.dossier.problems import DossierError
from caucasus_tui.panes import PANES

OK, FOUND_PROBLEMS, USAGE = 0, 1, 2


def parser() -> argparse.ArgumentParser:
    """Every command and option."""
    top = argparse.ArgumentParser(
        prog="caucasus-tui",
        description="A terminal briefing on a conflict, every line of it cited.",
        epilog="Without a command it opens the dashboard; without a terminal it prints the brief.",
    )
    top.add_argument("--version", action="version", version=f"caucasus-tui {__version__}")
    top.add_argument("--dossier", metavar="DIR", help="a folder with data/ and seeds/ (default: the bundled dossier)")
    top.add_argument("--today", type=date.fromisoformat, default=date.today(), help="reckon ages from this day (ISO)")
    top.add_argument("--theme", default="", help="a colour theme by name; t changes it while running")
    top.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for name in PANES:
        commands.add_parser(name, help=f"open the dashboard at {name}")
    commands.add_parser("brief", help="print the brief").add_argument("--width", type=int, default=0)
    commands.add_parser("check", help="report every problem of a dossier as file:line:col: message")
    commands.add_parser("keys", help="list the keys")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 ok, 1 problems in data, 2 usage."""
    options = parser().parse_args(arguments)
    if options.command == "keys":
        from caucasus_tui.tui.keys import as_text

        sys.stdout.write(as_text())
        return OK
    try:
        loaded = load(Path(options.dossier) if options.dossier else bundled())
    except DossierError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return FOUND_PROBLEMS
    dossier = loaded.dossier
    if options.command == "check":
        print(f"{len(dossier.records())} records, {len(dossier.statements())} statements: no problem found")
        return OK
    if options.command == "brief" or not _is_usable_terminal():
        return _print_brief(dossier, options)
    return _open(dossier, options)


def _is_usable_terminal() -> bool:
    """Whether a full-screen program can run here: keys come in on stdin, the screen goes out on stderr and stdout."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if os.environ.get("TERM", "") in ("dumb", "unknown"):
        return False
    return all(stream is not None and stream.isatty() for stream in streams)


def _print_brief(dossier: Dossier, options: argparse.Namespace) -> int:
    from caucasus_tui.brief.text import brief_text

    sys.stdout.write(brief_text(dossier, today=options.today, width=getattr(options, "width", 0) or 80))
    return OK


def _open(dossier: Dossier, options: argparse.Namespace) -> int:
    from caucasus_tui.tui.app import Dashboard

    app = Dashboard(dossier, today=options.today, start=options.command or PANES[0], theme=options.theme)
    app.run(mouse=not options.no_mouse)
    return app.return_code or OK
