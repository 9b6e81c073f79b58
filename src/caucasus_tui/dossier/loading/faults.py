"""Every way in which plain values fail to fit a type, each with a remedy. Run only when a conversion has failed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import inspect

from caucasus_tui.dossier.loading.forms import stated
from caucasus_tui.dossier.loading.reader import Path, Value
from caucasus_tui.dossier.problems import did_you_mean, nearest, short

_SCALARS = (
    inspect.StrType,
    inspect.BoolType,
    inspect.IntType,
    inspect.FloatType,
    inspect.LiteralType,
    inspect.CustomType,
)


class Fault(NamedTuple):
    """A mistake at the value that `path` leads to, or at its key."""

    path: Path
    message: str
    at_key: bool = False


def faults(value: Value, form: inspect.Type, path: Path = ()) -> Iterator[Fault]:
    """All mistakes in `value`, taken as a `form`, in the order of the form."""
    match form:
        case inspect.UnionType():
            # In the model a union is always something or nothing.
            if value is not None or not any(isinstance(part, inspect.NoneType) for part in form.types):
                yield from faults(value, stated(form), path)
        case inspect.StructType():
            yield from _struct(value, form, path)
        case inspect.VarTupleType():
            if not isinstance(value, list):
                yield Fault(path, f"{_name(path)} {_list_remedy(value)}")
                return
            for index, item in enumerate(value):
                yield from faults(item, form.item_type, (*path, index))
        case inspect.DictType():
            if not isinstance(value, dict):
                yield Fault(path, f"{_name(path)} takes keys of its own, one 'key: text' a line below it")
                return
            for key, item in value.items():
                for fault in faults(key, form.key_type, path):
                    yield Fault((*path, key), fault.message, at_key=True)
                yield from faults(item, form.value_type, (*path, key))
        # Other types do not occur in the model; should one, convert falls back on msgspec's message.
        case _ if isinstance(form, _SCALARS) and (message := _scalar_fault(value, form, path)):
            yield Fault(path, message)


def _struct(value: Value, form: inspect.StructType, path: Path) -> Iterator[Fault]:
    fields = {field.encode_name: field for field in form.fields}
    needed = [name for name, field in fields.items() if field.required]
    if not isinstance(value, dict):
        found = "is empty" if value is None else "is not one text" if isinstance(value, str) else "is not a list"
        others = ", ".join(name for name in fields if name not in needed)
        is_part = isinstance(value, str) and any(isinstance(key, str) for key in path)
        more = f"; it may have {others}" if others and is_part else ""
        is_id = isinstance(value, str) and len(needed) == 1 and re.fullmatch(r"[\w-]{1,60}", value)
        remedy = f"write {{{needed[0]}: {value}}}" if is_id else f"it takes keys of its own: {', '.join(needed)}"
        yield Fault(path, f"{_name(path)} {found}; {remedy}{more}")
        return
    meant = {key: nearest(key, fields) for key in value if key not in fields}
    for key, name in meant.items():
        remedy = f"did you mean {name!r}?" if name else f"take it out, or use one of: {', '.join(fields)}"
        if name in value:
            remedy = f"there is {name!r} already, so take it out"
        elif " " in key and value[key] is None:
            remedy = "inside { } a comma ends the text before it; put that text in quotation marks"
        yield Fault((*path, key), f"unknown key {short(key)}; {remedy}", True)
    # A misspelt key has been named already; that its right form is missing is the same mistake.
    absent = [name for name in needed if name not in value and name not in meant.values()]
    if missing := [f"{name!r}{_choices(fields[name].type)}" for name in absent]:
        yield Fault(path, f"missing {'keys' if len(missing) > 1 else 'key'} {', '.join(missing)}")
    for name, item in value.items():
        if name in fields:
            yield from faults(item, fields[name].type, (*path, name))


def _choices(form: inspect.Type) -> str:
    """What a key takes that is not there, where that is no text of one's own."""
    match form:
        case inspect.LiteralType():
            return f" (one of: {', '.join(str(choice) for choice in form.values)})"
        case inspect.IntType():
            return " (a whole number)"
    return ""


_DIGITS = "write up to 18 digits, such as 1500"


def _scalar_fault(text: Value, form: inspect.Type, path: Path) -> str:
    """What is wrong with a value where a text of some kind is meant, or nothing."""
    if not isinstance(text, str):
        return _blank_after_colon(text, form) or f"{_name(path)} {_text_remedy(text)}"
    match form:
        case inspect.LiteralType() if text not in form.values:
            choices = [str(choice) for choice in form.values]
            hint = did_you_mean(text, choices) or f"; choose one of: {', '.join(choices)}"
            return f"{short(text)} does not fit {_name(path)}{hint}"
        case inspect.BoolType() if text.lower() not in ("true", "false", "0", "1"):
            return f"{_name(path)} takes true or false, not {short(text)}"
        case inspect.IntType():
            return _number_fault(int, text, f"{_name(path)} takes a whole number, not {short(text)}; {_DIGITS}")
        case inspect.FloatType():
            return _number_fault(float, text, f"{_name(path)} takes a number, not {short(text)}; {_DIGITS}")
        case inspect.CustomType():
            try:
                form.cls(text)
            except ValueError as error:
                return str(error).replace(repr(text), short(text))
    return ""


def _blank_after_colon(value: Value, form: inspect.Type) -> str:
    """What is wrong with `[letter: p8.2]`, which YAML takes for a key and its text; else nothing."""
    if not (isinstance(value, dict) and len(value) == 1 and isinstance(form, inspect.CustomType)):
        return ""
    ((before, after),) = value.items()
    try:
        form.cls(f"{before}:{after}")
    except ValueError:
        return ""
    return f"{short(f'{before}: {after}')} has a blank after its colon; write {before}:{after}"


def _number_fault(form: type[int] | type[float], text: str, message: str) -> str:
    try:
        fits = abs(form(text)) < 2**63 and "_" not in text and not re.match(r"[-+]?0\d", text)
        return "" if fits else message
    except (ValueError, OverflowError):
        return message


def _name(path: Path) -> str:
    keys = [part for part in path if isinstance(part, str)]
    inside = bool(path) and isinstance(path[-1], int)
    if not keys:
        return "this record" if inside else "the file"
    return f"an entry of {keys[-1]!r}" if inside else repr(keys[-1])


def _list_remedy(value: Value) -> str:
    if value is None:
        return "is empty; write a list, or leave the key out"
    if isinstance(value, dict):
        return "takes a list; start each entry with '- '"
    return "takes a list; put the text in [brackets], or on a line of its own after '- '"


def _text_remedy(value: Value) -> str:
    if value is None:
        return "is empty; write a text, or leave it out"
    if isinstance(value, dict):
        return "takes one text, not keys; if the text has a colon in it, put it in quotes"
    return "takes one text, not a list; take out the '- ' or the brackets"
