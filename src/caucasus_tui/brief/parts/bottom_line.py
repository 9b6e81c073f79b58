"""The bottom line: what a reader with ten seconds must know, a sentence or several."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import BOTTOM_LINE, cited_claim, gap_claim
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.page.marks import NO_BOTTOM_LINE, is_unwritten


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    said = angle.dossier.about.bottom_line
    claims = tuple(
        gap_claim(NO_BOTTOM_LINE) if is_unwritten(line.text) else cited_claim(angle.dossier, line) for line in said
    )
    return (Line(claims=claims, about=BOTTOM_LINE, always=True),)


def _is_written(angle: Angle) -> bool:
    return not all(is_unwritten(line.text) for line in angle.dossier.about.bottom_line)


PART = Part(
    title=lambda angle: "Bottom line",
    noun="bottom line",
    note=lambda angle: "Our summary, resting on what is cited." if _is_written(angle) else "",
    lines=_lines,
)
