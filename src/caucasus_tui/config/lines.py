"""The line on which a TOML key stands. The standard library's parser keeps no places, so the text is looked through."""

import re
from collections.abc import Iterator

_PART = r"""(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_TABLE = re.compile(rf"\s*\[\s*({_DOTTED})\s*\]\s*(?:#.*)?")
_ASSIGNED = re.compile(rf"\s*({_DOTTED})\s*=")
_MULTILINE = re.compile(r"\"\"\"|'''")


def line_of(text: str, key: str) -> int | None:
    """The line, from 1, where a dotted key is given its value, or where the table around it begins; None where that
    is not certain: no number is better than a wrong one."""
    if _MULTILINE.search(text):  # such a text may hold lines that look like keys
        return None
    places = list(_keys(text))
    while key:
        lines = [line for line, found in places if found == key]
        if lines:
            return lines[0] if len(lines) == 1 else None
        key = key.rpartition(".")[0]
    return None


def _keys(text: str) -> Iterator[tuple[int, str]]:
    """Each table, and each key that begins a line, with the table it is in."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.fullmatch(line):
            table = _plain(found[1])
            yield number, table
        elif found := _ASSIGNED.match(line):
            yield number, f"{table}.{_plain(found[1])}".removeprefix(".")


def _plain(dotted: str) -> str:
    return ".".join(part.strip("\"'") for part in re.findall(_PART, dotted))
