"""Text as it goes through Textual, whose measure of some characters is not that of terminals, nor ours.

A character of another width there goes as one from a private plane, which Textual takes for one cell wide; `cells`
puts the right one back. So lines keep their columns, and nothing behind such a character is cut.
"""

from functools import lru_cache

from rich.cells import get_character_cell_size

from caucasus_tui.dossier.text.clean import drawable
from caucasus_tui.page.rows.widths import character_width

_PLANE, _LAST = 0xF0000, 0x10FFFD
UNDRAWABLE = "·"


def through_textual(text: str) -> str:
    """`text` so that Textual measures it as a page does: without what is not drawn, other widths stood in for."""
    if text.isascii():
        return text
    return "".join(map(_stand_in, drawable(text)))


def restored(character: str) -> str:
    """What a character from Textual stands for."""
    return chr(ord(character) - _PLANE) if ord(character) >= _PLANE else character


@lru_cache(maxsize=4096)
def _stand_in(character: str) -> str:
    if ord(character) >= _PLANE:
        return UNDRAWABLE  # private: it is nobody's letter, and must not pass for one of these
    width = character_width(character)
    if get_character_cell_size(character) == width:
        return character
    if width != 1:
        return "" if width == 0 else UNDRAWABLE
    return chr(_PLANE + ord(character)) if ord(character) <= _LAST - _PLANE else UNDRAWABLE
