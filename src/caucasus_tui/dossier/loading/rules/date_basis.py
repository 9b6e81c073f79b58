"""Dates: said by a statement that the record cites, or the curator's, who then says how they were arrived at."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from msgspec.structs import fields

from caucasus_tui.dossier.loading.rules.scope import Breach, Scope
from caucasus_tui.dossier.model import LedgerRow, Record, When, citations
from caucasus_tui.dossier.views.dating import dates_of, dating_cite


def dates_are_said(scope: Scope) -> Iterator[Breach]:
    """A date that no cited statement has is ours, and needs a basis. What could not be read may have it."""
    for _, record in scope.records:
        dates = [(name, when) for name, when in _dates(record) if when.edtf and not when.basis]
        if not dates:
            continue
        cites = citations(record)
        if isinstance(record, LedgerRow):  # its horizon is that of the words it is about
            cites += citations(scope.dossier.record(record.about))
            if scope.unread.may_hold(record.about):
                continue
        if any(scope.unread.may_hold(f"statement:{cite}") for cite in cites):
            continue
        for name, when in dates:
            if dating_cite(scope.statements.get, when, cites) is None:
                message = f"no statement it cites has the date of '{name}'; cite one, or say in 'basis' how you got it"
                yield Breach(record.ref, message, when.edtf)


def _dates(record: Record) -> Iterator[tuple[str, When]]:
    for name in _dated(type(record)):
        yield from ((name, when) for when in dates_of(getattr(record, name)))


@cache
def _dated(form: type[Record]) -> tuple[str, ...]:
    """The fields of a form of record that hold dates."""
    return tuple(field.name for field in fields(form) if When in (field.type, *get_args(field.type)))
