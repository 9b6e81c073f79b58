"""What stands where a field is empty. Absence is an answer only in a dossier that is finished: while something in it
is left open nobody may have looked, and nothing is said of its sources. `not-stated` is always an answer."""

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.marks import UNNOTED


def silence(dossier: Dossier, words: str = "not stated", noted: str = "") -> str:
    """The words, such as `none named`; while nobody may have looked `noted`, or the same as `none noted`."""
    if not dossier.is_left_open:
        return words
    rest, _, last = words.rpartition(" ")
    return noted or (f"{rest} noted" if last in ("stated", "named") else words)


def sources_give(dossier: Dossier) -> str:
    """`the text gives`; `the sources give` where the dossier is made from several."""
    return "the sources give" if len(dossier.sources) > 1 else "the text gives"


def nothing_given(dossier: Dossier, where: str = "") -> str:
    """`The text gives nothing.`; `where`: ` in answer`."""
    said = sources_give(dossier)
    return silence(dossier, f"{said[0].upper()}{said[1:]} nothing{where}.", f"{UNNOTED.rstrip('.')}{where}.")
