"""The texts of a record, each with its weight.

Found by a walk over the fields a struct has, so that a new field is searched from the day it is added.
"""

from functools import cache
from itertools import compress
from typing import Literal, NamedTuple, get_args, get_origin

from msgspec import Struct

from caucasus_tui.dossier.model.dates import When, sentence_date
from caucasus_tui.dossier.model.frame_words import FrameWord
from caucasus_tui.dossier.model.links import Citation, Link
from caucasus_tui.dossier.model.records import Cited, Derived, Record, Section
from caucasus_tui.dossier.model.sources import Paragraph, Statement
from caucasus_tui.dossier.model.walks import hints_of, parts_of

TITLE, NAME, TEXT, CITED, LINKED = 8, 6, 3, 2, 1
"""Weights: a title; another name, an office, or another wording of a question; any other text; the text of a cited
statement; the name of a linked actor or place, or a label."""

NAME_FIELDS = frozenset({"name", "short", "term", "avoid", "also_asked"})
_OFFICE = "role"
_SKIPPED_FIELDS = frozenset({"id", "title", "sha256", "key", "used_by", "who"})
"""What is no text of the thing itself; whose usage a name is, every second name has."""
_ADDRESSED = (Record, Paragraph, Statement, Section)
"""What is found by itself: things with an address, and what a question's selectors name."""
_EMPTY_WORDS = frozenset({"stated", "implied", "not-stated"})
"""Values that say nothing about a record, and would make `not stated` match half of them."""


class Passage(Struct, frozen=True, array_like=True, omit_defaults=True):
    """With citations, a source's statement in our words; without, the curator's text."""

    text: str
    weight: int
    cites: tuple[Citation, ...] = ()
    shown: bool = True
    """Whether a hit may show it; else it is there to be found by."""


class Contents(NamedTuple):
    """What a walk over a struct finds, each in the order of its fields. `links`, `cites` and `labels` are keys: each
    once. Labels are words of the program's own vocabularies, such as how a lever stands."""

    passages: list[Passage]
    links: dict[str, None]
    cites: dict[Citation, None]
    whens: list[When]
    labels: dict[str, None]
    derived: list[Derived]


def contents(value: Struct) -> Contents:
    """Texts, links, citations and dates of a record or the like, its title excepted, and without what has an address
    of its own: the terms of an agreement, the paragraphs of a source, their statements."""
    found = Contents([], {}, {}, [], {}, [])
    _visit_fields(value, found)
    return found


def _visit(value: object, field: str, found: Contents) -> None:
    # What there is most of comes first.
    if isinstance(value, tuple):
        for part in value:
            _visit(part, field, found)
    elif isinstance(value, Link):
        found.links[value.ref] = None
    elif isinstance(value, Citation):
        found.cites[value] = None
    elif isinstance(value, str):
        if field not in _SKIPPED_FIELDS and value not in _EMPTY_WORDS:
            found.passages.append(Passage(value, NAME if field in NAME_FIELDS else TEXT))
    elif isinstance(value, _ADDRESSED):
        return
    elif isinstance(value, Cited):
        found.passages.append(Passage(value.sentence, NAME if field == _OFFICE else TEXT, value.cites))
        found.cites.update(dict.fromkeys(value.cites))
    elif isinstance(value, When):
        found.whens.append(value)
        found.labels[value.role] = None
        found.passages.append(Passage(sentence_date(value), TEXT))
        _visit(value.basis, "", found)
    elif isinstance(value, Struct):
        _visit_fields(value, found)


def _visit_fields(value: Struct, found: Contents) -> None:
    if isinstance(value, Derived):
        found.derived.append(value)
    held = parts_of(type(value))(value)
    for (name, is_label), part in compress(zip(_fields(type(value)), held, strict=True), held):
        if is_label:
            found.labels.update(dict.fromkeys(part if isinstance(part, tuple) else (part,)))
        else:
            _visit(part, name, found)


@cache
def _fields(of: type[Struct]) -> tuple[tuple[str, bool], ...]:
    """The fields of a struct, each with whether it takes words of a fixed vocabulary."""
    return tuple((name, _is_vocabulary(hint)) for name, hint in hints_of(of))


def _is_vocabulary(hint: object) -> bool:
    if isinstance(hint, type):
        return issubclass(hint, FrameWord)
    return get_origin(hint) is Literal or any(map(_is_vocabulary, get_args(hint)))
