"""Completions for bash, zsh and fish, made from the command line itself: `make completions` writes them anew.

They are made here and not at run time, because loading the maker takes longer than most commands do.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import shtab

from caucasus_tui.cli import parser
from caucasus_tui.commands.completion import FILES
from caucasus_tui.dossier.loading.json_schema import names
from caucasus_tui.dossier.model.records import Record
from caucasus_tui.dossier.model.sources import StatementType
from caucasus_tui.tui.palette import theme_names

TARGET = Path(__file__).parents[1] / "src" / "caucasus_tui" / "completions"
HEADER = "Made by tools/completions.py from the command line itself; 'make completions' makes it anew."

ADDRESSES = {"bash": "_caucasus_tui_addresses", "zsh": "_caucasus_tui_addresses", "fish": "(_caucasus_tui_addresses)"}
ACTORS = {"bash": "_caucasus_tui_actors", "zsh": "_caucasus_tui_actors", "fish": "(_caucasus_tui_actors)"}
DOSSIERS = {"bash": "_caucasus_tui_dossiers", "zsh": "_caucasus_tui_dossiers", "fish": "(_caucasus_tui_dossiers)"}
SOURCES = {"bash": "_caucasus_tui_sources", "zsh": "_caucasus_tui_sources", "fish": "(_caucasus_tui_sources)"}
PARAGRAPHS = {
    "bash": "_caucasus_tui_paragraphs",
    "zsh": "_caucasus_tui_paragraphs",
    "fish": "(_caucasus_tui_paragraphs)",
}
QUESTIONS = {"bash": "_caucasus_tui_questions", "zsh": "_caucasus_tui_questions", "fish": "(_caucasus_tui_questions)"}
"""What only the dossier knows is asked of the program, of the dossier that the line names."""
VOICES = (*get_args(StatementType), "curator")
LETTERS = "sed -n 's/^ *\\([a-z]\\)  .*/\\1/p'"
NAMES = """sed -n '/^\\[dossiers\\]/,/^\\[keymap/s/^"\\{0,1\\}\\([^"#[ ]*\\)"\\{0,1\\} *=.*/\\1/p'"""
"""How a shell takes the letters of questions out of `ask`, and the names of dossiers out of `config`."""

PREAMBLE = {
    "bash": r"""
# What a command says of the dossier that the line names.
_caucasus_tui_say() {
  local -a dossier=()
  local index
  for ((index = 1; index < COMP_CWORD; index++)); do
    [[ ${COMP_WORDS[index]} == --dossier ]] && dossier=(--dossier "${COMP_WORDS[index + 1]}")
  done
  "${COMP_WORDS[0]}" "${dossier[@]}" "$@" 2>/dev/null
}

_caucasus_tui_addresses() {
  compgen -W "$(_caucasus_tui_say list --refs)" -- "$1"
}

# In place of a command an address may stand: from its first colon on.
_caucasus_tui_place() {
  local index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case ${COMP_WORDS[index]} in
      --dossier | --today | --theme | --max-file) index=$((index + 1)) ;;
      -*) ;;
      *) return ;;
    esac
  done
  [[ $1 != *:* ]] || COMPREPLY=($(_caucasus_tui_addresses "$1"))
}

_caucasus_tui_actors() {
  local actors
  actors="$(_caucasus_tui_say list --refs actor)"
  compgen -W "${actors//actor:/}" -- "$1"
}

_caucasus_tui_sources() {
  local sources
  sources="$(_caucasus_tui_say --since-then list --refs source)"
  compgen -W "${sources//source:/}" -- "$1"
}

# Of the sources that the line names.
_caucasus_tui_paragraphs() {
  local ref found=
  for ref in $(_caucasus_tui_say --since-then list --refs paragraph); do
    [[ " ${COMP_WORDS[*]} " != *" ${ref%%:*} "* ]] || found+=" ${ref#*:}"
  done
  compgen -W "$found" -- "$1"
}

_caucasus_tui_questions() {
  compgen -W "$(_caucasus_tui_say ask | LETTERS)" -- "$1"
}

_caucasus_tui_dossiers() {
  compgen -W "bundled $("${COMP_WORDS[0]}" config 2>/dev/null | NAMES)" -- "$1"
  compgen -d -- "$1"
}

