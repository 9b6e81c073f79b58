"""Language tags as BCP 47 writes them, and which way a text runs."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

UNDETERMINED = "und"
_TAG = re.compile(
    "(?P<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    "(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
_RTL_SCRIPTS = ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa")
_RTL_LANGUAGES = (
    *("ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks"),
    *("mzn", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi"),
)
"""Those that are written from right to left where the tag names no script."""


class LanguageTag(NamedTuple):
    """`text`: the whole tag; `region`: two letters or three digits; `script`, `region` empty where it names none."""

    text: str
    language: str
    script: str = ""
    region: str = ""

    @property
    def is_rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.script in _RTL_SCRIPTS if self.script else self.language in _RTL_LANGUAGES


def parse(text: str) -> LanguageTag | None:
    """The tag that `text` is; None where it is none."""
    found = _TAG.fullmatch(text)
    if not found:
        return None
    script, region = found["script"] or "", found["region"] or ""
    return LanguageTag(text, found["language"].lower(), script.title(), region.upper())


def fitted(text: str) -> LanguageTag:
    """The tag for formats that take no other text: `de_DE` as `de-DE`, what cannot be read as undetermined."""
    return parse(text.replace("_", "-").partition(".")[0]) or LanguageTag(UNDETERMINED, UNDETERMINED)


def runs(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """`text` in pieces, each with whether it runs against its surroundings, which run from right to left if `rtl`: from
    a letter of the other direction to the last one before a letter of this. Without letters of this it is one piece."""
    against, along = (("L",), ("R", "AL")) if rtl else (("R", "AL"), ("L",))
    directions = [unicodedata.bidirectional(character) for character in text]
    if not any(direction in against for direction in directions):
        yield text, False
        return
    if not any(direction in along for direction in directions):
        yield text, True
        return
    start = end = 0
    for index, direction in enumerate(directions):
        if direction in against or (direction in ("NSM", "BN") and end == index > start):
            if end <= start < index:
                yield text[start:index], False
            start = start if end > start else index
            end = index + 1
        elif direction in along and end > start:
            yield text[start:end], True
            start = end
    if end > start:
        yield text[start:end], True
    if (rest := max(start, end)) < len(text):
        yield text[rest:], False
