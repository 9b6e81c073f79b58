"""The manual page, made from the command line itself: `make completions` writes it anew with the completions."""

import argparse
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

from caucasus_tui import __version__
from caucasus_tui.cli import parser
from caucasus_tui.panes import PANES

TARGET = Path(__file__).parents[1] / "docs" / "caucasus-tui.1"

BEHIND = {
    "FILES": {
        "~/.config/caucasus-tui/config.toml": "Settings; in $XDG_CONFIG_HOME where that is set. Read, never written.",
        "/etc/caucasus-tui/config.toml": "Settings of a kiosk, in their place. Nothing in the home counts there.",
        "~/.cache/caucasus-tui/": "What can be made again; in $XDG_CACHE_HOME where that is set. May be deleted.",
        "~/.local/share/caucasus-tui/originals/": "Your own copies of the texts behind the bundled dossier.",
        "~/.local/state/caucasus-tui/log/": "Where a fault of the program leaves its trace, without any of the data.",
        "DIR/data/, DIR/seeds/": "A dossier: records, and sources with their statements.",
    },
    "ENVIRONMENT": {
        "CAUCASUS_DOSSIER": "The dossier to open without --dossier: a folder, or a name from the configuration.",
        "CAUCASUS_ASCII": "1: print and draw in ASCII only.",
        "CAUCASUS_LOW_BANDWIDTH": "1: save bytes; ssh: save them in sessions over SSH.",
        "NO_COLOR": "Anything: no colours.",
    },
    "EXIT STATUS": {
        "0": "Done.",
        "1": "Problems in the dossier, or nothing found.",
        "2": "Wrong use, or settings that cannot be used.",
        "70": "A fault of the program.",
        "128 + N": "Ended by signal N.",
    },
}


def man_page() -> str:
    """The page as troff source. The same for every version of Python: nothing in it is laid out by argparse."""
    return "".join(f"{line}\n" for lines in _lines(parser()) for line in _filled(lines))


def _released() -> str:
    """The day of this version, as the changelog has it."""
    log = (TARGET.parents[1] / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(__version__)}\n+([0-9-]{{10}})", log, re.M)
    assert found, f"CHANGELOG.md has no day for {__version__}"
    return found[1]


def _filled(line: str) -> list[str]:
    """Lines as troff likes them, of 80 bytes at most; its own requests and what stands verbatim are shorter."""
    if line.startswith((".", " ")) or len(line) <= 80:
        return [line.rstrip()]
    wrapped = textwrap.wrap(line, 79, break_long_words=False, break_on_hyphens=False)
    return [f"\\&{piece}" if piece.startswith((".", "'")) else piece for piece in wrapped]


def _lines(top: argparse.ArgumentParser) -> Iterator[str]:
    yield ".\\\" Made by tools/man_page.py from the command line itself; 'make completions' makes it anew."
    yield f'.TH CAUCASUS-TUI 1 "{_released()}" "caucasus-tui {__version__}" "User Commands"'
    yield ".SH NAME"
    yield f"caucasus\\-tui \\- {_said((top.description or '').rstrip('.')[2:])}"
    yield ".SH SYNOPSIS"
    yield from (".B caucasus\\-tui", "[\\fIOPTION\\fR ...] [\\fIADDRESS\\fR]", ".br")
    yield from (".B caucasus\\-tui", "[\\fIOPTION\\fR ...] \\fICOMMAND\\fR [\\fIARGUMENT\\fR ...]")
    yield ".SH DESCRIPTION"
    story, _, examples = (top.epilog or "").partition("examples:\n")
    yield _said(f"{top.description} {story.strip()}")
    yield ".SH PANES"
    yield ", ".join(f"\\fB{name}\\fR" for name in PANES) + "."
    yield ".SH OPTIONS"
    yield _said("They can stand before a command or after it.")
    yield from _arguments(top)
    yield ".SH COMMANDS"
    commands = next(action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    for name, command in commands.choices.items():
        if name not in PANES:
            yield from _command(name, command)
    yield ".SH EXAMPLES"
    yield from list(_verbatim(examples))[1:]  # no paragraph begins right after a heading
    for heading, entries in BEHIND.items():
        yield f".SH {heading}"
        for term, said in entries.items():
            yield from (".TP", f"\\fB{_said(term)}\\fR", _said(said))


def _command(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    positional = [action for action in command._actions if not action.option_strings]
    usage = "".join(
        f" {'[' if action.nargs in ('?', '*') else ''}\\fI{action.metavar}\\fR"
        f"{' ...' if action.nargs in ('+', '*') else ''}{']' if action.nargs in ('?', '*') else ''}"
        for action in positional
    )
    yield f".SS {name}{usage}"
    lead, *rest = re.sub(r"^`[^`]+`: ", "", command.description or "").split("\n\n")
    yield _said(lead[:1].upper() + lead[1:])
    for paragraph in rest:
        yield from (".PP", _said(paragraph))
    yield from _arguments(command)
    if command.epilog:
        yield from _verbatim(command.epilog)


def _arguments(command: argparse.ArgumentParser) -> Iterator[str]:
    general = {action.dest for action in parser(())._actions} if " " in command.prog else set()
    for action in command._actions:
        if action.help in (None, argparse.SUPPRESS) or action.dest in (*general, "help", "command"):
            continue
        value = "" if action.nargs == 0 else f" \\fI{_said(str(action.metavar or action.dest.upper()))}\\fR"
        value = f"[={value[1:]}]" if action.nargs == "?" and action.option_strings else value
        names = ", ".join(f"\\fB{_said(option)}\\fR" for option in action.option_strings)
        yield from (".TP", f"{names}{value}".strip(), _said(action.help or ""))


def _verbatim(text: str) -> Iterator[str]:
    yield from (".PP", ".nf")
    for line in text.rstrip().splitlines():
        yield _said(line) or ".sp"
    yield ".fi"


def _said(text: str) -> str:
    """Text that troff prints as it stands."""
    text = " ".join(text.split("\n")).replace("\\", "\\e").replace("-", "\\-").replace("%%", "%")
    text = text.replace("'", "\\(aq").replace("`", "\\(ga")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    TARGET.write_text(man_page(), encoding="utf-8")
