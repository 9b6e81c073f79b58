"""A line as cells, and the last door: no character leaves that a terminal would obey, in ASCII mode none beyond ASCII.

`dossier/clean.py` is the first door. This one is for what did not come through it, and for mistakes.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment

from caucasus_tui.page.ascii import ascii_cells, in_cells
from caucasus_tui.page.layout import character_width
from caucasus_tui.tui.ink import PLAIN, Ink, Sgr, on_blank

MARKS_ON_A_LETTER = 4
UNDRAWABLE, UNDRAWABLE_ASCII = "·", "_"


class Cell(NamedTuple):
    """One column. The right half of a wide character is an empty text."""

    text: str
    sgr: Sgr

    @property
    def is_certain(self) -> bool:
        """Whether every terminal moves on by exactly one column."""
        return self.text.isascii() or _is_certain(self.text)


BLANK = Cell(" ", on_blank(PLAIN))


def cells(segments: Iterable[Segment], ink: Ink, *, ascii: bool) -> list[Cell]:
    """The cells of a line."""
    line: list[Cell] = []
    for segment in segments:
        sgr = ink.sgr(segment.style)
        blank = Cell(" ", on_blank(sgr))
        end = len(line) + segment.cell_length
        for character in in_cells(segment.text) if ascii else segment.text:
            if character == " ":
                line.append(blank)
            elif " " < character <= "~":
                line.append(Cell(character, sgr))
            else:
                _add(line, character, sgr, ascii)
        # Where Textual measured another width, as of joined emoji, what comes after must stay in its columns.
        if len(line) > end:
            del line[end - (not line[end].text) :]
        line += [blank] * (end - len(line))
    return line


def _add(line: list[Cell], character: str, sgr: Sgr, ascii: bool) -> None:
    width = character_width(character)
    if width == 0:
        if line and not ascii and _joins(character) and len(line[-1].text) <= MARKS_ON_A_LETTER:
            line[-1] = Cell(line[-1].text + character, line[-1].sgr)
    elif not _is_drawable(character):
        line += [Cell(UNDRAWABLE_ASCII if ascii else UNDRAWABLE, sgr)] * width
    elif ascii:
        line += [Cell(drawn, on_blank(sgr) if drawn == " " else sgr) for drawn in ascii_cells(character)]
    else:
        line.append(Cell(character, sgr))
        if width == 2:
            line.append(Cell("", sgr))


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
