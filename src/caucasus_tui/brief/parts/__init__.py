"""The parts of a brief: one module a section, with a `PART`; `SECTIONS` has their order."""

from importlib import import_module

from caucasus_tui.brief.choices import SECTIONS
from caucasus_tui.brief.parts.part import Part

__all__ = ["SECTIONS", "Part", "part"]


def part(key: str) -> Part:
    """The part called `key`. Raises KeyError where there is none."""
    if key not in SECTIONS:
        raise KeyError(key)
    found = import_module(f"caucasus_tui.brief.parts.{key.replace('-', '_')}").PART
    assert isinstance(found, Part)
    return found
