"""A basis in spans: types by glyph, or by glyph and word; each hedge beside the citation it belongs to. Never cut."""

from collections.abc import Sequence

from caucasus_tui.dossier.model import Citation, Derived, Dossier, Tension, hedge_words, parts
from caucasus_tui.page.claim.basis import Basis, Claim, basis_of
from caucasus_tui.page.claim.citations import cite_spans, is_curated, stated_claims
from caucasus_tui.page.marks import CURATOR, Mark
from caucasus_tui.page.rows import NBSP, Span, glued, parted

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


def cited_end(
    dossier: Dossier, claims: Sequence[Claim], *, links: bool = True, typed: bool = False, cite_first: bool = False
) -> list[Span]:
    """What a sentence ends with: `“may” (likelihood not given) p11.1`; `typed`: with the type before the citation. Of
    several statements each with its own hedge behind it, as of one where it is `cite_first`, and with its type where
    they differ: `◇ p1.3 · ◆ p1.4`."""
    cite_first, typed = cite_first or len(claims) > 1, typed or len({claim.type for claim in claims}) > 1
    dotted = any(claim.hedge for claim in claims)
    spans: list[Span] = []
    for claim, before in zip(claims, (None, *claims), strict=False):
        types = type_glyphs(Basis((claim,))) if typed and not (before and before.type == claim.type) else []
        cite, hedge = [*types, *cite_spans(dossier, (claim.cite,), links=links)], hedge_span(claim)
        said = (cite, hedge) if cite_first else (hedge, cite)
        between = Span(f"{NBSP}· ", "dim") if dotted or types else Span(" ")
        spans += [between, *parted(filter(None, said), " ")]
    return spans[1:]


def cited_by_type(dossier: Dossier, basis: Basis) -> list[Span]:
    """`◇ assessment p1.3 p1.4 · △ forecast p11.1 “may” (likelihood not given)`: each type once with its citations; a
    plain "will" is not said again."""
    told = [claim if claim.softened else claim._replace(hedge=None) for claim in basis.claims]
    alike = [(mark, [claim for claim in told if claim.mark == mark]) for mark in basis.marks]
    return parted([type_span(mark), Span(NBSP), *cited_end(dossier, of, cite_first=True)] for mark, of in alike)


def said_by(dossier: Dossier, basis: Basis, *, links: bool = False, with_hedge: bool = True) -> list[Span]:
    """Who says what stands before it, for a cell: `◇ p9.12`, `“may” (likelihood not given) ◇ p9.12`; `□` where it is
    ours. `with_hedge`: with a hedge that takes something back, where nothing else on the line has it."""
    if basis.ours:
        return [Span(CURATOR.glyph, CURATOR.role)]
    claims = [claim if with_hedge and claim.softened else claim._replace(hedge=None) for claim in basis.claims]
    return cited_end(dossier, claims, links=links, typed=True)


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


def said_by_none(dossier: Dossier, address: str, text: str) -> list[Span]:
    """Whose words a thing found has that no statement says: `□ curator (from ◇ p1.3)`, with what a remark rests on of
    which they are a part; nobody's where they are but a wording to search by."""
    record = dossier.record(address)
    if text in getattr(record, "also_asked", ()):
        return [Span("asked in these words", "dim")]
    remarks = (part for part in parts(record) if isinstance(part, Derived) and text.strip("…") in part.text)
    said = said_by(dossier, basis_of(dossier, next((one.basis for one in remarks), ())))
    ours = Span(f"{CURATOR.glyph} {CURATOR.word}", CURATOR.role)
    return [ours, *([Span(" (from "), *said, Span(")")] if said else [])]


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
