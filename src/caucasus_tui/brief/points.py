"""Points of a meeting sheet, as the curator worded them, each with what it rests on."""

from collections.abc import Callable, Iterable, Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import gap_claim, statement_line, supports
from caucasus_tui.brief.model import Claim, Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.dossier.model import Citation, Dossier, Point
from caucasus_tui.page.absence import nothing_given

NO_MEETING = "no meeting to speak of; --with ACTOR makes the sheet of one"


def meeting_part(title: str | Callable[[Angle], str], noun: str, *forms: str) -> Part:
    """The part of a sheet that has the points of these forms."""
    return Part(
        title=title if callable(title) else lambda angle: title,
        noun=noun,
        absent=lambda angle: "" if angle.counterpart else NO_MEETING,
        lines=lambda angle, earlier: _lines(angle, forms),
    )


def _lines(angle: Angle, forms: Sequence[str]) -> list[Line]:
    """A line for each point of these forms; where there is none, one that says so. Where nobody has written a point for
    the meeting yet, what the counterpart said stands for what it will say. No lines outside a meeting sheet."""
    if angle.counterpart is None:
        return []
    points = [point for point in angle.dossier.points if point.counterpart == angle.counterpart.id]
    if not points:
        said = angle.dossier.said_by(angle.counterpart.ref) if "expect" in forms else ()
        drawn = [statement_line(angle.dossier, cite) for cite in said]
        unwritten = f"Nothing is noted yet; what belongs here goes into data/points.yaml, as kind: {forms[0]}."
        return drawn or [Line(claims=(gap_claim(unwritten),))]
    lines = [point_line(angle.dossier, point) for point in points if point.form in forms]
    return lines or [nothing(angle.dossier)]


def nothing(dossier: Dossier) -> Line:
    """What stands in a section of a meeting sheet that has no lines."""
    return Line(claims=(gap_claim(nothing_given(dossier)),))


def point_line(dossier: Dossier, point: Point) -> Line:
    """A point as it is worded, and what the sources give in answer."""
    answers = [_claim(dossier, reply.text, reply.rests_on, "In answer") for reply in point.answer]
    if point.form == "expect" and not answers:
        answers = [gap_claim(nothing_given(dossier, " in answer"))]
    return Line(claims=(_claim(dossier, point.text, point.rests_on), *answers), about=point.ref)


def _claim(dossier: Dossier, text: str, rests_on: Iterable[str], name: str = "") -> Claim:
    """The curator's sentence, with the statements and the gaps it rests on."""
    basis = tuple(rests_on)
    return Claim(
        text=text,
        voices=("curator",),
        support=supports(dossier, (cite for cite in basis if isinstance(cite, Citation))),
        gaps=tuple(str(ref) for ref in basis if not isinstance(ref, Citation)),
        name=name,
    )
