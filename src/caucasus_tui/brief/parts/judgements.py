"""Key judgements, each with its type and likelihood; for an actor those that speak of it, for the addressee all."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import statement_claims
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    everything = angle.dossier.about.addressee in angle.circle
    found = []
    for cite in angle.dossier.about.key_judgements:
        statement = angle.dossier.statement(cite)
        if statement is None or cite in angle.said_alone:
            continue
        if everything or angle.concerns(*statement.actors, *statement.attributed_to):
            found.append(Line(claims=statement_claims(angle.dossier, (cite,)), about=str(cite)))
    return found


PART = Part(
    title=lambda angle: f"Key judgements on {angle.the(angle.actor.id)}" if angle.actor else "Key judgements",
    noun="key judgements",
    lines=_lines,
    absent=lambda angle: "no key judgement",
)
