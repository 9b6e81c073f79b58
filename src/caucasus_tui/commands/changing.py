"""How commands change the files of a dossier: each whole or not at all, never those of the bundled one."""

from collections.abc import Callable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from caucasus_tui.brief.export import OutputError, write_whole
from caucasus_tui.commands.opening import OK, PROBLEMS, failed, tell
from caucasus_tui.dossier.loading.by_place import EditError, decoded
from caucasus_tui.dossier.loading.dossier_files import marking_in
from caucasus_tui.dossier.loading.files import UnsafeFileError
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.problems import DossierError
from caucasus_tui.dossier.text.clean import clean


class Change(NamedTuple):
    """A file, by its path in the dossier: what it says, and what it is to say; `is_new`: there must be none yet."""

    path: str
    before: bytes
    after: bytes
    is_new: bool = False


def changes_made(
    command: str, folder: Path, changes: Callable[[], Sequence[Change]], *, dry_run: bool
) -> int | Sequence[Change]:
    """What was written of what `changes` asks for, in that order; or the exit status, after a line on stderr: where
    nothing may or can be changed, or after a dry run. `changes` raises DossierError, EditError or OSError."""
    try:
        if is_bundled(folder):
            return refuse(command, f"{clean(str(folder))} is the bundled dossier, which comes with its program")
        if marking := marking_in(folder):
            print(marking)
        wanted = [change for change in changes() if change.before != change.after]
    except DossierError as error:
        tell(error)
        return PROBLEMS
    except (EditError, UnsafeFileError) as error:
        return failed(f"caucasus-tui {command}: {error}", PROBLEMS)
    except OSError as error:
        name = clean(str(error.filename or folder))
        return refuse(command, f"{name}: {(error.strerror or 'cannot be read').lower()}")
    if dry_run and wanted:
        print("\n".join(line for change in wanted for line in _diff(change)))
        return OK
    return _written(command, folder, wanted)


def _written(command: str, folder: Path, wanted: Sequence[Change]) -> int | Sequence[Change]:
    written: list[Change] = []
    try:
        for change in wanted:
            if change.is_new:
                inside = (folder / change.path).parent
                if inside.is_symlink():
                    raise OutputError(f"{inside} is a link, and links are not followed")
                inside.mkdir(exist_ok=True)
            write_whole(folder / change.path, change.after, force=not change.is_new)
            written.append(change)
    except (OutputError, OSError) as error:
        said = clean(str(error))
        if all(change.is_new for change in wanted):
            for change in written:
                (folder / change.path).unlink(missing_ok=True)
            return refuse(command, said)
        said += f"; {len(written)} of {len(wanted)} files are changed, run it again for the others"
        return failed(f"caucasus-tui {command}: {said}")
    return wanted


OWN = "the bundled dossier comes with its program; name your own with --dossier DIR"
"""Why a command that writes refuses where no dossier is named."""


def refuse(command: str, message: str) -> int:
    """Say why nothing is done; the exit status."""
    return failed(f"caucasus-tui {command}: {message}. Nothing was changed.")


def is_bundled(folder: Path) -> bool:
    """Whether a folder is the dossier that comes with the program."""
    root = bundled()
    return isinstance(root, Path) and folder.exists() and folder.samefile(root)


def _diff(change: Change) -> Iterator[str]:
    old, new = (decoded(content)[1].splitlines() for content in (change.before, change.after))
    for line in unified_diff(old, new, change.path, change.path, lineterm=""):
        sign, rest = line[:1], line[1:]
        yield f"{sign}{' ' * (len(rest) - len(rest.lstrip(' ')))}{clean(rest)}"
