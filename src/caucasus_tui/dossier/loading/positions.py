"""Where each thing of a dossier was written, so that what is found wrong later can still name the line."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from msgspec import Struct

from caucasus_tui.dossier.loading.convert import addressed, at
from caucasus_tui.dossier.loading.forms import structs_of, type_info
from caucasus_tui.dossier.loading.reader import Document, Path, Value
from caucasus_tui.dossier.loading.rules.scope import ABOUT
from caucasus_tui.dossier.model import About, Paragraph, Source, Statement


class Position(NamedTuple):
    """A place in a file; line and column from 1."""

    file: str
    line: int | None
    column: int | None


Places = dict[str, list[Path]]


class Positions:
    """From the ref of a thing (`lever:eu-economic`, `statement:ecfr-2023:p8.2`, `dossier`) to file, line and column.

    Of a file nothing is kept but what it says, until something in it is looked for; then it is kept until something in
    another one is.
    """

    def __init__(self) -> None:
        self._files: dict[str, list[Callable[[], tuple[Document, Places]]]] = {}
        self._open: tuple[str, list[tuple[Document, Places]]] = ("", [])

    def add(self, document: Document, form: Any, stem: str, again: Callable[[], Document]) -> None:
        """Note what may stand in a file. `again`: the document once more, with its value."""

        def placed() -> tuple[Document, Places]:
            found: Places = {}
            document = again()
            for ref, path in addresses(document.value, form, stem):
                found.setdefault(ref, []).append(path)
            return document, found

        for group in {group_of(ref) for ref in any_address(form, _source_id(document.value, stem))}:
            self._files.setdefault(group, []).append(placed)
        self._open = ("", [])

    def find(self, ref: str, value: str | None = None, nth: int = 0, *, again: bool = False) -> Position | None:
        """Where the thing at `ref` begins, or where a text inside it stands; the nth where an id was used twice;
        `again`: where it stands in a list that had it before.

        None for a ref that was not read from a file.
        """
        if (group := group_of(ref)) != self._open[0]:
            self._open = (group, [placed() for placed in self._files.get(group, ())])
        places = [(document, path) for document, found in self._open[1] for path in found.get(ref, ())]
        if not places:
            return None
        document, start = places[min(nth, len(places) - 1)]
        inside = texts(at(document.value, start), start) if value is not None else iter(())
        found = [path for path, text in inside if text == value] or [start]
        if again:
            lists = [tuple(step for step in path if isinstance(step, str)) for path in found]
            found = [path for number, path in enumerate(found) if lists[number] in lists[:number]] or found
        problem = document.problem("", found[0])
        return Position(problem.file, problem.line, problem.column)


def _source_id(value: Value, stem: str) -> str:
    name = value.get("id") if isinstance(value, dict) else None
    return name if isinstance(name, str) else stem


def group_of(ref: str) -> str:
    """What the refs of a file have in common: the source, where it is one, else the kind of its records. Who looks for
    many has each file read once by looking for those of one group together."""
    kind, _, name = ref.partition(":")
    return f"source:{name.partition(':')[0]}" if kind in _OF_A_SOURCE else kind


_OF_A_SOURCE = frozenset({Source.kind, Paragraph.kind, Statement.kind})


def addresses(value: Value, form: Any, stem: str) -> Iterator[tuple[str, Path]]:
    """The ref and the path of everything in `value` that has an address; `*` for an id that cannot be read.

    `stem`, the name of the file, stands for the id of a source that cannot be read.
    """
    if form is About:
        yield ABOUT, ()
    source = stem
    for path, cls in addressed(value, type_info(form)):
        thing = at(value, path)
        found = thing.get("id") if isinstance(thing, dict) else None
        name = found if isinstance(found, str) else "*"
        if issubclass(cls, Source):
            source = name if name != "*" else stem
        yield _ref(cls, source, name), path


def any_address(form: Any, stem: str) -> Iterator[str]:
    """The refs that the things in a file of this form could have, where nothing in it can be read."""
    if form is About:
        yield ABOUT
    for cls in structs_of(form):
        if getattr(cls, "kind", ""):
            yield _ref(cls, stem, stem if issubclass(cls, Source) else "*")


def _ref(cls: type[Struct], source: str, name: str) -> str:
    kind = getattr(cls, "kind", "")
    return f"{kind}:{source}:{name}" if issubclass(cls, Paragraph | Statement) else f"{kind}:{name}"


def texts(value: Value, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in `value` and its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))
