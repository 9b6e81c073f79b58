"""Widths in terminal cells: measuring, fitting and padding text. The screen draws by the same measure."""

import unicodedata
from functools import lru_cache

ELLIPSIS = "…"


_NO_WIDTH = frozenset({"Mn", "Me", "Mc", "Cf", "Cc", "Zl", "Zp"})
_SEEN = frozenset("\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
"""Format characters that take a cell: the soft hyphen, and signs that enclose numbers."""


@lru_cache(maxsize=4096)
def character_width(character: str) -> int:
    """How many terminal cells a character takes by itself: 0, 1 or 2, as Rich and Textual have it. A mark joins its
    letter, and so do the vowels and final consonants of a Hangul syllable written in parts."""
    category = unicodedata.category(character)
    if category in _NO_WIDTH:
        return 1 if character in _SEEN else 0
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb":
        return 0
    wide = category != "Cn" and unicodedata.east_asian_width(character) in ("W", "F")
    return 2 if wide else 1


@lru_cache(maxsize=16384)
def cell_width(text: str) -> int:
    """How many terminal cells `text` takes."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(character_width, text))


def cut(text: str, width: int) -> str:
    """As much of `text` as fits in `width` cells."""
    if cell_width(text) <= width:
        return text
    used = 0
    for index, character in enumerate(text):
        used += character_width(character)
        if used > width:
            return text[:index]
    return text


def fit(text: str, width: int) -> str:
    """`text` in at most `width` cells; what is cut is marked by an ellipsis."""
    if cell_width(text) <= width:
        return text
    return cut(text, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


def pad(text: str, width: int, *, right: bool = False) -> str:
    """`text` fitted and filled with blanks to exactly `width` cells."""
    fitted = fit(text, width)
    blanks = " " * (width - cell_width(fitted))
    return blanks + fitted if right else fitted + blanks
