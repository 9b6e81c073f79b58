"""`caucasus-tui config`: the settings in force, and where each comes from.

What it prints is TOML that could stand in the file. The program itself never writes there.
"""

import argparse
import os
import sys
from collections.abc import Iterator

from caucasus_tui.commands.opening import OK
from caucasus_tui.config.config import SETTINGS, Setting
from caucasus_tui.config.settings import Settings
from caucasus_tui.dossier.text.clean import clean

EXAMPLES = """\
examples:
  caucasus-tui config                                  what counts now
  caucasus-tui --dossier ~/valley config               what would count with this option
  caucasus-tui config --path                           the path of the file, and nothing else
  caucasus-tui config > settings.toml                  something to start the file from
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The path alone."""
    parser.add_argument("--path", action="store_true", help="print the path of the file, and nothing else")


def run(options: argparse.Namespace) -> int:
    """Print the settings on stdout."""
    settings: Settings = options.settings
    lines = [settings.config.path] if options.path else [*_lines(settings)]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return OK


def _lines(settings: Settings) -> Iterator[str]:
    config = settings.config
    yield f"# {clean(config.path)}{'' if os.path.lexists(config.path) else ': no such file, so the defaults count'}"
    for row in SETTINGS:
        yield f"{f'{row.name} = {_toml(settings[row.name])}':<34}  # {_origin(settings, row)}"
    for table, given, such_as in (
        ("dossiers", config.dossiers, '# valley = "~/dossiers/valley"      # then: caucasus-tui --dossier valley'),
        ("keymap", config.keymap, '# "zoom" = "Z"                      # ids: caucasus-tui keys --ids'),
    ):
        yield from ("", f"[{table}]", *(() if given else (such_as,)))
        for key, value in given.items():
            yield f"{f'{_toml(key)} = {_toml(value)}':<34}  # {_place(settings, f'{table}.{key}')}"


def _origin(settings: Settings, row: Setting) -> str:
    match settings.values[row.name].origin:
        case "file":
            return _place(settings, row.name)
        case "environment":
            return f"environment, {row.variable}"
        case origin:
            return "default: as fits the terminal" if row.name == "theme" and not settings[row.name] else origin


def _place(settings: Settings, key: str) -> str:
    line = settings.config.lines.get(key)
    return f"file, line {line}" if line else "file"


def _toml(value: object) -> str:
    """A value as TOML writes it, on one line, with nothing in it that a terminal could obey."""
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    shown = "".join(char if char.isprintable() else f"\\U{ord(char):08X}" for char in text)
    return f'"{shown}"'
