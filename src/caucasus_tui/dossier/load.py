"""A folder with `data/` and `seeds/` to a checked dossier, or to all that is wrong with it, each with its place."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path as FilePath
from typing import Any, get_type_hints

from msgspec import Struct

from caucasus_tui.dossier.check import Unread, check
from caucasus_tui.dossier.clean import clean
from caucasus_tui.dossier.convert import convert
from caucasus_tui.dossier.dates import When
from caucasus_tui.dossier.dossier import About, Dossier
from caucasus_tui.dossier.positions import Positions, addresses, any_address, at, texts
from caucasus_tui.dossier.problems import DossierError, Problem, did_you_mean
from caucasus_tui.dossier.reader import SIZE_LIMIT, read
from caucasus_tui.dossier.records import Cited
from caucasus_tui.dossier.sources import Source

_ABOUT_FILE = "dossier"
_FORMS: dict[str, Any] = get_type_hints(Dossier)
_DATA_FILES = {_ABOUT_FILE: About} | {name: form for name, form in _FORMS.items() if name not in ("about", "sources")}
_BESIDE_SEEDS = frozenset({"README.md", "originals"})
_NO_ABOUT = About(
    title="-",
    short_title="-",
    version="-",
    as_of=When(role="as-of", as_stated="-"),
    bottom_line=Cited(text="-", cites=()),
)
"""Stands in while the rules look at the other files of a dossier whose `data/dossier.yaml` cannot be read."""


class Loaded(Struct, frozen=True):
    """A dossier without problems, and where each thing in it was written."""

    dossier: Dossier
    positions: Positions


def bundled() -> Traversable:
    """The root of the dossier that comes with the program: the packaged copy, else the source tree.

    Raises DossierError where the program was installed without it.
    """
    packaged = files("caucasus_tui") / "_bundled"
    if (packaged / "data").is_dir():
        return packaged
    source_tree = FilePath(__file__).resolve().parents[3]
    if (source_tree / "data").is_dir():
        return source_tree
    message = "the bundled dossier is missing; install the program again, or name a dossier with --dossier DIR"
    raise DossierError([Problem(file="caucasus_tui", message=message)])


def load(root: Traversable, limit: int = SIZE_LIMIT) -> Loaded:
    """The dossier in a folder; `limit` is the largest file that is read, in bytes.

    Raises DossierError with every problem of every file, and of what the files say together.
    """
    _must_be_dossier(root)
    reading = _Reading(limit)
    for entry in _entries(root / "data"):
        reading.data_file(entry)
    if _ABOUT_FILE not in reading.found:
        reading.problems.append(
            Problem(file="data/dossier.yaml", message="no such file; it says what the dossier is about")
        )
        reading.unread.update(any_address(About, _ABOUT_FILE))
    for entry in _entries(root / "seeds"):
        reading.seed(entry)
    dossier = Dossier(
        about=reading.values.pop(_ABOUT_FILE, _NO_ABOUT), sources=tuple(reading.sources), **reading.values
    )
    unread = Unread(frozenset(reading.unread), frozenset(reading.unread_texts))
    for finding in check(dossier, unread):
        position = reading.positions.find(finding.ref, finding.value, finding.nth)
        file, line, column = position or (finding.ref, None, None)
        reading.problems.append(Problem(file=file, line=line, column=column, message=finding.message))
    if reading.problems:
        raise DossierError(reading.problems)
    return Loaded(dossier, reading.positions)


def _must_be_dossier(root: Traversable) -> None:
    for name in ("data", "seeds"):
        if wrong := _folder_problem(root / name):
            remedy = "a dossier is a folder with data/ and seeds/; 'caucasus-tui new DIR' makes one to start from"
            raise DossierError([Problem(file=clean(str(root)), message=f"not a dossier, {wrong}: {remedy}")])


def _folder_problem(folder: Traversable) -> str:
    try:
        if isinstance(folder, FilePath) and folder.is_symlink():
            return f"its {folder.name}/ is a link, and links are not followed"
        return "" if folder.is_dir() else f"no folder {folder.name}/ in it"
    except OSError as error:
        return f"its {folder.name}/ cannot be read ({(error.strerror or 'error').lower()})"


def _entries(folder: Traversable) -> list[Traversable]:
    try:
        found = [entry for entry in folder.iterdir() if not entry.name.startswith(".") and not entry.name.endswith("~")]
    except OSError as error:
        message = f"cannot be read: {(error.strerror or 'error').lower()}"
        raise DossierError([Problem(file=f"{clean(folder.name)}/", message=message)]) from error
    return sorted(found, key=lambda entry: entry.name)


class _Reading:
    """What has been read so far."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.problems: list[Problem] = []
        self.positions = Positions()
        self.found: set[str] = set()
        self.values: dict[str, Any] = {}
        self.sources: list[Source] = []
        self.unread: set[str] = set()
        self.unread_texts: set[str] = set()

    def data_file(self, entry: Traversable) -> None:
        stem, _, suffix = entry.name.rpartition(".")
        file = f"data/{clean(entry.name)}"
        if suffix != "yaml" or stem not in _DATA_FILES:
            if entry.name != "README.md":
                remedy = did_you_mean(f"{stem or entry.name}.yaml", [f"{name}.yaml" for name in _DATA_FILES])
                known = f"; known are {', '.join(_DATA_FILES)}, each with .yaml"
                self.problems.append(Problem(file=file, message=f"no file of this name is read{remedy or known}"))
            return
        self.found.add(stem)
        value = self._take(entry, file, stem, _DATA_FILES[stem])
        if value is not None:
            self.values[stem] = value

    def seed(self, entry: Traversable) -> None:
        stem, _, suffix = entry.name.rpartition(".")
        file = f"seeds/{clean(entry.name)}"
        if suffix != "yaml":
            if entry.name not in _BESIDE_SEEDS:
                message = "not read; seeds/ holds one .yaml file per source, README.md and originals/"
                self.problems.append(Problem(file=file, message=message))
            return
        source = self._take(entry, file, clean(stem), Source)
        if source is None:
            return
        self.sources.append(source)
        if source.id != stem:
            message = f"the source in this file has the id {source.id!r}; name the file {source.id}.yaml"
            line, column = (self.positions.find(f"source:{source.id}", source.id) or (file, None, None))[1:]
            self.problems.append(Problem(file=file, line=line, column=column, message=message))

    def _take(self, entry: Traversable, file: str, stem: str, form: Any) -> Any:
        """The value of a file, as a `form`, as far as it can be read."""
        document = read(entry, file, self.limit)
        self.problems += document.problems
        if document.value is None and document.problems:
            self.unread.update(any_address(form, stem))
            self.unread_texts.add("*")
            return None
        if document.value is None and form is not About and form is not Source:
            return ()
        converted = convert(document.value, form)
        self.problems += (
            document.problem(fault.message, fault.path, at_key=fault.at_key) for fault in converted.faults
        )
        for ref, path in addresses(document.value, form, stem):
            self.positions.add(ref, document, path)
            if any(path[: len(out)] == out for out in converted.left_out):
                self.unread.add(ref)
        for out in converted.left_out:
            self.unread_texts.update(text for _, text in texts(at(document.value, out)))
        return converted.value
