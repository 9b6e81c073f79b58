"""A source begun from a text: its head, a heading and a fingerprint for each paragraph, none of the text but the title
and the first words that tell paragraphs apart. Pure."""

import hashlib
import json
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from caucasus_tui.dossier.addresses import WORDS
from caucasus_tui.dossier.intake.bibliography import Reference
from caucasus_tui.dossier.model import When, is_record_id, span_words
from caucasus_tui.dossier.text.clean import clean
from caucasus_tui.dossier.text.placeholders import PLACEHOLDER

FIRST_WORDS = 4
"""Enough to know a paragraph again, and too few to count as its text."""
_TITLE = "Title of the source"
_SENTENCE_ENDS = (".", "!", "?", "”", '"', "…", ":")
_LONGEST_ID = 40


class DraftParagraph(NamedTuple):
    """A paragraph of the text: the id it gets, and its text, each run of white space made one space."""

    id: str
    text: str

    @property
    def beginning(self) -> str:
        """Its first words, as a comment or a line on a screen may have them."""
        return first_words(self.text)


def first_words(text: str) -> str:
    """The first words of a text, with `…` for the rest of it."""
    words = clean(text).split()
    return clean(" ".join(words[:FIRST_WORDS])[:60]) + (" …" if len(words) > FIRST_WORDS else "")


def paragraphs_of(text: str) -> list[DraftParagraph]:
    """The paragraphs: parted by empty lines, else by line ends."""
    parted = re.split(r"\n\s*\n", text.strip())
    return numbered(parted if len(parted) > 1 else text.splitlines())


def numbered(parts: Iterable[str], title: str = "", headings: Container[str] = ()) -> list[DraftParagraph]:
    """Paragraphs with their ids. A headline, the `title` or a first one that is no sentence, is `h`; `headings` are
    sh1, sh2 …, the rest p1, p2 … Where nothing but headings is left, these are the text."""
    texts = [joined for part in (title, *parts) if (joined := " ".join(part.split()))]
    headline = len(texts) > 1 and bool(title or not _ends_sentence(texts[0]))
    found = [DraftParagraph("h", texts[0])] if headline else []
    below = texts[len(found) :]
    is_parted = any(text not in headings for text in below)
    numbers = {"sh": count(1), "p": count(1)}
    for text in below:
        kind = "sh" if is_parted and text in headings else "p"
        found.append(DraftParagraph(f"{kind}{next(numbers[kind])}", text))
    return found


def _ends_sentence(text: str) -> bool:
    """Whether a text reads like running text. A headline may end with a question mark, and is short."""
    return text.endswith(_SENTENCE_ENDS) and not (text.endswith(("?", "!")) and len(text) < 80)


def source_id(name: str) -> str:
    """An id for a source after the name of its file, such as `hill-road` for `Hill Road.txt`."""
    stem = re.sub(r"\.[^./]*$", "", name.rpartition("/")[2])
    words = "-".join(re.findall("[a-z0-9]+", stem.casefold()))[:_LONGEST_ID].strip("-")
    return (f"{words}-1" if words in WORDS else words) if is_record_id(words) else "article"


def source_file(
    template: str, source: str, found: Sequence[DraftParagraph], reference: Reference | None, *, first: bool
) -> str:
    """The YAML of a source with the paragraphs of a text, its head from a reference where there is one; with `first`
    there is a statement to replace, which the whole dossier may cite."""
    said = reference or Reference(key="")
    headline = next((clean(passage.text) for passage in found if passage.id == "h"), "")
    head = template.replace("SOURCE", source).replace("TITLE", _quoted(said.title or headline or _TITLE))
    for key, now in _known(said):
        head = re.sub(rf"^{key}:.*\n(?: .*\n)*", lambda _, now=now: now, head, count=1, flags=re.M)  # type: ignore[misc]
    return head + "\n".join(_paragraph(passage, first and passage.id == "p1") for passage in found)


def _known(reference: Reference) -> Iterator[tuple[str, str]]:
    """Keys of the template, and what stands in place of their lines."""
    if reference.publisher:
        yield "publisher", f"publisher: {_quoted(reference.publisher)}\n"
    if reference.date:
        words = span_words(When(edtf=reference.date, role="point", as_stated="-"))
        for key, role in (("as_of", "as-of"), ("published", "point")):
            said = f'edtf: "{reference.date}", role: {role}, as_stated: {_quoted(words)}, year: stated'
            yield key, f"{key}: {{{said}}}\n" + "published:\n" * (key == "as_of")
    if address := reference.url or (f"https://doi.org/{reference.doi}" if reference.doi else ""):
        access = _quoted(f"doi:{reference.doi}") if reference.doi else "How you came by it."
        yield "access", f"access: {access}\nurl: {_quoted(address)}\n"
    if reference.authors:
        names = "".join(f"  - {{role: Author, name: {_quoted(name)}}}\n" for name in reference.authors)
        yield "authors", f"authors:\n{names}"


def _quoted(text: str) -> str:
    """As YAML has it, on one line, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def _paragraph(passage: DraftParagraph, first: bool) -> str:
    words = {"h": "Headline", "sh": "Heading", "p": "Paragraph"}
    about = f"{words[passage.id.rstrip('0123456789')]} {passage.id.lstrip('shp')}".rstrip()
    lines = [
        f"  - id: {passage.id}",
        f"    about: {about}",
        f"    sha256: {hashlib.sha256(passage.text.encode()).hexdigest()}  # {passage.beginning}",
        "    statements:" if first else "    statements: []",
    ]
    if first:
        lines += [f"      - id: {passage.id}.1", "        type: fact", f"        text: {PLACEHOLDER}"]
    return "\n".join(lines) + "\n"
