"""`caucasus-tui new`: a small sound dossier with comments to change bit by bit, or one begun from an article."""

import argparse
import shlex
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from caucasus_tui.brief.export import all_or_nothing
from caucasus_tui.commands.begun_source import IncomingError, NewSource, new_source, preview, source_arguments
from caucasus_tui.commands.changing import file_fault, refused
from caucasus_tui.commands.opening import OK, ended
from caucasus_tui.commands.schema import schemas
from caucasus_tui.dossier.intake.kinds import kinds_read
from caucasus_tui.dossier.text.clean import clean

EXAMPLES = """\
examples:
  caucasus-tui new my-dossier                          a whole small one, all of it invented
  caucasus-tui new my-dossier --from hill-road.docx    one to fill, from an article
  caucasus-tui new my-dossier --from page.html --cite zotero.json
  caucasus-tui check --dossier my-dossier
  caucasus-tui --dossier my-dossier --watch            open it; it is read anew whenever you save

docs/your-own-dossier.md goes on from there.
"""

_HIDDEN = {"gitignore": ".gitignore"}
"""Files that would do their work already in our own tree, if they had their name there."""


_OF_ANY_DOSSIER = frozenset({"data/questions.yaml"})
"""Files whose records name nothing of the example, so that they serve as they are."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The folder, and what to begin with."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="a folder that does not exist yet, or is empty")
    parser.add_argument(
        "--from",
        dest="article",
        metavar="FILE",
        help=f"an article, which becomes the first source: {kinds_read()}; in text, empty lines part the paragraphs; "
        "- is standard input",
    )
    source_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """0 and what to do next; 2, with nothing touched, where the folder is not empty or something cannot be read."""
    folder: Path = options.folder
    name = clean(str(folder))
    source = None
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise refused("new", f"{name} is not empty; name a folder that is, or a new one")
        if folder.exists() and not folder.is_dir():
            raise refused("new", f"{name} is a file; name a folder")
        if options.article:
            source = new_source(options.article, options, first=True)
        elif options.cite or options.key or options.id:
            raise refused("new", "--cite, --key and --id are about a text; name it with --from")
        files = dict(_begun(source) if source else _example())
        files |= {f"schema/{schema}": content for schema, content in schemas()}
        _write(folder, files)
    except IncomingError as error:
        raise ended(str(error), command="new") from error
    except OSError as error:
        raise ended(file_fault(error, folder, "cannot be written"), command="new") from error
    shown = shlex.quote(name)
    content = "Nothing is in it yet but its paragraphs:" if source else "Every pane has an invented record or two."
    print(f"Made {name}, {len(files)} files. {content}")
    for line in (*preview(source), f"caucasus-tui draft {source.id} --dossier {shown}") if source else ():
        print(f"  {line}")
    print(f"  caucasus-tui check --dossier {shown}")
    print(f"  caucasus-tui --dossier {shown} --watch")
    return OK


def _package(folder: str) -> Traversable:
    return files("caucasus_tui") / folder


def _example() -> Iterator[tuple[str, bytes]]:
    """The starter, file by file."""
    return _files(_package("starter"), PurePosixPath())


def _begun(source: NewSource) -> Iterator[tuple[str, bytes]]:
    """A dossier with one source."""
    yield from source.files
    about = (_package("blank") / "dossier.yaml").read_text(encoding="utf-8")
    about = about.replace("SOURCE", source.id).replace("DAY", date.today().isoformat())
    for path, content in _example():
        if path == "data/dossier.yaml":
            yield path, about.encode()
        elif path in _OF_ANY_DOSSIER:
            yield path, content
        elif path.startswith("data/"):
            yield path, _as_example(content.decode()).encode()
        elif not path.startswith("seeds/"):
            yield path, content


def _as_example(text: str) -> str:
    """A file of records with its records made comments: the explanation above them stays, and an example below it."""
    lines = text.splitlines()
    first = next((number for number, line in enumerate(lines) if line and not line.startswith("#")), len(lines))
    if first == len(lines):  # none so far, and its comment has the example
        return text
    kept = [*lines[:first], "# An example, from another dossier. Records begin in the first column, with '- id:'.", ""]
    return "\n".join([*kept, *(f"# {line}".rstrip() for line in lines[first:])]) + "\n"


def _files(folder: Traversable, inside: PurePosixPath) -> Iterator[tuple[str, bytes]]:
    """Every file, however deep, with its path from the top."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, inside / entry.name)
        elif not entry.name.startswith((".", "__")):
            yield str(inside / _HIDDEN.get(entry.name, entry.name)), entry.read_bytes()


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Raises OSError, and leaves nothing then. Overwrites nothing."""
    with all_or_nothing(folder, files) as made:
        for path, content in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as new:
                made.append(target)
                new.write(content)
