"""A reference as Zotero and its like export it, CSL-JSON or BibTeX: what a source's head can take from it."""

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from caucasus_tui.dossier.intake.kinds import CALLED, TEXT, kind_of
from caucasus_tui.dossier.intake.passages import IntakeError
from caucasus_tui.dossier.intake.texts import called, library_module
from caucasus_tui.dossier.model.dates import Edtf
from caucasus_tui.dossier.problems import did_you_mean
from caucasus_tui.dossier.text.clean import clean

LIMIT = 10_000_000
"""Bytes: a whole library of references."""
_NAMED = 8
AUTHORS = 40
LENGTH = 1_000
"""Characters of one value; a longer one is an abstract in the wrong place."""
_MARKS = re.compile(r"</?(?:i|b|sub|sup|span)\b[^<>]{0,80}>")
"""The few HTML tags that CSL allows in a title."""


class Reference(NamedTuple):
    """`key`: what it is called where it comes from. Empty, or None, is what it does not say."""

    key: str
    title: str = ""
    authors: tuple[str, ...] = ()
    date: Edtf | None = None
    publisher: str = ""
    url: str = ""
    doi: str = ""


def reference_in(content: bytes, key: str = "") -> Reference:
    """The one reference of a file; where it has several, the one called `key`. Raises IntakeError."""
    kind = kind_of(content, "")
    if kind.name not in (TEXT, ""):
        raise IntakeError(f"this is {CALLED[kind.name]}, and no reference; export one as CSL-JSON or BibTeX")
    if kind.instead and "reference" not in kind.instead:
        raise IntakeError(f"this is {kind.instead.partition(';')[0]}; export the reference as CSL-JSON or BibTeX")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise IntakeError("it is not UTF-8; export it as that") from error
    start = text.lstrip()[:1]
    if start in ("{", "["):
        found = _csl(text)
    elif re.search(r"^\s*@\w+\s*[{(]", text, re.M):
        bibtex = library_module("bibtex", "bibtex")
        found = called("bibtex", lambda: [as_reference(*fields) for fields in bibtex.entries(text)])
    else:
        ris = " (RIS is not read)" if text.startswith("TY  -") else ""
        raise IntakeError(f"this is neither CSL-JSON nor BibTeX{ris}; export the reference as one of them")
    return _chosen(found, key)


def _chosen(found: Sequence[Reference], key: str) -> Reference:
    if not found:
        raise IntakeError("there is no reference in it that can be read")
    keys = [reference.key for reference in found if reference.key]
    if key:
        for reference in found:
            if reference.key == key:
                return reference
        raise IntakeError(f"no reference in it is called {clean(key)!r}{did_you_mean(key, keys)}")
    if len(found) == 1 and not any(found[0][1:]):
        raise IntakeError("the reference in it says neither title, author, date, publisher nor address")
    if len(found) > 1:
        named = ", ".join(keys[:_NAMED]) + (" …" if len(keys) > _NAMED else "")
        raise IntakeError(f"{len(found)} references are in it; name one with --key: {named}")
    return found[0]


def _csl(text: str) -> list[Reference]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise IntakeError("it is no JSON that can be read; export the reference anew") from error
    items = value.get("items", [value]) if isinstance(value, dict) else value
    return [_csl_reference(item) for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _csl_reference(item: dict[str, Any]) -> Reference:
    names, issued = item.get("author"), item.get("issued")
    issued = issued if isinstance(issued, dict) else {}
    date = _parted(issued.get("date-parts")) or issued.get("raw") or issued.get("literal")
    return as_reference(
        item.get("citation-key") or item.get("id"),
        item.get("title"),
        [_csl_name(name) for name in (names if isinstance(names, list) else ()) if isinstance(name, dict)],
        date,
        item.get("container-title") or item.get("publisher"),
        item.get("URL"),
        item.get("DOI"),
    )


def _csl_name(name: dict[str, Any]) -> str:
    if name.get("literal"):
        return _text(name["literal"])
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(filter(None, (_text(name.get(part)) for part in parts)))


def _parted(parts: object) -> str:
    """`[[2020, 7, 4]]` as `2020-07-04`, two of them as a span; empty where it is neither."""
    if not isinstance(parts, list):
        return ""
    days = [
        "-".join(f"{int(number):0{2 if place else 4}}" for place, number in enumerate(day[:3]))
        for day in parts[:2]
        if isinstance(day, list) and day and all(re.fullmatch("[0-9]{1,4}", str(number)) for number in day[:3])
    ]
    return "/".join(days)


def as_reference(
    key: object, title: object, authors: Sequence[str], date: object, publisher: object, url: object, doi: object
) -> Reference:
    """The reference that some values make, without those that are none of their kind."""
    address, number = _text(url), re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", _text(doi), flags=re.I)
    return Reference(
        key=_text(key),
        title=_MARKS.sub("", _text(title)),
        # BibTeX has `others` for those whom it does not name.
        authors=tuple(name for name in map(_text, authors[:AUTHORS]) if name not in ("", "others", "et al.")),
        date=_date(_text(date)),
        publisher=_text(publisher),
        url=address if re.fullmatch(r"https?://\S+", address) else "",
        doi=number if re.fullmatch(r"10\.\d+/\S+", number) else "",
    )


def _date(text: str) -> Edtf | None:
    try:
        return Edtf(text)
    except ValueError:
        return None


def _text(value: object) -> str:
    return clean(" ".join(str(value).split()))[:LENGTH] if isinstance(value, str | int) else ""
