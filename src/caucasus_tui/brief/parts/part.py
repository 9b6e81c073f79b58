"""What a part of a brief is."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.model import Line


class Part(Struct, frozen=True, kw_only=True):
    """`lines`: the most important first, so that what is left out is always the end; given also the lines of the
    sections before. `absent`: what to say where there is none; without it the section is not there at all."""

    title: Callable[[Angle], str]
    noun: str
    lines: Callable[[Angle, Sequence[Line]], Sequence[Line]]
    note: str = ""
    absent: Callable[[Angle], str] = lambda angle: ""
