"""`caucasus-tui schema`: JSON Schemas of the files of a dossier, so that an editor completes and checks as you type."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from caucasus_tui.brief.export import OutputError, all_or_nothing, write_whole
from caucasus_tui.commands.changing import file_fault
from caucasus_tui.commands.opening import OK, USAGE, Ended
from caucasus_tui.commands.printing import print_json
from caucasus_tui.dossier.loading.json_schema import SOURCE, names, schema_of, title_of
from caucasus_tui.dossier.problems import did_you_mean

EXAMPLES = """\
examples:
  caucasus-tui schema                     the schemas there are
  caucasus-tui schema events              the one of data/events.yaml
  caucasus-tui schema --out schema        every one, as a file in the folder schema/
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which, and where to."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="events, data/events.yaml, source, seeds/letter.yaml …")
    parser.add_argument("--out", metavar="FOLDER", type=Path, help="write every schema into this folder")


def run(options: argparse.Namespace) -> int:
    """Print or write; 2 for a file that has no schema, or a folder that cannot be written to."""
    if options.out:
        return _write(options.out)
    if options.file:
        return _print(options.file)
    sys.stdout.writelines(f"{name:<16} {title_of(name)}\n" for name in names())
    return OK


def _print(file: str) -> int:
    path = Path(file)
    folder = path.parent.name
    name = SOURCE if folder == "seeds" else folder if folder in names() else path.stem
    if name not in names():
        hint = did_you_mean(name, names()) or f"; there are: {', '.join(names())}"
        raise Ended(USAGE, f"no schema is called {name!r}{hint}")
    print_json(schema_of(name))
    return OK


def _write(folder: Path) -> int:
    made = dict(schemas())
    try:
        with all_or_nothing(folder, made) as new:
            folder.mkdir(parents=True, exist_ok=True)
            for name, content in made.items():
                is_new = not (folder / name).exists()
                write_whole(folder / name, content, force=True)
                new += [folder / name] if is_new else []
    except OutputError as error:
        raise Ended(USAGE, error) from error
    except OSError as error:
        raise Ended(USAGE, file_fault(error, folder, "cannot be written")) from error
    print(f"{len(made)} schemas in {folder}")
    return OK


def schemas() -> Iterator[tuple[str, bytes]]:
    """The name of each file and what stands in it."""
    for name in names():
        text = msgspec.json.format(msgspec.json.encode(schema_of(name)), indent=2)
        yield f"{name}.schema.json", text + b"\n"
