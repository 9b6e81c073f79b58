"""What an actor may face: the scenarios it has a part in, in the source's own words of likelihood."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import cited_claim, lead_claims
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    if angle.actor is None:
        return ()
    found = [scenario for scenario in angle.dossier.scenarios if angle.concerns(*scenario.actors)]
    return [
        Line(
            head=scenario.title,
            claims=(
                *lead_claims(angle.dossier, scenario),
                *(cited_claim(angle.dossier, effect, "Consequence", tense=False) for effect in scenario.consequences),
            ),
            about=scenario.ref,
        )
        for scenario in sorted(found, key=lambda scenario: scenario.order)
    ]


PART = Part(
    title=lambda angle: f"What {angle.the(angle.actor.id)} may face" if angle.actor else "What may come",
    noun="scenarios",
    lines=_lines,
    absent=lambda angle: "no scenario" if angle.actor else "",
)
