"""The one door for text from outside: what a terminal might obey, or a reader cannot see, does not come in.

Escape sequences in data reach the terminal through every widget there is, and bidi or zero-width characters let a text
look like another one. So each string is cleaned once, when it is read, and everything behind that door may trust it.
"""

import re
import unicodedata

LENGTH_LIMIT = 20_000
"""Characters. No text that a person writes into a dossier comes near it."""

_VIRAMA = 9
"""The combining class of signs that take a consonant's vowel; a joiner after one says how to write it."""

# Texts, not patterns: `re` makes and keeps them when first needed, which at the start is not yet.
_BREAKS = "\r\n?|[\n\u2028\u2029]"
_NO_UNICODE = "[\udc80-\udcff]"
"""How Python has the bytes of a file's name that are no UTF-8. A sign stands for each: else another file is told of."""
_SPACES = "[\t\x0b\x0c\x85\u2800]"
_JOINERS = "[\u200c\u200d\ufe0e\ufe0f\U000e0100-\U000e01ef]+"
"""What spells: Persian, Kurdish and Indian names are misspelt without joiners, Japanese ones without selectors, and a
family of emoji falls apart. Each stays where it does that, and one is enough."""
_TINTS = f"{_JOINERS[:-2]}\U0001f3fb-\U0001f3ff]+"
_SEQUENCES = r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P_^X][^\x07\x1b\r\n]*(?:\x07|\x1b\\)"
"""What colours text in a terminal, and the messages to it."""
_DROPPED = (
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but for the line feed, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls
    "\u00ad\u034f\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff"  # zero width: soft hyphen, word joiner, BOM
    "\u115f\u1160\u3164\uffa0\ufff9-\ufffb"  # fillers and annotation marks that draw nothing
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # the same for shorthand and music
    "\ufe00-\ufe0d"  # variation selectors of mathematics
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tag characters: whole hidden messages
    "\ud800-\udfff\ufffe\uffff"  # surrogates and non-characters
    "]"
)


UNSEEN = "[\u034f\u2800\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
"""What of the above Python takes for printable: it is all that has to be looked for in a text that it says is."""


def clean(text: str, *, lines: bool = False) -> str:
    """`text` in NFC, trimmed, without control, bidi and invisible characters that spell nothing, cut at
    `LENGTH_LIMIT`.

    A text of a dossier is one paragraph, so a line break becomes a space, unless `lines` asks to keep line feeds.
    Pure, and idempotent.
    """
    if text.isascii() and text.isprintable():
        return text.strip(" ")[:LENGTH_LIMIT].rstrip(" ")
    if text.isprintable() and not re.search(UNSEEN, text):  # most texts
        return unicodedata.normalize("NFC", text).strip()[:LENGTH_LIMIT].rstrip()
    text = re.sub(_NO_UNICODE, "\ufffd", text)
    text = re.sub(_SPACES, " ", re.sub(_BREAKS, "\n" if lines else " ", text))
    # NFC comes after the dropping: a mark parted from its letter by an invisible character joins it only then.
    text = unicodedata.normalize("NFC", re.sub(_DROPPED, "", text))
    text = text.strip()[:LENGTH_LIMIT].rstrip()
    before = ""
    while text != before and re.search(_JOINERS, text):  # without one, marks may change places before the next
        before, text = text, unicodedata.normalize("NFC", re.sub(_JOINERS, _spelling, text)).strip()
    return text


_LINE_END = "[ \t]*(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])\\s*"


def on_one_line(text: str, after: str = "") -> str:
    """What was pasted `after` a text, as it would be typed: line ends and tabs are blanks, each run of them one, and a
    word that a column broke after its hyphen is whole again, without the hyphen if that was a soft one. What coloured
    it in the terminal that it was copied from is no part of it."""
    goes_on = re.search("\\w[-\u2010\u2011]\\Z", after) and re.match(f"{_LINE_END}(?=\\w)", text)
    apart = " " if text[:1].isspace() and after and not after[-1].isspace() and not goes_on else ""
    text = re.sub(_SEQUENCES, "", text)
    text = re.sub(f"\u00ad{_LINE_END}", "", text)
    text = re.sub(f"(?<=\\w)([-\u2010\u2011]){_LINE_END}(?=\\w)", r"\1", text)
    return f"{apart}{' '.join(clean(text).split())}"


def drawable(text: str) -> str:
    """`text` without joiners, selectors and skin tones: terminals disagree on the width of what these change."""
    return text if text.isascii() else re.sub(_TINTS, "", text)


def _spelling(found: re.Match[str]) -> str:
    """What of a run of joiners and selectors means something between the letters, or the symbols, beside it."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    kinds = [unicodedata.category(character) if character else "" for character in (before, after)]
    run, kept = found[0], ""
    if kinds[0][:1] == "S" or (before and before in "#*0123456789"):
        kept = next((selector for selector in run if selector in "\ufe0e\ufe0f"), "")
        return kept + "\u200d" if kinds[1] == "So" and run.endswith("\u200d") else kept
    if unicodedata.category(before or " ") == "Lo" and run[0] >= "\U000e0100":
        return run[0]
    joiner = next((joiner for joiner in run if joiner in "\u200c\u200d"), "")
    # Between ASCII letters it does nothing but make two words that look the same.
    spells = kinds[0][:1] in ("L", "M") and kinds[1][:1] == "L" and not (before + after).isascii()
    return joiner if spells or (before and unicodedata.combining(before) == _VIRAMA) else ""
