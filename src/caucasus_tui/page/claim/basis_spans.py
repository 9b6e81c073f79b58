"""A basis in spans: types by glyph, or by glyph and word; each hedge beside the citation it belongs to. Never cut."""

from collections.abc import Sequence

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Tension
from caucasus_tui.page.claim.basis import Basis, Claim, basis_of
from caucasus_tui.page.claim.citations import cite_spans, is_curated, stated_claims
from caucasus_tui.page.marks import CURATOR, Mark
from caucasus_tui.page.rows import NBSP, Span, glued

OURS = "our reading"
"""What stands beside the curator's mark, once on a page or in a section."""


def type_span(mark: Mark) -> Span:
    """`◆ stated as fact`, on one line."""
    return Span(glued(f"{mark.glyph} {mark.word}"), mark.role)


def type_words(basis: Basis) -> list[Span]:
    """`◇ assessment, △ forecast`."""
    return [part for mark in basis.marks for part in (Span(", ", "dim"), type_span(mark))][1:]


def type_glyphs(basis: Basis) -> list[Span]:
    """`◇ △`, held together, and with what follows."""
    return [part for mark in basis.marks for part in (Span(mark.glyph, mark.role), Span(NBSP))]


def hedge_span(claim: Claim, *, short: bool = False) -> tuple[Span, ...]:
    """The source's word with its range, `short` with a sign that there is one; nothing for a statement without."""
    if not claim.hedge:
        return ()
    return (hedged(f"“{claim.hedge.word}” (…)" if short else hedge_words(claim.hedge)),)


def hedged(words: str) -> Span:
    """A hedge with its range: a long reading may break between its clauses, a word and its range may not."""
    return Span("; ".join(map(glued, words.split("; "))), "hedge")


def cited_end(dossier: Dossier, claims: Sequence[Claim], *, links: bool = True) -> list[Span]:
    """What a sentence ends with: `“may” (likelihood not given) p11.1`. Of several statements each citation with its own
    hedge behind it: `p1.3 · p11.1 “may” (likelihood not given)`."""
    if len(claims) == 1:
        hedge = [part for span in hedge_span(claims[0]) for part in (span, Span(" "))]
        return [*hedge, *cite_spans(dossier, (claims[0].cite,), links=links)]
    between = Span(f"{NBSP}· ", "dim") if any(claim.hedge for claim in claims) else Span(" ")
    spans: list[Span] = []
    for claim in claims:
        hedge = [part for span in hedge_span(claim) for part in (Span(" "), span)]
        spans += [between, *cite_spans(dossier, (claim.cite,), links=links), *hedge]
    return spans[1:]


def cited_by_type(dossier: Dossier, basis: Basis) -> list[Span]:
    """`◇ assessment p1.3 p1.4 · △ forecast p11.1 “may” (likelihood not given)`: each type once with its citations; a
    plain "will" is not said again."""
    spans: list[Span] = []
    for mark in basis.marks:
        spans += [Span(" · ", "dim"), type_span(mark)]
        between = Span(NBSP)
        for claim in (claim for claim in basis.claims if claim.mark == mark):
            hedge = hedge_span(claim) if claim.softened else ()
            spans += [
                between,
                *cite_spans(dossier, (claim.cite,)),
                *(part for one in hedge for part in (Span(" "), one)),
            ]
            between = Span(", ", "dim") if hedge else Span(" ")
    return spans[1:]


def said_by(dossier: Dossier, basis: Basis, *, links: bool = False, with_hedge: bool = True) -> list[Span]:
    """Who says what stands before it, for a cell: `◇ p9.12`, `“may” (likelihood not given) ◇ p9.12`; `□` where it is
    ours. `with_hedge`: with a hedge that takes something back, where nothing else on the line has it."""
    if basis.ours:
        return [Span(CURATOR.glyph, CURATOR.role)]
    claims = [claim if with_hedge and claim.softened else claim._replace(hedge=None) for claim in basis.claims]
    if len(claims) > 1:
        return [*type_glyphs(basis), *cited_end(dossier, claims, links=links)]
    hedge = [part for claim in claims for span in hedge_span(claim) for part in (span, Span(" "))]
    cites = tuple(claim.cite for claim in claims)
    return [*hedge, *type_glyphs(basis), *cite_spans(dossier, cites, links=links)]


def drawn_on(dossier: Dossier, cites: Sequence[Citation]) -> list[Span]:
    """Statements that something is drawn from, with their types and hedges; those that nobody has written yet by their
    citations alone."""
    basis = basis_of(dossier, cites)
    said = said_by(dossier, basis, links=True) if basis.claims else []
    unwritten = cite_spans(dossier, [cite for cite in cites if cite not in {claim.cite for claim in basis.claims}])
    return [*said, *([Span(" ")] if said and unwritten else []), *unwritten]


def stated_spans(dossier: Dossier, address: str) -> list[Span]:
    """What a title rests on where it stands alone: `◆ stated as fact p8.2`, of the curator's sentence `□` before it;
    nothing where it claims nothing."""
    claims = stated_claims(dossier, address)
    ours = [Span(f"{CURATOR.glyph} {CURATOR.word} ", CURATOR.role)] if is_curated(dossier, address) else []
    return [*ours, *type_words(Basis(claims)), Span(" "), *cited_end(dossier, claims)] if claims else []


def said_by_none(dossier: Dossier, address: str, text: str) -> Span:
    """Whose words a thing found has that no statement says: the curator's; nobody's where they are but a wording to
    search by."""
    is_wording = text in getattr(dossier.record(address), "also_asked", ())
    return Span("asked in these words", "dim") if is_wording else Span(f"{CURATOR.glyph} {CURATOR.word}", CURATOR.role)


def tension_marks(dossier: Dossier, item: object) -> tuple[Span, ...]:
    """`!T3 !T5`: the tensions that touch an item, with a blank before each."""
    found = dossier.tensions_of(item)
    return tuple(part for tension in found for part in (Span(" "), Span(f"!{tension.number}", "tension")))


def first_tension(tensions: Sequence[Tension]) -> tuple[Span, ...]:
    """`!T3+`: the first, with a blank before it, and whether there are more; for a line that has little room."""
    return tuple(Span(f" !{tension.number}{'+' * (len(tensions) > 1)}", "tension") for tension in tensions[:1])


def our_reading(what: str) -> Span:
    """`□ statuses and kinds: our reading`."""
    return Span(f"{CURATOR.glyph} {what}: {OURS}", CURATOR.role)
