"""The folder a dossier lives in: `data/`, `seeds/`, and which files in them are read."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from caucasus_tui.dossier.clean import clean
from caucasus_tui.dossier.problems import DossierError, Problem

DATA, SEEDS = "data", "seeds"


def bundled() -> Traversable:
    """The root of the dossier that comes with the program: the packaged copy, else the source tree.

    Raises DossierError where the program was installed without it.
    """
    packaged = files("caucasus_tui") / "_bundled"
    if (packaged / DATA).is_dir():
        return packaged
    source_tree = Path(__file__).resolve().parents[3]
    if (source_tree / DATA).is_dir():
        return source_tree
    message = "the bundled dossier is missing; install the program again, or name a dossier with --dossier DIR"
    raise DossierError([Problem(file="caucasus_tui", message=message)])


def require_dossier(root: Traversable) -> None:
    """Raises DossierError, with one problem, where `root` is no folder with `data/` and `seeds/` in it."""
    for name in (DATA, SEEDS):
        if wrong := _folder_problem(root / name):
            remedy = "a dossier is a folder with data/ and seeds/; 'caucasus-tui new DIR' makes one to start from"
            raise DossierError([Problem(file=clean(str(root)), message=f"not a dossier, {wrong}: {remedy}")])


def entries(folder: Traversable) -> list[Traversable]:
    """What is in a folder, by name, without hidden files and what editors leave behind.

    Raises DossierError where the folder may not be read.
    """
    try:
        found = [entry for entry in folder.iterdir() if not entry.name.startswith((".", "#")) and entry.name[-1] != "~"]
    except OSError as error:
        raise DossierError([Problem(file=f"{clean(folder.name)}/", message=_refusal(error))]) from error
    return sorted(found, key=lambda entry: entry.name)


def _folder_problem(folder: Traversable) -> str:
    try:
        if isinstance(folder, Path) and folder.is_symlink():
            return f"its {folder.name}/ is a link, and links are not followed"
        return "" if folder.is_dir() else f"no folder {folder.name}/ in it"
    except OSError as error:
        return f"its {folder.name}/ {_refusal(error)}"


def _refusal(error: OSError) -> str:
    return f"cannot be read ({(error.strerror or type(error).__name__).lower()})"
