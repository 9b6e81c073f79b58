"""`caucasus-tui keys`: the keys of the dashboard."""

import argparse
import sys

from caucasus_tui.commands.opening import OK

HELP = "list the keys of the dashboard"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The ids."""
    parser.add_argument("--ids", action="store_true", help="also the ids by which the configuration names the keys")


def run(options: argparse.Namespace) -> int:
    """Print the key table, with the keys that the reader has chosen."""
    from caucasus_tui.tui.keys import as_text, remapped

    sys.stdout.write(as_text(remapped(dict(options.settings.config.keymap)), ids=options.ids))
    return OK
