"""Dates: said by a statement that the record cites, or the curator's, who then says how they were arrived at."""

from collections.abc import Iterator

from caucasus_tui.dossier.loading.rules.scope import Breach, Scope
from caucasus_tui.dossier.model import LedgerRow, citations
from caucasus_tui.dossier.views.dating import dates_in, dating_cite


def dates_are_said(scope: Scope) -> Iterator[Breach]:
    """A date that no cited statement has is ours, and needs a basis. What could not be read may have it."""
    for _, record in scope.records:
        dates = [(name, when) for name, when in dates_in(record) if when.edtf and not when.basis]
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
