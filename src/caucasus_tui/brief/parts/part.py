"""What a part of a brief is."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.model import Line


class Part(Struct, frozen=True, kw_only=True):
    """`lines`: the most important first, so that what is left out is always the end; given also the lines of the
    sections before. `absent`: what the dossier has where there is none, `no dated window`; empty: nothing is missed."""

    title: Callable[[Angle], str]
    noun: str
    lines: Callable[[Angle, Sequence[Line]], Sequence[Line]]
    note: Callable[[Angle], str] = lambda angle: ""
    absent: Callable[[Angle], str] = lambda angle: ""
    listed: bool = False
    """As of a `Section`."""
