"""`caucasus-tui keys`: the keys of the dashboard."""

import argparse
import sys

from caucasus_tui.commands.opening import OK

HELP = "list the keys of the dashboard"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing beyond the global options."""


def run(options: argparse.Namespace) -> int:
    """Print the key table."""
    from caucasus_tui.tui.keys import as_text

    sys.stdout.write(as_text())
    return OK
