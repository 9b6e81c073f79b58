"""Cells: a word of a line that says how something stands, when or whose, each with what says that, never the line's."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from caucasus_tui.dossier.model import ActorId, Agreement, Cited, Dossier, Place, Record, Term, When
from caucasus_tui.dossier.model.dates import (
    NOT_STATED,
    column_date,
    date_marks,
    nearest_window,
    source_words,
    window_state,
)
from caucasus_tui.dossier.views.force import acts
from caucasus_tui.dossier.views.order import is_most_contested
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


def standing(dossier: Dossier, term: Term, today: date) -> Cell:
    """How a term stands in a list of them: the source's word for it, that its date has passed, or its status."""
    word = _said_of(term, today)
    if word:
        return Cell(Span(word.text, "status"), basis_of(dossier, word.cites))
    if term.deadline and _is_over(term, today):
        return window(dossier, term, (term.deadline,), today)
    return term_status(dossier, term)


def stands_by_us(term: Term, today: date, *, ours: bool) -> bool:
    """Whether that is the curator's; `ours`: so is its date."""
    return not _said_of(term, today) and (ours if _is_over(term, today) else is_ours(term))


def _said_of(term: Term, today: date) -> Cited | None:
    """The source's word for how a term stands, where it says more than our status: how disputed it is says more than
    `agreed`; that its date has passed, more than `in force`."""
    if term.contention and is_most_contested(term) and term.contention.word:
        return term.contention.word
    return None if _is_over(term, today) else term.status_word


def _is_over(term: Term, today: date) -> bool:
    """Whether its date has passed, which says more than a status that came before that; what became of it says more
    still."""
    return term.status not in CAME_OF_IT and window_state(term.deadline, today) == "passed"


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
    """`early October · passed`, `“in the coming days”`, `no date`; of several the nearest, else empty."""
    when = nearest_window(windows, today)
    if when is None:
        return Cell(Span(""))
    if when.as_stated == NOT_STATED and when.edtf is None:
        return Cell(Span("no date", "dim"))
    words = column_date(when) if when.as_stated == NOT_STATED else source_words(when)
    state = window_state(when, today)
    role = "warn" if state == "passed" else "date"
    return Cell(Span(f"{words} · {state}" if state else words, role), dating(dossier, when, record))
