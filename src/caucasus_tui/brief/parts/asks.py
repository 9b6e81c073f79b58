"""What is asked, of whom, by when: the asks first, a sentence each; then general calls, and what asks presuppose."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import besides, cited_claim, dated_by, derived_claim, lead_claims
from caucasus_tui.brief.model import Claim, Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.brief.wording import capitalised
from caucasus_tui.dossier.model import Recommendation, sentence_date, window_words
from caucasus_tui.dossier.views.order import asks_in_order
from caucasus_tui.page.absence import silence

GENERAL = "General calls, and the premise"


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    found = asks_in_order(angle.dossier.recommendations)
    of_it = [item for item in found if angle.concerns(*item.addressee)]
    on_it = [item for item in found if item not in of_it and angle.concerns(*item.targets)]
    lines = [_line(angle, item, "" if item.form == "ask" else GENERAL) for item in of_it]
    lines += [_line(angle, item, f"Asked of others, concerning {angle.whom}") for item in on_it]
    return [*lines, *(line for item in (*of_it, *on_it) for line in _remarks(angle, item))]


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
    """`1. Early October 2023, window passed 3 years ago: The EU should …`; the window is that of what it asks."""
    expected = angle.actor.id if angle.actor else angle.dossier.about.addressee
    whom = [actor for actor in item.addressee if actor.is_stated]
    nobody = f"addressee {angle.names(item.addressee) or silence(angle.dossier)}"
    facts = [] if whom == [expected] else [f"asked of {angle.names(whom)}" if whom else nobody]
    for when in item.window if item.form == "ask" else ():
        facts.append(f"{sentence_date(when)}, {window_words(when, angle.today)}" if when.edtf else sentence_date(when))
    number = f"{item.order}. " if item.form == "ask" else ""
    said = _sentences(angle, item)
    return Line(
        head=f"{number}{capitalised('; '.join(facts))}".rstrip(" ."),
        claims=(*said, *(besides(dated_by(angle.dossier, item, *item.window), said) if item.form == "ask" else ())),
        group=heading,
        about=item.ref,
    )


def _sentences(angle: Angle, item: Recommendation) -> tuple[Claim, ...]:
    """What is asked, in a sentence to be said aloud; else as the source says it first."""
    if item.sentence:
        return (cited_claim(angle.dossier, item.sentence),)
    return lead_claims(angle.dossier, item)


def _title(angle: Angle) -> str:
    addressee = angle.actor.id if angle.actor else angle.dossier.about.addressee
    return f"What is asked of {angle.the(addressee)}" if addressee else "What is asked"


PART = Part(
    title=_title,
    noun="lines on asks",
    note=lambda angle: "What the sources ask, not decisions taken.",
    lines=_lines,
    absent=lambda angle: "no ask",
)
