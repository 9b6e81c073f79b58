"""Where sources differ: the sides beside each other, in the order of publication, never averaged."""

from caucasus_tui.dossier.model import Dispute, Dossier, Side, column_date
from caucasus_tui.page.fields import labelled_rows, link_spans
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LATER
from caucasus_tui.page.record import title_rows
from caucasus_tui.page.rows import Page, Row, Span, beside, wrapped
from caucasus_tui.page.since import behind_mark, house, is_later, rule, sides_in_order
from caucasus_tui.page.statement import derived_spans, marked_spans

LEAST = 22
"""Cells of a side that stands beside others."""
GAP = 3


def side_rows(dossier: Dossier, dispute: Dispute, lens: Lens) -> list[Row]:
    """The sides in columns where each has room, else, and where a page is read straight on, below each other."""
    whole, width = dossier.whole, lens.width
    sides = [dispute.sides[number] for number, _ in sides_in_order(whole, dispute)]
    each = (width - GAP * (len(sides) - 1)) // max(len(sides), 1)
    if each < LEAST or lens.straight:
        return [line for side in sides for line in (*_column(whole, side, width), Row())][:-1]
    rows = _column(whole, sides[-1], each)
    for side in reversed(sides[:-1]):
        rows = beside(_column(whole, side, each), rows, each)
    return rows


def _column(whole: Dossier, side: Side, width: int) -> list[Row]:
    """When and who, what it says, what it counts, the limits of its sources."""
    sources = [whole.relations.descriptors[name] for name in dict.fromkeys(cite.source for cite in side.cites)]
    later = any(source.layer == "later" for source in sources)
    role = LATER.role if later else "text"

    def lines(spans: list[Span]) -> list[Row]:
        """Of a later side each line behind the mark: a screen may begin with any of them."""
        return behind_mark(wrapped(spans, width - 2)) if later else wrapped(spans, width)

    rows: list[Row] = []
    for source in sources:
        rows += lines([Span(f"{column_date(source.published or source.as_of)} · {house(source)}", role)])
    rows += lines([Span(side.by, "strong")])
    rows += [Row((Span("says", "dim"),))]
    said = marked_spans(whole, side.text, side.cites)
    rows += lines([span._replace(role=role) if span.role == "text" else span for span in said])
    if side.counted:
        rows += [Row((Span("counted", "dim"),)), *lines([Span(side.counted)])]
    limits = [limit for source in sources for limit in source.limits]
    if limits:
        rows += [Row((Span("limits", "dim"),))]
        rows += [line for limit in limits for line in lines([Span(f"– {limit}")])]
    return rows


def dispute_page(dossier: Dossier, dispute: Dispute, lens: Lens) -> Page:
    """The question, its sides, and what in the dossier it bears on."""
    whole = dossier.whole
    above = rule(dossier, lens.width) if is_later(whole, dispute) else []
    rows = [*title_rows(dispute, lens.width), *above, *side_rows(dossier, dispute, lens)]
    if dispute.note:
        rows += labelled_rows("note", derived_spans(whole, dispute.note.text, dispute.note.basis), lens.width)
    if dispute.touches:
        rows += [Row(), *labelled_rows("bears on", link_spans(whole, [*map(str, dispute.touches)]), lens.width)]
    return Page(dispute.title, rows)
