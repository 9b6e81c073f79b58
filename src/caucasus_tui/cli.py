"""The command line: without a command the dashboard, at an address if one is given; without a terminal what is at the
address, or the brief."""

import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

from caucasus_tui import __version__, gc_timing, lean_msgspec  # noqa: F401 (loaded before all that takes msgspec)
from caucasus_tui.commands import COMMANDS, STANDALONE
from caucasus_tui.commands.opening import OK, USAGE, Ended, ended, open_dossier, require_theme
from caucasus_tui.commands.plain_words import WORDED, plain_words
from caucasus_tui.config.config import DEFAULTS, ConfigError
from caucasus_tui.config.settings import settle
from caucasus_tui.crash import guarded
from caucasus_tui.panes import PANES
from caucasus_tui.streams import complain, keep_what_fails, occupy_standard_streams, print_in_ascii, standard_encoding
from caucasus_tui.tui.terminal.capabilities import is_usable, shows_only_ascii

if TYPE_CHECKING:
    import argparse

    from caucasus_tui.config.keymap import KeyTable

EXAMPLES = """\
Without a command it opens the dashboard, at an ADDRESS if there is one; without a terminal it prints the brief, or what
is at the address. Every pane, record and statement has an address.

examples:
  caucasus-tui                        the dashboard
  caucasus-tui leverage               the same, at the leverage matrix
  caucasus-tui lever:eu-economic      the same, at a record; p8.2 or ask:e lead to a statement, an answer
  caucasus-tui timeline | less        the timeline as text
  caucasus-tui brief -o brief.html    a brief to send round
  caucasus-tui ask                    the standard meeting questions, by letter
  caucasus-tui search 'kind:forecast after:2023-09'
  caucasus-tui new my-dossier         a small dossier of your own to start from
  caucasus-tui --dossier my-dossier   open it
"""


PLACE = "The dashboard here; without a terminal, or with --json or --width, its text."


def _module(command: str) -> ModuleType:
    return import_module(f"caucasus_tui.commands.{command}")


