"""The formats that the files of a dossier have had, and what an older one calls things: read as what they became.

A change of the schema that renames something needs a row in a table here, and no more: the reader, `check` and
`upgrade` go by them.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from msgspec import inspect
from msgspec.structs import replace

from caucasus_tui.dossier.loading.convert import addressed, at
from caucasus_tui.dossier.loading.forms import structs_of
from caucasus_tui.dossier.loading.reader import Document, Path, Value
from caucasus_tui.dossier.model.dossier import FORMAT, About
from caucasus_tui.dossier.problems import Problem
from caucasus_tui.dossier.text import whole_number

KEYS: Mapping[str, Mapping[str, str]] = {
    "actor": {"depends_on.on": "upon", "red_lines": "warnings"},
}
"""By kind of record (`dossier` for data/dossier.yaml): the way to a key that format 1 has, lists passed through, to the
key that it became. YAML 1.1 reads `on` as true; a warning is called a red line by nobody but us."""

GONE: Mapping[str, Mapping[str, str]] = {
    "scenario": {"resolution": "what became of a forecast stands in data/ledger.yaml, with what says so"},
}
"""By kind of record: a key that format 1 has and nothing became of, and where what it said belongs now. It is passed
over; `upgrade` makes it a comment, so that nothing is lost."""

FRAMES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "lever_groups": {
        "can restrain": ("deter", "induce", "convene", "guarantee", "condition", "pressure"),
        "enable or cover": ("enable", "legitimise", "support"),
    },
}
"""Keys of data/dossier.yaml that format 1 had not, and what every dossier of it was shown as if it said."""


KIND = "word of an older format"
"""Of what `check` finds to do."""


class Old(NamedTuple):
    """A key of an older format, where it stands, and what it is called now; one that is gone has no name now."""

    path: Path
    word: str
    now: str


def format_of(value: Value) -> int:
    """The format that `data/dossier.yaml` says it has; 1 where it says none, or nothing that could be read."""
    said = value.get("format") if isinstance(value, dict) else None
    return (whole_number(said) if isinstance(said, str) else None) or 1


def old_words(value: Value, form: Any) -> tuple[Old, ...]:
    """Every word in the value of a file that is called otherwise today. Paths are those of the file."""
    return tuple(old for path, kind in _records(value, form) for old in _old_in(at(value, path), kind, path))


def modernised(document: Document, form: Any) -> tuple[Document, tuple[Old, ...]]:
    """The document in the words of today, with the place of each thing as it is written, and with the frames that went
    without saying; and what was renamed."""
    olds = old_words(document.value, form)
    if form is About and isinstance(document.value, dict):
        unsaid = {key: {name: list(words) for name, words in said.items()} for key, said in FRAMES.items()}
        document = replace(document, value={**unsaid, **document.value})
    if not olds:
        return document, ()
    keys = {old.path: old.now for old in olds if old.now}
    gone = {old.path for old in olds if not old.now}
    return replace(document, value=_renamed(document.value, keys, gone), renamed=keys), olds


def notes(document: Document, olds: tuple[Old, ...]) -> Iterator[Problem]:
    """What `check` says of each old word, at its place in the document as it is written."""
    for old in olds:
        message = _gone(old) or (
            f"the key {old.word!r} is called {old.now!r} since format {FORMAT}; 'caucasus-tui upgrade DIR' writes it"
        )
        yield replace(document.problem(message, old.path, at_key=True, kind=KIND), todo=True)


def older(about: Document) -> Problem:
    """That the files are of an older format, at its number, or where that would stand."""
    message = f"the files are of an older format than {FORMAT}; 'caucasus-tui upgrade DIR' rewrites them"
    return replace(about.problem(message, ("format",), kind="older format"), todo=True)


def _records(value: Value, form: Any) -> Iterator[tuple[Path, str]]:
    """Everything in a file that rows of the tables may be about."""
    if form is About:
        yield (), "dossier"
    told = KEYS.keys() | GONE.keys()
    if not told.isdisjoint(getattr(cls, "kind", "") for cls in structs_of(form)):
        yield from ((path, getattr(cls, "kind", "")) for path, cls in addressed(value, inspect.type_info(form)))


def _old_in(record: Value, kind: str, start: Path) -> Iterator[Old]:
    for way, now in KEYS.get(kind, {}).items():
        for holder, path in _reached(record, way.split(".")[:-1], start):
            word = way.rpartition(".")[2]
            if isinstance(holder, dict) and word in holder and now not in holder:
                yield Old((*path, word), word, now)
    for word in GONE.get(kind, {}):
        if isinstance(record, dict) and word in record:
            yield Old((*start, word), word, "")


def _reached(value: Value, way: list[str], path: Path) -> Iterator[tuple[Value, Path]]:
    """Where a way leads."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _reached(item, way, (*path, index))
    elif not way:
        yield value, path
    elif isinstance(value, dict) and way[0] in value:
        yield from _reached(value[way[0]], way[1:], (*path, way[0]))


def _gone(old: Old) -> str:
    where = next((words[old.word] for words in GONE.values() if old.word in words), "")
    said = f"the key {old.word!r} went with format {FORMAT}: {where}; 'caucasus-tui upgrade DIR' makes it a comment"
    return "" if old.now else said


def _renamed(value: Value, keys: Mapping[Path, str], gone: Set[Path], path: Path = ()) -> Value:
    if isinstance(value, dict):
        kept = [(key, item, (*path, key)) for key, item in value.items() if (*path, key) not in gone]
        return {keys.get(place, key): _renamed(item, keys, gone, place) for key, item, place in kept}
    if isinstance(value, list):
        return [_renamed(item, keys, gone, (*path, index)) for index, item in enumerate(value)]
    return value
