"""What stands at the head of a Markdown file between lines of `---`, as a reference; and what of it is none."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from caucasus_tui.dossier.intake.bibliography import LENGTH, Reference, as_reference
from caucasus_tui.dossier.loading.reader import parse
from caucasus_tui.dossier.text.clean import clean, on_one_line

_KEYS = {
    "title": ("title",),
    "authors": ("author", "authors", "creator", "by"),
    "date": ("date", "published", "issued"),
    "publisher": ("publisher", "container-title", "publication"),
    "url": ("url", "link", "canonical_url"),
    "doi": ("doi",),
}
_TITLE = re.compile(r"^title:\s*[\"']?(.*?)[\"']?\s*$", re.M | re.I)
"""Of what is no YAML, such as a title with a colon in it."""
_SHOWN = 8
"""Keys that are named."""


class FrontMatter(NamedTuple):
    """`told`: what of it was taken and what was not, in a line."""

    reference: Reference
    told: str


def front_matter(text: str) -> FrontMatter:
    """The YAML between the two lines, read. Never raises for what it finds there."""
    document = parse(text.encode(), "")
    if document.problems or not isinstance(document.value, dict):
        why = document.problems[0].message if document.problems else "no keys with values are in it"
        title = clean("".join(_TITLE.findall(text)[:1]))[:LENGTH]
        return FrontMatter(Reference("", title), f"of the front matter nothing but a title was read: {why}")
    value = {str(key): said for key, said in document.value.items()}
    written = {key.casefold(): key for key, said in value.items() if said}
    called = {field: next((written[key] for key in keys if key in written), "") for field, keys in _KEYS.items()}
    said: dict[str, Any] = {field: value.get(key) for field, key in called.items()}
    day = re.sub(r"^(\d{4}-\d\d-\d\d)[T ].*", r"\1", str(said["date"] or ""), flags=re.S)
    found = as_reference("", **{**said, "authors": [*_names(said["authors"])], "date": day})
    taken = [called[field] for field in _KEYS if getattr(found, field)]
    left = [key for key in value if key not in taken]
    unused = f"; not used: {_listed(left)}" if left else ""
    return FrontMatter(found, f"of the front matter: {_listed(taken) or 'nothing'}{unused}")


def _names(said: object) -> Iterator[str]:
    """One name, several, or each with its parts."""
    for one in said if isinstance(said, list) else [said]:
        if isinstance(one, dict):
            yield str(one.get("name") or " ".join(str(one[part]) for part in ("given", "family") if one.get(part)))
        elif one:
            yield str(one)


def _listed(keys: list[str]) -> str:
    shown = [clean(on_one_line(key))[:40] for key in keys[:_SHOWN]]
    return ", ".join(shown + ["…"] * (len(keys) > _SHOWN))
