"""What stands where a field is empty. Absence is an answer only in a dossier that is finished: while something in it
is left open nobody may have looked, and nothing is said of its sources. `not-stated` is always an answer."""

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import LEFT_OPEN
from caucasus_tui.page.marks import UNNOTED


def is_left_open(dossier: Dossier) -> bool:
    """Whether a field is left out that could say `not-stated`, or something is not written yet."""
    return any(problem.kind in LEFT_OPEN for problem in dossier.todo)


def silence(dossier: Dossier, words: str = "not stated") -> str:
    """The words, such as `none named`; while nobody may have looked, `none noted`."""
    rest, _, last = words.rpartition(" ")
    return f"{rest} noted" if is_left_open(dossier) and last in ("stated", "named") else words


def the_sources(dossier: Dossier) -> str:
    """What the dossier is made from: `the text`, or `the sources` where there are several."""
    return "the sources" if len(dossier.sources) > 1 else "the text"


def nothing_given(dossier: Dossier, where: str = "") -> str:
    """`The text gives nothing.`; `where`: ` in answer`."""
    if is_left_open(dossier):
        return UNNOTED if not where else f"Nothing is noted{where}."
    whose, verb = the_sources(dossier), "give" if len(dossier.sources) > 1 else "gives"
    return f"{whose[0].upper()}{whose[1:]} {verb} nothing{where}."
