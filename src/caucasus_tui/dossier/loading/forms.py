"""The types of the model, as msgspec tells them, looked through."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct, inspect

type_info = cache(inspect.type_info)
"""What a form is made of, found out once: each file that a to-do is looked for in asks."""


def stated(form: inspect.Type) -> inspect.Type:
    """The type of what is there, where something may be or nothing; any other type as it is."""
    if not isinstance(form, inspect.UnionType):
        return form
    return next(part for part in form.types if not isinstance(part, inspect.NoneType))


def single(form: inspect.Type) -> inspect.Type:
    """The type of one value of a field: without the tuple it may stand in, and without None."""
    form = stated(form)
    return single(form.item_type) if isinstance(form, inspect.VarTupleType) else form


def along(form: type, way: str) -> Iterator[tuple[type, dict[str, inspect.Type], str]]:
    """The steps of a dotted way through fields: in which struct, its fields with the type of one value, and the name of
    the one that is meant, which need not be among them."""
    here: inspect.Type | None = type_info(form)
    for name in way.split("."):
        struct = here if isinstance(here, inspect.StructType) else None
        fields = {field.name: single(field.type) for field in struct.fields} if struct else {}
        yield struct.cls if struct else object, fields, name
        here = fields.get(name)


@cache
def structs_of(form: Any) -> frozenset[type[Struct]]:
    """Every struct that a value of this form is or may hold."""
    return frozenset(_structs(type_info(form)))


@cache
def leading(form: type[Struct]) -> tuple[tuple[str, inspect.Type], ...]:
    """The fields of a struct in which things with an address of their own may stand: their keys and types."""
    info = type_info(form)
    assert isinstance(info, inspect.StructType)
    fields = ((field.encode_name, field.type) for field in info.fields)
    return tuple((key, type_) for key, type_ in fields if any(getattr(one, "kind", "") for one in _structs(type_)))


def _structs(form: inspect.Type) -> Iterator[type[Struct]]:
    match form:
        case inspect.StructType():
            yield form.cls
            for field in form.fields:
                yield from _structs(field.type)
        case inspect.VarTupleType():
            yield from _structs(form.item_type)
        case inspect.DictType():
            yield from _structs(form.value_type)
        case inspect.UnionType():
            yield from _structs(stated(form))
