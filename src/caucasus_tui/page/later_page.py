"""Pages while the later layer is on: what follows below a page of the seed layer, what stands over one of the later."""

from caucasus_tui.dossier.addresses import Address, PaneAt, RecordAt, StatementAt
from caucasus_tui.dossier.model import PANE_KINDS, Dossier
from caucasus_tui.page.below_rule import below, chronicle
from caucasus_tui.page.claim.citations import source_name
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LATER
from caucasus_tui.page.rows import Page, Row, Span, fitted, spread
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.since import day_words, house, rule

BELOW = ("terms", "recommendations", "outlook", "sources")
"""Panes below which stands what later sources tell of the records that they show."""


def with_later(dossier: Dossier, place: Address, page: Page, lens: Lens) -> Page:
    """A page of the seed layer, unchanged, and what later sources tell below the rule."""
    parts: list[Row | Block] = []
    match place:
        case PaneAt("timeline"):
            parts = chronicle(dossier, lens)
        case PaneAt(name) if name in BELOW and not lens.pick:
            kinds = next(kinds for pane, kinds in PANE_KINDS.items() if pane == name)
            told = dossier.whole.told_later
            refs = [record.ref for record in dossier.records() if record.kind in kinds and record.ref in told]
            parts = [*below(dossier, refs, lens), *(_sources(dossier, lens) if name == "sources" else [])]
        case RecordAt() | StatementAt():
            parts = below(dossier, [str(place)], lens)
    if not parts:
        return page
    rows = page.rows
    together = rows.followed_by(parts) if isinstance(rows, GrowingRows) else [*rows, *GrowingRows(parts)]
    return page._replace(rows=together)


def marked(dossier: Dossier, page: Page, lens: Lens) -> Page:
    """A page that is all of the later layer, under the rule that says so, every line behind the mark."""
    return page._replace(rows=[*rule(dossier, lens.width), *page.rows])


def _sources(dossier: Dossier, lens: Lens) -> list[Row]:
    """The later sources, a line each."""
    rows = [*rule(dossier, lens.width), Row((Span(f"{LATER.glyph} Later sources", "heading"),))]
    for source in dossier.since.sources if dossier.since else ():
        when = source.published
        day = day_words(when.edtf) if when and when.edtf else "undated"
        manner = source.read_from.manner if source.read_from else ""
        left = (Span(f"{LATER.glyph} {day} · {house(source)}: {source.title}", LATER.role),)
        right = Span(manner, "dim"), Span(" "), Span(source_name(dossier.whole, source.id), "cite", source=source.id)
        rows.append(Row(spread(fitted(left, lens.width), right, lens.width), f"source:{source.id}"))
    return rows
