"""Which statement says a date: a date of a record is said by a statement it cites, or it is the curator's."""

from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from typing import get_args

from msgspec import Struct

from caucasus_tui.dossier.model import Citation, Dossier, Gap, Record, Statement
from caucasus_tui.dossier.model.dates import NOT_STATED, When
from caucasus_tui.dossier.model.shown_alone import part_of
from caucasus_tui.dossier.model.walks import citations, hints_of

_OURS = "curator"
"""The key of `alone` for what the curator dates; that of each kind below is there where it was looked for."""
_DATED = ("event", "agreement", "term", "recommendation", "gap")
"""Kinds of records whose dates lists show with what says them."""


def has_date(when: When) -> bool:
    """Whether there is a date, or words for one, that somebody must have said."""
    return when.edtf is not None or when.as_stated != NOT_STATED


def dates_of(value: object) -> list[When]:
    """The date that a field holds, or its dates."""
    return [item for item in (value if isinstance(value, tuple) else (value,)) if isinstance(item, When)]


def dates_in(record: Struct) -> Iterator[tuple[str, When]]:
    """The dates of a record, or of a part of one, each with the field that holds it."""
    for name in _dated_fields(type(record)):
        yield from ((name, when) for when in dates_of(getattr(record, name)))


@cache
def _dated_fields(form: type[Struct]) -> tuple[str, ...]:
    return tuple(name for name, hint in hints_of(form) if When in (hint, *get_args(hint)))


def dating_cite(said_at: Callable[[str], Statement | None], when: When, cites: Iterable[Citation]) -> Citation | None:
    """Of the statements cited the first that has this date, before others one that has it in the same words; None where
    the date is the curator's."""
    first: Citation | None = None
    for cite in cites:
        found = said.when if (said := said_at(cite)) else None
        alike = found is not None and found.as_stated.casefold() == when.as_stated.casefold()
        if found is None or not (found.edtf == when.edtf if when.edtf else alike):
            continue
        if alike:
            return cite
        first = first or cite
    return first


def dated_by_curator(dossier: Dossier, kind: str) -> Set[str]:
    """The addresses of the records of a kind that have a date which no statement they cite has. In a large dossier
    that was found out when it was kept."""
    kept = dossier.relations.alone.get(part_of(_OURS, kind)) if kind in _DATED else frozenset[str]()
    return _dated_by_curator(dossier, kind) if kept is None else kept


def all_dated_by_curator(dossier: Dossier) -> dict[str, Set[str]]:
    """The same of every kind, to be kept in `alone`, which need not be made for it."""
    return {part_of(_OURS, kind): _dated_by_curator(dossier, kind) for kind in _DATED}


def _dated_by_curator(dossier: Dossier, kind: str) -> Set[str]:
    return {record.ref for record in dossier.records() if record.kind == kind and _is_dated_by_curator(dossier, record)}


def _is_dated_by_curator(dossier: Dossier, record: Record) -> bool:
    dated = record.bounded_by if isinstance(record, Gap) else record
    dates = [when for _, when in dates_in(dated) if has_date(when)] if dated else []
    cites = citations(dated) if dates else ()
    return any(dating_cite(dossier.statement, when, cites) is None for when in dates)
