"""JSON Schemas of the files of a dossier, for editors: made from the record types, so they cannot drift from them."""

import ast
import inspect
from functools import cache
from itertools import pairwise
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct

from caucasus_tui.dossier.loading.forms import structs_of
from caucasus_tui.dossier.loading.load import FORMS
from caucasus_tui.dossier.model import Citation, CitationOrGap, Edtf, FrameWord, Link, Source, Touched

Schema: TypeAlias = dict[str, Any]

SOURCE = "source"
"""The schema of the files in `seeds/`; the others are called as their files in `data/`."""

_SWITCH = ("true", "false", "0", "1")


def names() -> tuple[str, ...]:
    """The schemas there are."""
    return (*FORMS, SOURCE)


def schema_of(name: str) -> Schema:
    """The JSON Schema (2020-12) of the files of one form. Raises KeyError where there is no such form.

    Editors read YAML in their own way: unquoted, `2023` is a number to them, and `true` a switch. `check` takes either
    as the text that was written, and so do these schemas.
    """
    form = Source if name == SOURCE else FORMS[name]
    schema = msgspec.json.schema(form, schema_hook=_custom)
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title_of(name), **schema}
    if described.get("type") == "array":  # a file of records that has none yet
        described["type"] = ["array", "null"]
    for struct, own in schema.get("$defs", {}).items():
        _describe(own, _structs()[struct])
    found = _lenient(described)
    assert isinstance(found, dict)
    return found


def title_of(name: str) -> str:
    """Which files the schema is for."""
    return "seeds/*.yaml, one source each" if name == SOURCE else f"data/{name}.yaml"


def _custom(form: type) -> Schema:
    """The texts that are classes of their own say what they may look like."""
    if issubclass(form, Citation | Link | Edtf | CitationOrGap | Touched):
        said = inspect.cleandoc(form.__doc__ or "").split(". Raises ")[0].split(" Raises ")[0]
        said = f"The id of a record in {_file_of(form)}." if issubclass(form, Link) and form.kind else said
        return {"type": "string", "pattern": f"^(?:{form.pattern})$", "description": said}
    if issubclass(form, FrameWord):
        said = f"{inspect.cleandoc(form.__doc__ or '')} Others go into {form.added_by} of data/dossier.yaml."
        return {"anyOf": [{"enum": list(form.known)}, {"type": "string"}], "description": said}
    raise NotImplementedError(form)


def _file_of(link: type[Link]) -> str:
    if link.kind == SOURCE:
        return "seeds/"
    holders = (
        name for name, form in FORMS.items() if link.kind in {getattr(held, "kind", "") for held in structs_of(form)}
    )
    return f"data/{next(holders, '')}.yaml"


@cache
def _structs() -> dict[str, type[Struct]]:
    forms = (*FORMS.values(), Source)
    return {struct.__name__: struct for form in forms for struct in structs_of(form)}


def _describe(schema: Schema, struct: type[Struct]) -> None:
    """Add what is written below the fields of a struct."""
    for name, said in field_docs(struct).items():
        if (field := schema.get("properties", {}).get(name)) is not None:
            field["description"] = said


@cache
def field_docs(struct: type[Struct]) -> dict[str, str]:
    """The text that stands below each field in the source, where the source is at hand."""
    docs: dict[str, str] = {}
    for form in reversed([form for form in struct.__mro__ if issubclass(form, Struct) and form is not Struct]):
        try:
            tree = ast.parse(inspect.getsource(form)).body[0]
        except (OSError, SyntaxError):
            continue
        body = getattr(tree, "body", [])
        for field, below in pairwise(body):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
                docs[field.target.id] = inspect.cleandoc(str(getattr(below.value, "value", "")))
    return docs


def _lenient(schema: object) -> object:
    """The same, taking each scalar in every way that an editor may read what `check` takes."""
    if isinstance(schema, list):
        return [_lenient(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "string" and "enum" not in schema:
        return {**schema, "type": ["string", "number", "boolean"]}
    if schema.get("type") == "array":  # one value may stand without its brackets
        outer = {key: value for key, value in schema.items() if key in ("description", "default")}
        items = _lenient(schema["items"])
        return {**outer, "anyOf": [{"type": "array", "items": items}, items]}
    if schema.get("type") == "boolean":
        return {**{key: value for key, value in schema.items() if key != "type"}, "enum": [True, False, 0, 1, *_SWITCH]}
    if schema.get("type") in ("integer", "number"):
        return {**schema, "type": [schema["type"], "string"], "pattern": _NUMBERS[schema["type"]]}
    return {key: value if key == "propertyNames" else _lenient(value) for key, value in schema.items()}


_NUMBERS = {"integer": r"^-?[0-9]+$", "number": r"^-?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$"}
