"""Who can do what to whom, in sentences: what is not used so far, what is in use, what is no longer to be had."""

from collections.abc import Iterable, Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import behind_dated, cited_claim
from caucasus_tui.brief.model import Claim, Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.brief.wording import capitalised
from caucasus_tui.dossier.model import Citation, Lever, LeverStatus
from caucasus_tui.dossier.views.effects import other_side

HEADINGS: tuple[tuple[str, tuple[LeverStatus, ...]], ...] = (
    ("Not used so far, or only announced", ("latent", "signalled")),
    ("In use", ("exercised",)),
    ("No longer believed, or not to be had", ("eroded", "denied", "spent")),
)


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    return grouped(angle, _held(angle))


def _held(angle: Angle) -> list[Lever]:
    return [lever for lever in angle.dossier.levers if angle.concerns(*lever.holders)]


def grouped(angle: Angle, levers: Iterable[Lever]) -> list[Line]:
    """Under a heading for how a means stands; those upon the other side first, else in the order of the dossier. What
    a sentence above said is not said again."""
    focus = None if angle.actor else other_side(angle.dossier)
    new = [lever for lever in levers if not (lever.sentence and _was_told(angle, lever.sentence.cites))]
    new.sort(key=lambda lever: focus not in (*lever.targets, *lever.toward))
    return [_line(angle, lever, heading) for heading, statuses in HEADINGS for lever in new if lever.status in statuses]


def _was_told(angle: Angle, cites: Sequence[Citation]) -> bool:
    """Whether one sentence says all of them: what stands in several of them does not say what can be done with it."""
    return angle.said.issuperset(cites) and any(told.issuperset(cites) for told in angle.told)


def _line(angle: Angle, lever: Lever, heading: str) -> Line:
    if lever.sentence:
        return Line(claims=(cited_claim(angle.dossier, lever.sentence),), group=heading, about=lever.ref)
    together = ", together," if lever.jointly else ""
    return Line(
        head=capitalised(f"{angle.names(lever.holders)}{together} upon {angle.names(lever.targets)}"),
        facts=lever.title,
        claims=(*behind_dated(angle.dossier, lever, lever.window), Claim(text=lever.mechanism, voices=("curator",))),
        group=heading,
        about=lever.ref,
    )


def note(angle: Angle) -> str:
    """What a reader must know to read a lever's line."""
    return "□ Whether a means is used, believed or to be had is our reading."


PART = Part(
    title=lambda angle: f"Means that {angle.the(angle.actor.id)} holds" if angle.actor else "Means",
    noun="means",
    note=note,
    lines=_lines,
    absent=lambda angle: "" if _held(angle) else "no lever held" if angle.actor else "no lever",
)
