"""What is not known: one line that counts the open questions and names the first; then the ones that matter here."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import supports
from caucasus_tui.brief.model import Claim, Line
from caucasus_tui.brief.parts.part import Part
from caucasus_tui.dossier.model.dates import span_words, year_inferred
from caucasus_tui.dossier.model.records import Gap

NAMED, LISTED = 3, 12
"""How many questions the first line names, and how many have a line of their own; the rest is counted."""


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    shown = {line.about for line in earlier}
    gaps = [gap for gap in angle.dossier.gaps if _matters(angle, gap, shown)]
    gaps.sort(key=lambda gap: _weight(gap, shown))
    return [_first(angle, gaps), *(_line(angle, gap) for gap in gaps[:LISTED])]


def _matters(angle: Angle, gap: Gap, shown: set[str]) -> bool:
    """What has bounds, and what is about a thing the brief shows; for an actor, what is about it or such a thing."""
    about = {str(ref) for ref in gap.about}
    own = {f"actor:{name}" for name in angle.circle}
    return bool(about & (shown | own)) or (angle.actor is None and gap.bounded_by is not None)


def _weight(gap: Gap, shown: set[str]) -> tuple[bool, int]:
    """A gap with bounds first, then what touches most of what the brief shows; else in the order of the dossier."""
    return gap.bounded_by is None, -len(shown & {str(ref) for ref in gap.about})


def _first(angle: Angle, gaps: Sequence[Gap]) -> Line:
    total = len(angle.dossier.gaps)
    counted = "One question has" if total == 1 else f"{total} questions have"
    if not total:
        text = "The dossier lists no open question, which does not mean that there is none"
    elif not gaps:
        here = "this actor" if angle.actor else "what stands here"
        text = f"{counted} no answer in the sources; none is listed under {here}"
    else:
        text = f"{counted} no answer in the sources{', among them' * (total > 1)}: "
        text += " ".join(gap.title for gap in gaps[:NAMED])
    return Line(claims=(Claim(text=text, voices=("gap",)),), always=True)


def _line(angle: Angle, gap: Gap) -> Line:
    text = gap.answer
    bounds = gap.bounded_by
    if bounds:
        text += f"; bounds {span_words(bounds.when)}{', year inferred' if year_inferred(bounds.when) else ''}"
    claim = Claim(text=text, voices=("gap",), support=supports(angle.dossier, bounds.cites) if bounds else ())
    return Line(head=gap.title, claims=(claim,), about=gap.ref)


PART = Part(title=lambda angle: "What is not known", noun="lines on gaps", lines=_lines)
