"""The parts of a brief: one module a section, with a `PART`; `SECTIONS` has their order."""

from collections.abc import Callable, Sequence
from importlib import import_module

from msgspec import Struct

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.choices import SECTIONS
from caucasus_tui.brief.model import Line

__all__ = ["SECTIONS", "Part", "part"]


class Part(Struct, frozen=True, kw_only=True):
    """What a part is. `lines`: the most important first, so that what is left out is always the end; given also the
    lines of the sections before. `absent`: what the dossier has where there is none, `no dated window`; empty: nothing
    is missed."""

    title: Callable[[Angle], str]
    noun: str
    lines: Callable[[Angle, Sequence[Line]], Sequence[Line]]
    note: Callable[[Angle], str] = lambda angle: ""
    absent: Callable[[Angle], str] = lambda angle: ""
    listed: bool = False
    """As of a `Section`."""


def part(key: str) -> Part:
    """The part called `key`. Raises KeyError where there is none."""
    if key not in SECTIONS:
        raise KeyError(key)
    found = import_module(f"caucasus_tui.brief.parts.{key.replace('-', '_')}").PART
    assert isinstance(found, Part)
    return found
