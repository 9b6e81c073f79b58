"""Cells: a word of a line that says how something stands, when or whose, each with what says that, never the line's."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from caucasus_tui.dossier.model.dates import NOT_STATED, When, column_date, date_marks, nearest_window, window_state
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import ActorId
from caucasus_tui.dossier.model.records import Agreement, Place, Record, Term
from caucasus_tui.dossier.views.force import acts
from caucasus_tui.page.claim.basis import Basis, basis_of, dating
from caucasus_tui.page.rows.row import Span

CAME_OF_IT = ("breached", "completed", "lapsed", "contested")
"""Statuses of a term that tell what became of it: what it lays down cannot say that."""


class Cell(NamedTuple):
    """Without a text it is not shown."""

    span: Span
    basis: Basis = Basis()


def term_status(dossier: Dossier, term: Term) -> Cell:
    """How a term stands: the source's word, resting on what it cites, else our status; ours too is what became of it,
    where no word of a source says that."""
    if term.status_word:
        return Cell(Span(term.status_word.text, "status"), basis_of(dossier, term.status_word.cites))
    basis = Basis(ours=True) if is_ours(term) else basis_of(dossier, term.cites[:1])
    return Cell(Span(term.status.replace("-", " "), "status"), basis)


def signatures(dossier: Dossier, agreement: Agreement, name: Callable[[ActorId], str]) -> list[Cell]:
    """What was done with the text of an agreement, each with all that says so; `name`: what to call an actor."""
    return [Cell(Span(act.text, "dim"), basis_of(dossier, act.cites)) for act in acts(agreement, name)]


def is_ours(term: Term) -> bool:
    """Whether how it stands is our reading."""
    return term.status in CAME_OF_IT and not term.status_word


def states(dossier: Dossier, place: Place) -> list[Cell]:
    """How a route or a border stands, the newest last."""
    return [Cell(Span(state.shown, "status"), basis_of(dossier, state.cites)) for state in place.status]


def dated(dossier: Dossier, record: Record, when: When) -> Cell:
    """`26 Sep 2023 →`, with its marks: `~` the year is inferred, `?` the day not stated."""
    words = f"{column_date(when)} {date_marks(when)}".rstrip()
    return Cell(Span(words, "date"), dating(dossier, when, record) if when.edtf else Basis())


def window(dossier: Dossier, record: Record, windows: Iterable[When], today: date) -> Cell:
    """`early October · passed`, `in the coming days`, `no date`; of several the nearest, empty where there is none."""
    when = nearest_window(windows, today)
    if when is None:
        return Cell(Span(""))
    if when.as_stated == NOT_STATED and when.edtf is None:
        return Cell(Span("no date", "dim"))
    words = column_date(when) if when.as_stated == NOT_STATED else when.as_stated
    state = window_state(when, today)
    role = "warn" if state == "passed" else "date"
    return Cell(Span(f"{words} · {state}" if state else words, role), dating(dossier, when, record))
