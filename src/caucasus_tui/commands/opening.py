"""What every command that reads a dossier does first, and how a command ends."""

import os
from typing import TYPE_CHECKING

from caucasus_tui.commands import COMMANDS
from caucasus_tui.config.theme_names import KNOWN

if TYPE_CHECKING:
    import argparse
    from importlib.resources.abc import Traversable

    from caucasus_tui.dossier.loading.load import Loaded
    from caucasus_tui.dossier.loading.originals import Originals
    from caucasus_tui.dossier.loading.outline_file import OutlineFile
    from caucasus_tui.dossier.model.dossier import Dossier
    from caucasus_tui.session.library import Library, Opened

OK, PROBLEMS, USAGE = 0, 1, 2
"""Exit statuses: fine; problems in the data, or nothing found; wrong use."""


class Ended(Exception):
    """A command ends here, with a status. `said`: why, a line each, for stderr."""

    def __init__(self, status: int, *said: object) -> None:
        super().__init__(*said)
        self.status, self.said = status, said


def ended(message: str, status: int = USAGE, *, command: str = "") -> Ended:
    """The end of a command, told under the program's name, and its own where that says more."""
    return Ended(status, f"{f'caucasus-tui {command}'.rstrip()}: {message}")


def require_theme(options: "argparse.Namespace") -> None:
    """Raises Ended for a theme that there is not, also where none is seen: as an option, of the dashboard, as a setting
    that is told."""
    settings = None if options.command in COMMANDS and options.command != "config" else options.settings
    if (name := settings["theme"] if settings else getattr(options, "theme", None)) and name not in KNOWN:
        from caucasus_tui.tui.themes import theme_fault  # loads Textual

        if fault := theme_fault(name):
            raise Ended(USAGE, settings.blame("theme", fault) if settings else f"caucasus-tui: {fault}")


def read_loaded(options: "argparse.Namespace") -> "Loaded":
    """The dossier meant by `--dossier`, else the bundled one, and where all in it was written, read from its files.
    Raises DossierError."""
    from caucasus_tui.commands.progress import Bar
    from caucasus_tui.dossier.loading.load import load

    with Bar(ascii=_in_ascii(options)) as bar:
        return load(_root(options.dossier), size_limit(options), bar)


def open_dossier(options: "argparse.Namespace") -> "Dossier":
    """The same dossier without its places, from the cache where it is there. Raises Ended."""
    from caucasus_tui.session.library import Library

    cache = options.settings.cache
    return open_in(Library(limit=size_limit(options), latin=_in_ascii(options), cache=cache), options).dossier


def open_in(library: "Library", options: "argparse.Namespace") -> "Opened":
    """The same from a library, with the texts that the reader has beside it. Raises Ended, with every problem."""
    from caucasus_tui.commands.progress import Bar
    from caucasus_tui.dossier.problems import DossierError

    try:
        with Bar(ascii=_in_ascii(options)) as bar:
            return library.read(options.dossier or "", bar)
    except DossierError as error:
        raise Ended(PROBLEMS, *error.problems) from error


def outline_beside(options: "argparse.Namespace") -> "OutlineFile":
    """The outline beside the same dossier, not opened yet. Raises DossierError where the bundled one is missing."""
    from caucasus_tui.dossier.loading.outline_file import OutlineFile

    return OutlineFile(_root(options.dossier), size_limit(options))


def marking_beside(options: "argparse.Namespace") -> str:
    """Who may have what is said of the same dossier, read from its file. Raises DossierError where there is none."""
    from caucasus_tui.dossier.loading.dossier_files import marking_in

    return marking_in(_root(options.dossier))


def size_limit(options: "argparse.Namespace") -> int:
    """The largest file to read, in bytes."""
    from caucasus_tui.dossier.loading.files import SIZE_LIMIT

    return SIZE_LIMIT if options.max_file is None else int(options.max_file * 1_000_000)


def _in_ascii(options: "argparse.Namespace") -> bool:
    return bool(getattr(options, "ascii", False))


def folder_of(options: "argparse.Namespace") -> str:
    """The folder of the same dossier; empty where it is in none, or not there."""
    from pathlib import Path

    from caucasus_tui.dossier.problems import DossierError

    try:
        root = _root(options.dossier)
    except DossierError:
        return ""
    return str(root.absolute()) if isinstance(root, Path) else ""


def _root(folder: str | None) -> "Traversable":
    """Raises DossierError where the bundled dossier is meant and missing."""
    if folder:
        from pathlib import Path

        return Path(folder)
    from caucasus_tui.dossier.loading.folder import bundled

    return bundled()


def originals_of(dossier: "Dossier", folder: str | None, *, kiosk: bool = False) -> "Originals":
    """The original texts that the reader has put into the dossier's folder, or for the bundled one, which has none,
    into the user's. In a `kiosk` that does not count, and nobody is told where to put one."""
    from caucasus_tui.dossier.loading.originals import Originals

    places = places_of_originals(folder, kiosk=kiosk)
    if not any(map(_is_there, places.values())):  # as mostly: then nothing else needs to be loaded
        return Originals(places=tuple(places))
    from caucasus_tui.dossier.loading.original_paragraphs import Folder, find_originals

    return find_originals(dossier.sources, [Folder(path, shown) for shown, path in places.items()])


def places_of_originals(folder: str | None, *, kiosk: bool = False) -> "dict[str, Traversable]":
    """The folders where originals may lie, by what a reader is told of each: `seeds/originals/`."""
    from pathlib import Path

    from caucasus_tui.dossier.loading.folder import SEEDS
    from caucasus_tui.dossier.text.clean import clean

    root = _root(folder)
    places: dict[str, Traversable] = {"" if kiosk else "seeds/originals/": root / SEEDS / "originals"}
    if not folder and not kiosk:
        from caucasus_tui.user_folders import user_folder

        # Not by Path, which raises where there is no home.
        home, user = os.path.expanduser("~").rstrip("/"), Path(user_folder("data")) / "originals"  # noqa: PTH111
        shown = f"~{str(user).removeprefix(home)}" if home and str(user).startswith(f"{home}/") else str(user)
        # Nobody is told to put a file among the program's own.
        places = {f"{clean(shown)}/": user, **({} if root.name == "_bundled" else places)}
    return places


def _is_there(folder: "Traversable") -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return True  # who reads it will say what is wrong with it
