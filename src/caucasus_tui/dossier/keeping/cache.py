"""A dossier without reading its YAML again: as it was when these same files were last read and found sound.

The cache never holds a dossier with problems, and `check` never asks it.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from caucasus_tui.dossier.keeping.beside import Beside, placed
from caucasus_tui.dossier.keeping.fingerprint import file_marks, fingerprint
from caucasus_tui.dossier.keeping.kept_since import KeptSince
from caucasus_tui.dossier.keeping.shelf import LARGE
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.keeping.trusted import trusted
from caucasus_tui.dossier.loading.files import SIZE_LIMIT
from caucasus_tui.dossier.loading.folder import folder_id
from caucasus_tui.dossier.model.dossier import Dossier, forget_tables

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Progress = Callable[[str, float], None]
"""What is being done, and the share of it that is."""


STAGES = {"reading": (0.0, 0.2), "checking": (0.2, 0.15), "keeping": (0.35, 0.65)}
"""Where in the whole each stage begins, and how much of it is its own; as measured on 100,000 statements."""


def share_done(stage: str, share: float) -> float:
    """How much of the whole is done with a share of a stage, from 0 to 1."""
    start, part = STAGES[stage]
    return start + part * share


def _untold(what: str, share: float) -> None:
    """Progress that nobody looks at."""


_HEAD, _SHELF = "dossier", "shelf"


class _Kept(Struct, frozen=True, array_like=True):
    """A dossier; a large one without its paragraphs, and how the shelf that has them looks to the system; its later
    layer, if it has one, by itself."""

    shelf: tuple[int, int, int] | None
    dossier: Dossier
    since: msgspec.Raw = msgspec.Raw(b"null")


def open_cached(
    root: "Traversable | str", *, limit: int = SIZE_LIMIT, store: Store | None = None, progress: Progress = _untold
) -> Dossier:
    """The dossier in a folder, from the cache where it can be; else it is read, checked and kept. `limit` is that of
    `load`. Raises DossierError with every problem, as `load` does."""
    if not isinstance(root, str | os.PathLike):  # inside a zip: it has no times, and is small
        return _load(root, limit, progress)
    store, folder = store or Store(), os.fspath(root)
    key = fingerprint(folder, store, limit, folder_id(root))
    if key and (found := recall(store, key)):
        return found
    before = _look(folder)
    dossier = _load(root, limit, progress)
    # What changed while it was read may be half in it.
    if key and before == _look(folder) and key == fingerprint(folder, store, limit, folder_id(root)):
        kept = keep(store, key, dossier, progress)
        if kept and (found := recall(store, key)):
            forget_tables(dossier)
            return found
    return dossier


def recall(store: Store, key: str) -> Dossier | None:
    """What was kept under a fingerprint, or None."""
    content = store.read(_HEAD, key)
    if content is None:
        return None
    try:
        kept = msgspec.json.decode(content, type=_Kept, dec_hook=trusted)
        dossier = kept.dossier
        if (since := bytes(kept.since)) != b"null":
            dossier = msgspec.structs.replace(dossier, since=KeptSince(since))
        if kept.shelf:
            from caucasus_tui.dossier.keeping.shelf.shelved_dossier import resting_on
            from caucasus_tui.dossier.keeping.shelf.tables import Shelf

            path = store.path(_SHELF, key)
            if _marks(path) != kept.shelf:
                return None
            dossier = resting_on(Shelf(path), dossier)
    except (msgspec.MsgspecError, ImportError, OSError, ValueError, RecursionError):
        return None
    return placed(dossier, Beside(store, key))


def keep(store: Store, key: str, dossier: Dossier, progress: Progress = _untold) -> bool:
    """Keep a dossier that was found sound; whether that could be done."""
    marks = None
    if sum(len(part.statements) for source in dossier.sources for part in source.paragraphs) >= LARGE:
        try:
            from caucasus_tui.dossier.keeping.shelf.writing import write
        except ImportError:  # a Python without SQLite: it is read whole, which takes longer and is no less right
            pass
        else:
            if not store.make(_SHELF, key, lambda path: write(path, dossier, lambda share: progress("keeping", share))):
                return False
            try:
                marks = _marks(store.path(_SHELF, key))
            except OSError:  # let go of already, by another program that tidied up
                return False
            dossier = msgspec.structs.replace(dossier, sources=())
    since = msgspec.Raw(msgspec.json.encode(dossier.since, enc_hook=str))
    kept = _Kept(marks, msgspec.structs.replace(dossier, since=None), since)
    if not store.write(_HEAD, key, msgspec.json.encode(kept, enc_hook=str)):
        return False
    if marks and dossier.since:  # that of a small one is made when it is first searched
        from caucasus_tui.dossier.search.index_tables import later_layer, tables_of

        alone = later_layer(placed(dossier, Beside(store, key)))
        tables_of(alone)
        forget_tables(alone)
    return True


def _marks(path: str) -> tuple[int, int, int]:
    """What no change to a file leaves as it is. Raises OSError where there is none."""
    status = os.stat(path)
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _load(root: "Traversable | str", limit: int, progress: Progress) -> Dossier:
    from pathlib import Path

    from caucasus_tui.dossier.loading.load import load

    return load(Path(root) if isinstance(root, str) else root, limit, progress).dossier


def _look(folder: str) -> object:
    try:
        return file_marks(folder)
    except OSError:
        return None
