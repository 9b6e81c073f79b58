"""What happened and where it stands: the curator's sentences; where there are none, the last events up to the as-of."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import besides, cited_claim, dated_by, lead_claims
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.brief.wording import capitalised
from caucasus_tui.dossier.model import Dossier, Event, sentence_date

EVENTS = 5


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    dossier = angle.dossier
    if dossier.about.situation:
        return [Line(claims=(cited_claim(dossier, said),)) for said in dossier.about.situation]
    dated = dossier.chronology.past[-EVENTS:]
    return [_told(dossier, event) for event in (*dated, *_undated(dossier)[: EVENTS - len(dated)])]


def _undated(dossier: Dossier) -> list[Event]:
    """What happened and nobody says when, in the order the sources give."""
    return [event for event in dossier.chronology.undated if event.when.role not in ("deadline", "window")]


def _note(angle: Angle) -> str:
    """How many events are told of more, and which."""
    dated = len(angle.dossier.chronology.past)
    count = dated + len(_undated(angle.dossier))
    which = "the last" if dated >= EVENTS else "those with a date, then some without"
    return "" if angle.dossier.about.situation or count <= EVENTS else f"{EVENTS} of {count} events: {which}."


def _told(dossier: Dossier, event: Event) -> Line:
    """When, with who says that where it is not who says what."""
    lead = lead_claims(dossier, event)
    claims = (*lead, *besides(dated_by(dossier, event, event.when), lead))
    return Line(head=capitalised(sentence_date(event.when)), claims=claims, about=event.ref)


PART = Part(
    title=lambda angle: "Situation",
    noun="lines on the situation",
    note=_note,
    lines=_lines,
    absent=lambda angle: "no event",
)
