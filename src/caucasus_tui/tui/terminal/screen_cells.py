"""A line as cells, and the last door: no character leaves that a terminal would obey, in ASCII mode none beyond ASCII.

`dossier/text/clean.py` is the first door. This one is for what did not come through it, and for mistakes.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from caucasus_tui.page.rows.ascii import ascii_cells, in_cells
from caucasus_tui.page.rows.widths import character_width
from caucasus_tui.tui.terminal.ink import PLAIN, Ink, Sgr, on_blank
from caucasus_tui.tui.terminal.stand_ins import restored

MARKS_ON_A_LETTER = 4
UNDRAWABLE, UNDRAWABLE_ASCII = "·", "_"


class ScreenCell(NamedTuple):
    """One column. The right half of a wide character is an empty text."""

    text: str
    sgr: Sgr
    is_certain: bool
    """Whether every terminal moves on by exactly one column."""


class _Cells(dict[str, ScreenCell]):
    """The cells of one style, of characters that fill one each, made once: a picture has thousands, of a few kinds."""

    def __init__(self, sgr: Sgr) -> None:
        super().__init__({" ": _cell(" ", on_blank(sgr))})
        self.sgr = sgr

    def __missing__(self, character: str) -> ScreenCell:
        made = self[character] = _cell(character, self.sgr)
        return made


def _cell(text: str, sgr: Sgr) -> ScreenCell:
    return ScreenCell(text, sgr, text.isascii() or _is_certain(text))


_in_style = lru_cache(maxsize=1024)(_Cells)


def cells(segments: Iterable[Segment], ink: Ink, *, ascii: bool) -> list[ScreenCell]:
    """The cells of a line."""
    line: list[ScreenCell] = []
    for text, style, _ in segments:
        made = _in_style(ink.sgr(style))
        if text.isascii() and text.isprintable():
            line += map(made.__getitem__, text)
            continue
        end = len(line) + cell_len(text)
        real = "".join(map(restored, text))
        for character in in_cells(real) if ascii else real:
            if " " <= character <= "~" or (character in made and not ascii):
                line.append(made[character])
            else:
                _add(line, character, made, ascii)
        # Where Textual measured another width, as of joined emoji, what comes after must stay in its columns.
        if len(line) > end:
            del line[end - (not line[end].text) :]
        line += [made[" "]] * (end - len(line))
    return line


def _add(line: list[ScreenCell], character: str, made: _Cells, ascii: bool) -> None:
    width, sgr = character_width(character), made.sgr
    if width == 0 or (_joins(character) and line and not ascii):
        at = len(line) - 1
        while at > 0 and not line[at].text:
            at -= 1
        if line and not ascii and _joins(character) and len(line[at].text) <= MARKS_ON_A_LETTER:
            line[at] = _cell(line[at].text + character, line[at].sgr)
        if width:  # a sign that stands beside its letter: the two are one letter of two cells
            line.append(_cell("", sgr))
    elif not _is_drawable(character):
        line += [_cell(UNDRAWABLE_ASCII if ascii else UNDRAWABLE, sgr)] * width
    elif ascii:
        line += map(made.__getitem__, ascii_cells(character))
    else:
        line.append(_cell(character, sgr))
        if width == 2:
            line.append(_cell("", sgr))
        elif not _joins(character):
            made[character] = line[-1]


# Letters of Europe and the Caucasus, punctuation, arrows, comparisons, lines and shapes.
_CERTAIN = (range(0xA0, 0x590), range(0x10A0, 0x1100), range(0x2010, 0x2060), range(0x2190, 0x2600))


@lru_cache(maxsize=4096)
def _is_certain(text: str) -> bool:
    return len(text) == 1 and any(ord(text) in block for block in _CERTAIN) and character_width(text) == 1


@lru_cache(maxsize=4096)
def _joins(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Mc")


@lru_cache(maxsize=4096)
def _is_drawable(character: str) -> bool:
    """Not a control, format, surrogate, private or unassigned character, nor one that ends a line."""
    category = unicodedata.category(character)
    return category[0] != "C" and category not in ("Zl", "Zp")


BLANK = _cell(" ", on_blank(PLAIN))
