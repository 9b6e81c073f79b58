"""What others can do to an actor, in sentences."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.brief.parts.levers import grouped, note
from caucasus_tui.dossier.model.records import Lever


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    if angle.actor is None:
        return ()
    return grouped(angle, _upon(angle))


def _upon(angle: Angle) -> list[Lever]:
    others = [lever for lever in angle.dossier.levers if not angle.concerns(*lever.holders)]
    return [lever for lever in others if angle.concerns(*lever.targets, *lever.toward)]


PART = Part(
    title=lambda angle: f"Means upon {angle.the(angle.actor.id)}" if angle.actor else "Means upon an actor",
    noun="means upon it",
    note=note,
    lines=_lines,
    absent=lambda angle: "no lever upon it" if angle.actor and not _upon(angle) else "",
)
