"""`caucasus-tui new`: a small sound dossier with comments, to change bit by bit into one of your own."""

import argparse
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from caucasus_tui.commands.opening import OK, USAGE

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

HELP = "make a small dossier of your own to start from"
EXAMPLES = """\
examples:
  caucasus-tui new my-dossier
  caucasus-tui check --dossier my-dossier
  caucasus-tui --dossier my-dossier --watch      open it; it is read anew whenever you save

docs/your-own-dossier.md goes on from there.
"""

_HIDDEN = {"gitignore": ".gitignore"}
"""Files that would do their work already in our own tree, if they had their name there."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The folder."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="a folder that does not exist yet, or is empty")


def run(options: argparse.Namespace) -> int:
    """0 and what to do next; 2, with nothing touched, where the folder is not empty or cannot be written to."""
    from caucasus_tui.dossier.clean import clean

    folder: Path = options.folder
    name = clean(str(folder))
    try:
        if folder.is_dir() and any(folder.iterdir()):
            return _refuse(f"{name} is not empty; name a folder that is, or a new one. Nothing was changed.")
        if folder.exists() and not folder.is_dir():
            return _refuse(f"{name} is a file; name a folder. Nothing was changed.")
        count = _write(folder)
    except OSError as error:
        return _refuse(f"{clean(str(error.filename or folder))}: {(error.strerror or 'cannot be written').lower()}")
    shown = shlex.quote(name)
    print(f"Made {name}, {count} files. Every pane has a record or two; all of it is invented.")
    print(f"  caucasus-tui check --dossier {shown}")
    print(f"  caucasus-tui --dossier {shown}")
    return OK


def _refuse(message: str) -> int:
    print(f"caucasus-tui new: {message}", file=sys.stderr)
    return USAGE


def _write(folder: Path) -> int:
    """The starter and its schemas; how many files. Raises OSError. Overwrites nothing."""
    from importlib.resources import files

    from caucasus_tui.commands.schema import write_schemas

    count = 0
    for path, file in _files(files("caucasus_tui") / "starter", Path()):
        target = folder / path.with_name(_HIDDEN.get(path.name, path.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as new:
            new.write(file.read_bytes())
        count += 1
    return count + write_schemas(folder / "schema")


def _files(folder: "Traversable", inside: Path) -> "Iterator[tuple[Path, Traversable]]":
    """Every file, however deep, with its path from the top."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, inside / entry.name)
        elif not entry.name.startswith((".", "__")):
            yield inside / entry.name, entry
