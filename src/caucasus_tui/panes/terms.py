"""Ceasefire terms: what was agreed, offered or sought, as the source characterises it; zoomed, side by side."""

from collections.abc import Iterator, Sequence
from functools import partial

from caucasus_tui.dossier.model import Agreement, Dossier, Term, window_words
from caucasus_tui.dossier.views.force import force_of, status_words
from caucasus_tui.dossier.views.order import agreements_in_order
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import Basis, basis_of, closed, dated, dating, naming, said_by, signatures
from caucasus_tui.page.claim.cells import Cell, standing
from caucasus_tui.page.claim.closing import cell_spans, closing
from caucasus_tui.page.fields import names_of
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.lever import short
from caucasus_tui.page.rows import Page, Row, Span, beside, cells_of, flush, glued, hanging, wrap
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.statement import marked_spans
from caucasus_tui.panes import Pane

NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
FIXED = 5
"""Cells before the title of a term."""
SIDE_BY_SIDE = 110
"""From this width on, two agreements stand beside each other."""


def terms(dossier: Dossier, lens: Lens) -> Page:
    """Agreements in force first, the newest on top; then what was proposed, offered or sought; then what
    no source takes apart."""
    found = [
        (agreement, members)
        for agreement in agreements_in_order(dossier.agreements)
        if (members := lens.among(dossier, agreement.terms))
        or (not agreement.terms and lens.admits(dossier, agreement))
    ]
    found.sort(key=lambda pair: not pair[1])
    total = sum(len(agreement.terms) for agreement in dossier.agreements)
    shown = sum(len(members) for _, members in found)
    note = f"{shown_of(shown, total, 'term')} · as characterised by the sources"
    if lens.zoomed:
        return Page("", GrowingRows([*_in_words(dossier, found, lens)]), note)
    parts = [part for agreement, members in found for part in _blocks(dossier, agreement, members, lens, lens.width)]
    return Page("", GrowingRows(parts, told=True), note)


def _in_words(dossier: Dossier, found: list[tuple[Agreement, list[Term]]], lens: Lens) -> Iterator[Row | Block]:
    """Every term with its facts; on broad screens two agreements beside each other."""
    width = (lens.width - 3) // 2 if lens.width >= SIDE_BY_SIDE and not lens.straight else lens.width
    blocks = [[*_blocks(dossier, agreement, members, lens, width)] for agreement, members in found]
    if width == lens.width:
        for block in blocks:
            yield from block
            yield Row()
        return
    for pair in range(0, len(blocks), 2):
        left, right = blocks[pair], blocks[pair + 1] if pair + 1 < len(blocks) else []
        others = [part.subject for part in (*left, *right)]
        yield Block("", partial(_pair, left, right, width), counts=False, heads=True, others=others)
        yield Row()


def _pair(left: Sequence[Block], right: Sequence[Block], width: int) -> list[Row]:
    one, other = ([row for block in blocks for row in block.make()] for blocks in (left, right))
    return beside(one, other, width)


def _blocks(dossier: Dossier, agreement: Agreement, members: list[Term], lens: Lens, width: int) -> Iterator[Block]:
    def words(term: Term) -> list[Row]:
        line = closed(_name(term), _closing(dossier, agreement, term, lens), width, term.ref, FIXED)
        return [*line, *_words(dossier, agreement, term, lens, width)] if lens.zoomed else line

    yield Block(agreement.ref, partial(_head, dossier, agreement, width), counts=lens.zoomed, heads=True)
    yield from (Block(term.ref, partial(words, term)) for term in members)


def _head(dossier: Dossier, agreement: Agreement, width: int) -> list[Row]:
    """Title, date and status, with who says so: what is not in force never looks as if it were. Then the parties."""
    cells = [dated(dossier, agreement, agreement.when)] if agreement.when.edtf else []
    cells.append(Cell(Span(status_words(agreement), "status" if force_of(agreement).binds else "warn")))
    title = (Span(agreement.title, "heading"),)
    right = closing(dossier, agreement, cells=cells)
    return [*closed(title, right, width, agreement.ref), *_parties(dossier, agreement, width)]


def _name(term: Term) -> tuple[Span, ...]:
    numeral = NUMERALS[term.order - 1] if 0 < term.order <= len(NUMERALS) else str(term.order)
    return Span(f"{numeral:>4} ", "dim"), Span(term.title)


def _closing(dossier: Dossier, agreement: Agreement, term: Term, lens: Lens) -> tuple[Span, ...]:
    """How a term of an agreement stands; of a proposal, who says it."""
    cells = [standing(dossier, term, lens.today)] if force_of(agreement).agreement else []
    return closing(dossier, term, cells=cells, titled=not cells or cells[0].basis.ours)


def _parties(dossier: Dossier, agreement: Agreement, width: int) -> list[Row]:
    """Between whom, by whose mediation; who signed or refused; and whether nobody guarantees."""
    names = " – ".join(short(dossier, actor) for actor in agreement.parties) or silence(dossier, "parties not stated")
    agreed = agreement.terms if force_of(agreement).agreement else ()
    unguaranteed = agreed and not any(term.guarantor for term in agreed)
    right = (Span(silence(dossier, "no guarantor named"), "warn"),) if unguaranteed else ()
    done = cell_spans(dossier, signatures(dossier, agreement, partial(short, dossier)), Basis())
    said = [Span(" · ", "dim"), *done] if done else []
    before = [Span(f"{names} ", "dim"), *said_by(dossier, naming(dossier, agreement, "parties"))]
    if agreement.mediator:
        brief = "/".join(short(dossier, actor) for actor in agreement.mediator)
        by, in_short = (Span(f" · mediator {who} ", "dim") for who in (names_of(dossier, agreement.mediator), brief))
        said = [*said_by(dossier, naming(dossier, agreement, "mediator")), *said]
        before.append(by if cells_of((*before, by, *said, *right)) + 2 < width else in_short)
    lines = flush([*before, *said], right, width - 2, hang=2)
    return [Row((Span("  "), *line)) for line in lines]


def _words(dossier: Dossier, agreement: Agreement, term: Term, lens: Lens, width: int) -> list[Row]:
    """What stands in the way; who owes it, who guarantees it, by when."""
    obligors = f"{names_of(dossier, term.obligors)}{term.implied}" or silence(dossier)
    guarantor = names_of(dossier, term.guarantor) or glued(silence(dossier, "none named"))
    facts = [Span(f"{force_of(agreement).owed_by} {obligors} · guarantor {guarantor} ", "dim")]
    facts += said_by(dossier, basis_of(dossier, term.cites[:1]))
    if term.deadline:
        said = said_by(dossier, dating(dossier, term.deadline, term))
        facts += [Span(f" · {window_words(term.deadline, lens.today)} ", "dim"), *said]
    rows: list[Row] = []
    for obstacle in term.contention.obstacles if term.contention else ():
        body = marked_spans(dossier, obstacle.text, obstacle.cites)
        rows += [line.behind(Span("     ")) for line in hanging((Span("–", "warn"),), body, width - 5, 2)]
    return [*rows, *(Row((Span("     "), *line)) for line in wrap(facts, width - 5))]


PANE = Pane(page=terms, empty="Agreements and their terms go into data/agreements.yaml.")
