"""An id changed everywhere in the files of a dossier, by place; a record keeps the old one under `was`."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from msgspec import inspect

from caucasus_tui.dossier.addresses import Address, RecordAt, SourceAt, StatementAt
from caucasus_tui.dossier.ask.selectors import ANY_OF
from caucasus_tui.dossier.loading.by_place import Edits
from caucasus_tui.dossier.loading.convert import at
from caucasus_tui.dossier.loading.dossier_files import DossierFile
from caucasus_tui.dossier.loading.forms import along, stated
from caucasus_tui.dossier.loading.reader import Document, Path, Value
from caucasus_tui.dossier.loading.rules.questions import FORMS
from caucasus_tui.dossier.model import Citation, CitationOrGap, Link, Record, Selector, Source, Statement, Touched
from caucasus_tui.dossier.model.links import Ref


class Leaf(NamedTuple):
    """A text in a file: where, what kind of text (`form`), in which field of what, of which source; whether it is the
    id of what it stands in."""

    path: Path
    text: str
    form: Any
    owner: type
    field: str
    source: str = ""
    is_id: bool = False


class Renamed(NamedTuple):
    """A file that changes. `defines`: what is renamed stands in it."""

    file: DossierFile
    after: bytes
    defines: bool


def named(files: Sequence[DossierFile]) -> Iterator[Address]:
    """The address of each record, source and statement in the files."""
    for leaf in (leaf for file in files for leaf in _all(file) if leaf.is_id):
        if issubclass(leaf.owner, Statement):
            yield StatementAt(leaf.source, leaf.text)
        elif issubclass(leaf.owner, Record):
            yield RecordAt(leaf.owner.kind, leaf.text)
        elif issubclass(leaf.owner, Source):
            yield SourceAt(leaf.text)


def renamed(files: Sequence[DossierFile], old: Address, new: Address) -> Iterator[Renamed]:
    """Each file that changes, that with the id itself last: cut short in between, it can be done again. Raises
    EditError."""
    changed = [found for file in files if (found := _file(file, old, new))]
    yield from sorted(changed, key=lambda found: found.defines)


def _file(file: DossierFile, old: Address, new: Address) -> Renamed | None:
    found = [(leaf, now) for leaf in _all(file) if (now := _renaming(leaf, old, new)) != leaf.text]
    if not found:
        return None
    document = file.document
    edits = Edits(file.content, document)
    wanted = document.value
    defines = False
    for leaf, now in found:
        edits.replace(document.marks[leaf.path], leaf.text, now)
        wanted = _with(wanted, leaf.path, now)
        if leaf.is_id:
            defines = True
            if issubclass(leaf.owner, Record):
                wanted = _keep(edits, document, wanted, leaf, now)
    return Renamed(file, edits.done(wanted), defines)


def _keep(edits: Edits, document: Document, wanted: Value, leaf: Leaf, now: str) -> Value:
    """Write the id that a record had into its `was`, in place of the one that it has again; the value of the file with
    it."""
    path = (*leaf.path[:-1], "was")
    if path not in document.marks:
        mark = document.marks[leaf.path]
        flow = edits.text.startswith("{", edits.offset(document.marks[leaf.path[:-1]]))
        before = edits.before(document.key_marks[leaf.path])
        indent = edits.line_end + " " * len(before)
        place = edits.word(mark, leaf.text)[1] if flow else edits.end_of_line(mark)
        edits.insert(place, f"{', ' if flow else indent}was: [{leaf.text}]")
        return _with(wanted, path, [leaf.text])
    had, start = at(document.value, path), document.marks[path]
    if had == now or (isinstance(had, list) and now in had):
        again = (*path, had.index(now)) if isinstance(had, list) else path
        edits.replace(document.marks[again], now, leaf.text)
        return _with(wanted, again, leaf.text)
    if isinstance(had, str):
        edits.insert(edits.offset(start), f"[{leaf.text}, ")
        edits.insert(edits.word(start, had)[1], "]")
        return _with(wanted, path, [leaf.text, had])
    several = had if isinstance(had, list) else []
    if several and not edits.text.startswith("[", edits.offset(start)):
        first = document.marks[*path, 0]
        edits.insert(edits.offset(first), leaf.text + edits.line_end + edits.before(first))
    else:
        edits.insert(edits.offset(start) + 1, leaf.text + (", " if several else ""))
    return _with(wanted, path, [leaf.text, *several])


def _all(file: DossierFile) -> Iterator[Leaf]:
    """Every text in a file, with what it is by the type of the file."""
    value = file.document.value
    source = value.get("id") if isinstance(value, dict) and file.form is Source else ""
    yield from _leaves(value, inspect.type_info(file.form), (), object, "", str(source or ""))


def _leaves(value: Value, form: inspect.Type, path: Path, owner: type, field: str, source: str) -> Iterator[Leaf]:
    form = stated(form)
    if isinstance(form, inspect.VarTupleType):
        items = enumerate(value) if isinstance(value, list) else ()
        for index, item in items:
            yield from _leaves(item, form.item_type, (*path, index), owner, field, source)
        if not isinstance(value, list):  # one value, without brackets
            yield from _leaves(value, form.item_type, path, owner, field, source)
    elif isinstance(form, inspect.StructType) and isinstance(value, dict):
        for part in form.fields:
            if part.encode_name in value:
                where = (*path, part.encode_name)
                for leaf in _leaves(value[part.encode_name], part.type, where, form.cls, part.name, source):
                    yield leaf._replace(is_id=leaf.is_id or (part.name == "id" and leaf.path == where))
                if form.cls is Selector and part.name == "where":
                    yield from _selected(value, where)
    elif isinstance(value, str):
        yield Leaf(path, value, getattr(form, "cls", str), owner, field, source)


def _selected(selector: dict[str, Value], path: Path) -> Iterator[Leaf]:
    """The values that a selector looks for, as what the field has that they are looked for in."""
    where, kind = selector["where"], FORMS.get(str(selector.get("every")))
    if not isinstance(where, dict) or kind is None:
        return
    for key, wanted in where.items():
        *_, (owner, fields, field) = along(kind, key.partition(ANY_OF)[0])  # `targets or toward`: both are of one kind
        form = getattr(fields.get(field), "cls", str)
        for index, text in enumerate(wanted if isinstance(wanted, list) else [wanted]):
            if isinstance(text, str):
                yield Leaf((*path, key, *([index] if isinstance(wanted, list) else [])), text, form, owner, field)


def _renaming(leaf: Leaf, old: Address, new: Address) -> str:
    """What a text is to be once `old` is called `new`; mostly what it is."""
    text, form = leaf.text, leaf.form
    cited = (form in (Citation, CitationOrGap) and not text.startswith("gap:")) or (form is Touched and "." in text)
    links_to = form.kind if issubclass(form, Link) else ""
    own = getattr(leaf.owner, "kind", "") if leaf.field == "id" else ""
    if str(old) == text and (form in (Ref, CitationOrGap, Touched) or cited):
        return str(new)
    match old, new:
        case RecordAt(kind, name), RecordAt(_, now) if text == name and kind in (links_to, own):
            return now
        case SourceAt(name), SourceAt(now) if text == name and "source" in (links_to, own):
            return now
        case SourceAt(name), SourceAt(now) if cited and text.startswith(f"{name}:"):
            return f"{now}:{text.partition(':')[2]}"
        case StatementAt(source, name), StatementAt(_, now) if text == name and leaf.source == source:
            return now if own == "statement" or leaf.field == "duplicate_of" else text
    return text


def _with(value: Value, path: Path, now: Value) -> Value:
    """The value with another one at `path`."""
    if not path:
        return now
    step, *rest = path
    if isinstance(value, list) and isinstance(step, int):
        return [_with(item, tuple(rest), now) if index == step else item for index, item in enumerate(value)]
    assert isinstance(value, dict) and isinstance(step, str)
    return {**value, step: _with(value.get(step), tuple(rest), now)}
