"""Disputes: questions that sources answer differently, each with its sides."""

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.text import counted
from caucasus_tui.page.dispute import side_rows
from caucasus_tui.page.layer_off import off
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LATER
from caucasus_tui.page.rows import Page, Row, Span, flowing, wrapped
from caucasus_tui.page.since import caveat, is_later
from caucasus_tui.panes import Pane


def disputes(dossier: Dossier, lens: Lens) -> Page:
    """The questions; zoomed, with the sides of each beside each other. Those with a later side only while that layer
    is on."""
    found = lens.seen(dossier).disputes
    rows: list[Row] = []
    for dispute in found:
        later = is_later(dossier.whole, dispute) if lens.since else False
        role = LATER.role if later else "text"
        title = Span(f"{LATER.glyph} {dispute.title}" if later else dispute.title, "title" if lens.zoomed else role)
        first, *more = flowing([title], lens.width)
        rows += [first._replace(subject=dispute.ref), *more]
        rows += [*side_rows(dossier, dispute, lens), Row()] if lens.zoomed else []
    if lens.since and rows:
        rows += wrapped([Span(f"{LATER.glyph} {caveat(dossier)}", LATER.role)], lens.width)
    if dossier.since and not lens.since:
        rows += wrapped([Span(off(lens.key("later", "L")), "absent")], lens.width)
    return Page("", rows, counted(len(found), "dispute") if found else "")


PANE = Pane(page=disputes, empty="Where sources differ goes into data/disputes.yaml.")
