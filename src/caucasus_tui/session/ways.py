"""The ways on from where a reader is: to what was found, to the next pane, to an answer, to what is behind a line."""

from caucasus_tui.dossier.addresses import QUESTIONS, Address, AskAt, PaneAt, behind, parse
from caucasus_tui.dossier.addresses.places import exists, home_of, rests_on
from caucasus_tui.dossier.model.pane_names import LATER_PANES
from caucasus_tui.page.rows.cursor import find
from caucasus_tui.panes import PANES
from caucasus_tui.session.history import Visit
from caucasus_tui.session.session import Session

NARROWEST = 80
"""Cells that a pane has at least, where it is asked what it lists."""


def found_at(session: Session, address: Address) -> Visit:
    """Where what was found is to be seen: on its line in the pane that lists it, else on a page of its own."""
    home = Visit(str(home_of(session.seen, address)), str(address))
    there = home.address != home.subject and find(session.page(home, NARROWEST), home.subject) is not None
    return home if there else Visit(str(address))


def pane_number(session: Session, step: int) -> int:
    """The number of the pane so many after the present one, or after the first; they go round."""
    hidden = () if "later" in session.layers else LATER_PANES
    shown = [name for name in PANES if name not in hidden or getattr(session.dossier, name)]
    here = shown.index(session.visit.pane) if session.visit.pane in shown else 0
    return PANES.index(shown[(here + step) % len(shown)]) + 1


def answer_to(session: Session, letter: str) -> Visit | None:
    """The answer that a letter asks for where the questions are listed; else None."""
    if parse(session.visit.address) != QUESTIONS:
        return None
    from caucasus_tui.dossier.ask.later_questions import later_question_at  # the first screen asks nothing

    if later := later_question_at(session.dossier, letter):
        return Visit(str(PaneAt(later.pane)))
    return Visit(str(AskAt(letter))) if exists(session.dossier, AskAt(letter)) else None


def question_letters(session: Session) -> str:
    """`a–n`: the letters that ask, where the questions are listed; else empty."""
    asked = parse(session.visit.address) == QUESTIONS
    letters = sorted(question.key for question in session.dossier.questions) if asked else []
    return f"{letters[0]}–{letters[-1]}" if letters else ""


def paragraphs_behind(session: Session, at: str) -> Visit:
    """The paragraphs behind what stands there, opened at the leading statement that it rests on."""
    place = behind(parse(at))
    return Visit(str(place), next(iter(rests_on(session.seen, place)), ""))
