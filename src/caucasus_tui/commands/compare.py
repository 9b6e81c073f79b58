"""`caucasus-tui compare`: things beside each other, by aspect; of a tension its sides, of a record its sources."""

import argparse

from caucasus_tui.commands import show
from caucasus_tui.commands.printing import output_arguments

EXAMPLES = """\
examples:
  caucasus-tui compare armenia azerbaijan --width 120    beside each other from 100 columns, else below
  caucasus-tui compare tension:t1                        its sides
  caucasus-tui compare event:offensive                   what each source says of it
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to compare, and how to print."""
    parser.add_argument("things", metavar="THING", nargs="+", help="an id or an address: armenia, source:ecfr-2023 …")
    output_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """1 where something has no such id or address."""
    options.address, options.commands = " ".join(("compare", *options.things)), ()
    return show.run(options)
