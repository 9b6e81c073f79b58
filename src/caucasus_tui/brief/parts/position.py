"""Where an actor stands: positions, red lines, dependencies, in the sources' account."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import cited_claim, derived_claim
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts.part import Part


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    actor = angle.actor
    if actor is None:
        return ()
    cited = [
        *((line, "Red line") for line in actor.red_lines),
        *((role, "") for role in (actor.role,) if role),
        *((position, "") for position in actor.positions),
        *((dependency.how, f"Depends on {angle.name(dependency.upon)}") for dependency in actor.depends_on),
    ]
    lines = [Line(claims=(cited_claim(angle.dossier, text, name),), about=actor.ref) for text, name in cited]
    note = derived_claim(angle.dossier, actor.note)
    return [*lines, Line(claims=note, about=actor.ref)] if note else lines


PART = Part(
    title=lambda angle: "Where this actor stands",
    noun="positions",
    lines=_lines,
    absent=lambda angle: "no position" if angle.actor else "",
)