# Addresses have colons, at which bash breaks words: join these again, and answer with what follows the last one.
_caucasus_tui() {
  local -a words=()
  local index word count=0 current=$COMP_CWORD
  for ((index = 0; index < ${#COMP_WORDS[@]}; index++)); do
    word=${COMP_WORDS[index]}
    if ((count > 1)) && [[ $word == :* || ${words[count - 1]} == *: ]]; then
      words[count - 1]+=$word
    else
      words[count]=$word
      count=$((count + 1))
    fi
    ((index == COMP_CWORD)) && current=$((count - 1))
  done
  local -a COMP_WORDS=("${words[@]}")
  local COMP_CWORD=$current
  _shtab_caucasus_tui
  word=${words[current]}
  _caucasus_tui_place "$word"
  if [[ $word == *:* && $COMP_WORDBREAKS == *:* ]]; then
    COMPREPLY=("${COMPREPLY[@]#"${word%"${word##*:}"}"}")
  fi
}
""",
    "zsh": r"""
# After a command zsh hides what stands before it, so the line is read anew.
_caucasus_tui_say() {
  local -a line=(${(z)LBUFFER}) dossier
  local index=${line[(I)--dossier]}
  ((index)) && dossier=(--dossier ${(Q)line[index + 1]})
  ${(Q)line[(R)*caucasus-tui]} $dossier $@ 2>/dev/null
}

_caucasus_tui_addresses() {
  local -a found=(${(f)"$(_caucasus_tui_say list --refs)"})
  compadd -a found
}

_caucasus_tui_actors() {
  local -a found=(${${(f)"$(_caucasus_tui_say list --refs actor)"}#actor:})
  compadd -a found
}

_caucasus_tui_sources() {
  local -a found=(${${(f)"$(_caucasus_tui_say --since-then list --refs source)"}#source:})
  compadd -a found
}

# Of the sources that the line names.
_caucasus_tui_paragraphs() {
  local -a line=(${(z)LBUFFER}) found
  local ref
  for ref in ${(f)"$(_caucasus_tui_say --since-then list --refs paragraph)"}; do
    ((line[(Ie)${ref%%:*}])) && found+=(${ref#*:})
  done
  compadd -a found
}

_caucasus_tui_questions() {
  local -a found=(${(f)"$(_caucasus_tui_say ask | LETTERS)"})
  compadd -a found
}

_caucasus_tui_dossiers() {
  local -a line=(${(z)LBUFFER})
  local -a found=(bundled ${(f)"$(${(Q)line[(R)*caucasus-tui]} config 2>/dev/null | NAMES)"})
  compadd -a found
  _files -/
}
""",
    "fish": r"""
function _caucasus_tui_say
  set -l tokens (commandline -opc)
  set -l dossier
  if set -l index (contains -i -- --dossier $tokens)
    set dossier --dossier $tokens[(math $index + 1)]
  end
  $tokens[1] $dossier $argv 2>/dev/null
end

function _caucasus_tui_addresses
  _caucasus_tui_say list --refs $argv
end

function _caucasus_tui_actors
  _caucasus_tui_addresses actor | string replace 'actor:' ''
end

function _caucasus_tui_sources
  _caucasus_tui_say --since-then list --refs source | string replace 'source:' ''
end

# Of the sources that the line names.
function _caucasus_tui_paragraphs
  set -l tokens (commandline -opc)
  for ref in (_caucasus_tui_say --since-then list --refs paragraph)
    set -l parts (string split -m 1 : $ref)
    contains -- $parts[1] $tokens; and echo $parts[2]
  end
end

function _caucasus_tui_questions
  _caucasus_tui_say ask | LETTERS
end

function _caucasus_tui_dossiers
  set -l tokens (commandline -opc)
  echo bundled
  $tokens[1] config 2>/dev/null | NAMES
  __fish_complete_directories (commandline -ct)
end
""",
}


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
    preamble = {name: text.replace("LETTERS", LETTERS).replace("NAMES", NAMES) for name, text in PREAMBLE.items()}
    made = str(shtab.complete(top, shell, preamble=preamble))  # type: ignore[arg-type]
    if shell == "bash":
        made = made.replace(
            "complete -o bashdefault -F _shtab_caucasus_tui ", "complete -o bashdefault -F _caucasus_tui "
        )
    if shell == "zsh":
        made = made.replace('"(*)::', '"*:').replace('"(*):', '"*:')  # one word and each that follows it
        made = made.replace(COMMANDS_ZSH, f"{COMMANDS_ZSH}\n{PLACES_ZSH}")
    if shell == "fish":
        made += PLACES_FISH
    return "".join(f"{line.rstrip()}\n" for line in _own_header(made.splitlines()))


def _own_header(lines: list[str]) -> Iterator[str]:
    """Without the advice to copy the file somewhere, which the program gives itself."""
    for number, line in enumerate(lines):
        if "AUTOMATICALLY GENERATED" in line:
            yield f"# {HEADER}"
        elif number > 10 or not line.startswith(("# Usage:", "# 1)", "# 2)", "#    ", "# See also:")):
            yield line


def _complete(top: argparse.ArgumentParser) -> None:
    """Say what is to be typed where the command line itself only knows a name for it."""
    commands = next(action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    for helped in commands._choices_actions:
        commands.choices[helped.dest].description = helped.help
    kinds = [*(form.kind for form in Record.__subclasses__()), "source", "paragraph", "statement"]
    known = {("list", "type"): kinds, ("schema", "file"): list(names())}
    for name, command in commands.choices.items():
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
            elif (name, action.dest) == ("brief", "actor"):
                vars(action)["complete"] = ACTORS
            elif (name, action.dest) == ("ask", "key"):
                vars(action)["complete"] = QUESTIONS
            elif (name, action.dest) == ("search", "query"):
                action.choices = [*(f"type:{kind}" for kind in kinds), *(f"kind:{voice}" for voice in VOICES)]
            elif action.dest == "dossier":
                vars(action)["complete"] = DOSSIERS
            elif action.dest in ("folder", "out"):
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
