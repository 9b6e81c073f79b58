"""The options that may stand before any command or after it. None: not given, so that the configuration decides."""

import argparse
from datetime import date

from caucasus_tui.config.config import KIOSK_FILE, SETTINGS
from caucasus_tui.streams import terminal_columns


class Help(argparse.RawDescriptionHelpFormatter):
    """Help in lines of its own, as wide as the terminal. A parser makes one for each of its options."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal_columns() - 2)


def global_arguments(parser: argparse.ArgumentParser, *, after_command: bool = False) -> None:
    """Add the options. After a command they are left out of its help, but for the dossier."""
    default = argparse.SUPPRESS if after_command else None

    def text(said: str) -> str:
        return argparse.SUPPRESS if after_command else said

    for row in SETTINGS:
        option, does = f"--{row.name.replace('_', '-')}", row.does if row.name == "dossier" else text(row.does)
        if isinstance(row.default, bool):
            parser.add_argument(option, action=argparse.BooleanOptionalAction, default=default, help=does)
        else:
            parser.add_argument(option, metavar=row.metavar, default=default, help=does)
    parser.add_argument(
        "--today",
        metavar="DATE",
        type=_day,
        default=default,
        help=text("reckon ages from this day, such as 2026-11-23 (default: today)"),
    )
    parser.add_argument(
        "--max-file",
        metavar="MB",
        type=_megabytes,
        default=default,
        help=text("read files of up to so many megabytes (default: 2)"),
    )


def first_arguments(parser: argparse.ArgumentParser) -> None:
    """Add those that stand before a command alone."""
    parser.add_argument(
        "--kiosk",
        nargs="?",
        const=KIOSK_FILE,
        metavar="FILE",
        help=f"be the only program of an account: settings and dossiers from FILE alone (default: {KIOSK_FILE}), "
        "nothing written, nothing started; docs/serving.md",
    )
    parser.add_argument(
        "--reset-terminal", action="store_true", help="put right a terminal that a killed program left in disorder"
    )


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written!r} is not a day; write YYYY-MM-DD") from None


def _megabytes(written: str) -> float:
    try:
        number = float(written)
    except ValueError:
        number = 0.0
    if not 0 < number < 10_000:
        raise argparse.ArgumentTypeError(f"{written!r} is not a number of megabytes, such as 20")
    return number
