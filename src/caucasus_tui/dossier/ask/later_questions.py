"""The two questions about what came later, which end the list wherever there is a later layer."""

from string import ascii_lowercase
from typing import NamedTuple

from caucasus_tui.dossier.model import Dossier, PaneName

LEAVING = "q"
"""The letter that leaves the program asks nothing."""


class LaterQuestion(NamedTuple):
    """`key`: its letter, empty where none is left; `pane` answers it."""

    key: str
    title: str
    pane: PaneName


def later_questions(dossier: Dossier) -> tuple[LaterQuestion, ...]:
    """Both, with the first letters after those of the dossier's own; none where nothing came later."""
    if dossier.since is None:
        return ()
    last = max((question.key for question in dossier.questions), default="")
    free = [letter for letter in ascii_lowercase if letter > last and letter != LEAVING]
    first, second, *_ = (*free, "", "")
    return (
        LaterQuestion(first, "What came of it?", "ledger"),
        LaterQuestion(second, "Where do later sources differ?", "disputes"),
    )


def later_question_at(dossier: Dossier, key: str) -> LaterQuestion | None:
    """That asked by a letter, or by the name of the pane that answers it."""
    return next((one for one in later_questions(dossier) if key and key in (one.key, one.pane)), None)
