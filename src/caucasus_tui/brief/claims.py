"""Claims made from what a dossier holds: a statement, a sentence that rests on statements, the curator's inference."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from caucasus_tui.brief.model import Claim, Support
from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Cited, Derived, Record


def supports(dossier: Dossier, cites: Iterable[Citation]) -> tuple[Support, ...]:
    """The statements cited, each with its type and its hedge as it is printed."""
    found = []
    for cite in cites:
        statement = dossier.statement(cite)
        if statement:
            hedge = statement.hedge
            found.append(
                Support(
                    cite=cite,
                    type=statement.type,
                    hedge=hedge_words(hedge) if hedge else "",
                    hedge_word=hedge.word if hedge else "",
                    hedge_code=hedge.code if hedge else None,
                )
            )
    return tuple(found)


def tensions_of(dossier: Dossier, cites: Iterable[Citation]) -> tuple[str, ...]:
    """The ids of the tensions that touch one of these citations, in the order of the dossier."""
    touching = {tension.id for cite in cites for tension in dossier.tensions_of(cite)}
    return tuple(tension.id for tension in dossier.tensions if tension.id in touching)


def statement_claim(dossier: Dossier, cite: Citation) -> Claim | None:
    """A statement in its own words."""
    statement = dossier.statement(cite)
    if statement is None:
        return None
    quote = f" “{statement.quote}”" if statement.quote else ""
    return Claim(
        text=statement.text + quote,
        voices=(statement.type,),
        support=supports(dossier, (cite,)),
        tensions=tensions_of(dossier, (cite,)),
    )


def statement_claims(dossier: Dossier, cites: Iterable[Citation]) -> tuple[Claim, ...]:
    """The claims of the statements that are there, in order."""
    return tuple(claim for cite in cites if (claim := statement_claim(dossier, cite)))


def lead_claims(dossier: Dossier, record: Record) -> tuple[Claim, ...]:
    """The statement that gives a record its type and hedge: the first it cites."""
    return statement_claims(dossier, record.cites[:1])


def behind(dossier: Dossier, cites: Sequence[Citation], when: When | None = None) -> tuple[Claim, ...]:
    """Who stands behind the facts of a line: a statement, cited and not said. The one that gives the date `when`, else
    the leading one."""
    dated = (
        cite for cite in cites if when and (one := dossier.statement(cite)) and one.when and one.when.edtf == when.edtf
    )
    cite = next(dated, cites[0] if cites else None)
    return tuple(replace(claim, text="") for claim in statement_claims(dossier, (cite,) if cite else ()))


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


def gap_claim(text: str) -> Claim:
    """What the sources do not say."""
    return Claim(text=text, voices=("gap",))
