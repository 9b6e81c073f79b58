"""Text without case, diacritics and script, so that `Xankəndi`, `Ханкенди` and `xankendi` meet.

Transliteration is anyascii's, character by character, so every letter of a folded word can be traced to its original.
Names that no transliteration brings together (Khankendi and Stepanakert, Aliyev and Əliyev) are the data's: aliases.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from unicodedata import combining

# Combining marks are no word characters to `re`, yet belong to the letter before them, as joiners do to both letters;
# an apostrophe inside a word does not end it (Step'anakert, Baku's). The ranges: Latin and Greek, Cyrillic, Hebrew,
# Arabic, the scripts of India, joiners. Dots in an abbreviation (U.S.) and commas between thousands part nothing.
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u00ad\u200c\u200d"
_APOSTROPHES = "'`´\u2018\u2019\u201b\u02bb"
_WORD = re.compile(
    r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?"
    r"|(?<![^\W_])[0-9]{1,3}(?:[,\u00a0\u202f][0-9]{3})+(?![^\W_])"
    rf"|[^\W_](?:[{_MARKS}]|[{_APOSTROPHES}]?[^\W_])*"
)
_JOINED = re.compile("[A-Za-z0-9]['`.,][A-Za-z0-9]")
"""Where ASCII may have a sign inside a word; without one its words are its letters and digits."""
_ALPHANUMERIC = re.compile("[a-z0-9]+")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_LETTERS: dict[str, str] = {}
"""The transliteration of each letter that was met: anyascii takes longer to load than most searches do."""


Token = tuple[str, int, int]
"""A folded word, and where its original stands: its first character in the unfolded text, and the one after its last.
Plain, since a search makes thousands."""
WORDS_LOOKED_FOR = 8
"""Up to which it is quicker to look for each in a text than to fold that."""


def fold(text: str) -> str:
    """`text` as lower-case ASCII words, one blank between them: apostrophes are dropped, all else becomes a blank."""
    return " ".join(words(text))


@lru_cache(maxsize=1 << 12)
def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`."""
    if _is_plain(text):
        return tuple(_folded(text))
    return tuple(word for part in text.split(" ") for word in _folded(part))  # no word has a blank in it


@lru_cache(maxsize=1 << 14)
def tokens(text: str) -> tuple[Token, ...]:
    """The folded words of `text` with their places; what has no transliteration (an emoji) is left out."""
    if _is_plain(text):
        return tuple((match[0], *match.span()) for match in _ALPHANUMERIC.finditer(text.lower()))
    found = ((fold_word(match[0]), match) for match in _WORD.finditer(text))
    return tuple((word, *match.span()) for word, match in found if word)


@lru_cache(maxsize=1 << 14)
def word_set(text: str) -> frozenset[str]:
    """The folded words of `text`, each once."""
    return frozenset(words(text))


def may_hold(text: str, sought: Collection[str]) -> bool:
    """Whether to fold `text` may show any of some folded words in it; mostly one look without it tells."""
    if len(sought) > WORDS_LOOKED_FOR or not text.isascii():
        return True
    # Without the signs that a word may have in it each folded word stands there as it is.
    run = text.lower().replace("'", "").replace("`", "").replace(".", "").replace(",", "")
    return any(word in run for word in sought)


def _folded(part: str) -> Iterable[str]:
    if _is_plain(part):
        return _ALPHANUMERIC.findall(part.lower())
    return filter(None, map(fold_word, (part,) if part.isalnum() else pieces(part)))


def _is_plain(text: str) -> bool:
    return text.isascii() and not _JOINED.search(text)


def original_length(text: str, length: int) -> int:
    """How many characters of `text` make up the first `length` letters of its folding; a letter counts
    whole, with its marks."""
    folded = 0
    for position, character in enumerate(text):
        if folded >= length and not combining(character):
            return position
        folded += len(fold_word(character))
    return len(text)


def pieces(text: str) -> list[str]:
    """The words of `text` as they stand there."""
    return _WORD.findall(text)


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """One word, folded; empty where there is no transliteration."""
    if word.isascii() and word.isalnum():
        return word.lower()
    return _NOT_ALPHANUMERIC.sub("", "".join(map(_transliterated, word)).lower())


def _transliterated(letter: str) -> str:
    if letter.isascii():
        return letter
    if (known := _LETTERS.get(letter)) is None:
        from anyascii import anyascii  # brings importlib.resources

        known = _LETTERS[letter] = anyascii(letter)
    return known


def letters_of(texts: Iterable[str]) -> dict[str, str]:
    """Each letter of some texts that is not ASCII, with its transliteration, to be kept with what was made of them."""
    letters = set().union(*(text for text in texts if not text.isascii()))
    return {letter: _transliterated(letter) for letter in sorted(letters) if not letter.isascii()}


def learn(letters: Mapping[str, str]) -> None:
    """Take what `letters_of` gave as known."""
    _LETTERS.update(letters)
