"""A statement for each sentence of a paragraph, with its words left out: where to put what it says, not what. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from caucasus_tui.dossier.intake.new_source import first_words
from caucasus_tui.dossier.loading.by_place import EditError, Edits
from caucasus_tui.dossier.loading.dossier_files import DossierFile
from caucasus_tui.dossier.text import whole_number
from caucasus_tui.dossier.text.placeholders import SENTENCE

_END = re.compile(r"[.!?…։؟。！？]+[\"”’»)\]]*(?:\s+|(?<=[。！？])|$)")
_NO_END = re.compile(
    r"(?:^|[\s(“\"])(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sen|Rep|Gov|No|Art|vs|etc|approx|ca|cf|al|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:[^\W\d_]\.)+[^\W\d_])\.$"
)
_LOOKED_AT = 16
"""Letters before the end of what may be a sentence; no abbreviation is longer."""
_HEDGES = re.compile(
    r"\b(?:(?-i:may)|might|could|perhaps|possibly|probably|likely|unlikely|apparently|reportedly|seems?|appears?|"
    r"almost certain(?:ly)?|no one can say|nobody knows|said to)\b",
    re.I,
)
"""Words that are often a hedge. Whether they are one here is for who reads the sentence."""
_BLANKS = "      "


class Skeleton(NamedTuple):
    """The id of a statement to come, and the beginning of its sentence; `hedges`: words in it that may be some."""

    id: str
    beginning: str
    hedges: tuple[str, ...] = ()


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph: parted where a sign that ends one is not that of an abbreviation, and what follows
    does not go on in small letters."""
    found, start = [], 0
    for end in _END.finditer(text):
        said, rest = text[start : end.end()].strip(), text[end.end() :]
        if _NO_END.search(said[-_LOOKED_AT:]) or rest[:1].islower():
            continue
        found.append(said)
        start = end.end()
    return [said for said in (*found, text[start:].strip()) if said]


def skeletons(paragraph: str, text: str, taken: Sequence[str] = ()) -> list[Skeleton]:
    """One for each sentence of a paragraph, numbered on after the ids that are `taken`."""
    numbers = [whole_number(id.partition(".")[2]) or 0 for id in taken]
    return [
        Skeleton(f"{paragraph}.{number}", first_words(said), tuple(dict.fromkeys(_HEDGES.findall(said))))
        for number, said in enumerate(sentences(text), max(numbers, default=0) + 1)
    ]


def lines(found: Sequence[Skeleton], blanks: str = _BLANKS) -> Iterator[str]:
    """The lines of YAML."""
    for skeleton in found:
        yield f"{blanks}- id: {skeleton.id}  # {skeleton.beginning}"
        hedged = f"  # a hedge? {', '.join(skeleton.hedges)}" if skeleton.hedges else ""
        yield f"{blanks}  type: fact{hedged}"
        yield f"{blanks}  text: {SENTENCE}"


def written(file: DossierFile, drafts: dict[str, list[Skeleton]]) -> bytes:
    """The file of a source with the drafts put into its paragraphs, by id, in place of what is in them. Raises
    EditError, also where a comment would be lost."""
    edits = Edits(file.content, file.document)
    wanted = file.document.value
    assert isinstance(wanted, dict) and isinstance(wanted["paragraphs"], list)
    paragraphs = list(wanted["paragraphs"])
    for number, paragraph in enumerate(paragraphs):
        if isinstance(paragraph, dict) and (found := drafts.get(str(paragraph.get("id")))):
            _insert(edits, file, number, found)
            paragraphs[number] = {
                **paragraph,
                "statements": [{"id": one.id, "type": "fact", "text": SENTENCE} for one in found],
            }
    return edits.done({**wanted, "paragraphs": paragraphs})


def _insert(edits: Edits, file: DossierFile, number: int, found: Sequence[Skeleton]) -> None:
    marks, key_marks = file.document.marks, file.document.key_marks
    path = ("paragraphs", number, "statements")
    first = key_marks["paragraphs", number, "id"]
    if path not in key_marks:
        last = max(mark for place, mark in marks.items() if place[:2] == path[:2] and len(place) == 3)
        blanks = " " * (first[1] - 1)
        text = edits.line_end.join(("", f"{blanks}statements:", *lines(found, f"{blanks}  ")))
        edits.insert(edits.end_of_line(last), text)
        return
    key = key_marks[path]
    text = edits.line_end.join(("statements:", *lines(found, " " * (key[1] + 1))))
    start = edits.offset(key)
    inside = [mark for place, mark in marks.items() if place[:3] == path]
    end = edits.end_of_line(max(inside))
    before = edits.text[start:end]
    if before.count("#"):
        raise EditError(f"{file.path}:{key[0]}:{key[1]}: comments stand where drafts would go; print them without -o")
    edits.replace(key, before, text)
