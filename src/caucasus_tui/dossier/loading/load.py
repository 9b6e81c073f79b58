"""A folder with `data/` and `seeds/` to a checked dossier, or to all that is wrong with it, each with its place."""

from collections.abc import Callable
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from caucasus_tui.dossier.loading.check import Breach, Unread, check
from caucasus_tui.dossier.loading.convert import at, convert, forget_made
from caucasus_tui.dossier.loading.files import SIZE_LIMIT
from caucasus_tui.dossier.loading.folder import DATA, OUTLINE, SEEDS, data_files, entries, folder_id, require_dossier
from caucasus_tui.dossier.loading.formats import Old, format_of, modernised, notes, older
from caucasus_tui.dossier.loading.positions import Positions, addresses, any_address, group_of, texts
from caucasus_tui.dossier.loading.reader import Document, parse, put_aside, read
from caucasus_tui.dossier.loading.strays import not_read
from caucasus_tui.dossier.model import FORMAT, About, Cited, Dossier, Source, When
from caucasus_tui.dossier.model.dossier import NO_RECORDS, forget_tables
from caucasus_tui.dossier.model.layers import layered, named
from caucasus_tui.dossier.problems import DossierError, Problem, in_order
from caucasus_tui.dossier.text.clean import clean

_ABOUT = "dossier"
_FIELDS: dict[str, Any] = get_type_hints(Dossier)
FORMS = {_ABOUT: About} | {name: form for name, form in _FIELDS.items() if name not in NO_RECORDS}
"""From the name of a file in `data/`, without .yaml, or of a folder of such files, to the type of what it holds."""
IN_FOLDERS = FORMS.keys() - {_ABOUT}
"""Those of which there may be a folder."""

_NO_ABOUT = About(
    title="-",
    short_title="-",
    version="-",
    as_of=When(role="as-of", as_stated="-"),
    bottom_line=(Cited(text="-", cites=()),),
)
"""Stands in while the rules look at the other files of a dossier whose `data/dossier.yaml` cannot be read."""


class Loaded(Struct, frozen=True):
    """A dossier without errors, and where each thing in it was written."""

    dossier: Dossier
    positions: Positions


def load(
    root: Traversable, limit: int = SIZE_LIMIT, progress: Callable[[str, float], None] = lambda what, share: None
) -> Loaded:
    """The dossier in a folder; `limit` is the largest file that is read, in bytes; `progress` is told what is being
    done, and the share of it that is.

    Raises DossierError with every problem of every file, and of what the files say together, unless all of them are
    only things to do: those stand in the dossier.
    """
    require_dossier(root)
    reading = _Reading(limit)
    # What the dossier is about says in which format all the other files are.
    in_data = sorted(data_files(root, IN_FOLDERS), key=lambda file: file[0] != f"{_ABOUT}.yaml")
    files = [(reading.data, name, entry) for name, entry in in_data]
    files += [(reading.seed, entry.name, entry) for entry in entries(root / SEEDS)]
    sizes = [_size(entry) for *_, entry in files]
    for number, (take, name, entry) in enumerate(files):
        progress("reading", sum(sizes[:number]) / (sum(sizes) or 1))
        take(name, entry)
        if reading.format > FORMAT:
            message = (
                f"format {reading.format} is newer than this program, which reads up to {FORMAT}; install a newer one"
            )
            raise DossierError([reading.about.problem(message, ("format",))])
    if reading.format < FORMAT and reading.about.value is not None:
        reading.problems.append(older(reading.about))
    forget_made()
    progress("checking", 0.0)
    dossier = reading.dossier(folder_id(root))
    breaches = sorted(check(dossier, reading.unread()), key=lambda breach: group_of(breach.ref))
    problems = [*reading.problems, *(_placed(breach, reading.positions) for breach in breaches)]
    forget_tables(dossier)
    if not all(problem.todo for problem in problems):
        raise DossierError(problems)
    return Loaded(layered(replace(dossier, todo=in_order(problems))), reading.positions)


def _size(entry: Traversable) -> int:
    """The length of a file, for reckoning how far one is; 0 where it has none."""
    try:
        return entry.stat().st_size if isinstance(entry, Path) else 0
    except OSError:
        return 0


def _placed(breach: Breach, positions: Positions) -> Problem:
    position = positions.find(breach.ref, breach.value, breach.nth, again=breach.again)
    file, line, column = position or (breach.ref, None, None)
    return Problem(
        file=file,
        line=line,
        column=column,
        message=breach.message,
        kind=breach.kind,
        todo=breach.todo,
        about=breach.ref,
    )


