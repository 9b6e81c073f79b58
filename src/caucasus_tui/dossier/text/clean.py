"""The one door for text from outside: what a terminal might obey, or a reader cannot see, does not come in.

Escape sequences in data reach the terminal through every widget there is, and bidi or zero-width characters let a text
look like another one. So each string is cleaned once, when it is read, and everything behind that door may trust it.
"""

import re
import unicodedata

LENGTH_LIMIT = 20_000
"""Characters. No text that a person writes into a dossier comes near it."""

# Texts, not patterns: `re` makes and keeps them when first needed, which at the start is not yet.
_BREAKS = "\r\n?|[\n\u2028\u2029]"
_SPACES = "[\t\x0b\x0c\x85]"
_DROPPED = (
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but for the line feed, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls
    "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff"  # zero width: soft hyphen, joiners, BOM
    "\u115f\u1160\u3164\uffa0\ufff9-\ufffb"  # fillers and annotation marks that draw nothing
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # the same for shorthand and music
    "\ufe00-\ufe0f"  # variation selectors: terminals disagree on the width of what they change
    "\U000e0000-\U000e0fff"  # tag characters (whole hidden messages) and more variation selectors
    "\ud800-\udfff\ufffe\uffff"  # surrogates and non-characters
    "]"
)


def clean(text: str, *, lines: bool = False) -> str:
    """`text` in NFC, trimmed, without control, bidi and invisible characters, cut at `LENGTH_LIMIT`.

    A text of a dossier is one paragraph, so a line break becomes a space, unless `lines` asks to keep line feeds.
    Pure, and idempotent.
    """
    if text.isascii() and text.isprintable():
        return text.strip(" ")[:LENGTH_LIMIT].rstrip(" ")
    text = re.sub(_SPACES, " ", re.sub(_BREAKS, "\n" if lines else " ", text))
    # NFC comes after the dropping: a mark parted from its letter by an invisible character joins it only then.
    text = unicodedata.normalize("NFC", re.sub(_DROPPED, "", text))
    return text.strip()[:LENGTH_LIMIT].rstrip()
