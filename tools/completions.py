"""Completions for bash, zsh and fish, made from the command line itself: `make completions` writes them anew.

They are made here and not at run time, because loading the maker takes longer than most commands do.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import shtab

from caucasus_tui.cli import parser
from caucasus_tui.commands.completion import FILES
from caucasus_tui.dossier.loading.json_schema import names
from caucasus_tui.dossier.model.records import Record
from caucasus_tui.dossier.model.sources import StatementType
from caucasus_tui.tui.themes import theme_names
from tools.shell_functions import PREAMBLE

TARGET = Path(__file__).parents[1] / "src" / "caucasus_tui" / "completions"
HEADER = "Made by tools/completions.py from the command line itself; 'make completions' makes it anew."


def _asked(what: str) -> dict[str, str]:
    """For each shell the function that asks the program."""
    name = f"_caucasus_tui_{what}"
    return {"bash": name, "zsh": name, "fish": f"({name})"}


ADDRESSES, ACTORS, DOSSIERS, SOURCES, PARAGRAPHS, QUESTIONS = map(
    _asked, ("addresses", "actors", "dossiers", "sources", "paragraphs", "questions")
)
"""What only the dossier knows is asked of the program, of the dossier that the line names."""
VOICES = (*get_args(StatementType), "curator")
LETTERS = "sed -n 's/^ *\\([a-z]\\)  .*/\\1/p'"
NAMES = """sed -n '/^\\[dossiers\\]/,/^\\[keymap/s/^"\\{0,1\\}\\([^"#[ $`]*\\)"\\{0,1\\} *=.*/\\1/p'"""
"""How a shell takes the letters of questions out of `ask`, and the names of dossiers out of `config`;
of these bash would run what a `$` or a backquote says."""

COMMANDS_ZSH = "  _describe 'caucasus-tui commands' _commands"
PLACES_ZSH = "  [[ $PREFIX == *:* ]] && _caucasus_tui_addresses\n  return 0"
PLACES_FISH = """
# In place of a command an address may stand: from its first colon on.
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and string match -q "*:*" -- (commandline -ct)' \\
  -ka "(_caucasus_tui_addresses)" -d 'open the dashboard there'
"""


def completions() -> dict[str, str]:
    """From the names of the files to what stands in them."""
    return {file: completion(shell) for shell, file in FILES.items()}


def completion(shell: str) -> str:
    """The completions of one shell."""
    top = parser()
    _complete(top)
    words = {"LETTERS": LETTERS, "NAMES": NAMES, "VALUED": " | ".join(_valued(top))}
    preamble = {name: _filled(text, words) for name, text in PREAMBLE.items()}
    made = str(shtab.complete(top, shell, preamble=preamble))  # type: ignore[arg-type]
    if shell == "bash":
        made = made.replace(
            "complete -o bashdefault -F _shtab_caucasus_tui ", "complete -o bashdefault -F _caucasus_tui "
        )
    if shell == "zsh":
        made = re.sub(r'(?m)^( +["{].*--[a-z-]+)(\}?"?\[.*\]:[A-Z])', r"\1=\2", made)  # a value after = too
        made = made.replace('"(*)::', '"*:').replace('"(*):', '"*:')  # one word and each that follows it
        made = made.replace(COMMANDS_ZSH, f"{COMMANDS_ZSH}\n{PLACES_ZSH}")
    if shell == "fish":
        made = made.replace("(commandline -ct))", "(_caucasus_tui_value))")
        made = made.replace("(__fish_complete_directories)", "(__fish_complete_directories (_caucasus_tui_value))")
        made = _by_command(made, top) + PLACES_FISH
    return "".join(f"{line.rstrip()}\n" for line in _own_header(made.splitlines()))


def _filled(text: str, words: dict[str, str]) -> str:
    for word, meaning in words.items():
        text = text.replace(word, meaning)
    return text


def _valued(parser: argparse.ArgumentParser) -> list[str]:
    """The options that the next word belongs to."""
    return [option for action in parser._actions if action.nargs is None for option in action.option_strings]


def _commands(top: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    commands = next(action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    for helped in commands._choices_actions:
        commands.choices[helped.dest].description = helped.help
    return commands.choices


def _by_command(made: str, top: argparse.ArgumentParser) -> str:
    """To fish an option has a value in every command if in any; `-o` of `brief` has one, that of `draft` none."""
    commands = _commands(top)
    for option in {option for command in commands.values() for option in _valued(command)}:
        has = {name: command for name, command in commands.items() if option in command._option_string_actions}
        if any(option not in _valued(command) for command in has.values()):
            own = " ".join(f"'{name} {option}'" for name, command in has.items() if option in _valued(command))
            made = re.sub(rf"(?m)^(set -g \S+_opts_with_value .*?) {option}(?= |$)", rf"\1 {own}", made)
    known = "$_shtab_caucasus_tui_opts_with_value"
    one = f"if contains -- $t {known}\n"
    assert one in made
    return made.replace(one, f'{one[:-1]}; or contains -- "$_shtab_caucasus_tui_cmdpath $t" {known}\n')


def _own_header(lines: list[str]) -> Iterator[str]:
    """Without the advice to copy the file somewhere, which the program gives itself."""
    for number, line in enumerate(lines):
        if "AUTOMATICALLY GENERATED" in line:
            yield f"# {HEADER}"
        elif number > 10 or not line.startswith(("# Usage:", "# 1)", "# 2)", "#    ", "# See also:")):
            yield line


def _complete(top: argparse.ArgumentParser) -> None:
    """Say what is to be typed where the command line itself only knows a name for it."""
    commands = _commands(top)
    kinds = [*(form.kind for form in Record.__subclasses__()), "source", "paragraph", "statement"]
    known = {("list", "type"): kinds, ("schema", "file"): list(names())}
    for name, command in commands.items():
        for action in command._actions:
            if ("theme", action.dest) == (action.dest, "theme"):
                action.choices = theme_names()
            elif (name, action.dest) in known:
                action.choices = known[name, action.dest]
            elif (name, action.dest) in (("show", "address"), ("compare", "things"), ("rename", "old")):
                vars(action)["complete"] = ADDRESSES
            elif (name, action.dest) == ("draft", "source"):
                vars(action)["complete"] = SOURCES
            elif (name, action.dest) == ("draft", "paragraphs"):
                vars(action)["complete"] = PARAGRAPHS
            elif (name, action.dest) in (("brief", "actor"), ("brief", "counterpart")):
                vars(action)["complete"] = ACTORS
            elif (name, action.dest) == ("ask", "key"):
                vars(action)["complete"] = QUESTIONS
            elif (name, action.dest) == ("search", "query"):
                action.choices = [*(f"type:{kind}" for kind in kinds), *(f"kind:{voice}" for voice in VOICES)]
            elif action.dest == "dossier":
                vars(action)["complete"] = DOSSIERS
            elif action.dest in ("folder", "out") or (name == "changes" and action.dest in ("old", "new")):
                vars(action)["complete"] = shtab.DIRECTORY
            elif action.dest in ("output", "article", "cite") or (name, action.dest) == ("import", "file"):
                vars(action)["complete"] = shtab.FILE
    for action in top._actions:
        if action.dest == "dossier":
            vars(action)["complete"] = DOSSIERS
        elif action.dest == "theme":
            action.choices = theme_names()
        elif action.dest in ("kiosk", "cache"):
            vars(action)["complete"] = shtab.FILE if action.dest == "kiosk" else shtab.DIRECTORY


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    for name, text in completions().items():
        (TARGET / name).write_text(text, encoding="utf-8")
