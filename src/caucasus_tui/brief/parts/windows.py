"""Dates of events ahead of the sources, windows of terms and levers, each once: the next one first, what has passed
last. Those of asks that were told above stand there."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import dated_by, statement_claims
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.brief.points import nothing
from caucasus_tui.brief.wording import capitalised
from caucasus_tui.dossier.model import Lever, Record, When, sentence_date, sort_key, window_state, window_words
from caucasus_tui.dossier.model.dossier import links


def _dated(angle: Angle) -> Iterator[tuple[When, Record]]:
    """What has a window with a date; what happens comes before what can be done about it."""
    dossier = angle.dossier
    for event in dossier.chronology.ahead:
        if angle.concerns(*(one.actor for one in event.actors)):
            yield event.when, event
    for ask in dossier.recommendations:
        if angle.concerns(*ask.addressee, *ask.targets):
            yield from ((when, ask) for when in ask.window)
    for agreement in dossier.agreements:
        for term in agreement.terms:
            if term.deadline and angle.concerns(*term.obligors, *term.beneficiaries, *term.guarantor):
                yield term.deadline, term
    for lever in dossier.levers:
        if angle.concerns(*lever.holders, *lever.targets, *lever.toward):
            yield from ((when, lever) for when in lever.window)


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    # The points of a meeting draw on asks without telling by when.
    asks = [] if angle.counterpart else [ask for ask in angle.dossier.recommendations if angle.said & {*ask.cites}]
    told: list[tuple[When, Record]] = [(when, ask) for ask in asks for when in ask.window]
    chosen: list[tuple[When, Record]] = []
    for when, record in _dated(angle):
        same = (other for seen, other in (*told, *chosen) if seen.edtf == when.edtf and _belong_together(other, record))
        if when.edtf and not any(same):
            chosen.append((when, record))
    chosen.sort(key=lambda pair: (window_state(pair[0], angle.today) == "passed", sort_key(pair[0])))
    lines = [_line(angle, when, record) for when, record in chosen]
    return lines or ([nothing(angle.dossier)] if angle.counterpart else [])


def _belong_together(one: Record, other: Record) -> bool:
    """Whether two records with one date speak of one thing: they rest on a common statement, or one names the other."""
    return bool(set(one.cites) & set(other.cites)) or other.ref in links(one) or one.ref in links(other)


def _line(angle: Angle, when: When, record: Record) -> Line:
    state = window_words(when, angle.today)
    dated = tuple(replace(claim, name="") for claim in dated_by(angle.dossier, record, when))
    cites = [support.cite for claim in dated for support in claim.support]
    # What a lever is called is not what comes due.
    told = statement_claims(angle.dossier, cites) if isinstance(record, Lever) else ()
    return Line(
        head=f"{capitalised(sentence_date(when))}, {state}",
        facts=record.title,
        claims=told or dated,
        about=record.ref,
    )


PART = Part(
    title=lambda angle: "Other dates" if angle.counterpart is None else "Dates",
    noun="dated windows",
    lines=_lines,
    absent=lambda angle: "" if any(when.edtf for when, _ in _dated(angle)) else "no dated window",
)
