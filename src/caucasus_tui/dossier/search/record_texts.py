"""The texts of a record, each with its weight.

Found by a walk over the fields a struct has, so that a new field is searched from the day it is added.
"""

from typing import NamedTuple

from msgspec import Struct

from caucasus_tui.dossier.model.dates import When, sentence_date
from caucasus_tui.dossier.model.links import Citation, Link
from caucasus_tui.dossier.model.records import Cited, Record, Section
from caucasus_tui.dossier.model.sources import Paragraph, Statement

TITLE, NAME, TEXT, CITED = 8, 6, 3, 1
"""Weights: a title; another name, or another wording of a question; any other text; the text of a cited statement or
the name of a linked actor or place."""

NAME_FIELDS = frozenset({"name", "short", "term", "avoid", "also_asked"})
_SKIPPED_FIELDS = frozenset({"id", "title", "sha256", "key"})
_ADDRESSED = (Record, Paragraph, Statement, Section)
"""What is found by itself: things with an address, and what a question's selectors name."""
_EMPTY_WORDS = frozenset({"stated", "implied", "not-stated"})
"""Values that say nothing about a record, and would make `not stated` match half of them."""


class Passage(Struct, frozen=True):
    """With citations, a source's statement in our words; without, the curator's text."""

    text: str
    weight: int
    cites: tuple[Citation, ...] = ()


class Contents(NamedTuple):
    """What a walk over a struct finds, each in the order of its fields. `links` and `cites` are keys: each once."""

    passages: list[Passage]
    links: dict[str, None]
    cites: dict[Citation, None]
    whens: list[When]


def contents(value: Struct) -> Contents:
    """Texts, links, citations and dates of a record or the like, its title excepted, and without what has an address
    of its own: the terms of an agreement, the paragraphs of a source, their statements."""
    found = Contents([], {}, {}, [])
    _visit(value, "", found)
    return found


def _visit(value: object, field: str, found: Contents) -> None:
    if isinstance(value, Citation):
        found.cites[value] = None
    elif isinstance(value, Link):
        found.links[value.ref] = None
    elif isinstance(value, str):
        if field not in _SKIPPED_FIELDS and value not in _EMPTY_WORDS:
            found.passages.append(Passage(value, NAME if field in NAME_FIELDS else TEXT))
    elif isinstance(value, Cited):
        found.passages.append(Passage(value.sentence, TEXT, value.cites))
        found.cites.update(dict.fromkeys(value.cites))
    elif isinstance(value, When):
        found.whens.append(value)
        found.passages.append(Passage(sentence_date(value), TEXT))
        _visit(value.basis, "", found)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            part = getattr(value, name)
            if part and not isinstance(part, _ADDRESSED):
                _visit(part, name, found)
    elif isinstance(value, tuple):
        for part in value:
            if not isinstance(part, _ADDRESSED):
                _visit(part, field, found)
