"""`caucasus-tui upgrade`: a dossier of an older format, rewritten in the words of today with all else left as it is."""

import argparse
import shlex
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from caucasus_tui.commands.changing import Change, make_changes
from caucasus_tui.commands.opening import size_limit
from caucasus_tui.dossier.loading.by_place import EditError
from caucasus_tui.dossier.loading.dossier_files import ABOUT, dossier_files
from caucasus_tui.dossier.loading.folder import folder_id
from caucasus_tui.dossier.loading.formats import format_of
from caucasus_tui.dossier.loading.upgrading import upgraded
from caucasus_tui.dossier.model.dossier import FORMAT
from caucasus_tui.dossier.text.clean import clean

EXAMPLES = """\
examples:
  caucasus-tui upgrade my-dossier --dry-run    what would change, as a diff; nothing is written
  caucasus-tui upgrade my-dossier              comments, order and all else stay as they are
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The folder, and whether to write."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="a folder with data/ and seeds/")
    parser.add_argument("--dry-run", action="store_true", help="print what would change as a diff, and write nothing")


def run(options: argparse.Namespace) -> int:
    """0 where it is of today's format now, or was; 1, with nothing changed, after printing what cannot be read on
    stderr; 2 where it is no dossier of one's own, or a file cannot be written."""
    folder: Path = options.folder
    return make_changes(options, folder, lambda: _changes(folder, size_limit(options)), partial(_done, folder))


def _done(folder: Path, changed: Sequence[Change]) -> Iterator[str]:
    name = clean(str(folder))
    if not changed:
        yield f"{name} is of format {FORMAT} already; nothing was changed."
        return
    yield f"{name} is of format {FORMAT} now: {', '.join(change.path for change in changed)}."
    yield "See what changed with your version control; 'caucasus-tui check' says what is left to do."
    if (folder / "schema").is_dir():
        yield f"What your editor goes by is of the older program: caucasus-tui schema --out {shlex.quote(name)}/schema"


def _changes(folder: Path, limit: int) -> Sequence[Change]:
    """Each file that changes; data/dossier.yaml, which names the format, last: cut short in between, it is a dossier of
    format 1 still. Raises DossierError, EditError, OSError."""
    files = sorted(dossier_files(folder, limit), key=lambda file: file.path == ABOUT)
    about = files[-1].document if files and files[-1].path == ABOUT else None
    if about is None or not isinstance(about.value, dict):
        raise EditError(f"{ABOUT}: not there, or says nothing; it is where the format stands")
    if (format := format_of(about.value)) > FORMAT:
        raise EditError(f"{ABOUT}: format {format} is newer than this program; install a newer one")
    if format == FORMAT:
        return []
    return [
        Change(path, before, upgraded(before, document, form, folder_id(folder)))
        for path, form, before, document in files
    ]
