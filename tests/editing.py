"""An editor at work on the tiny dossier while a dashboard shows it."""

import shutil
from pathlib import Path

from msgspec.structs import replace

from caucasus_tui.session.library import Library
from caucasus_tui.session.watching import Watched
from caucasus_tui.tui.app import Dashboard
from tests.screen import Reader, session

TINY = Path(__file__).parent / "tiny"


def own_copy(path: Path) -> Path:
    """The tiny dossier to edit, in a folder of its own."""
    shutil.copytree(TINY, path / "dossier")
    return path / "dossier"


def dashboard(folder: Path, library: Library | None = None) -> Dashboard:
    """A dashboard on the dossier in a folder, as the command line opens it."""
    library = replace(library or Library(), files=Watched(folder))
    return Dashboard(session(library.read(str(folder)).dossier), library=library)


def edit(folder: Path, old: str, new: str) -> None:
    events = folder / "data" / "events.yaml"
    events.write_text(events.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


async def looked(reader: Reader) -> str:
    """Look at the files as often as it takes to see that an edit is complete, and read it; returns the screen."""
    for _ in range(2):
        reader.app.reloader.look()
        await reader.rest()
    return reader.screen
