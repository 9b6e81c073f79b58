"""Widths in terminal cells: measuring, fitting and padding text. The screen draws by the same measure."""

import unicodedata
from functools import lru_cache

ELLIPSIS = "…"


_NO_WIDTH = frozenset({"Mn", "Me", "Cf", "Cc", "Zl", "Zp"})
_SKIN_TONES = "\U0001f3fb", "\U0001f3ff"
_SIGNS = "\u0e33\u0eb3"
"""Vowels of Thai and Lao that are letters to Unicode, and one with the consonant before to a reader."""
_SEEN = frozenset("\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
"""Format characters that take a cell: the soft hyphen, and signs that enclose numbers."""


@lru_cache(maxsize=4096)
def character_width(character: str) -> int:
    """How many terminal cells a character takes by itself: 0, 1 or 2, as most terminals have it. A mark joins its
    letter, and so do the vowels and final consonants of a Hangul syllable written in parts; vowel signs that stand
    beside their letter take a cell; skin tones are not drawn."""
    category = unicodedata.category(character)
    if category in _NO_WIDTH:
        return 1 if character in _SEEN else 0
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb":
        return 0
    if _SKIN_TONES[0] <= character <= _SKIN_TONES[1]:
        return 0
    wide = category != "Cn" and unicodedata.east_asian_width(character) in ("W", "F")
    return 2 if wide else 1


@lru_cache(maxsize=16384)
def cell_width(text: str) -> int:
    """How many terminal cells `text` takes."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(character_width, text))


def cut(text: str, width: int) -> str:
    """As much of `text` as fits in `width` cells, and nothing by half: no flag, no letter without its sign."""
    if cell_width(text) <= width:
        return text
    used = end = 0
    for index, character in enumerate(text):
        if not _joins(text, index):
            end = index
        used += character_width(character)
        if used > width:
            return text[:end]
    return text


def first_letter(text: str) -> str:
    """The first letter with all that belongs to it, however wide."""
    return text[: next((index for index in range(1, len(text)) if not _joins(text, index)), len(text))]


def _joins(text: str, index: int) -> bool:
    """Whether a character belongs to the one before: a sign, the second half of a flag, what follows a joiner or a sign
    that takes a consonant's vowel."""
    character, before = text[index], text[index - 1 : index]
    if character.isascii() or not before:
        return False
    if character_width(character) == 0 or character in _SIGNS or unicodedata.category(character) == "Mc":
        return True
    if _is_flag_half(character) and _is_flag_half(before):
        start = index
        while start and _is_flag_half(text[start - 1]):
            start -= 1
        return (index - start) % 2 == 1
    return before == "\u200d" or unicodedata.combining(before) == 9


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def fit(text: str, width: int) -> str:
    """`text` in at most `width` cells; what is cut is marked by an ellipsis."""
    if cell_width(text) <= width:
        return text
    return whole_words(text, cut(text, width - 1)) + ELLIPSIS if width > 0 else ""


def whole_words(text: str, shown: str) -> str:
    """What is shown of a text, without the part of a word at its end, unless that is the most of it."""
    words = shown if text[len(shown) :][:1].isspace() else shown.rpartition(" ")[0]
    return (words if 2 * cell_width(words.rstrip()) >= cell_width(shown) else shown).rstrip(" ·")


def pad(text: str, width: int, *, right: bool = False) -> str:
    """`text` fitted and filled with blanks to exactly `width` cells."""
    fitted = fit(text, width)
    blanks = " " * (width - cell_width(fitted))
    return blanks + fitted if right else fitted + blanks
