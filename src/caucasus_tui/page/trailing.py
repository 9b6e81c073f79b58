"""What closes a record's line in any list: the hedge in the source's word, the citation, the tensions. Never cut."""

from collections.abc import Sequence

from caucasus_tui.dossier.model.dossier import Dossier, citations
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Record
from caucasus_tui.dossier.model.sources import Statement
from caucasus_tui.page.marks import TYPE_MARKS
from caucasus_tui.page.rows.row import Span
from caucasus_tui.page.rows.widths import cell_width

ROOMY = 54
"""From this width on, that of a pane in four at 120 columns, a line has room for its citation; narrower, the detail has
it."""
WORDY = 60
"""The same for the hedge, and for the word of a type beside its glyph."""


def basis_spans(lead: Statement | None, cites: Sequence[Citation]) -> list[Span]:
    """The glyph of a statement's type, and the citations, each with a blank before it."""
    mark = TYPE_MARKS[lead.type] if lead else None
    glyph = [Span(f" {mark.glyph}", mark.role)] if mark else []
    return [*glyph, *(Span(f" {cite.statement}", "cite") for cite in cites)]


def trailing(
    dossier: Dossier, record: Record, width: int, *, typed: bool = True, said: tuple[Citation, ...] = ()
) -> tuple[Span, ...]:
    """The marks of a record, each with a blank before it. `typed`: with the type's glyph, where no column has it.
    `said`: the statements that the line reports, where they are not those that the record begins with."""
    spans: list[Span] = []
    if width >= ROOMY:
        lead = dossier.statement(said[0]) if said else dossier.lead(record)
        cites = said or citations(record)
        # A hedge without its range beside it would say less than the source: it is whole, or left to the detail.
        # Nor does a plain "will" have to be said again: that is what a line without a hedge says.
        hedged = lead is not None and lead.hedge is not None and lead.hedge.code != "categorical"
        hedge = f" {hedge_words(lead.hedge)}" if lead and lead.hedge and hedged else ""
        spans += [Span(hedge, "hedge")] if width >= WORDY and 0 < cell_width(hedge) <= width // 2 else []
        spans += basis_spans(lead if typed else None, cites[:1])
    tensions = dossier.tensions_of(record)
    if tensions:
        spans.append(Span(f" !{tensions[0].id.upper()}" + "+" * (len(tensions) > 1), "tension"))
    return tuple(spans)
