"""Widths in terminal cells: measuring, fitting and padding text."""

import unicodedata
from functools import lru_cache

ELLIPSIS = "…"


@lru_cache(maxsize=4096)
def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


@lru_cache(maxsize=16384)
def cell_width(text: str) -> int:
    """How many terminal cells `text` takes."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


def cut(text: str, width: int) -> str:
    """As much of `text` as fits in `width` cells."""
    if cell_width(text) <= width:
        return text
    used = 0
    for index, character in enumerate(text):
        used += _character_width(character)
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
