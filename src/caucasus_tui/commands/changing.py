"""How commands change the files of a dossier: each whole or not at all, never those of the bundled one."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from caucasus_tui.brief.export import OutputError, write_whole
from caucasus_tui.commands.opening import OK, PROBLEMS, USAGE, Ended, ended
from caucasus_tui.dossier.loading.by_place import EditError, decoded
from caucasus_tui.dossier.loading.dossier_files import marking_in
from caucasus_tui.dossier.loading.files import UnsafeFileError
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.problems import DossierError
from caucasus_tui.dossier.text import reason
from caucasus_tui.dossier.text.clean import clean


class Change(NamedTuple):
    """A file, by its path in the dossier: what it says, and what it is to say; `is_new`: there must be none yet."""

    path: str
    before: bytes
    after: bytes
    is_new: bool = False


def make_changes(
    options: argparse.Namespace,
    folder: Path,
    changes: Callable[[], Sequence[Change]],
    done: Callable[[Sequence[Change]], Iterable[str]],
    besides: Callable[[], Iterable[str]] = lambda: (),
) -> int:
    """The status 0 once what of `changes` says something new is written, in that order, and the lines that `done` has
    on it are printed; in a dry run once it is printed as a diff, with the lines `besides`. Raises Ended where nothing
    may or can be changed. `changes` raises DossierError, EditError, OSError or Ended."""
    command: str = options.command
    try:
        if is_bundled(folder):
            raise refused(command, f"{clean(str(folder))} is the bundled dossier, which comes with its program")
        if marking := marking_in(folder):
            print(marking)
        wanted = [change for change in changes() if change.before != change.after]
    except DossierError as error:
        raise Ended(PROBLEMS, *error.problems, *refused(command, "the dossier has errors").said) from error
    except (EditError, UnsafeFileError) as error:
        raise ended(str(error), PROBLEMS, command=command) from error
    except OSError as error:
        raise refused(command, file_fault(error, folder, "cannot be read")) from error
    if options.dry_run and wanted:
        print("\n".join((*(line for change in wanted for line in _diff(change)), *besides())))
        return OK
    _write(command, folder, wanted)
    print("\n".join(done(wanted)))
    return OK


def _write(command: str, folder: Path, wanted: Sequence[Change]) -> None:
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
        said = file_fault(error, folder) if isinstance(error, OSError) and error.strerror else clean(str(error))
        if all(change.is_new for change in wanted):
            for change in written:
                (folder / change.path).unlink(missing_ok=True)
            raise refused(command, said) from error
        said += f"; {len(written)} of {len(wanted)} files are changed, run it again for the others"
        raise ended(said, command=command) from error


def own_folder(options: argparse.Namespace) -> Path:
    """The dossier that `--dossier` names. Raises Ended where it names none."""
    if not options.dossier:
        own = "the bundled dossier comes with its program; name your own with --dossier DIR"
        raise refused(options.command, own)
    return Path(options.dossier)


def refused(command: str, message: str, status: int = USAGE) -> Ended:
    """The end of a command that does nothing, and why."""
    return ended(f"{message}. Nothing was changed.", status, command=command)


def file_fault(error: OSError, folder: Path, otherwise: str = "") -> str:
    """Which file of a folder could not be had, and why; `otherwise`: what to say where the system does not."""
    return clean(f"{error.filename or folder}: {reason(error, otherwise)}")


def is_bundled(folder: Path) -> bool:
    """Whether a folder is the dossier that comes with the program."""
    root = bundled()
    return isinstance(root, Path) and folder.exists() and folder.samefile(root)


def _diff(change: Change) -> Iterator[str]:
    old, new = (decoded(content)[1].splitlines() for content in (change.before, change.after))
    for line in unified_diff(old, new, change.path, change.path, lineterm=""):
        sign, rest = line[:1], line[1:]
        yield f"{sign}{' ' * (len(rest) - len(rest.lstrip(' ')))}{clean(rest)}"
