"""A citation as it is printed; `dossier/addresses/typed.py` knows what somebody means who types one."""

from collections.abc import Sequence

from caucasus_tui.dossier.model import Citation, Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.records import Actor, Dispute, Gap, LedgerRow, NameRule, Place, Point, Question, Tension
from caucasus_tui.page.claim.basis import Claim, claims_of, lead_of
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.rows import Span, glued


def cite_label(dossier: Dossier, cite: str) -> str:
    """`p8.2` where no other source of the seed layer numbers its paragraphs so; else, and for every later source,
    `Rep p8.2`; whole where two sources have one label. Never two statements under one label, and none that seems to be
    of the source named before it. Of a source that another one of its layer supersedes it says so: what was corrected
    does not look live."""
    return f"{_label(dossier, cite)}{_superseded(dossier, cite)}"


def whole_cite(dossier: Dossier, cite: str) -> str:
    """`ecfr-2023:p8.2`, for what leaves the program: it says the same of a source that is superseded."""
    return f"{cite}{_superseded(dossier, cite)}"


def stated_by(dossier: Dossier, address: str) -> Claim | None:
    """The claim that a title or a text makes where it stands alone: of a statement itself, of a record what leads it,
    of a row of the ledger what it is about. A name, a question or what two sides are at odds on makes none."""
    if dossier.statement(address):
        return next(iter(claims_of(dossier, (address,))), None)
    match dossier.record(address):
        case None | Actor() | Dispute() | Gap() | NameRule() | Place() | Question() | Tension():
            return None
        case LedgerRow() as row:
            return stated_by(dossier, row.about)
        case record:
            return next(iter(lead_of(dossier, record).claims), None)


def stated_claims(dossier: Dossier, address: str) -> tuple[Claim, ...]:
    """The same; of a sentence of the curator's all that it rests on."""
    record = dossier.record(address)
    if isinstance(record, Point):
        return claims_of(dossier, map(str, record.rests_on))
    claim = stated_by(dossier, address)
    return (claim,) if claim else ()


def said_words(dossier: Dossier, claim: Claim, *, cited: bool = True) -> str:
    """`forecast “may” (likelihood not given), letter:p3.1`: how a statement is said, and where, as plain text."""
    hedge = f" {hedge_words(claim.hedge)}" if claim.hedge else ""
    where = f", {whole_cite(dossier, claim.cite)}" if cited else _superseded(dossier, claim.cite)
    return f"{claim.mark.word}{hedge}{where}"


def stated_words(dossier: Dossier, address: str) -> str:
    """The same of a title or a text, behind it in brackets; of a statement, which stands there, without its address."""
    said = [said_words(dossier, claim, cited=claim.cite != address) for claim in stated_claims(dossier, address)]
    ours = f"{CURATOR.word}; rests on " if is_curated(dossier, address) else ""
    return f" [{ours}{'; '.join(said)}]" if said else ""


def is_curated(dossier: Dossier, address: str) -> bool:
    """Whether what stands at an address is a sentence of the curator's, that rests on what leads it."""
    return isinstance(dossier.record(address), Point)


def superseded_by(dossier: Dossier, source: str) -> str:
    """The id of the source that takes the place of another one, or empty."""
    return new.id if (new := dossier.superseded.get(source)) else ""


def source_name(dossier: Dossier, source: str) -> str:
    """What a source is called by itself: its label, or its id where another would be called the same."""
    return dossier.labels.get(source) or source


def _superseded(dossier: Dossier, cite: str) -> str:
    return " (superseded)" if cite.partition(":")[0] in dossier.superseded else ""


def _label(dossier: Dossier, cite: str) -> str:
    source, _, name = cite.partition(":")
    relations = dossier.relations
    described = relations.descriptors.get(source)
    if described is None:
        return cite
    if described.layer == "seed":
        kin = name.partition(".")[0].rstrip("0123456789")  # who has a `p1` has paragraphs numbered like `p8.2`
        others = (one for key in (kin, f"{kin}1", name) for one in relations.sources_with.get(key, ()) if one != source)
        if not any(relations.descriptors[other].layer == "seed" for other in others):
            return name
    label = dossier.labels[source]
    return f"{label} {name}" if label else cite


def cite_spans(dossier: Dossier, cites: Sequence[Citation], *, links: bool = True) -> tuple[Span, ...]:
    """Citations in a row, each as a link unless the line they stand on is one; a label and its id stay together."""
    named = ((glued(cite_label(dossier, cite)), cite) for cite in cites)
    found = (Span(label, "cite", str(cite) if links else "", cite.source) for label, cite in named)
    return tuple(part for span in found for part in (Span(" "), span))[1:]
