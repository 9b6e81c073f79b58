"""Whether the files of a dossier, and the program that read them, are what they were."""

import os
from pathlib import Path

from msgspec import Struct

from caucasus_tui import __version__
from caucasus_tui.dossier.files import read_bytes
from caucasus_tui.dossier.folder import DATA, SEEDS, is_read

try:  # as the standard library's `random` does: hashlib brings all of OpenSSL, which takes longer than the hashing
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

SMALL = 2_000_000
"""Bytes. Up to this size the content of a dossier is read and compared at each start; that takes a millisecond."""
_RACE = 2_000_000_000
"""Nanoseconds. A file written twice within a tick of its clock looks the same after both; so a time must be older than
this, by the time it is noted, to be proof of anything."""


class FileMark(Struct, frozen=True, array_like=True):
    """A file as the system describes it. `changed_ns` tells even a change after which the time was set back. Whatever
    is no plain file has nothing but a name."""

    name: str
    size: int = -1
    modified_ns: int = 0
    changed_ns: int = 0
    number: int = 0

    @property
    def newest_ns(self) -> int:
        return max(self.modified_ns, self.changed_ns)


def file_marks(root: Path) -> tuple[FileMark, ...]:
    """Everything in `data/` and `seeds/` that the reader looks at, by name. Raises OSError where there is no such
    folder, or a link in its place."""
    found: list[FileMark] = []
    for folder in (DATA, SEEDS):
        if os.path.islink(root / folder):
            raise NotADirectoryError(folder)
        with os.scandir(root / folder) as entries:
            for entry in entries:
                if is_read(entry.name):
                    found.append(_mark(f"{folder}/{entry.name}", entry))
    return tuple(sorted(found, key=lambda mark: mark.name))


def _mark(name: str, entry: os.DirEntry[str]) -> FileMark:
    if not entry.is_file(follow_symlinks=False):
        return FileMark(name)
    status = entry.stat(follow_symlinks=False)
    return FileMark(name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def same_names(marks: tuple[FileMark, ...], others: tuple[FileMark, ...]) -> bool:
    """Whether the files have the names and sizes they had; if not, their content need not be looked at."""
    return [mark[:2] for mark in map(_parts, marks)] == [mark[:2] for mark in map(_parts, others)]


def _parts(mark: FileMark) -> tuple[str, int]:
    return mark.name, mark.size


def total_size(marks: tuple[FileMark, ...]) -> int:
    return sum(max(mark.size, 0) for mark in marks)


def prove(marks: tuple[FileMark, ...], noted_ns: int) -> bool:
    """Whether the times in `marks`, noted at `noted_ns`, would have told of any later change."""
    return all(mark.newest_ns + _RACE < noted_ns for mark in marks)


def content_digest(root: Path, marks: tuple[FileMark, ...]) -> str:
    """A digest of the names and contents of the files. Raises OSError or ValueError where one cannot be read."""
    digest = blake2b(digest_size=32)
    for mark in marks:
        content = read_bytes(root / mark.name, max(mark.size, 0)) if mark.size >= 0 else b""
        digest.update(f"{mark.name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def digest(data: bytes) -> str:
    return blake2b(data, digest_size=32).hexdigest()


def program() -> str:
    """The version, and in a source tree or an installed package the state of every module that a dossier goes through:
    a rule that was added must be asked, a field that was added must be read."""
    state = blake2b(__version__.encode(), digest_size=32)
    here = os.path.dirname(__file__)
    try:
        for folder, name in _modules(here):
            status = os.stat(os.path.join(folder, name))
            state.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    except OSError:
        pass  # inside a zip: then the version alone has to tell
    return state.hexdigest()


def _modules(folder: str) -> list[tuple[str, str]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    below = [pair for entry in found if entry.is_dir() and entry.name.isidentifier() for pair in _modules(entry.path)]
    return [*((folder, entry.name) for entry in found if entry.name.endswith(".py")), *below]
