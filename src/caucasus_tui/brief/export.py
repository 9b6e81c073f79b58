"""Writing a file that others will rely on: whole or not at all, and never over another by accident."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from caucasus_tui.dossier.text import reason

_unfinished: set[Path] = set()
"""What files are called until they are whole."""


class OutputError(Exception):
    """The file cannot be written; the text says why, and what to do."""


def require_writable(path: Path, *, force: bool) -> None:
    """A look before the work is done. Raises OutputError where `path` may not be written: no folder for it, or a
    file there already."""
    folder = path.parent
    if not folder.is_dir():
        raise OutputError(f"there is no folder {folder}; make it first, or write elsewhere")
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise OutputError(f"{path} is a link that leads nowhere; remove it first") from None
        return
    except OSError as error:
        raise OutputError(f"{path}: {_reason(error)}") from error
    if not stat.S_ISREG(mode):
        raise OutputError(f"{path} is {'a folder' if stat.S_ISDIR(mode) else 'not a plain file'}; choose another name")
    if not force:
        raise OutputError(f"{path} is there already; --force overwrites it")


def write_whole(path: Path, content: bytes, *, force: bool) -> None:
    """Write `content` under a name of its own beside `path`, then give it its name in one step.

    Whoever looks sees the old file or the new one, never a half; on any failure nothing is left behind. A link is
    followed, so that it goes on leading to the file. Raises OutputError.
    """
    require_writable(path, force=force)
    try:
        target = path.resolve()
        beside = target.with_name(f".{target.name[:100]}.{os.urandom(6).hex()}.tmp")
        _unfinished.add(beside)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if force and target.exists():
                beside.chmod(stat.S_IMODE(target.stat().st_mode))
            _name(beside, target, force=force)
        finally:
            with suppress(FileNotFoundError):
                beside.unlink()
    except FileExistsError:
        raise OutputError(f"{path} is there already; --force overwrites it") from None
    except OSError as error:
        raise OutputError(f"{path}: {_reason(error)}") from error


def abandon() -> None:
    """Leave nothing of what is being written in other threads: the program ends before they do."""
    for beside in _unfinished:
        with suppress(OSError):
            beside.unlink()


@contextmanager
def all_or_nothing(folder: Path, names: Iterable[str]) -> Iterator[list[Path]]:
    """Gives a list for the files that are made. Where an error ends it they are removed again, and so are `folder` and
    the folders on the way to it and to `names` in it, as far as they were not there."""
    ways = {way for name in names for way in (folder / name).parents if not way.exists()}
    made: list[Path] = []
    try:
        yield made
    except (OSError, OutputError):
        deepest_first = sorted(ways, key=lambda way: len(way.parts), reverse=True)
        for undo in (*(file.unlink for file in made), *(way.rmdir for way in deepest_first)):
            with suppress(OSError):
                undo()
        raise


def _name(beside: Path, target: Path, *, force: bool) -> None:
    """Without force the name must be free at that very moment, which only a hard link can promise."""
    if force:
        beside.replace(target)
        return
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError from None
        beside.replace(target)


def _reason(error: OSError) -> str:
    return f"cannot be written ({reason(error)})"
