"""Key judgements, each with its type and likelihood; for an actor those that speak of it, for the addressee all."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import statement_line
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.dossier.model.links import Citation


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    cites = (cite for cite in _of(angle) if cite not in angle.said_alone)
    return [statement_line(angle.dossier, cite) for cite in cites]


def _of(angle: Angle) -> list[Citation]:
    """Those that concern whom the brief is round, also where they were told above."""
    everything = angle.dossier.about.addressee in angle.circle
    found = ((cite, angle.dossier.statement(cite)) for cite in angle.dossier.about.key_judgements)
    return [cite for cite, said in found if said and (everything or angle.concerns(*said.actors, *said.attributed_to))]


PART = Part(
    title=lambda angle: f"Key judgements on {angle.the(angle.actor.id)}" if angle.actor else "Key judgements",
    noun="key judgements",
    lines=_lines,
    absent=lambda angle: "" if _of(angle) else "no key judgement",
)
