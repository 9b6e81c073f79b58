"""How commands print: pages as plain text under the line that says as of when, values as JSON."""

import sys
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from caucasus_tui.dossier.model import Dossier, Layer
from caucasus_tui.dossier.problems import short
from caucasus_tui.dossier.text import whole_number
from caucasus_tui.page.heading import title_rows
from caucasus_tui.page.lens import Lens, laid_over
from caucasus_tui.page.rows.row import Row, plain
from caucasus_tui.streams import json_for_stdout, terminal_columns

if TYPE_CHECKING:
    import argparse

WIDEST = 100
"""Cells. Longer lines of text read badly, however wide the terminal."""
NARROWEST, MOST = 20, 1000


def output_arguments(parser: "argparse.ArgumentParser") -> None:
    """The options that every command with a page and a JSON twin has."""
    parser.add_argument("--width", type=columns, help="columns to wrap to (default: the terminal's, at most 100)")
    parser.add_argument("--json", action="store_true", help="JSON instead of text; docs/json-output.md has its keys")


def columns(text: str) -> int:
    """A number of columns, for argparse: in fewer, or in more, nothing can be read."""
    return within(text, NARROWEST, MOST)


def within(text: str, least: int, most: int) -> int:
    """A number from `least` to `most`, for argparse. Raises ArgumentTypeError for any other."""
    from argparse import ArgumentTypeError  # who asks has it

    number = whole_number(text)
    if number is None or not least <= number <= most:
        raise ArgumentTypeError(f"{short(text)} is not a whole number from {least} to {most}")
    return number


def lens_of(options: "argparse.Namespace") -> Lens:
    """How to look at pages that are printed."""
    terminal = min(terminal_columns(), WIDEST if sys.stdout.isatty() else MOST)
    return Lens(
        width=options.width or max(terminal, NARROWEST), today=options.today, zoomed=True, layers=layers_of(options)
    )


def layers_of(options: "argparse.Namespace") -> frozenset[Layer]:
    """The layers that were asked for; what the configuration says is for the dashboard alone."""
    return laid_over(getattr(options, "since_then", None))


def markings(*dossiers: Dossier) -> list[str]:
    """Who may have what is printed of some dossiers, above it: a line for each thing that they say of that."""
    return list(dict.fromkeys(dossier.about.marking for dossier in dossiers if dossier.about.marking))


def print_rows(dossier: Dossier, rows: list[Row], lens: Lens) -> None:
    """Rows as text; what the dossier is and as of when comes first, as on every screen."""
    sys.stdout.write(plain([*title_rows(dossier, replace(lens, straight=True)), *rows]))


def print_json(contents: object) -> None:
    """Two blanks an indent, a line end at the end."""
    text = msgspec.json.format(msgspec.json.encode(contents, enc_hook=str), indent=2)
    sys.stdout.write(json_for_stdout(text.decode()) + "\n")
