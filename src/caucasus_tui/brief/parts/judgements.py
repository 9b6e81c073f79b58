"""Key judgements, each with its type and likelihood; for an actor, those that speak of it."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import statement_claims
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts.part import Part


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    found = []
    for cite in angle.dossier.about.key_judgements:
        statement = angle.dossier.statement(cite)
        if statement and angle.concerns(*statement.actors, *statement.attributed_to):
            found.append(Line(claims=statement_claims(angle.dossier, (cite,)), about=str(cite)))
    return found


PART = Part(
    title=lambda angle: "Key judgements on this actor" if angle.actor else "Key judgements",
    noun="key judgements",
    lines=_lines,
    absent=lambda angle: "no key judgement",
)
