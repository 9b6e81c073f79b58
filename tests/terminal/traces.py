"""What a program has sent to its terminal: the picture that makes, and what it leaves switched on."""

import re

import pyte

from caucasus_tui.page.rows.widths import cell_width

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_OTHERS_ON = (b"25", b"7")
"""Modes that are on in a terminal at rest: cursor and wrap."""


def disorder(log: bytes) -> list[str]:
    """What a log leaves switched on in the terminal."""
    modes = dict.fromkeys(_OTHERS_ON, True)
    for numbers, switch in _MODE.findall(log):
        modes.update(dict.fromkeys(numbers.split(b";"), switch == b"h"))
    left = [f"mode {mode.decode()}" for mode, on in modes.items() if on != (mode in _OTHERS_ON)]
    keys = len(re.findall(rb"\x1b\[>[0-9]*u", log)) - len(re.findall(rb"\x1b\[<[0-9]*u", log))
    styles = re.findall(rb"\x1b\[([0-9;]*)m", log)
    left += [f"keyboard level {keys}"] if keys else []
    left += ["style"] if styles and styles[-1] not in (b"", b"0") else []
    margins = re.findall(rb"\x1b\[([0-9;]*)r", log)
    left += ["margins"] if margins and margins[-1] else []
    left += ["title"] if log.count(b"\x1b[22;2t") != log.count(b"\x1b[23;2t") else []
    links = re.findall(rb"\x1b\]8;[^;]*;([^\x1b\x07]*)", log)
    left += ["link"] if links and links[-1] else []
    return left


_NOT_KNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*u|\x1b\[\?[0-9]+\$p|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


def lines_of(screen: pyte.Screen) -> list[str]:
    """What stands on a screen, line by line. Of a wide letter that is half written over, pyte keeps the other half as
    nothing, and cannot show the line; a terminal has a blank there."""
    return [_line([screen.buffer[y][x].data for x in range(screen.columns)]) for y in range(screen.lines)]


def _line(cells: list[str]) -> str:
    befores = ["", *cells]
    shown = (cell or " " * (cell_width(before) < 2) for before, cell in zip(befores, cells, strict=False))
    return "".join(shown).rstrip()


def picture(log: bytes, size: tuple[int, int]) -> pyte.Screen:
    """The screen of a terminal that was sent `log`."""
    screen = pyte.Screen(*size)
    pyte.ByteStream(screen).feed(_NOT_KNOWN_TO_PYTE.sub(b"", log))
    return screen
