"""What others can do to an actor: what restrains it first, then what enables it, then the rest."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts.levers import grouped, note
from caucasus_tui.brief.parts.part import Part


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    if angle.actor is None:
        return ()
    others = [lever for lever in angle.dossier.levers if not angle.concerns(*lever.holders)]
    return grouped(angle, [lever for lever in others if angle.concerns(*lever.targets, *lever.toward)])


PART = Part(
    title=lambda angle: "Levers upon this actor",
    noun="levers upon it",
    note=note,
    lines=_lines,
    absent=lambda angle: "no lever upon it" if angle.actor else "",
)
