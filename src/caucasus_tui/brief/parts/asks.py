"""What is asked, of whom, by when, and on what it rests; first the asks, then the general calls."""

from collections.abc import Sequence
from itertools import groupby

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import besides, cited_claim, dated_by, derived_claim, lead_claims
from caucasus_tui.brief.model import Claim, Line
from caucasus_tui.brief.parts.part import Part
from caucasus_tui.brief.wording import ended
from caucasus_tui.dossier.model.dates import sentence_date, window_words
from caucasus_tui.dossier.model.records import Cited, Recommendation
from caucasus_tui.dossier.views.order import asks_in_order


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    found = asks_in_order(angle.dossier.recommendations)
    of_it = [item for item in found if angle.concerns(*item.addressee)]
    on_it = [item for item in found if item not in of_it and angle.concerns(*item.targets)]
    lines = [_line(angle, item, "Asked of this actor" if angle.actor else _form(item)) for item in of_it]
    lines += [_line(angle, item, "Asked of others, concerning this actor") for item in on_it]
    return [*lines, *(line for item in (*of_it, *on_it) for line in _remarks(angle, item))]


def _form(item: Recommendation) -> str:
    return "" if item.form == "ask" else "General calls, and the premise"


def _remarks(angle: Angle, item: Recommendation) -> list[Line]:
    """What the curator finds that an ask presupposes and risks."""
    claims = (
        *derived_claim(angle.dossier, item.precondition, "Precondition"),
        *derived_claim(angle.dossier, item.risk, "Risk"),
    )
    if not claims:
        return []
    return [Line(head=item.title, claims=claims, group="What the asks presuppose and risk", about=item.ref)]


def _line(angle: Angle, item: Recommendation, heading: str) -> Line:
    expected = angle.actor.id if angle.actor else angle.dossier.about.addressee
    whom = [actor for actor in item.addressee if actor.is_stated]
    facts = [] if whom == [expected] else [f"asked of {angle.names(whom)}" if whom else "addressee not stated"]
    for when in item.window if item.form == "ask" else ():
        facts.append(f"{sentence_date(when)}, {window_words(when, angle.today)}" if when.edtf else sentence_date(when))
    said = _points(angle, item) or lead_claims(angle.dossier, item)
    return Line(
        head=f"{item.order}. {item.title}" if item.form == "ask" else item.title,
        facts="; ".join(facts),
        claims=(*said, *(besides(dated_by(angle.dossier, item, *item.window), said) if item.form == "ask" else ())),
        group=heading,
        about=item.ref,
    )


def _points(angle: Angle, item: Recommendation) -> tuple[Claim, ...]:
    """The points of an ask; those that rest on the same statements as one claim."""
    return tuple(
        cited_claim(angle.dossier, Cited(text=" ".join(ended(point.text) for point in points), cites=cites))
        for cites, points in groupby(item.content, key=lambda point: point.cites)
    )


def _note(angle: Angle) -> str:
    addressee = angle.dossier.about.addressee
    to = f"Addressed to: {angle.name(addressee)}. " if addressee and angle.actor is None else ""
    return f"{to}Asks of the sources' authors, not decisions taken."


PART = Part(
    title=lambda angle: "What is asked of this actor" if angle.actor else "What is asked",
    noun="lines on asks",
    note=_note,
    lines=_lines,
    absent=lambda angle: "no ask",
)
