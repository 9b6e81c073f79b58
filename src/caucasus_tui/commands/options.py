"""The options that may stand before any command or after it. None: not given, so that the configuration decides."""

import argparse
from datetime import date


def global_arguments(parser: argparse.ArgumentParser, *, after_command: bool = False) -> None:
    """Add the options. After a command they are left out of its help, but for the dossier."""
    default = argparse.SUPPRESS if after_command else None

    def text(said: str) -> str:
        return argparse.SUPPRESS if after_command else said

    parser.add_argument(
        "--dossier",
        metavar="DIR",
        default=default,
        help="a folder with data/ and seeds/, or a name from the configuration; 'bundled' is the program's own",
    )
    parser.add_argument(
        "--today",
        metavar="DATE",
        type=_day,
        default=default or date.today(),
        help=text("reckon ages from this day, such as 2026-11-23 (default: today)"),
    )
    parser.add_argument(
        "--theme", metavar="NAME", default=default, help=text("a colour theme; t changes it while running")
    )
    parser.add_argument(
        "--max-file",
        metavar="MB",
        type=_megabytes,
        default=default,
        help=text("read files of up to so many megabytes (default: 2)"),
    )
    for name, does in _SWITCHES.items():
        parser.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, default=default, help=text(does))


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


_SWITCHES = {
    "watch": "read the dossier anew whenever a file of it changes",
    "mouse": "use the mouse, or leave it to the terminal",
    "ascii": "print and draw in ASCII only (default: where the locale or the terminal shows no more)",
    "low-bandwidth": "sixteen colours, and searching when typing pauses: for slow lines",
}
