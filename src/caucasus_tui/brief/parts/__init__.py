"""The parts of a brief: one module a section, with a `PART`; its place in `SECTIONS` is its place in the brief."""

from importlib import import_module

from caucasus_tui.brief.parts.part import Part

SECTIONS: tuple[str, ...] = (
    "bottom-line",
    "judgements",
    "position",
    "windows",
    "levers",
    "upon",
    "terms",
    "asks",
    "outlook",
    "gaps",
    "tensions",
    "sources",
    "references",
)
"""The keys of the sections, in the order of reading. `position`, `upon` and `outlook` are there only for an actor."""


def part(key: str) -> Part:
    """The part called `key`. Raises KeyError where there is none."""
    if key not in SECTIONS:
        raise KeyError(key)
    found = import_module(f"caucasus_tui.brief.parts.{key.replace('-', '_')}").PART
    assert isinstance(found, Part)
    return found
