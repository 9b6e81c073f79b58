"""The first files of a dossier made from an article: nothing of its text in them but the title. Pure."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from caucasus_tui.dossier.model.links import is_record_id

PLACEHOLDER = "Replace this by the first thing that the paragraph says."
PLACEHOLDERS = frozenset(
    {
        PLACEHOLDER,
        "Title of the source",
        "Who published it",
        "From where it looks, and whose side, if any, it takes.",
        "How you came by it.",
        "What the author is",
        "Replace this.",
        "Title of the dossier",
        "Short title",
        "Replace this last, by what the whole comes to.",
    }
)
"""What stands in the files that are begun, here and in `blank/`, for their author to replace."""
_SENTENCE_ENDS = (".", "!", "?", "”", '"', "…", ":")


class DraftParagraph(NamedTuple):
    """A paragraph of the article: the id it gets, and its text, each run of white space made one space."""

    id: str
    text: str


def paragraphs_of(text: str) -> list[DraftParagraph]:
    """The paragraphs: parted by empty lines, else by line ends. A headline is `h`, the rest are p1, p2 …"""
    parted = re.split(r"\n\s*\n", text.strip())
    if len(parted) == 1:
        parted = text.splitlines()
    texts = [joined for part in parted if (joined := " ".join(part.split()))]
    headline = len(texts) > 1 and not _ends_sentence(texts[0])
    return [
        DraftParagraph("h" if headline and number == 0 else f"p{number + (not headline)}", joined)
        for number, joined in enumerate(texts)
    ]


def _ends_sentence(text: str) -> bool:
    """Whether a text reads like running text. A headline may end with a question mark, and is short."""
    return text.endswith(_SENTENCE_ENDS) and not (text.endswith(("?", "!")) and len(text) < 80)


def source_id(name: str) -> str:
    """An id for a source after the name of its file, such as `hill-road` for `Hill Road.txt`."""
    words = "-".join(re.findall("[a-z0-9]+", name.rpartition("/")[2].rpartition(".")[0].casefold()))
    return words if is_record_id(words) else "article"


def draft_source(template: str, source: str, found: list[DraftParagraph]) -> str:
    """The YAML of a source with the paragraphs of an article, and a first statement to replace."""
    title = next((passage.text for passage in found if passage.id == "h"), "Title of the source")
    head = template.replace("SOURCE", source).replace("TITLE", json.dumps(title, ensure_ascii=False))
    return head + "".join(_paragraph(passage) for passage in found)


def _paragraph(passage: DraftParagraph) -> str:
    about = "Headline" if passage.id == "h" else f"Paragraph {passage.id[1:]}"
    lines = [
        f"  - id: {passage.id}",
        f"    about: {about}",
        f"    sha256: {hashlib.sha256(passage.text.encode()).hexdigest()}",
    ]
    if passage.id == "p1":
        lines += ["    statements:", "      - id: p1.1", "        type: fact", f"        text: {PLACEHOLDER}"]
    else:
        lines += ["    statements: []"]
    return "\n".join(lines) + "\n\n"


def as_example(text: str) -> str:
    """A file of records with its records made comments: the explanation above them stays, and an example below it."""
    lines = text.splitlines()
    first = next((number for number, line in enumerate(lines) if line and not line.startswith("#")), len(lines))
    kept = [*lines[:first], "# An example, from another dossier. Records begin in the first column, with '- id:'.", ""]
    return "\n".join([*kept, *_commented(lines[first:])]) + "\n"


def _commented(lines: list[str]) -> Iterator[str]:
    return (f"# {line}".rstrip() for line in lines)
