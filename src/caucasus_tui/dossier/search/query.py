"""A query in parts: words to look for, filters to pass, and whether it is a question."""

import re
from collections.abc import Container
from typing import NamedTuple

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.search.catalogue import Filter
from caucasus_tui.dossier.search.english import QUESTION_WORDS, STOP_WORDS
from caucasus_tui.dossier.search.filters import FILTERS, make_filter
from caucasus_tui.dossier.text.fold import words

LENGTH_LIMIT = 500
"""Characters of a query that are read."""

_PIECE = re.compile(r'(?P<name>[^\W\d_]+):(?P<value>"[^"]*"?|\S+)|(?P<plain>\S+)')


class Term(NamedTuple):
    """What every hit must hold: a folded word, or the address of one thing (`ecfr-2023:p8.2`, `p8.2`, `lever:…`)."""

    word: str
    address: str = ""


class Query(NamedTuple):
    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    asks: bool = False
    """Whether it is put as a question, so that a gap may be its answer."""
    length: int = 0
    """Words as typed, those dropped included."""
    problem: str | None = None


def parse(text: str, dossier: Dossier, addresses: Container[str]) -> Query:
    """Never raises: a filter that cannot be used is said in `problem`."""
    filters: list[Filter] = []
    terms: list[Term] = []
    for piece in _PIECE.finditer(text[:LENGTH_LIMIT]):
        name, value = (piece["name"] or "").lower(), (piece["value"] or "").strip('"')
        raw = piece[0].strip('?!,;."()').lower()
        if raw in addresses and name not in FILTERS:
            terms.append(Term("", raw))
        elif not name:
            terms += [Term(word) for word in words(raw)]
        else:
            made = make_filter(name, value, dossier)
            if isinstance(made, str):
                return Query(problem=made)
            filters.append(made)
    plain = [term.word for term in terms if term.word]
    asks = "?" in text or (bool(plain) and plain[0] in QUESTION_WORDS)
    telling = tuple(dict.fromkeys(term for term in terms if term.word not in STOP_WORDS))
    return Query(telling or tuple(dict.fromkeys(terms)), tuple(filters), asks, len(terms))
