"""Where an actor stands: its warnings, positions and dependencies, and what its leaders hold. From above: what the
other side says."""

from collections.abc import Iterator, Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import cited_claim, derived_claim, statement_line
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.brief.wording import capitalised
from caucasus_tui.dossier.model import Actor, Citation, Cited
from caucasus_tui.dossier.views.effects import other_side
from caucasus_tui.dossier.views.roles import people_of
from caucasus_tui.page.marks import IN_PASSING

REPORTED = "As the sources report it: its own account, also of what others did."


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    if angle.actor is None:
        return _other_side(angle)
    lines = [_line(angle, angle.actor, said, name) for said, name in _stands(angle, angle.actor)]
    for member in people_of(angle.dossier, angle.actor.id):
        lines += [_line(angle, member, said, member.title) for said in member.positions]
    note = derived_claim(angle.dossier, angle.actor.note)
    return [*lines, Line(claims=note, about=angle.actor.ref)] if note else lines


def _stands(angle: Angle, actor: Actor) -> Iterator[tuple[Cited, str]]:
    yield from ((said, "Warning") for said in actor.warnings)
    yield from ((said, capitalised(IN_PASSING)) for said in (actor.role,) if said)
    yield from ((said, "") for said in actor.positions)
    yield from ((needs.how, f"Depends on {angle.names((needs.upon,))}") for needs in actor.depends_on)


def _line(angle: Angle, actor: Actor, said: Cited, name: str) -> Line:
    return Line(claims=(cited_claim(angle.dossier, said, name),), about=actor.ref)


def _other_side(angle: Angle) -> list[Line]:
    """What the focus says itself, as the sources report it; not what was said above."""
    cites = [cite for cite in _said_by_it(angle) if cite not in angle.said]
    return [statement_line(angle.dossier, cite) for cite in cites]


def _said_by_it(angle: Angle) -> Sequence[Citation]:
    focus = other_side(angle.dossier)
    return angle.dossier.said_by(f"actor:{focus}") if focus else ()


def _title(angle: Angle) -> str:
    if angle.actor:
        return f"Where {angle.the(angle.actor.id)} stands"
    focus = other_side(angle.dossier)
    return f"What {angle.the(focus)} says" if focus else "What the other side says"


PART = Part(
    title=_title,
    note=lambda angle: "" if angle.actor else REPORTED,
    noun="positions",
    lines=_lines,
    absent=lambda angle: "" if angle.actor is None and _said_by_it(angle) else "no position",
)
