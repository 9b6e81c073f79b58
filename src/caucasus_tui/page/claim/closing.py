"""What closes a record's line in any list: its cells, the hedge in the source's word, the citation, the tensions."""

from collections.abc import Sequence

from caucasus_tui.dossier.model import Dossier, Record
from caucasus_tui.page.claim.basis import Basis, lead_of
from caucasus_tui.page.claim.basis_spans import first_tension, hedge_span, said_by
from caucasus_tui.page.claim.cells import Cell
from caucasus_tui.page.claim.citations import cite_spans
from caucasus_tui.page.rows import NBSP, Row, Span, cells_of, flowing, spread, wrap

LEAST_TITLE = 16
"""Cells that a title has beside what stands before it; with less it stands below."""


def closing(
    dossier: Dossier,
    record: Record,
    *,
    typed: bool = True,
    cells: Sequence[Cell] = (),
    titled: bool = True,
    lead: Basis | None = None,
    short: bool = False,
) -> tuple[Span, ...]:
    """The marks of a record, all of them: where they have no room beside the title they go below it. `typed`: with the
    type's glyph, where no column has it; `titled`: with what the title rests on, where no cell is all that the line
    says. A cell that rests on the same is not said to twice. `lead`: what the title rests on, where that is known.
    `short`: without tensions, and of a hedge its word with a sign that it has a range, for a card of one screen."""
    lead = lead or lead_of(dossier, record)
    shown = [cell for cell in cells if cell.span.text]
    own = lead if titled or not shown else shown[-1].basis
    spans = cell_spans(dossier, shown, own)
    others = shown if shown and shown[-1].basis.claims != own.claims else shown[:-1]
    whole = [claim for cell in others if len(cell.basis.claims) > 1 for claim in cell.basis.claims]
    plain = [claim for cell in others[: len(shown) - 1] for claim in cell.basis.claims[:1] if not claim.softened]
    said = own.claims[:1] and own.claims[0] in (*whole, *plain)
    if own.claims and not said:
        apart = (
            shown and shown[-1].basis.claims[:1] != own.claims[:1] and (shown[-1].basis.ours or shown[-1].basis.claims)
        )
        parted = Span(" ·", "dim") if own.claims[0].softened else Span(" ")
        spans += [*([parted] if apart else []), *_own(dossier, own, typed, short)]
    spans += () if short else first_tension(lead.tensions)
    return tuple(spans[1:] if spans and not spans[0].text.strip() else spans)


def cell_spans(dossier: Dossier, cells: Sequence[Cell], own: Basis) -> list[Span]:
    """Cells, each with what says it; the last one without where that follows anyhow, as what the line rests on, and
    others that rest on the same without its hedge."""
    spans: list[Span] = []
    for cell in cells:
        spans += [Span(" · ", "dim"), cell.span] if spans else [cell.span]
        same = cell.basis.claims == own.claims
        if cell.basis.ours or (cell.basis.claims and not (same and cell is cells[-1])):
            spans += [Span(NBSP), *said_by(dossier, cell.basis, with_hedge=not same)]
    return spans


def _own(dossier: Dossier, own: Basis, typed: bool, short: bool) -> list[Span]:
    if len(own.claims) > 1:
        return [Span(" "), *said_by(dossier, own)]
    claim, lead = own.claims[0], Basis(own.claims)
    marks = said_by(dossier, lead, with_hedge=False) if typed else cite_spans(dossier, (claim.cite,), links=False)
    hedge = hedge_span(claim, short=short) if claim.softened else ()
    return [*([Span(" "), *hedge] if hedge else []), Span(" "), *marks]


def closed(left: Sequence[Span], right: Sequence[Span], width: int, subject: str, fixed: int = 0) -> list[Row]:
    """A line with what closes it, on lines below where the title would be cut; one that is too long for any line goes
    on below itself, and begins there where too little room is left. `fixed`: the cells of `left` that stand before the
    title."""
    if needs_two(fixed, cells_of(left) - fixed, cells_of(right), width):
        below = [Row(spread((), line.spans, width)) for line in flowing(right, width - 1)]
        rows = [tuple(left)] if cells_of(left) <= width else _title_beside(left, width, fixed)
        if cells_of(rows[-1]) + 1 + cells_of(right) <= width:
            rows[-1], below = spread(rows[-1], right, width), []
        return [*(Row(spans, subject) for spans in rows), *below]
    return [Row(spread(left, right, width), subject)]


def _title_beside(left: Sequence[Span], width: int, fixed: int) -> list[tuple[Span, ...]]:
    """A title on the lines that it takes, beside what stands before it, or below that."""
    at = next((number for number in range(len(left)) if cells_of(left[:number]) >= fixed), 0)
    before, title = left[:at], left[at:]
    if width - fixed < min(LEAST_TITLE, cells_of(title)):
        return [
            *(row.spans for row in flowing(before, width)),
            *((Span("  "), *line) for line in wrap(title, width - 2)),
        ]
    first, *more = wrap(title, width - fixed)
    return [(*before, *first), *((Span(" " * fixed), *line) for line in more)]


def needs_two(fixed: int, title: int, right: int, width: int) -> bool:
    """Whether a title of so many cells, between `fixed` and `right` others, would be cut."""
    return fixed + title + (1 + right if right else 0) > width
