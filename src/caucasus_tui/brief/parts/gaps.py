"""What is not known: one line that counts the open questions; then the ones that matter here."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import cited_in, gap_claim, supports
from caucasus_tui.brief.model import Claim, Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.brief.wording import capitalised
from caucasus_tui.dossier.model import Citation, Dossier, Gap, span_words, year_inferred

LISTED, LISTED_FOR_A_MEETING = 12, 6
"""How many questions have a line of their own; the rest is counted."""


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    shown = {line.about for line in earlier}
    cited = cited_in(earlier)
    gaps = [gap for gap in angle.dossier.gaps if _matters(angle, gap, shown, cited)]
    # From above nothing is left out while there is room: who reads of two questions looks for both.
    near = {gap.id for gap in gaps}
    listed = gaps if angle.circle else [*gaps, *(gap for gap in angle.dossier.gaps if gap.id not in near)]
    lines = [gap_line(angle.dossier, gap) for gap in listed[: LISTED_FOR_A_MEETING if angle.counterpart else LISTED]]
    if angle.counterpart and lines:
        return lines
    asked = any(claim.gaps for line in earlier for claim in line.claims)
    return [_first(angle, elsewhere=bool(angle.circle) and not gaps and not asked), *lines]


def _matters(angle: Angle, gap: Gap, shown: set[str], cited: set[Citation]) -> bool:
    """What is about a thing the brief shows; for an actor or a meeting, what is about the actor or such a thing. Where
    a gap does not say what it is about, the statements that come nearest to it do. The order is the dossier's: what a
    reader should know first stands first there."""
    about = {str(ref) for ref in gap.about}
    if not about:
        return bool(cited & {cite for known in gap.known for cite in known.cites})
    return bool(about & (shown | {f"actor:{name}" for name in angle.circle}))


def _first(angle: Angle, *, elsewhere: bool) -> Line:
    """How many there are; `elsewhere`: that none is about what the reader gets."""
    total = len(angle.dossier.gaps)
    counted = "One question has" if total == 1 else f"{total} questions have"
    if not total:
        text = "The dossier lists no open question, which does not mean that there is none"
    else:
        none = "it is not" if total == 1 else "none of them is"
        text = f"{counted} no answer in the sources{f'; {none} about what stands here' * elsewhere}"
    return Line(claims=(gap_claim(text),), always=True)


def gap_line(dossier: Dossier, gap: Gap) -> Line:
    """A question, and that it has no answer; with what bounds it, if anything does."""
    text = f"{gap.title} {capitalised(gap.answer)}"
    bounds = gap.bounded_by
    if bounds:
        text += f"; bounds {span_words(bounds.when)}{', year inferred' if year_inferred(bounds.when) else ''}"
    claim = Claim(text=text, voices=("gap",), support=supports(dossier, bounds.cites) if bounds else ())
    return Line(claims=(claim,), about=gap.ref)


PART = Part(title=lambda angle: "What is not known", noun="lines on gaps", lines=_lines)
