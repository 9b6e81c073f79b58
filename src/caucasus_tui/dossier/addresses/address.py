"""The forms of address. `str` of one is its stable text, which rows, links, history and files carry; `parse` reads it.

A new kind of place is a class here or in `worded.py`, its name in `Place` or in a union there, and a case in
`places.py` and in `panes/router.py`.
"""

from typing import ClassVar, TypeAlias, get_args

from msgspec import Struct

from caucasus_tui.dossier.addresses.worded import BOTTOM_LINE, COLLECTED, PLACES, TODO, Alone, Named
from caucasus_tui.dossier.model import Record, is_citation


class RecordAt(Struct, frozen=True):
    """`lever:eu-economic`."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


class _Passage(Struct, frozen=True):
    source: str
    id: str

    def __str__(self) -> str:
        return f"{self.source}:{self.id}"


class ParagraphAt(_Passage, frozen=True):
    """`ecfr-2023:p8`."""


class StatementAt(_Passage, frozen=True):
    """`ecfr-2023:p8.2`."""


class CellAt(Struct, frozen=True):
    """A cell of the leverage matrix, by the ids of two actors: `cell:eu/azerbaijan`; of those who hold something only
    together, `cell:pilots+sarn/qalat`."""

    word: ClassVar[str] = "cell"
    holder: str
    target: str

    def __str__(self) -> str:
        return f"{self.word}:{self.holder}/{self.target}"


class CompareAt(Struct, frozen=True):
    """Things beside each other, `compare:actor:sarn=actor:qalat`; of one thing its sides or its sources."""

    word: ClassVar[str] = "compare"
    between: ClassVar[str] = "="
    of: "tuple[Place, ...]"

    def __str__(self) -> str:
        return f"{self.word}:{self.between.join(map(str, self.of))}"


class Bare(Struct, frozen=True):
    """Text in no form of address, such as the bare id `p8.2`; `typed.py` knows what may be meant."""

    text: str

    def __str__(self) -> str:
        return self.text


Place: TypeAlias = Named | Alone | RecordAt | ParagraphAt | StatementAt | CellAt | CompareAt | Bare


class BehindAt(Struct, frozen=True):
    """The paragraphs behind what is at another address."""

    word: ClassVar[str] = "behind"
    of: Place

    def __str__(self) -> str:
        return f"{self.word}:{self.of}"


Address: TypeAlias = Place | BehindAt

_NAMED: dict[str, type[Named]] = {form.word: form for form in get_args(Named)}
_KINDS = frozenset(form.kind for form in Record.__subclasses__())
WORDS = frozenset((*_NAMED, *_KINDS, *(form.word for form in (CellAt, CompareAt, *get_args(Alone), BehindAt))))
"""What stands before the first colon where that is not a source: no source may be called so."""


def parse(text: str) -> Address:
    """The address that a text is. Never fails: what is in no form is `Bare`. `str` of it is the same text again."""
    if text.startswith(f"{BehindAt.word}:"):
        return BehindAt(_place(text[len(BehindAt.word) + 1 :]))
    return _place(text)


def behind(address: Address) -> BehindAt:
    """What is behind an address; nothing is behind that again."""
    return address if isinstance(address, BehindAt) else BehindAt(address)


def passage(source: str, id: str) -> StatementAt | ParagraphAt:
    """The statement or the paragraph of a source; the number in a paragraph tells which."""
    return StatementAt(source, id) if "." in id else ParagraphAt(source, id)


def _place(text: str) -> Place:
    word, colon, name = text.partition(":")
    if not colon:
        return Bare(text)
    if form := _NAMED.get(word):
        return form(name)
    if word in _KINDS:
        return RecordAt(word, name)
    if word == CellAt.word:
        holder, slash, target = name.partition("/")
        return CellAt(holder, target) if slash else Bare(text)
    if word == CompareAt.word:
        of = tuple(map(_place, name.split(CompareAt.between)))
        return Bare(text) if any(isinstance(place, CompareAt) for place in of) else CompareAt(of)
    for place in (BOTTOM_LINE, TODO, COLLECTED, PLACES):
        if text == str(place):
            return place
    return passage(word, name) if word not in WORDS and is_citation(text) else Bare(text)
