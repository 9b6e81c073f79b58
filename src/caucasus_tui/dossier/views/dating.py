"""Which statement says a date: a date of a record is said by a statement it cites, or it is the curator's."""

from collections.abc import Callable, Iterable

from caucasus_tui.dossier.model.dates import NOT_STATED, When
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.sources import Statement


def has_date(when: When) -> bool:
    """Whether there is a date, or words for one, that somebody must have said."""
    return when.edtf is not None or when.as_stated != NOT_STATED


def dates_of(value: object) -> list[When]:
    """The date that a field holds, or its dates."""
    return [item for item in (value if isinstance(value, tuple) else (value,)) if isinstance(item, When)]


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
