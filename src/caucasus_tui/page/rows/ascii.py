"""What is drawn, in ASCII: for terminals, locales and files that can show no more.

Every mark has a character of its own, so that types and statuses stay apart; letters become Latin ones.
"""

from functools import lru_cache

from caucasus_tui.page.rows.widths import cell_width

GLYPHS = {
    **{"◆": "#", "◈": '"', "◇": "=", "△": "^", "▷": ">", "□": "+"},
    "»": "}",
    **{"●": "@", "○": "o", "◐": "%", "×": "x", "◔": "&", "◌": "."},
    **{"◊": "$", "◎": "*", "◁": "<", "▵": "/", "◦": ",", "✎": "`"},  # no mark has these yet
}
"""The shapes that a mark may have, each with a likeness of its own."""
_LINES = dict.fromkeys("│┃║╎┆┊▌▐▎▏", "|") | dict.fromkeys("─━═╌┄┈▁▔", "-") | dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝", "+")
# Dashes and dots are no decoration: they mean a plan, an effect that is only implied, or a state that is not stated.
_LINES |= {"╌": ".", "╎": ":", "┈": "~", "┊": ";"}
_BLOCKS = {"■": "#", "█": "#", "▓": "#", "▒": ":", "░": ":", "▪": "#", "▫": "+"}
_ARROWS = dict(zip("→←↑↓↔↗↘▲▼▸▾›‹▶◀", "><^v=/\\^v>v><><", strict=True))
_POINTS = {"·": "-", "•": "*", "…": "_", "≥": ">", "≤": "<", "≈": "~", "≠": "!", "±": "~", "✓": "v", "✗": "x", "°": "'"}

TABLE: dict[str, str] = _LINES | _BLOCKS | _ARROWS | _POINTS | GLYPHS
"""One character for one: what stands in columns must stay there."""

UNKNOWN = "_"
"""For what has no likeness in ASCII. Not a question mark: that stands for "day not stated"."""

_LIMITS = (("≥ ", ">="), ("≥\u00a0", ">="), ("≤ ", "<="), ("≤\u00a0", "<="))


@lru_cache(maxsize=4096)
def ascii_cells(character: str) -> str:
    """ASCII in as many cells as one character takes: `ə` → `e`, `–` → `-`; what is longer is cut."""
    if character.isascii():
        return character
    from anyascii import anyascii  # with its tables it is loaded only where something has to be spelt differently

    width = cell_width(character)
    likeness = TABLE.get(character) or anyascii(character) or UNKNOWN
    if len(likeness) > width and not likeness.isalpha():  # of `½` it would be 1
        likeness = UNKNOWN
    return likeness[:width].ljust(width)


def in_cells(text: str) -> str:
    """`text` in ASCII and in the same columns."""
    if text.isascii():
        return text
    for limit, likeness in _LIMITS:
        text = text.replace(limit, likeness)
    return "".join(map(ascii_cells, text))


@lru_cache(maxsize=4096)
def spelt_out(character: str) -> str:
    """ASCII for one character, as long as it needs to be: `Ж` → `Zh`, `≥` → `>=`, `…` → `...`."""
    if character.isascii():
        return character
    if character in GLYPHS or (character in TABLE and character not in _POINTS):
        return TABLE[character]
    from anyascii import anyascii

    return anyascii(character) or TABLE.get(character, UNKNOWN)
