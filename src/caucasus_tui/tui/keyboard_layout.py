"""Keys of keyboards that are not Latin: the Latin key at the same place, for what is a key, never for what is text."""

import unicodedata

from textual.events import Key

from caucasus_tui.config.keymap import canonical

_RUSSIAN = dict(zip("йцукенгшщзхъфывапролджэячсмитьбюёіїєґў", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`s]'`o", strict=True))
_RUSSIAN |= {".": "/", ",": "?", "Х": "{", "Ъ": "}", "Ж": ":", "Э": '"', "Б": "<", "Ю": ">"}
"""ЙЦУКЕН, with the letters of Ukrainian and Belarusian, and the signs whose places its letters have."""
_GREEK = dict(zip("ςερτυθιοπασδφγηξκλζχψωβνμ;", "wertyuiopasdfghjklzxcvbnmq", strict=True))


class KeyboardLayout:
    """Remembers of which alphabet the last letter was: `.` is where `/` is only on a Russian keyboard."""

    def __init__(self) -> None:
        self._table: dict[str, str] = {}

    def latin(self, event: Key) -> Key:
        """The key as it is called on a Latin layout."""
        modifiers, _, letter = event.key.rpartition("+")
        letter = letter if len(letter) == 1 else event.character or ""
        if len(letter) != 1:
            return event
        bare = unicodedata.normalize("NFD", letter)[0] if letter not in "йЙїЇўЎ" else letter
        if letter.isalpha():
            self._table = next((table for table in (_RUSSIAN, _GREEK) if bare.lower() in table), {})
        found = self._table.get(bare) or self._table.get(bare.lower(), "").upper()
        return Key("+".join(filter(None, (modifiers, canonical(found)))), found) if found else event

    def unknown(self, event: Key, keys: str) -> str:
        """What to say of a key that does nothing on any screen; `keys` lists those that do."""
        if event.character and event.character.isalpha() and not event.character.isascii():
            return f"{event.character}: the keys are letters of the English layout; this keyboard is on another one."
        return f"{event.character if event.is_printable else event.key} does nothing here. {keys} lists the keys."
