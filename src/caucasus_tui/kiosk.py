"""A kiosk, the only program of an account: what the reader brings along, by environment or by home, does not count."""

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

from caucasus_tui.commands.opening import USAGE
from caucasus_tui.config.config import DEFAULTS
from caucasus_tui.crash import keep_no_log
from caucasus_tui.streams import complain

if TYPE_CHECKING:
    import argparse

_OF_THE_TERMINAL = ("TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "TERM_PROGRAM", "TMUX", "STY")
_KEPT = (*_OF_THE_TERMINAL, "LANG", "LC_ALL", "LC_CTYPE", "SSH_CONNECTION")


def enter(options: "argparse.Namespace") -> str:
    """Be a kiosk from now on; returns why that cannot be, in one line, or nothing."""
    if sys.flags.inspect:  # Python itself would ask for commands once this has ended
        complain("caucasus-tui: a kiosk does not start with PYTHONINSPECT; have Python started with -I")
        os._exit(USAGE)
    for name in [name for name in os.environ if name not in _KEPT]:
        del os.environ[name]
    sys.dont_write_bytecode = True
    keep_no_log()
    if hasattr(signal, "SIGTSTP"):
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        time.tzset()  # what day it is, the machine says
    return _fault(options)


def _fault(options: "argparse.Namespace") -> str:
    if options.command is not None or options.reset_terminal:
        return f"caucasus-tui: a kiosk is the dashboard alone, without {options.command or '--reset-terminal'}"
    if given := [f"--{name.replace('_', '-')}" for name in DEFAULTS if getattr(options, name) is not None]:
        return f"caucasus-tui: a kiosk takes its settings from its file alone, not from {', '.join(given)}"
    if not all(stream and stream.isatty() for stream in (sys.__stdin__, sys.__stdout__)):
        return (
            "caucasus-tui: a kiosk needs a terminal, and takes no commands; connect with ssh -t, or without a command"
        )
    return ""
