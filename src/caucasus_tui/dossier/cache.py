"""A dossier without reading its YAML again: as it was when these same files were last read and found sound.

The cache never holds a dossier with problems, and `check` never asks it.
"""

import gc
import os
from typing import TYPE_CHECKING, Any

import msgspec

from caucasus_tui.dossier.dossier import Dossier
from caucasus_tui.dossier.fingerprint import file_marks, fingerprint
from caucasus_tui.dossier.store import Store

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_KIND = "dossier"


def open_cached(root: "Traversable", store: Store | None = None) -> Dossier:
    """The dossier in a folder, from the cache where it can be; else it is read, checked and kept.

    Raises DossierError with every problem, as `load` does.
    """
    if not isinstance(root, os.PathLike):  # inside a zip: it has no times, and is small
        return _load(root)
    store, folder = store or Store(), os.fspath(root)
    key = fingerprint(folder, store)
    if key and (found := recall(store, key)):
        return found
    before = _look(folder)
    dossier = _load(root)
    # What changed while it was read may be half in it.
    if key and before and before == _look(folder) and key == fingerprint(folder, store):
        keep(store, key, dossier)
    return dossier


def recall(store: Store, key: str) -> Dossier | None:
    """What was kept under a fingerprint, or None."""
    content = store.read(_KIND, key)
    if content is None:
        return None
    collecting = gc.isenabled()
    gc.disable()  # else it goes through the half-read dossier again and again, at four times the cost of reading it
    try:
        return msgspec.json.decode(content, type=Dossier, dec_hook=_as_checked)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    finally:
        if collecting:
            gc.enable()


def keep(store: Store, key: str, dossier: Dossier) -> bool:
    """Keep a dossier that was found sound; whether that could be done."""
    return store.write(_KIND, key, msgspec.json.encode(dossier, enc_hook=str))


def _as_checked(form: type[Any], value: object) -> object:
    """A link, a citation or a date, whose form was checked before it was kept: that takes half the time of reading."""
    if not (isinstance(value, str) and issubclass(form, str)):
        raise ValueError("not a text")
    return str.__new__(form, value)


def _load(root: "Traversable") -> Dossier:
    from caucasus_tui.dossier.load import load

    return load(root).dossier


def _look(folder: str) -> object:
    try:
        return file_marks(folder)
    except OSError:
        return None
