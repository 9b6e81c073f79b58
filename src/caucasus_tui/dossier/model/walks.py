"""Walks through anything in a dossier: its parts, the statements it cites, the records it points to or holds.

They know no field by name, so what is added to a record is found without a line here.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import TypeVar, get_args

from msgspec import Struct

from caucasus_tui.dossier.model.links import NOT_STATED, Citation, Link
from caucasus_tui.dossier.model.records import Question, Record

T = TypeVar("T", bound=str)


def parts(value: object) -> Iterator[object]:
    """`value` and everything inside it, in the order it was declared: structs, links, citations, texts."""
    yield value
    if isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from parts(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)


def _texts(value: object, form: type[T] | tuple[type[T], ...], found: list[T]) -> list[T]:
    """The texts among the parts that are of a form, or of one of several. Without a generator at each level: lists
    ask this of every row."""
    if isinstance(value, str):
        if isinstance(value, form):
            found.append(value)
    elif isinstance(value, Struct):
        for part in _pointing(type(value))(value):
            if part:  # most fields hold nothing
                _texts(part, form, found)
    elif isinstance(value, tuple):
        for item in value:
            if isinstance(item, form):
                found.append(item)
            elif not isinstance(item, str):
                _texts(item, form, found)
    return found


@cache
def parts_of(form: type[Struct]) -> Callable[[Struct], tuple[object, ...]]:
    """From a struct to what its fields hold."""
    return _getter(form.__struct_fields__)


def hints_of(form: type[Struct]) -> tuple[tuple[str, object], ...]:
    """The fields of a struct, each with its type as it is written: `inspect` takes longer to load than this to run."""
    hints: dict[str, object] = {}
    for base in reversed(form.__mro__):
        hints |= getattr(base, "__annotations__", {})
    return tuple((name, hints[name]) for name in form.__struct_fields__)


@cache
def pointing_fields(form: type[Struct]) -> tuple[str, ...]:
    """Those fields of a struct that may have a link or a citation in them."""
    return tuple(name for name, hint in hints_of(form) if _may_point(hint))


@cache
def _pointing(form: type[Struct]) -> Callable[[Struct], tuple[object, ...]]:
    """From a struct to what those fields hold."""
    return _getter(pointing_fields(form))


def _may_point(hint: object) -> bool:
    if isinstance(hint, type):  # a text of a form of its own may be read as any other
        return issubclass(hint, Struct | str) and hint is not str
    return any(map(_may_point, get_args(hint)))


def _getter(names: tuple[str, ...]) -> Callable[[Struct], tuple[object, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def citations(value: object) -> tuple[Citation, ...]:
    """Every citation in `value`, the record's own first, each once. A question shows statements, and rests on none."""
    if isinstance(value, Question):
        return ()
    own = value.cites if isinstance(value, Record) else ()
    return tuple(dict.fromkeys([*own, *_texts(value, Citation, [])]))


def links(value: object) -> tuple[str, ...]:
    """The address of every record that `value` points to, each once, in the order of its fields. A question shows
    records, and points to none."""
    if isinstance(value, Question):
        return ()
    return tuple(dict.fromkeys(link.ref for link in _texts(value, Link, []) if link != NOT_STATED))


def cites_and_links(record: Record) -> tuple[Iterable[str], Iterable[str]]:
    """What `citations` and `links` give, in one walk."""
    if isinstance(record, Question):
        return (), ()
    found = _texts(record, (Citation, Link), [])
    cites = (text for text in found if isinstance(text, Citation))
    refs = (text.ref for text in found if isinstance(text, Link) and text != NOT_STATED)
    return dict.fromkeys((*record.cites, *cites)), dict.fromkeys(refs)


def with_inner(record: Record) -> Iterator[Record]:
    """A record, and those that stand inside it, such as the terms of an agreement."""
    yield record
    for field in _holding(type(record)):
        for inner in getattr(record, field):
            yield from with_inner(inner)


@cache
def _holding(form: type[Record]) -> tuple[str, ...]:
    """The fields of a form of record that hold records."""
    return tuple(
        field
        for field, hint in form.__annotations__.items()
        if any(isinstance(part, type) and issubclass(part, Record) for part in get_args(hint))
    )
