"""Widths and graphemes, held against the tables of wcwidth, which has Unicode's own; every code point."""

import unicodedata
from random import Random

from wcwidth import iter_graphemes, wcwidth

from caucasus_tui.page.rows.widths import cell_width, character_width, cut

WIDE_SINCE_UNICODE_16 = frozenset(
    (*range(0x2630, 0x2638), *range(0x268A, 0x2690), *range(0x4DC0, 0x4E00), *range(0x1D300, 0x1D377))
)
"""Trigrams, hexagrams, counting rods. Python's own tables, and many terminals, are older."""
FILLERS_AND_SIGNS = (0x3164, 0xFFA0, 0x110BD, 0x110CD)
"""Letters that draw nothing, and signs that enclose numbers."""
LETTERS: tuple[str, ...] = (
    "a",
    "é",
    "u\u0308\u0301",
    "ə",
    "Ж",
    "שׁ",
    "لا",
    "मि",
    "क्ष",
    "বাং",
    "각",
    "ᄀ\u1161\u11a8",
    "กำ",
    "漢",
    "😀",
)
LETTERS += ("👍🏽", "🇬🇪", "👩\u200d👧", "⚖️", " ", "…")


def test_every_character_is_as_wide_as_in_the_tables() -> None:
    unlike = []
    for code in range(0x20, 0x110000):
        character = chr(code)
        category = unicodedata.category(character)
        if category in ("Cn", "Cs", "Co", "Cc") or code in WIDE_SINCE_UNICODE_16 or code in FILLERS_AND_SIGNS:
            continue
        # Terminals give a vowel sign a cell of its own, skin tones are not drawn, and two letters make a flag.
        if category == "Mc" or 0x1F3FB <= code <= 0x1F3FF or 0x1F1E6 <= code <= 0x1F1FF:
            continue
        if character_width(character) != wcwidth(character):
            unlike.append(hex(code))
    assert not unlike


def test_no_grapheme_is_cut_in_two() -> None:
    random = Random(16)
    for _ in range(3000):
        text = "".join(random.choices(LETTERS, k=random.randint(1, 14)))
        ends = {0}
        for grapheme in iter_graphemes(text):
            ends.add(max(ends) + len(grapheme))
        for width in range(cell_width(text) + 1):
            shown = cut(text, width)
            assert text.startswith(shown) and cell_width(shown) <= width and len(shown) in ends, (text, shown)
