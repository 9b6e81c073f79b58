"""One word for what the files of a dossier say and for the program that reads them: the same again, or another.

Standard library only, and little of it: this runs at each start.
"""

import os
import time
from collections.abc import Iterator

from caucasus_tui import __version__
from caucasus_tui.dossier.keeping.store import TICK, Store, digest
from caucasus_tui.dossier.loading.files import read_bytes
from caucasus_tui.dossier.loading.folder import DATA, OUTLINE, SEEDS, is_looked_at

Mark = tuple[str, int, int, int, int]
"""Name, size, times of the last change to content and to description (which nobody can set back), and number of a file.
What is no plain file has its name, size -1 and zeros."""
_KNOWN = "known"


def fingerprint(root: str, store: Store, *how: object) -> str | None:
    """The word for the dossier in a folder, read in a certain way; None where there is none, or it cannot be read."""
    try:
        # The outline of the map is none of what is kept: whoever draws it reads it.
        marks = tuple(mark for mark in file_marks(root) if mark[0] != f"{DATA}/{OUTLINE}")
        return digest(repr((program(), _content(root, marks, store), *how)).encode())
    except (OSError, ValueError):
        return None


def file_marks(root: str) -> tuple[Mark, ...]:
    """Everything that the reader looks at in `data/`, its folders and `seeds/`. Raises OSError where one is none."""
    found: list[Mark] = []
    for folder in (DATA, SEEDS):
        if os.path.islink(os.path.join(root, folder)):
            raise NotADirectoryError(os.path.join(root, folder))
        found += _marks(root, folder)
    return tuple(sorted(found))


def _marks(root: str, folder: str) -> Iterator[Mark]:
    with os.scandir(os.path.join(root, folder)) as entries:
        for entry in (entry for entry in entries if is_looked_at(entry.name)):
            name = f"{folder}/{entry.name}"
            yield _mark(name, entry)
            if folder == DATA and entry.is_dir(follow_symlinks=False):
                yield from _marks(root, name)


def _mark(name: str, entry: os.DirEntry[str]) -> Mark:
    if not entry.is_file(follow_symlinks=False):
        return name, -1, 0, 0, 0
    status = entry.stat(follow_symlinks=False)
    return name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _content(root: str, marks: tuple[Mark, ...], store: Store) -> str:
    """A digest of names and contents: the one noted when the files looked as they do now, else they are read."""
    look = digest(repr((os.path.abspath(root), marks)).encode("utf-8", "surrogateescape"))
    if noted := store.read(_KNOWN, look):
        return noted.decode()
    content = digest(*_pieces(root, marks))
    newest = max((max(modified, changed) for _, _, modified, changed, _ in marks), default=0)
    if newest + TICK < time.time_ns():
        store.write(_KNOWN, look, content.encode())
    return content


def _pieces(root: str, marks: tuple[Mark, ...]) -> Iterator[bytes]:
    for name, size, *_ in marks:
        content = read_bytes(os.path.join(root, name), size) if size >= 0 else b""
        yield f"{name}\0{size}\0{len(content)}\0".encode("utf-8", "surrogateescape")
        yield content


def program() -> str:
    """A digest of the version and of every module that a dossier goes through, by size and time: a rule that was added
    must be asked, and a field that was added must be read."""
    model = os.path.dirname(os.path.dirname(__file__))
    try:
        state = [(path, status.st_size, status.st_mtime_ns) for path, status in _modules(model)]
    except OSError:
        state = []  # inside a zip: there the version has to tell
    return digest(repr((__version__, state)).encode("utf-8", "surrogateescape"))


def _modules(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                yield entry.path, entry.stat()
            elif entry.name.isidentifier() and entry.is_dir() and not entry.name.startswith("__"):
                yield from _modules(entry.path)
