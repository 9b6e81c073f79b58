"""`caucasus-tui upgrade`: a dossier of an older format, rewritten in the words of today with all else left as it is."""

import argparse
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from caucasus_tui.commands.opening import OK, PROBLEMS, USAGE, size_limit
from caucasus_tui.streams import complain

if TYPE_CHECKING:
    from caucasus_tui.dossier.loading.reader import Document

HELP = "rewrite a dossier of an older format in the words of today"
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
    from caucasus_tui.brief.export import OutputError, write_whole
    from caucasus_tui.dossier.loading.upgrading import UpgradeError
    from caucasus_tui.dossier.model.dossier import FORMAT
    from caucasus_tui.dossier.problems import DossierError
    from caucasus_tui.dossier.text.clean import clean

    folder: Path = options.folder
    name = clean(str(folder))
    try:
        if _is_bundled(folder):
            return _refuse(f"{name} is the bundled dossier, which comes in the format of its program")
        changed = list(_changed(folder, size_limit(options)))
    except DossierError as error:
        for problem in error.problems:
            complain(problem)
        return PROBLEMS
    except UpgradeError as error:
        complain(f"caucasus-tui upgrade: {error}")
        return PROBLEMS
    except OSError as error:
        return _refuse(f"{clean(str(error.filename or folder))}: {(error.strerror or 'cannot be read').lower()}")
    if not changed:
        print(f"{name} is of format {FORMAT} already; nothing was changed.")
        return OK
    if options.dry_run:
        print("\n".join(line for path, before, after in changed for line in _diff(path, before, after)))
        return OK
    written = 0
    try:
        for path, _, after in changed:
            write_whole(folder / path, after, force=True)
            written += 1
    except OutputError as error:
        said = f"{clean(str(error))}; {written} of {len(changed)} files are changed, run it again for the others"
        complain(f"caucasus-tui upgrade: {said}")
        return USAGE
    print(f"{name} is of format {FORMAT} now: {', '.join(path for path, _, _ in changed)}.")
    print("See what changed with your version control; 'caucasus-tui check' says what is left to do.")
    return OK


def _refuse(message: str) -> int:
    complain(f"caucasus-tui upgrade: {message}. Nothing was changed.")
    return USAGE


def _is_bundled(folder: Path) -> bool:
    from caucasus_tui.dossier.loading.folder import bundled

    root = bundled()
    return isinstance(root, Path) and folder.exists() and folder.samefile(root)


def _changed(folder: Path, limit: int) -> "Iterator[tuple[str, bytes, bytes]]":
    """Path, content and new content of each file that changes; data/dossier.yaml, which names the format, last: cut
    short in between, it is a dossier of format 1 still. Raises DossierError, UpgradeError, OSError."""
    from caucasus_tui.dossier.loading.files import read_bytes
    from caucasus_tui.dossier.loading.folder import folder_id, require_dossier
    from caucasus_tui.dossier.loading.formats import format_of
    from caucasus_tui.dossier.loading.load import FORMS
    from caucasus_tui.dossier.loading.upgrading import UpgradeError, upgraded
    from caucasus_tui.dossier.model.dossier import FORMAT
    from caucasus_tui.dossier.model.sources import Source
    from caucasus_tui.dossier.problems import DossierError

    require_dossier(folder)
    documents = dict(_documents(folder, limit))
    if problems := [problem for document in documents.values() for problem in document.problems]:
        raise DossierError(problems)
    about = "data/dossier.yaml"
    if about not in documents or not isinstance(documents[about].value, dict):
        raise UpgradeError(f"{about}: not there, or says nothing; it is where the format stands")
    if (format := format_of(documents[about].value)) >= FORMAT:
        if format > FORMAT:
            raise UpgradeError(f"{about}: format {format} is newer than this program; install a newer one")
        return
    for path, document in sorted(documents.items(), key=lambda pair: pair[0] == about):
        form = FORMS[path[5:-5]] if path.startswith("data/") else Source
        before = read_bytes(folder / path, limit)
        after = upgraded(before, document, form, folder_id(folder))
        if after != before:
            yield path, before, after


def _documents(folder: Path, limit: int) -> "Iterator[tuple[str, Document]]":
    """Every file that is read, by its path in the dossier."""
    from caucasus_tui.dossier.loading.folder import DATA, SEEDS, entries
    from caucasus_tui.dossier.loading.load import FORMS
    from caucasus_tui.dossier.loading.reader import read

    for part in (DATA, SEEDS):
        for entry in entries(folder / part):
            stem, _, suffix = entry.name.rpartition(".")
            if suffix == "yaml" and (part == SEEDS or stem in FORMS):
                yield f"{part}/{entry.name}", read(entry, f"{part}/{entry.name}", limit)


def _diff(path: str, before: bytes, after: bytes) -> "Iterator[str]":
    from caucasus_tui.dossier.loading.upgrading import decoded
    from caucasus_tui.dossier.text.clean import clean

    old, new = (decoded(content)[1].splitlines() for content in (before, after))
    for line in unified_diff(old, new, path, path, lineterm=""):
        sign, rest = line[:1], line[1:]
        yield f"{sign}{' ' * (len(rest) - len(rest.lstrip(' ')))}{clean(rest)}"
