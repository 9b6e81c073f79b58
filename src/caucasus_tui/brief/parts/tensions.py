"""Where the sources pull against themselves: both sides, each with its type. What bears on the asks first."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import cited_claim
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.dossier.model import Dossier, Recommendation, Tension, citations


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    touched = {name for line in earlier for claim in line.claims for name in claim.tensions}
    asked = {
        name
        for line in earlier
        if isinstance(angle.dossier.record(line.about), Recommendation)
        for claim in line.claims
        for name in claim.tensions
    }
    found = [tension for tension in angle.dossier.tensions if angle.actor is None or tension.id in touched]
    found.sort(key=lambda tension: (tension.id not in asked, tension.id not in touched))
    return [tension_line(angle.dossier, tension) for tension in found]


def tension_line(dossier: Dossier, tension: Tension) -> Line:
    """Both sides: one alone would be a claim."""
    sides = tuple(
        cited_claim(dossier, side, "Yet" if index else "", tense=False) for index, side in enumerate(tension.sides)
    )
    return Line(head=f"{tension.number}, {tension.title}", claims=sides, about=tension.ref)


def _title(angle: Angle) -> str:
    """Whether sources contradict each other, or one itself."""
    among = {len({cite.source for cite in citations(tension.sides)}) > 1 for tension in angle.dossier.tensions}
    if among == {True}:
        return "Where the sources disagree"
    return "Where the sources disagree, or pull against themselves" if True in among else _ALONE


_ALONE = "Where the source pulls against itself"
PART = Part(title=_title, noun="tensions", lines=_lines)
