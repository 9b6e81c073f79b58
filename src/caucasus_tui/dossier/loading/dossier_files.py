"""The files of a dossier as they are written, for what changes them."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from caucasus_tui.dossier.loading.files import read_bytes
from caucasus_tui.dossier.loading.folder import DATA, SEEDS, data_files, entries, require_dossier
from caucasus_tui.dossier.loading.load import FORMS, IN_FOLDERS
from caucasus_tui.dossier.loading.reader import Document, parse, read
from caucasus_tui.dossier.model.sources import Source
from caucasus_tui.dossier.problems import DossierError
from caucasus_tui.dossier.text.clean import clean

ABOUT = f"{DATA}/dossier.yaml"


class DossierFile(NamedTuple):
    """`path` from the folder of the dossier; `form`: the type of what it holds."""

    path: str
    form: Any
    content: bytes
    document: Document


def dossier_files(folder: Path, limit: int) -> list[DossierFile]:
    """Every file that is read, by name. Raises DossierError with what is no YAML, OSError."""
    require_dossier(folder)
    found = [_file(folder, *where, limit) for where in _paths(folder)]
    if problems := [problem for file in found for problem in file.document.problems]:
        raise DossierError(problems)
    return found


def marking_in(folder: Traversable) -> str:
    """Who may have what is said of a dossier, as far as it can be read; it need not be sound to say so."""
    about = read(folder / DATA / "dossier.yaml", ABOUT).value
    said = about.get("marking") if isinstance(about, dict) else None
    return clean(said) if isinstance(said, str) else ""


def _paths(folder: Path) -> Iterator[tuple[str, Any]]:
    for name, _ in data_files(folder, IN_FOLDERS):
        if name.endswith(".yaml") and (form := FORMS.get(name.partition("/")[0].removesuffix(".yaml"))):
            yield f"{DATA}/{name}", form
    for entry in entries(folder / SEEDS):
        if entry.name.endswith(".yaml"):
            yield f"{SEEDS}/{entry.name}", Source


def _file(folder: Path, path: str, form: Any, limit: int) -> DossierFile:
    content = read_bytes(folder / path, limit)
    return DossierFile(path, form, content, parse(content, path))
