"""Claims made from what a dossier holds: a statement, a sentence that rests on statements, the curator's inference."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from caucasus_tui.brief.model import Claim, Line, Support
from caucasus_tui.dossier.model import Citation, Cited, Derived, Dossier, Record, When, hedge_words
from caucasus_tui.page.claim import basis, cite_label, claims_of, superseded_by
from caucasus_tui.page.marks import is_unwritten

BOTTOM_LINE = "about:bottom-line"
"""What the lines of the bottom line are about."""


def supports(dossier: Dossier, cites: Iterable[Citation]) -> tuple[Support, ...]:
    """The statements cited, each with its type and its hedge as it is printed."""
    return tuple(
        Support(
            cite=claim.cite,
            label=cite_label(dossier, claim.cite),
            type=claim.type,
            hedge=hedge_words(claim.hedge) if claim.hedge else "",
            hedge_word=claim.hedge.word if claim.hedge else "",
            hedge_code=claim.hedge.code if claim.hedge else None,
            superseded_by=superseded_by(dossier, claim.cite.source),
        )
        for claim in claims_of(dossier, cites)
    )


def tensions_of(dossier: Dossier, cites: Iterable[Citation]) -> tuple[str, ...]:
    """The ids of the tensions that touch one of these citations, in the order of the dossier."""
    return tuple(tension.id for tension in dossier.tensions_of(tuple(cites)))


def statement_claim(dossier: Dossier, cite: Citation) -> Claim | None:
    """A statement in its own words."""
    statement = dossier.statement(cite)
    if statement is None or is_unwritten(statement.text):
        return None
    return Claim(
        text=statement.sentence,
        voices=(statement.type,),
        support=supports(dossier, (cite,)),
        tensions=tensions_of(dossier, (cite,)),
    )


def statement_claims(dossier: Dossier, cites: Iterable[Citation]) -> tuple[Claim, ...]:
    """The claims of the statements that are there, in order."""
    return tuple(claim for cite in cites if (claim := statement_claim(dossier, cite)))


def statement_line(dossier: Dossier, cite: Citation) -> Line:
    """A line that is a statement in its own words."""
    return Line(claims=statement_claims(dossier, (cite,)), about=str(cite))


def lead_claims(dossier: Dossier, record: Record) -> tuple[Claim, ...]:
    """The statement that gives a record its type and hedge: the first it cites."""
    return statement_claims(dossier, record.cites[:1])


def behind(dossier: Dossier, cites: Sequence[Citation]) -> tuple[Claim, ...]:
    """Who stands behind the facts of a line: the leading statement, cited and not said."""
    return tuple(replace(claim, text="") for claim in statement_claims(dossier, cites[:1]))


def dated_by(dossier: Dossier, record: Record, *dates: When | None) -> tuple[Claim, ...]:
    """Who stands behind dates of a line, cited and not said: a statement each, or the curator. Nobody for no date."""
    found = [basis.dating(dossier, when, record) for when in dates if when]
    cites = dict.fromkeys(claim.cite for one in found for claim in one.claims)
    said = tuple(replace(claim, text="", name="date") for claim in statement_claims(dossier, cites))
    return (*said, Claim(text="", voices=("curator",), name="date")) if any(one.ours for one in found) else said


def behind_dated(dossier: Dossier, record: Record, dates: Iterable[When]) -> tuple[Claim, ...]:
    """Both, once where one statement does for both."""
    lead = behind(dossier, record.cites)
    return (*lead, *besides(dated_by(dossier, record, *dates), lead))


def besides(found: Iterable[Claim], others: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that do not rest on what one of the others rests on."""
    said = {support.cite for claim in others for support in claim.support}
    return tuple(claim for claim in found if not claim.support or claim.support[0].cite not in said)


def standing_claims(dossier: Dossier, words: Iterable[Cited]) -> tuple[Claim, ...]:
    """A source's words for how something stands, each with what says it; those of the same statements together."""
    said: dict[tuple[Citation, ...], dict[str, None]] = {}
    for word in words:
        said.setdefault(word.cites, {})[f"“{word.text}”"] = None
    return tuple(
        cited_claim(dossier, Cited(text=", ".join(found), cites=cites), "Standing") for cites, found in said.items()
    )


def cited_claim(dossier: Dossier, cited: Cited, name: str = "", *, tense: bool = True) -> Claim:
    """A sentence of ours with the types of all it rests on; `tense`: with the tensions that touch it."""
    support = supports(dossier, cited.cites)
    return Claim(
        text=cited.sentence,
        voices=tuple(dict.fromkeys(found.type for found in support)),
        support=support,
        tensions=tensions_of(dossier, cited.cites) if tense else (),
        name=name,
    )


def derived_claim(dossier: Dossier, derived: Derived | None, name: str = "") -> tuple[Claim, ...]:
    """The curator's inference, if there is one."""
    if derived is None:
        return ()
    support = supports(dossier, derived.basis)
    return (Claim(text=derived.text, voices=("curator",), support=support, name=name),)


def cited_in(lines: Iterable[Line]) -> set[Citation]:
    """The statements that these lines rest on."""
    return {support.cite for line in lines for claim in line.claims for support in claim.support}


def cites_told(lines: Iterable[Line]) -> tuple[frozenset[Citation], ...]:
    """Of each sentence of these lines what it says. The bottom line, which sums up, says none of several statements."""
    told = (claim for line in lines for claim in _told(line) if line.about != BOTTOM_LINE or len(claim.support) == 1)
    return tuple(frozenset(support.cite for support in claim.support) for claim in told)


def cites_said_alone(lines: Iterable[Line]) -> frozenset[Citation]:
    """The statements that a sentence of these lines rests on alone: they were said, and not only drawn upon."""
    told = (claim for line in lines for claim in _told(line))
    return frozenset(claim.support[0].cite for claim in told if len(claim.support) == 1)


def _told(line: Line) -> Iterator[Claim]:
    """The sentences of a line that tell what sources say: what the curator infers from a statement does not say it."""
    return (claim for claim in line.claims if claim.text and "curator" not in claim.voices)


def gap_claim(text: str) -> Claim:
    """What the sources do not say."""
    return Claim(text=text, voices=("gap",))
