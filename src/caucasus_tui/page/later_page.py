"""Pages while the later layer is on: what follows below a page of the seed layer, and the pages of the layer itself."""

from collections.abc import Sequence

from caucasus_tui.dossier.addresses import Address, PaneAt, RecordAt, StatementAt
from caucasus_tui.dossier.model import Dispute, Dossier, LedgerRow
from caucasus_tui.dossier.model.layers import Chained
from caucasus_tui.dossier.model.pane_names import PANE_KINDS
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LATER
from caucasus_tui.page.rows import Page, Row, Span, fitted, spread
from caucasus_tui.page.rows.growing import EVERY, extent
from caucasus_tui.page.rows.lazy import LazyRows
from caucasus_tui.page.since import below, chronicle, day_words, house, rule

BELOW = ("terms", "recommendations", "outlook", "sources")
"""Panes below which stands what later sources tell of the records that they show."""


def with_later(dossier: Dossier, place: Address, page: Page, lens: Lens) -> Page:
    """A page of the seed layer, unchanged, and what later sources tell below the rule."""
    match place:
        case PaneAt("timeline"):
            rows = list(chronicle(dossier, lens))
        case PaneAt(name) if name in BELOW and not lens.pick:
            kinds = next(kinds for pane, kinds in PANE_KINDS.items() if pane == name)
            refs = [record.ref for record in dossier.records() if record.kind in kinds]
            rows = [*below(dossier, refs, lens), *(_sources(dossier, lens) if name == "sources" else [])]
        case RecordAt() | StatementAt():
            rows = list(below(dossier, [str(place)], lens))
        case _:
            rows = []
    return page._replace(rows=Joined(page.rows, rows)) if rows else page


def own_page(dossier: Dossier, thing: object, lens: Lens) -> Page | None:
    """The page of a row of the ledger or a dispute; None of anything else."""
    if isinstance(thing, LedgerRow):
        from caucasus_tui.page.ledger_row import ledger_page

        return ledger_page(dossier, thing, lens)
    if isinstance(thing, Dispute):
        from caucasus_tui.page.dispute import dispute_page

        return dispute_page(dossier, thing, lens)
    return None


def marked(dossier: Dossier, page: Page, lens: Lens) -> Page:
    """A page that is all of the later layer, under the rule that says so, every line behind the mark."""
    width = lens.width
    return page._replace(rows=[*rule(dossier, width), *page.rows])


def _sources(dossier: Dossier, lens: Lens) -> list[Row]:
    """The later sources, a line each."""
    rows = [*rule(dossier, lens.width), Row((Span(f"{LATER.glyph} Later sources", "heading"),))]
    for source in dossier.since.sources if dossier.since else ():
        when = source.published
        day = day_words(when.edtf) if when and when.edtf else "undated"
        manner = source.read_from.manner if source.read_from else ""
        left = (Span(f"{LATER.glyph} {day} · {house(source)}: {source.title}", LATER.role),)
        right = (
            Span(manner, "dim"),
            Span(" "),
            Span(dossier.whole.labels[source.id] or source.id, "cite", source=source.id),
        )
        rows.append(Row(spread(fitted(left, lens.width), right, lens.width), f"source:{source.id}"))
    return rows


class Joined(Chained[Row]):
    """The rows of a page, which may be made only when looked at, and the rows below it."""

    def __init__(self, above: Sequence[Row], below: Sequence[Row]) -> None:
        extent(above, EVERY)
        super().__init__(above, below)

    def place(self, subject: str) -> int | None:
        """The number of the first row that leads to an address, or None."""
        above = self.first.place(subject) if isinstance(self.first, LazyRows) else _place(self.first, subject)
        if above is not None:
            return above
        found = _place(self.second, subject)
        return None if found is None else found + len(self.first)


def _place(rows: Sequence[Row], subject: str) -> int | None:
    return next((number for number, row in enumerate(rows) if row.leads_to(subject)), None)
