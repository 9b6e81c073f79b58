"""What every command that reads a dossier does first."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from caucasus_tui.dossier.dossier import Dossier

if TYPE_CHECKING:
    from caucasus_tui.dossier.load import Loaded
    from caucasus_tui.dossier.originals import Originals

OK, PROBLEMS, USAGE, INTERNAL = 0, 1, 2, 70
"""Exit statuses: fine; problems in the data, or nothing found; wrong use; a fault of ours."""


def open_loaded(options: argparse.Namespace) -> "Loaded | None":
    """The dossier meant by `--dossier`, else the bundled one, and where all in it was written; None, with every problem
    on stderr, if it is not sound."""
    from caucasus_tui.dossier.load import bundled, load
    from caucasus_tui.dossier.problems import DossierError

    try:
        return load(Path(options.dossier) if options.dossier else bundled())
    except DossierError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return None


def open_dossier(options: argparse.Namespace) -> Dossier | None:
    """The dossier of `open_loaded`, without its places."""
    loaded = open_loaded(options)
    return loaded.dossier if loaded else None


def open_originals(options: argparse.Namespace, dossier: Dossier) -> "Originals":
    """The original texts that the reader has put into the dossier, or for the bundled one into the user's data folder."""
    from platformdirs import user_data_path

    from caucasus_tui.dossier.folder import SEEDS, bundled
    from caucasus_tui.dossier.originals import Folder, find_originals

    own = "seeds/originals/"
    if options.dossier:
        folders = [Folder(Path(options.dossier) / SEEDS / "originals", own)]
    else:
        home, user = str(Path.home()), user_data_path("caucasus-tui", appauthor=False) / "originals"
        shown = f"~{str(user).removeprefix(home)}" if str(user).startswith(home) else str(user)
        folders = [Folder(user, f"{shown}/"), Folder(bundled() / SEEDS / "originals", own)]
    return find_originals(dossier.sources, folders)
