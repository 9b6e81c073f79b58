"""The folder a dossier lives in: `data/`, `seeds/`, and which files in them are read."""

import os
import re
from collections.abc import Container
from contextlib import suppress
from typing import TYPE_CHECKING

from caucasus_tui.dossier.problems import DossierError, Problem
from caucasus_tui.dossier.text import unreadable

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

DATA, SEEDS = "data", "seeds"
OUTLINE = "outline.geojson"
"""A file of `data/` that holds no records: coasts and borders for the map."""


def bundled() -> "Traversable":
    """The root of the dossier that comes with the program: the packaged copy, else the source tree.

    Raises DossierError where the program was installed without it.
    """
    if folder := bundled_folder():
        from pathlib import Path

        return Path(folder)
    from importlib.resources import files  # takes long to load, and is needed inside a zip only

    packaged = files("caucasus_tui") / "_bundled"
    if (packaged / DATA).is_dir():
        return packaged
    message = "the bundled dossier is missing; install the program again, or name a dossier with --dossier DIR"
    raise DossierError([Problem(file="caucasus_tui", message=message)])


def bundled_folder() -> str:
    """The same by its path, for whom a path is enough; empty where it has none."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
    folders = (os.path.join(package, "_bundled"), os.path.dirname(os.path.dirname(package)))
    return next((folder for folder in folders if os.path.isdir(os.path.join(folder, DATA))), "")


def require_dossier(root: "Traversable") -> None:
    """A look at the folder alone. Raises DossierError, with one problem, where `root` is no folder with `data/` and
    `seeds/` in it."""
    wrong = _no_folder(root) or _folder_problem(root / DATA) or _folder_problem(root / SEEDS)
    if wrong:
        from caucasus_tui.dossier.text.clean import clean

        remedy = "a dossier is a folder with data/ and seeds/; 'caucasus-tui new DIR' makes one to start from"
        if around := _folder_around(root):
            remedy = f"name the folder of the dossier that it is in, {clean(around)}"
        raise DossierError([Problem(file=clean(str(root)), message=f"not a dossier, {wrong}: {remedy}")])


def _no_folder(root: "Traversable") -> str:
    if not isinstance(root, os.PathLike) or os.path.isdir(root):
        return ""
    return "it is a file" if os.path.isfile(root) else "" if os.path.lexists(root) else "there is no such folder"


def _folder_around(root: "Traversable") -> str:
    """The folder of the dossier that a file or a folder is in; empty where it is in none."""
    from pathlib import Path

    try:
        outer = Path(root).absolute().parents if isinstance(root, os.PathLike) and os.path.lexists(root) else ()
        return next((str(one) for one in outer if (one / DATA).is_dir() and (one / SEEDS).is_dir()), "")
    except OSError:  # one stands in a folder that is gone, or may not look into one above
        return ""


def folder_id(root: "Traversable | str") -> str:
    """The id of a dossier that names none: that of its folder, in lower-case words joined by hyphens."""
    name = os.path.basename(os.path.normpath(root)) if isinstance(root, str) else root.name
    if isinstance(root, str | os.PathLike):
        with suppress(OSError):  # where one stands in a folder that is gone, a relative path leads nowhere
            name = os.path.basename(os.path.realpath(root))
    return "-".join(re.findall("[a-z0-9]+", name.casefold())) or "dossier"


_PASSING = (".tmp", ".temp", ".part", ".crdownload", ".crswap", ".swp", ".swo", ".swx", ".kate-swp")
_OLD_AND_NEW = r"___jb_(?:tmp|old)___$|\.sb-[0-9a-f]{6,}-\w{6}$|^sed\w{6}$|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+\."
"""Names of what JetBrains' editors, those in a sandbox of macOS, `sed -i` and git's merge tools put beside a file.
Made a pattern where a name may be one of them: hardly any is."""


def is_looked_at(name: str) -> bool:
    """Whether a file of this name counts: hidden files and what editors and downloads leave behind do not."""
    of_both = ("_" in name or ".sb-" in name or name.startswith("sed")) and re.search(_OLD_AND_NEW, name)
    is_passing = name.endswith(("~", *_PASSING)) or name.isdigit() or of_both
    return not name.startswith((".", "#", "~$")) and not is_passing


def entries(folder: "Traversable") -> "list[Traversable]":
    """What is in a folder, by name, without hidden files and what editors leave behind.

    Raises DossierError where the folder may not be read.
    """
    try:
        found = [entry for entry in folder.iterdir() if is_looked_at(entry.name)]
    except OSError as error:
        from caucasus_tui.dossier.text.clean import clean

        raise DossierError([Problem(file=f"{clean(folder.name)}/", message=unreadable(error))]) from error
    return sorted(found, key=lambda entry: entry.name)


def data_files(root: "Traversable", kinds: Container[str]) -> "list[tuple[str, Traversable]]":
    """What is in `data/`, by its path there; in place of a folder that is called as one of the `kinds` of file what is
    in that: `events.yaml`, `events/2023.yaml`. The file of a kind comes before its folder.

    Raises DossierError where a folder may not be read.
    """
    found: list[tuple[str, Traversable]] = []
    for entry in entries(root / DATA):
        if entry.name in kinds and not _folder_problem(entry):
            found += [(f"{entry.name}/{inner.name}", inner) for inner in entries(entry)]
        else:
            found.append((entry.name, entry))
    return sorted(found, key=lambda pair: pair[0])


def _folder_problem(folder: "Traversable") -> str:
    try:
        if isinstance(folder, os.PathLike) and os.path.islink(folder):
            return f"its {folder.name}/ is a link, and links are not followed"
        return "" if folder.is_dir() else f"no folder {folder.name}/ in it"
    except OSError as error:
        return f"its {folder.name}/ {unreadable(error)}"