def parser(wanted: Sequence[str] = (*COMMANDS, *PANES), *, named: bool = False) -> "argparse.ArgumentParser":
    """The options, and the commands and addresses `wanted`: each takes time to set up, and mostly one is enough.
    `named`: by name alone, which loads none of them."""
    import argparse

    from caucasus_tui.commands.options import Help, first_arguments, global_arguments

    top = argparse.ArgumentParser(
        prog="caucasus-tui",
        description="A terminal briefing on a conflict, every line of it cited.",
        epilog=EXAMPLES,
        formatter_class=Help,
    )
    top.add_argument("--version", action="version", version=f"caucasus-tui {__version__}")
    global_arguments(top)
    first_arguments(top)
    commands = top.add_subparsers(dest="command", metavar="COMMAND | ADDRESS", prog=top.prog)
    for name in wanted:
        does = COMMANDS.get(name, f"open the dashboard at {name}")
        command = commands.add_parser(name, help=does, formatter_class=Help)
        if named:
            continue
        if name in COMMANDS:
            module = _module(name)
            command.description, command.epilog = module.__doc__, getattr(module, "EXAMPLES", None)
            module.arguments(command)
        else:
            from caucasus_tui.commands.printing import output_arguments

            command.description = PLACE
            output_arguments(command)
        global_arguments(command, after_command=True)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 ok, 1 problems in data, 2 usage, 70 a fault of ours, 128 and its number
    after a signal."""
    occupy_standard_streams()
    keep_what_fails()
    status = guarded(lambda: _status(list(sys.argv[1:] if arguments is None else arguments)))
    gc_timing.end()
    return status


def _status(given: list[str]) -> int:
    try:
        return _run(given)
    except Ended as ended:
        for line in ended.said:
            complain(line)
        return ended.status


def _run(given: list[str]) -> int:
    if sys.stdout is None:
        raise ended("standard output is closed, so there is nowhere to print to")
    options = parsed(given) if given else nothing_given()
    if options.kiosk is not None:
        from caucasus_tui.kiosk import enter

        if fault := enter(options):
            raise Ended(USAGE, fault)
    only_ascii = shows_only_ascii(standard_encoding())
    if only_ascii:
        print_in_ascii()
    if options.reset_terminal:
        if not _has_terminals("--reset-terminal"):
            return USAGE
        from caucasus_tui.tui.terminal.modes import reset_terminal

        return OK if reset_terminal() else USAGE
    day = options.today
    options.clock = date.today if day is None else lambda: day
    options.today = options.clock()
    if options.command not in STANDALONE:
        try:
            options.settings = settle(options, _key_table)
        except ConfigError as error:
            raise Ended(USAGE, error) from error
        options.dossier = options.settings.folder
        if only_ascii := options.settings["ascii"] or only_ascii:
            print_in_ascii()
        options.ascii = only_ascii and _is_for_reading(options)
    printed = options.command in COMMANDS or not is_usable()
    if printed or (options.command is not None and (options.rest or options.json or options.width)):
        require_theme(options)
        if options.command in COMMANDS:
            return int(_module(options.command).run(options))
        return _brief_instead(options) if options.command is None else _print_place(options)
    if not _has_terminals("the dashboard"):
        return USAGE
    from caucasus_tui.commands.dashboard import open_dashboard

    return open_dashboard(options)


def parsed(given: Sequence[str]) -> "argparse.Namespace":
    """What was given. Where its first word is no command it may be an address; what follows one is kept in `rest`."""
    if given and given[0] in WORDED and (own := plain_words(_module(given[0]), given[1:])):
        return _with(own, command=given[0])
    word = _first_word(given)
    top = parser() if word is None else parser([word]) if word else parser(named=True)
    if not word or word in COMMANDS:
        return top.parse_args(_module(word).dashes_kept(list(given)) if word == "search" else given)
    options, rest = top.parse_known_args(given)
    options.rest = rest
    return options


def _first_word(given: Sequence[str]) -> str | None:
    """The first that is neither an option nor the value of one; empty where there is none, or help is asked for before
    it; None where it cannot be told."""
    import argparse

    from caucasus_tui.commands.options import first_arguments, global_arguments

    if given and given[0] in COMMANDS:
        return given[0]
    options = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    global_arguments(options)
    first_arguments(options)
    try:
        _, rest = options.parse_known_args(given)
    except argparse.ArgumentError:
        return None
    first = rest[0] if rest else ""
    return "" if first in ("-h", "--help", "--version") else None if first.startswith("-") else first


def nothing_given() -> "argparse.Namespace":
    """What a parser makes of no arguments: to load and ask one takes longer than to open the dossier."""
    return _with(SimpleNamespace(), command=None)  # type: ignore[arg-type]


def _with(own: "argparse.Namespace", command: str | None) -> "argparse.Namespace":
    """The own options of a command, with those that stand before any, as they are where they are not given."""
    unset = dict.fromkeys((*DEFAULTS, "kiosk", "max_file", "today"))
    return SimpleNamespace(**{**unset, "reset_terminal": False, "command": command, **vars(own)})  # type: ignore[return-value]


def _is_for_reading(options: "argparse.Namespace") -> bool:
    """Whether text comes out for eyes. Files and JSON keep every letter."""
    whole = getattr(options, "json", False) or getattr(options, "format", None) not in (None, "text", "md")
    return not whole and getattr(options, "output", "-") == "-"


def _has_terminals(what: str) -> bool:
    """Whether this system has terminals as Unix knows them; says so where it has not."""
    from importlib.util import find_spec

    if find_spec("termios"):
        return True
    complain(f"caucasus-tui: {what} needs a Unix terminal, as in WSL on Windows; brief, ask, search and show work here")
    return False


def _brief_instead(options: "argparse.Namespace") -> int:
    """What is printed where no dashboard can be drawn: the brief of the same dossier, settled only once."""
    brief = _module("brief")
    own = plain_words(brief, ())
    return int(brief.run(SimpleNamespace(**{**vars(own), **vars(options)})))


def _print_place(options: "argparse.Namespace") -> int:
    """What is at an address, as text. Where more was given after it, the first word is perhaps a mistyped command."""
    from caucasus_tui.commands.typed_address import place_meant

    if not options.rest:
        options.address, options.commands = options.command, COMMANDS
        return int(_module("show").run(options))
    dossier = open_dossier(options)
    place_meant(dossier, options.command, COMMANDS)
    raise ended(f"nothing may follow {options.command}, but there is: {' '.join(options.rest)}")


def _key_table() -> "KeyTable":
    from caucasus_tui.config.keymap import KeyTable
    from caucasus_tui.tui.keys import KEYS, READING_KEYS

    keys = (*KEYS, *READING_KEYS)
    return KeyTable({key.id: key.keys for key in keys}, {key.id: key.comes_after for key in keys if key.comes_after})
