"""`caucasus-tui completion`: what makes a shell complete commands, options, panes and addresses."""

import argparse
import sys
from importlib.resources import files

from caucasus_tui.commands.opening import OK

EXAMPLES = """\
to try it, or for good in the shell's start-up file:
  eval "$(caucasus-tui completion bash)"          ~/.bashrc
  eval "$(caucasus-tui completion zsh)"           ~/.zshrc, after compinit
  caucasus-tui completion fish | source           ~/.config/fish/config.fish

without a start of the program at each start of the shell:
  caucasus-tui completion bash > ~/.local/share/bash-completion/completions/caucasus-tui
  caucasus-tui completion zsh > DIR/_caucasus-tui             with DIR in $fpath
  caucasus-tui completion fish > ~/.config/fish/completions/caucasus-tui.fish
"""

FILES = {"bash": "caucasus-tui.bash", "zsh": "_caucasus-tui", "fish": "caucasus-tui.fish"}
"""From a shell to its file among the completions that come with the program."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The shell."""
    parser.add_argument("shell", choices=list(FILES), metavar="SHELL", help=", ".join(FILES))


def run(options: argparse.Namespace) -> int:
    """Print the file that was made when the program was built."""
    made = files("caucasus_tui") / "completions" / FILES[options.shell]
    sys.stdout.write(made.read_text(encoding="utf-8"))
    return OK
