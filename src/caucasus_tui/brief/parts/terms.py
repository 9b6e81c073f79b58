"""Terms of agreements: the most contested first, with what stands in its way; for an actor, its obligations."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import behind, besides, cited_claim, dated_by, lead_claims, standing_claims
from caucasus_tui.brief.model import Claim, Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.brief.wording import VOICES
from caucasus_tui.dossier.model import Agreement, Cited, Term, sentence_date, span_words, window_words
from caucasus_tui.dossier.views.force import FORCES, acts, force_of, status_words
from caucasus_tui.dossier.views.order import agreements_in_order, is_most_contested
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import OURS, is_ours

MOST_CONTESTED = "The most contested"


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    agreements = agreements_in_order(angle.dossier.agreements)
    pairs = [(agreement, term) for agreement in agreements for term in agreement.terms]
    if angle.actor:
        return _obligations(angle, pairs)
    lines = [line for pair in pairs if is_most_contested(pair[1]) for line in _of(angle, *pair, MOST_CONTESTED)]
    for agreement in agreements:
        heading, done = _heading(angle, agreement), _done(angle, agreement)
        if agreement.terms and done:
            lines.append(Line(claims=done, group=heading, about=agreement.ref))
        for term in agreement.terms:
            if not is_most_contested(term):
                lines += _of(angle, agreement, term, heading, inside=True)
    return [*lines, *_wholes(angle)]


def _done(angle: Angle, agreement: Agreement) -> tuple[Claim, ...]:
    """What was done with its text, as far as a source tells it."""
    return tuple(cited_claim(angle.dossier, act) for act in acts(agreement, angle.name))


def _wholes(angle: Angle) -> list[Line]:
    found = [agreement for agreement in angle.dossier.agreements if not agreement.terms]
    return [_whole(angle, agreement) for agreement in found if angle.concerns(*agreement.parties)]


def _whole(angle: Angle, agreement: Agreement) -> Line:
    """An agreement that the dossier does not take apart."""
    between = f"between {angle.names(agreement.parties)}" if agreement.parties else ""
    return Line(
        head=agreement.title,
        facts="; ".join(filter(None, (status_words(agreement), between))),
        claims=(*behind(angle.dossier, agreement.cites), *_done(angle, agreement)),
        group="Without terms",
        about=agreement.ref,
    )


def _whom(angle: Angle) -> str:
    """Whose obligations these are."""
    return angle.the(angle.actor.id) if angle.actor else ""


def _obligations(angle: Angle, pairs: list[tuple[Agreement, Term]]) -> list[Line]:
    """What the actor owes, guarantees, and is owed; a term once, the most contested first."""
    pairs = sorted(pairs, key=lambda pair: not is_most_contested(pair[1]))
    lines: list[Line] = []
    taken: list[str] = []
    whom = _whom(angle)
    for reading in dict.fromkeys(FORCES.values()):
        for heading, role in (
            (f"Owed by {whom}", "obligors"),
            (f"Guaranteed by {whom}", "guarantor"),
            (f"Owed to {whom}", "beneficiaries"),
        ):
            mine = [
                (agreement, term)
                for agreement, term in pairs
                if force_of(agreement) == reading and angle.concerns(*getattr(term, role)) and term.ref not in taken
            ]
            # What is not in force is owed by nobody: it stands under a heading of its own.
            group = reading.heading or heading
            for agreement, term in mine:
                done = () if agreement.ref in taken else _done(angle, agreement)
                if done:
                    lines.append(Line(head=agreement.title, claims=done, group=group, about=agreement.ref))
                lines += _of(angle, agreement, term, group)
                taken += [agreement.ref, term.ref]
    return [*lines, *_wholes(angle)]


def _heading(angle: Angle, agreement: Agreement) -> str:
    """With its date and who says it, for no line of its own has them, and how it stands."""
    dated = dated_by(angle.dossier, agreement, agreement.when)
    said = [f"{span_words(agreement.when)} [{_dater(claim)}], " for claim in dated]
    return f"{agreement.title} ({''.join(said)}{status_words(agreement)})"


def _dater(claim: Claim) -> str:
    """Who says a date, as a bracket does: `stated as fact: p9.2`; or that it is ours."""
    if not claim.support:
        return "our date"
    said = claim.support[0]
    return f"{VOICES[said.type].word}: {said.label} {said.hedge}".rstrip()


def _of(angle: Angle, agreement: Agreement, term: Term, heading: str, *, inside: bool = False) -> list[Line]:
    """The most contested in the source's words, and then what stands in its way; the others by title. `inside`: the
    heading is the agreement's."""
    dossier = angle.dossier
    facts = [f"{term.status.replace('-', ' ')}{f' ({OURS})' if is_ours(term) else ''}"]
    owed = force_of(agreement).owed_by
    facts.append(
        f"{owed} {angle.names(term.obligors)}{term.implied}" if term.obligors else f"{owed}: {silence(dossier)}"
    )
    guarantor = angle.names(term.guarantor)
    facts.append(f"guarantor {guarantor}" if guarantor else silence(dossier, "no guarantor named"))
    if term.deadline:
        facts.append(f"{sentence_date(term.deadline)}, {window_words(term.deadline, angle.today)}")
    most = is_most_contested(term)
    lead = lead_claims(dossier, term) if most else behind(dossier, term.cites)
    line = Line(
        head=f"Point {term.order}, {term.title}" if inside else f"{agreement.title}, point {term.order}, {term.title}",
        facts="; ".join(facts),
        claims=(*lead, *standing_claims(dossier, _words(term)), *besides(dated_by(dossier, term, term.deadline), lead)),
        group=heading,
        about=term.ref,
    )
    obstacles = term.contention.obstacles if term.contention and most else ()
    said = (cited_claim(dossier, obstacle, "Obstacle", tense=False) for obstacle in obstacles)
    return [line, *(Line(claims=(claim,), group=heading, about=term.ref) for claim in said)]


def _words(term: Term) -> list[Cited]:
    """The source's words for how a term stands."""
    return [word for word in (term.contention.word if term.contention else None, term.status_word) if word]


PART = Part(
    title=lambda angle: f"Obligations of {_whom(angle)}" if angle.actor else "Terms, the most contested first",
    noun="lines on terms",
    note=lambda angle: "As the sources characterise them; words in quotation marks are their own.",
    lines=_lines,
    absent=lambda angle: "no term owed, guaranteed or received" if angle.actor else "no term",
)
