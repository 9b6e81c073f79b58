"""`caucasus-tui keys`: the keys of the dashboard."""

import argparse
import sys

from caucasus_tui.commands.opening import OK
from caucasus_tui.tui.key_tables import as_text
from caucasus_tui.tui.keys import READING_KEYS, remapped


def arguments(parser: argparse.ArgumentParser) -> None:
    """The ids."""
    parser.add_argument("--ids", action="store_true", help="also the ids by which the configuration names the keys")


def run(options: argparse.Namespace) -> int:
    """Print the key table, with the keys that the reader has chosen."""
    own = options.settings.config.keymap
    sys.stdout.write(as_text((*remapped(own), *remapped(own, READING_KEYS)), ids=options.ids))
    return OK
