"""Rows of the ledger whose time has come: open, and past the day by which something would have to be found."""

from datetime import date

from caucasus_tui.dossier.model import Dossier, LedgerRow

OVERDUE = "open, and past its horizon"
"""What they are listed under. They are no to-do, so that no dossier turns unfinished on a date."""


def overdue(dossier: Dossier, today: date) -> tuple[LedgerRow, ...]:
    """In the order of the file."""
    rows = dossier.since.ledger if dossier.since else dossier.ledger
    return tuple(row for row in rows if is_overdue(row, today))


def is_overdue(row: LedgerRow, today: date) -> bool:
    """Whether a row is open although its time has come."""
    return bool(row.state == "open" and row.horizon and row.horizon.edtf and row.horizon.edtf.latest < today)