class _Reading:
    """What has been read so far, and what could not be."""

    def __init__(self, limit: int) -> None:
        self.problems: list[Problem] = []
        self.positions = Positions()
        self.about = Document(file=f"{DATA}/{_ABOUT}.yaml")
        self.format = 1
        self._limit = limit
        self._values: dict[str, Any] = {}
        self._sources: list[Source] = []
        self._unread: set[str] = set()
        self._unread_texts: set[str] = set()

    def data(self, name: str, entry: Traversable) -> None:
        """`name`: its path within `data/`."""
        stem, _, suffix = name.rpartition(".")
        folder, folded, _ = name.partition("/")
        kind = folder if folded else stem
        if folded and any(mark in stem for mark in (".sync-conflict-", "conflicted copy")):
            self._stray(
                f"{DATA}/{clean(name)}", "not read; a sync program left it where two had changed one", todo=True
            )
        elif suffix == "yaml" and kind in FORMS:
            value = self._take(entry, f"{DATA}/{clean(name)}", stem, FORMS[kind])
            before = self._values.get(kind)
            self._values[kind] = (*before, *value) if before and value else value or before
        elif folded and entry.name != "README.md":
            message = f"not read; {DATA}/{kind}/ holds files of {kind}, each with .yaml"
            self._stray(f"{DATA}/{clean(name)}", message, todo=suffix != "yml")
        elif name not in ("README.md", OUTLINE):
            message, meant = not_read(name, entry, FORMS)
            self._stray(f"{DATA}/{clean(entry.name)}", message, todo=not meant)
            if meant:  # what leads into it is not what is wrong
                self._unread.update(any_address(FORMS[meant], meant))

    def seed(self, name: str, entry: Traversable) -> None:
        stem, _, suffix = name.rpartition(".")
        file = f"{SEEDS}/{clean(entry.name)}"
        if suffix == "yaml" and not set(stem) & set(" ()."):
            source = self._take(entry, file, clean(stem), Source)
            if source is not None:
                self._sources.append(source)
                if source.id != stem:
                    message = f"the id of this source is {source.id!r}; name the file {source.id}.yaml, or mend the id"
                    _, line, column = self.positions.find(f"source:{source.id}", source.id) or (file, None, None)
                    self.problems.append(Problem(file=file, line=line, column=column, message=message))
                    self._unread.update(any_address(Source, stem))  # those who cite it by the name of its file
        elif suffix == "yml":
            self._stray(file, f"not read; name it {clean(stem)}.yaml")
            self._unread.update(any_address(Source, clean(stem)))  # what cites it is not what is wrong
        elif entry.name not in ("README.md", "originals"):
            self._stray(file, "not read; seeds/ holds one .yaml file per source, README.md and originals/", todo=True)

    def dossier(self, default_id: str) -> Dossier:
        """What could be read; `default_id` where it says none of its own."""
        if _ABOUT not in self._values:
            self._stray(f"{DATA}/{_ABOUT}.yaml", "no such file; it says what the dossier is about, and as of when")
            self._unread.update(any_address(About, _ABOUT))
        values = {name: value for name, value in self._values.items() if value is not None}
        about = values.pop(_ABOUT, _NO_ABOUT)
        about = replace(about, id=about.id or default_id)
        read = Dossier(about=about, sources=tuple(self._sources), **values)
        dossier = named(read)
        forget_tables(read)
        return dossier

    def unread(self) -> Unread:
        return Unread(frozenset(self._unread), frozenset(self._unread_texts))

    def _stray(self, file: str, message: str, *, todo: bool = False) -> None:
        self.problems.append(Problem(file=file, message=message, kind="file that is not read", todo=todo))

    def _take(self, entry: Traversable, file: str, stem: str, form: Any) -> Any:
        """The value of a file, as a `form`, as far as it can be read; None where it cannot be read at all."""
        written = read(entry, file, self._limit)
        if form is About:
            self.about, self.format = written, format_of(written.value)
        document, olds = _of_today(written, form, old=self._old)
        self.problems += (*notes(written, olds), *document.problems, *document.todo)
        if document.problems:  # even where only a key stands twice: it may be a record that lost its first line
            self._unread.update(any_address(form, stem))
            self._unread_texts.add("*")
        if document.value is None and (document.problems or form is not About):
            if form is Source and not document.problems:
                self._stray(
                    file, "nothing is in it yet; 'add FILE' begins one with the paragraphs of a text", todo=True
                )
            return None  # not readable, or nothing is in it yet
        converted = convert(document.value, form)
        as_written = document.value is written.value and not (converted.added or converted.faults)
        document = replace(document, value=converted.plain, added=converted.added)
        again = partial(_again, written.content, file, form, old=self._old, as_written=as_written)
        if as_written and written.events:
            again = put_aside(written, written.events)
        self.positions.add(document, form, stem, again)
        self.problems += (
            document.problem(fault.message, fault.path, at_key=fault.at_key, kind="key or value")
            for fault in converted.faults
        )
        if converted.left_out:
            for ref, path in addresses(document.value, form, stem):
                if any(path[:length] in converted.left_out for length in range(len(path) + 1)):
                    self._unread.add(ref)
        if converted.value is None:  # what else it may have held, nobody can tell
            self._unread.update(any_address(form, stem))
        for out in converted.left_out:
            self._unread_texts.update(text for _, text in texts(at(document.value, out)))
        return converted.value

    @property
    def _old(self) -> bool:
        return self.format < FORMAT


def _of_today(written: Document, form: Any, *, old: bool) -> tuple[Document, tuple[Old, ...]]:
    return modernised(written, form) if old else (written, ())


def _again(content: bytes, file: str, form: Any, *, old: bool, as_written: bool) -> Document:
    """What was made of the content of a file of a dossier, which may be what is written there. No method, which would
    hold all that was read."""
    document, _ = _of_today(parse(content, file), form, old=old)
    if as_written:
        return document
    converted = convert(document.value, form)
    return replace(document, value=converted.plain, added=converted.added)
