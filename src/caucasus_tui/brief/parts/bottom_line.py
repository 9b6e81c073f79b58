"""The bottom line: what a reader with ten seconds must know."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import cited_claim
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts.part import Part


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    line = angle.dossier.about.bottom_line
    return (Line(claims=(cited_claim(angle.dossier, line, tense=False),), about="about:bottom-line", always=True),)


PART = Part(title=lambda angle: "Bottom line", noun="bottom line", lines=_lines)
