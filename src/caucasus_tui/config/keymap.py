"""Keys of the user's own: names that there are, each for one thing."""

import string
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from caucasus_tui.dossier.problems import did_you_mean, short


class KeyTable(NamedTuple):
    """The program's own keys. They belong to the screens, so they are handed in."""

    keys: Mapping[str, str]
    """From the id of a binding to its keys, comma-separated."""
    after: Mapping[str, str] = {}
    """From the id of a binding that counts only after another, or somewhere, to what that is: its keys are a table of
    their own."""


_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Names of characters that Textual shortens; it takes the others as Unicode has them."""
_CALLED = {
    mark: _SHORTER.get(name, name)
    for mark in string.punctuation
    for name in [unicodedata.name(mark).lower().replace("-", "_").replace(" ", "_")]
}
_NAMED = (
    *("enter", "escape", "tab", "space", "backspace", "delete", "insert"),
    *("home", "end", "pageup", "pagedown", "up", "down", "left", "right"),
    *(f"f{number}" for number in range(1, 25)),
    *_CALLED.values(),
)
_MODIFIERS = ("ctrl", "alt", "shift", "super")
_ALIASES = {"esc": "escape", "return": "enter", "del": "delete", "page_up": "pageup", "page_down": "pagedown"}


def canonical(key: str) -> str:
    """A key as Textual names it: `/` is `slash`, ` Esc` is `escape`."""
    key = key.strip()
    if len(key) == 1:
        return _CALLED.get(key, key)
    *modifiers, base = key.split("+")
    base = _CALLED.get(base, base) if len(base) == 1 else _ALIASES.get(base.casefold(), base.casefold())
    return "+".join((*(part.casefold() for part in modifiers), base))


def canonical_keys(keys: str) -> str:
    """Comma-separated keys, each as Textual names it."""
    return ",".join(canonical(key) for key in keys.split(","))


def shown_keys(keys: str) -> str:
    """Keys as a reader reads them: `slash,ctrl+f` is `/ ctrl+f`."""
    marks = {name: mark for mark, name in _CALLED.items()}
    return " ".join(marks.get(key, key) for key in keys.split(","))


def key_fault(keys: str) -> str:
    """What is wrong with the keys given to one binding, or nothing."""
    for key in keys.split(","):
        *modifiers, base = canonical(key).split("+")
        if not base:
            return "a key is missing, such as 'n' or 'ctrl+n'; several are joined by commas"
        if wrong := next((part for part in modifiers if part not in _MODIFIERS), None):
            return f"{short(wrong)} is no key to hold down{did_you_mean(wrong, _MODIFIERS) or '; there are ' + _THERE}"
        if len(base) > 1 and base not in _NAMED:
            return f"{short(base)} is not the name of a key{did_you_mean(base, _NAMED)}"
    return ""


_THERE = ", ".join(_MODIFIERS)


def clashes(table: KeyTable, keymap: Mapping[str, str]) -> list[tuple[str, str]]:
    """Bindings of the user's that take a key from another one: the id at fault, and what is wrong with it."""
    return [found for first in {"", *table.after.values()} for found in _clashes_after(first, table, keymap)]


def _clashes_after(first: str, table: KeyTable, keymap: Mapping[str, str]) -> list[tuple[str, str]]:
    owners: dict[str, str] = {}
    found: list[tuple[str, str]] = []
    # The program's own keys first, so that it is the user's binding that is named as the one to mend.
    for binding, keys in sorted({**table.keys, **keymap}.items(), key=lambda item: item[0] in keymap):
        if table.after.get(binding, "") != first:
            continue
        for key in dict.fromkeys(map(canonical, keys.split(","))):
            owner = owners.setdefault(key, binding)
            if owner != binding:
                message = f"{shown_keys(key)!r} is the key of {owner!r}, so {binding!r} cannot have it"
                found.append((binding, f"{message}; give one of them another key"))
    return found
