"""Plain values to records. The fast way is msgspec's; when that fails, a slower walk looks for every mistake."""

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import islice
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import Struct, inspect

from caucasus_tui.dossier.loading.faults import Fault, faults
from caucasus_tui.dossier.loading.forms import leading, stated
from caucasus_tui.dossier.loading.reader import Path, Value
from caucasus_tui.dossier.problems import PROBLEM_LIMIT

T = TypeVar("T")


class Converted(Struct, Generic[T], frozen=True):
    """What came out: the value, without the records that could not be read; their faults; and where they stood."""

    value: T | None
    faults: tuple[Fault, ...] = ()
    left_out: frozenset[Path] = frozenset()
    plain: Value = None
    """The value it was made from, and where brackets were put round one value: see `bracketed`."""
    added: frozenset[Path] = frozenset()


def convert(value: Value, form: type[T]) -> Converted[T]:
    """`value` as a `form`. A record with a fault is left out, alone, so that it does not hide the faults of others."""
    try:
        return Converted(_convert(value, form), plain=value)
    except (ValueError, RecursionError) as error:
        said = str(error)
    info = inspect.type_info(form)
    at: set[Path] = set()
    value = bracketed(value, info, at)
    added = frozenset(at)
    if added:
        with suppress(ValueError, RecursionError):
            return Converted(_convert(value, form), plain=value, added=added)
    found = tuple(islice(faults(value, info), PROBLEM_LIMIT))
    standing = {path for path, _ in addressed(value, info)}
    left_out = frozenset(_nearest(fault.path, standing) for fault in found)
    if found and len(found) < PROBLEM_LIMIT and () not in left_out:
        try:
            return Converted(_convert(_without(value, left_out), form), found, left_out, value, added)
        except (ValueError, RecursionError) as error:
            found = (*found, Fault((), str(error)))
    # Where the walk finds nothing it knows less than msgspec, whose words are better than silence.
    return Converted(None, found or (Fault((), said),), frozenset({()}), value, added)


def bracketed(value: Value, form: inspect.Type, added: set[Path], path: Path = ()) -> Value:
    """The same with one value made a list of one wherever several may stand. `added`: gets where that was done."""
    match form:
        case inspect.UnionType():
            return bracketed(value, stated(form), added, path)
        case inspect.VarTupleType():
            if path and isinstance(value, str | dict):
                added.add(path)
                value = [value]
            if isinstance(value, list):
                return [bracketed(item, form.item_type, added, (*path, number)) for number, item in enumerate(value)]
        case inspect.StructType() if isinstance(value, dict):
            forms = {field.encode_name: field.type for field in form.fields}
            return {
                key: bracketed(item, forms[key], added, (*path, key)) if key in forms else item
                for key, item in value.items()
            }
        case inspect.DictType() if isinstance(value, dict):
            return {key: bracketed(item, form.value_type, added, (*path, key)) for key, item in value.items()}
    return value


def addressed(value: Value, form: inspect.Type, path: Path = ()) -> Iterator[tuple[Path, type[Struct]]]:
    """Where in `value` the things with an address of their own stand (sources, paragraphs, statements, records)."""
    if isinstance(form, inspect.UnionType):
        for part in form.types:
            yield from addressed(value, part, path)
    elif isinstance(form, inspect.VarTupleType) and isinstance(value, list):
        for index, item in enumerate(value):
            yield from addressed(item, form.item_type, (*path, index))
    elif isinstance(form, inspect.StructType):
        if getattr(form.cls, "kind", ""):
            yield path, form.cls
        if isinstance(value, dict):
            for key, inner in leading(form.cls):
                yield from addressed(value.get(key), inner, (*path, key))


def at(value: Value, path: Path) -> Value:
    """The value that `path` leads to."""
    for step in path:
        value = value[step]  # type: ignore[index]
    return value


def _convert(value: Value, form: type[T]) -> T:
    return msgspec.convert(value, form, strict=False, dec_hook=_custom)


def _custom(form: Any, value: object) -> object:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return _made(form, value)


@lru_cache(maxsize=1 << 16)
def _made(form: Any, text: str) -> object:
    """Links and dates are written again and again: each is looked at, and kept in memory, once."""
    return form(text)


forget_made = _made.cache_clear
"""Once a dossier is read, all of them are in it."""


def _nearest(path: Path, standing: set[Path]) -> Path:
    """The smallest item of a list, with an address of its own, that holds what stands at `path`; else the whole."""
    ends = (path[:length] for length in range(len(path), 0, -1))
    return next((end for end in ends if end in standing and isinstance(end[-1], int)), ())


def _without(value: Value, left_out: frozenset[Path], path: Path = ()) -> Value:
    if isinstance(value, dict):
        return {key: _without(item, left_out, (*path, key)) for key, item in value.items()}
    if isinstance(value, list):
        numbered = ((item, (*path, index)) for index, item in enumerate(value))
        return [_without(item, left_out, place) for item, place in numbered if place not in left_out]
    return value
