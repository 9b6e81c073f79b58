"""The command line: without a command the dashboard, without a terminal the brief."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from types import ModuleType

from caucasus_tui import __version__
from caucasus_tui.commands import COMMANDS
from caucasus_tui.commands.opening import OK, PROBLEMS, open_dossier
from caucasus_tui.panes import PANES


def _module(command: str) -> ModuleType:
    return import_module(f"caucasus_tui.commands.{command}")


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
    top.add_argument("--watch", action="store_true", help="read the dossier anew whenever a file of it changes")
    top.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for name in COMMANDS:
        module = _module(name)
        module.arguments(commands.add_parser(name, help=module.HELP, description=module.__doc__))
    for name in PANES:
        commands.add_parser(name, help=f"open the dashboard at {name}")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 ok, 1 problems in data, 2 usage."""
    options = parser().parse_args(arguments)
    if options.command in COMMANDS:
        return int(_module(options.command).run(options))
    if not _is_usable_terminal():
        return main([*_global_options(options), "brief"])
    return _open(options)


def _global_options(options: argparse.Namespace) -> list[str]:
    """The options given before the command, to be given again."""
    return [f"--today={options.today}", *([f"--dossier={options.dossier}"] if options.dossier else [])]


def _is_usable_terminal() -> bool:
    """Whether a full-screen program can run here."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if os.environ.get("TERM", "") in ("dumb", "unknown"):
        return False
    return all(stream is not None and stream.isatty() for stream in streams)


def _open(options: argparse.Namespace) -> int:
    from caucasus_tui.dossier.watching import Watched
    from caucasus_tui.tui.app import Dashboard

    dossier = open_dossier(options)
    if dossier is None:
        return PROBLEMS
    folder = Watched(Path(options.dossier)) if options.dossier else None
    app = Dashboard(
        dossier,
        today=options.today,
        start=options.command or PANES[0],
        theme=options.theme,
        folder=folder,
        watch=options.watch,
    )
    app.run(mouse=not options.no_mouse)
    return app.return_code or OK
