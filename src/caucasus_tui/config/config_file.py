"""Reads `config.toml`. Every mistake in it is named with its line, and none is passed over."""

import os
import re
from collections.abc import Iterator
from typing import Any

from caucasus_tui.config.config import BUNDLED, SETTINGS, Config, ConfigError
from caucasus_tui.config.dossiers import is_folder_like
from caucasus_tui.config.keymap import KeyTable, canonical_keys, clashes, key_fault
from caucasus_tui.config.lines import line_of
from caucasus_tui.dossier.problems import Problem, did_you_mean, short
from caucasus_tui.dossier.text import unreadable

SIZE_LIMIT = 100_000
"""Bytes."""
_TABLES = ("dossiers", "keymap")
_PLAIN = {row.name: row for row in SETTINGS}
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")

Fault = tuple[str, str]
"""A dotted key, and what is wrong with it."""


def read_config(path: str, table: KeyTable) -> Config:
    """What the file at `path` says; the defaults where there is none. `table`: the bindings there are.

    Raises ConfigError.
    """
    text = _text(path)
    if text is None:
        return Config(path=path)
    values = _parsed(path, text)
    if faults := list(_faults(values, table)):
        problems = [Problem(file=path, line=line_of(text, key), message=message) for key, message in faults]
        raise ConfigError(sorted(problems, key=lambda problem: problem.line or 0))
    plain = {name: value for name, value in values.items() if name in _PLAIN}
    named, keymap = values.get("dossiers", {}), _flat(values.get("keymap", {}))
    given = (*plain, *(f"dossiers.{name}" for name in named), *(f"keymap.{binding}" for binding in keymap))
    return Config(
        path=path,
        lines={key: line_of(text, key) for key in given},
        dossiers=named,
        keymap={binding: canonical_keys(own) for binding, own in keymap.items()},
        given=plain,
    )


def _text(path: str) -> str | None:
    from caucasus_tui.dossier.loading.files import read_bytes
    from caucasus_tui.dossier.text.clean import clean

    try:
        # Many keep such files as links into a folder of their own: a link here is the user's.
        return read_bytes(os.path.realpath(path, strict=True), SIZE_LIMIT, "TOML").decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError:
        message = "not UTF-8; save the file as UTF-8"
    except OSError as error:
        message = unreadable(error)
    except ValueError as error:  # no plain file, or too large
        message = clean(str(error))
    raise ConfigError([Problem(file=path, message=message)])


def _parsed(path: str, text: str) -> dict[str, Any]:
    import tomllib  # only where there is a file

    try:
        values = tomllib.loads(text + "\n")  # with a last line end, a mistake in the last line has a place too
        repr(values)  # fails for a number that no message could name
        return values
    except tomllib.TOMLDecodeError as error:
        said = str(error)
    except RecursionError:
        said = "nested too deep"
    except ValueError:
        said = "a number has thousands of digits"
    place = _PLACE.search(said)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (None, None)
    message = f"not TOML: {_PLACE.sub('', said)[:1].lower()}{_PLACE.sub('', said)[1:]}"
    raise ConfigError([Problem(file=path, line=line, column=column, message=message)])


def _faults(values: dict[str, Any], table: KeyTable) -> Iterator[Fault]:
    for name, value in values.items():
        if name in _PLAIN:
            if message := _type_fault(name, value, type(_PLAIN[name].default), over_ssh=_PLAIN[name].over_ssh):
                yield name, message
        elif name not in _TABLES:
            known = (*_PLAIN, *_TABLES)
            yield name, f"unknown key {short(name)}{did_you_mean(name, known) or '; known are ' + ', '.join(known)}"
        elif not isinstance(value, dict):
            yield name, f"{name!r} is a table; write [{name}] on a line of its own, and its keys below"
    wanted, named, keymap = (values.get(name) for name in ("dossier", "dossiers", "keymap"))
    if isinstance(named, dict):
        yield from _dossier_faults(named)
    if isinstance(keymap, dict):
        yield from _keymap_faults(keymap, table)
    if isinstance(wanted, str) and not is_folder_like(wanted):
        names = [BUNDLED, *(named if isinstance(named, dict) else ())]
        if wanted not in names:
            hint = did_you_mean(wanted, names) or "; name it under [dossiers], or write a folder, such as ~/valley"
            yield "dossier", f"no dossier is called {short(wanted)}{hint}"


def _type_fault(name: str, value: object, form: type, *, over_ssh: bool = False) -> str:
    if type(value) is form or (over_ssh and value == "ssh"):
        return ""
    wanted = 'true, false or "ssh"' if over_ssh else "true or false" if form is bool else "a text in quotes"
    return f"{name!r} takes {wanted}, not {short(str(value).lower() if isinstance(value, bool) else str(value))}"


def _dossier_faults(named: dict[str, Any]) -> Iterator[Fault]:
    for name, folder in named.items():
        key = f"dossiers.{name}"
        if message := _type_fault(name, folder, str):
            yield key, message
        elif not folder.strip():
            yield key, f"{name!r} takes a folder"
        if name == BUNDLED:
            yield key, f"{BUNDLED!r} is the dossier that comes with the program; give this one another name"
        elif not name.isprintable() or not name.strip():
            yield key, f"{short(name)} is no name; it needs letters or digits, and none but signs that can be seen"
        elif is_folder_like(name):
            yield key, f"{short(name)} reads like a folder; a name has no slash, and begins with no dot or ~"


def _keymap_faults(own: dict[str, Any], table: KeyTable) -> Iterator[Fault]:
    keymap = _flat(own)
    sound: dict[str, str] = {}
    for binding, wanted in keymap.items():
        key = f"keymap.{binding}"
        if binding not in table.keys:
            hint = did_you_mean(binding, table.keys) or "; 'caucasus-tui keys --ids' lists them"
            yield key, f"no key has the id {short(binding)}{hint}"
        elif message := _type_fault(binding, wanted, str) or key_fault(wanted):
            yield key, message
        else:
            sound[binding] = wanted
    for binding, message in clashes(table, sound):
        yield f"keymap.{binding}", message


def _flat(table: dict[str, Any], before: str = "") -> dict[str, Any]:
    """Ids have dots in them, which are tables to TOML unless they are in quotes: both ways to write them are read."""
    flat: dict[str, Any] = {}
    for name, value in table.items():
        flat |= _flat(value, f"{before}{name}.") if isinstance(value, dict) else {f"{before}{name}": value}
    return flat
