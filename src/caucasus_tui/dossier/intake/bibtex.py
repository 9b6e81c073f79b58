"""The entries of a BibTeX file, in letters instead of TeX's signs for them."""

from collections.abc import Iterator

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import (
    LatexDecodingMiddleware,
    MonthIntMiddleware,
    NameParts,
    SeparateCoAuthors,
    SplitNameParts,
)

from caucasus_tui.dossier.text import whole_number

_MIDDLEWARE = (MonthIntMiddleware(), LatexDecodingMiddleware(), SeparateCoAuthors(), SplitNameParts())


def entries(text: str) -> Iterator[tuple[str, str, list[str], str, str, str, str]]:
    """Key, title, authors, date, publisher, address and DOI of each. What is no entry is passed over."""
    for entry in parse_string(text, append_middleware=_MIDDLEWARE).entries:
        values = {field.key.casefold(): field.value for field in entry.fields}
        said = {name: str(value) for name, value in values.items() if isinstance(value, str | int)}
        names = values.get("author") or values.get("editor") or []
        yield (
            entry.key,
            said.get("title", ""),
            [_name(name) for name in names] if isinstance(names, list) else [str(names)],
            said.get("date") or _date(said),
            next((said[name] for name in _PUBLISHERS if said.get(name)), ""),
            said.get("url", ""),
            said.get("doi", ""),
        )


_PUBLISHERS = ("journaltitle", "journal", "publisher", "institution", "organization", "howpublished")


def _name(parts: object) -> str:
    if isinstance(parts, NameParts):
        return " ".join((*parts.first, *parts.von, *parts.last, *parts.jr))
    return str(parts)


def _date(said: dict[str, str]) -> str:
    """`2020-07` from a year and a month; a day only after a month."""
    found = said.get("year", "")
    for name in ("month", "day"):
        if (number := whole_number(said.get(name, ""))) is None:
            break
        found += f"-{number:02}"
    return found
