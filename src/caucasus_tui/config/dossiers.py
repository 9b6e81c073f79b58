"""Dossiers by name: those of the configuration, and the one that comes with the program."""

import os
from pathlib import Path
from typing import NamedTuple

from caucasus_tui.config.config import BUNDLED, Config, ConfigError
from caucasus_tui.dossier.loading.folder import folder_id
from caucasus_tui.dossier.problems import Problem, did_you_mean, short


class NamedDossier(NamedTuple):
    """`folder` is empty for the bundled one."""

    name: str
    folder: str


def is_folder_like(text: str) -> bool:
    """Whether a text can only mean a folder, not a name: `./valley`, `~/valley`, `/srv/valley`, `..`."""
    return text.startswith((".", "~")) or "/" in text or os.sep in text


def dossiers(config: Config) -> list[NamedDossier]:
    """Every dossier that has a name, the bundled one first, then in the order of the file."""
    base = os.path.dirname(config.path)
    named = (NamedDossier(name, _folder(base, own)) for name, own in config.dossiers.items())
    return [NamedDossier(BUNDLED, ""), *named]


def with_first(named: list[NamedDossier], folder: str) -> list[NamedDossier]:
    """`named`, and the dossier in the `folder` that was begun with, by its id, so that others lead back to it."""
    if not folder or os.path.abspath(folder) in (os.path.abspath(other.folder) for other in named if other.folder):
        return named
    own = folder_id(Path(folder))
    taken = {other.name for other in named}
    name = next(name for name in (own, *(f"{own}-{number}" for number in range(2, 99))) if name not in taken)
    return [*named, NamedDossier(name, os.path.abspath(folder))]


def kiosk_dossiers(config: Config) -> list[NamedDossier]:
    """The dossiers that a kiosk opens, the one that it begins with first: those that its file names, and no other.
    Raises ConfigError."""
    named = dossiers(config)[1:]
    if named and "dossier" not in config.lines:
        return named
    wanted = config["dossier"]
    first = find_dossier(config, wanted, base=os.path.dirname(config.path))
    return [NamedDossier(first.name or wanted, first.folder), *(other for other in named if other != first)]


def find_dossier(config: Config, wanted: str, *, base: str = "") -> NamedDossier:
    """The dossier called `wanted`, else the folder of that name; a name counts before a folder, which `./NAME` means.

    `base`: what a relative folder is relative to; without it, where the program was started. Raises ConfigError where
    there are names, and `wanted` is neither one of them nor a folder.
    """
    named = {dossier.name: dossier for dossier in dossiers(config)}
    if wanted in named:
        return named[wanted]
    folder = _folder(base, wanted)
    if config.dossiers and not is_folder_like(wanted) and not os.path.isdir(folder):
        hint = did_you_mean(wanted, named) or f"; there are: {', '.join(named)}"
        message = f"no folder {short(wanted)} here, and no dossier of that name in the configuration{hint}"
        raise ConfigError([Problem(file="caucasus-tui", message=message)])
    return NamedDossier("", folder)


def _folder(base: str, written: str) -> str:
    """`~` and relative folders spelled out."""
    return os.path.normpath(os.path.join(base, os.path.expanduser(written)))
