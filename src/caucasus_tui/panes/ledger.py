"""Ledger: what came of each forecast, ask and window, in the text's own hedge, beside later sources."""

from functools import partial

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.layer_off import off
from caucasus_tui.page.ledger_row import HEADS, in_hindsight, line_rows, said_in
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.marks import CURATOR, LATER
from caucasus_tui.page.rows import Page, Row, Span, wrapped
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.since import caveat, day_words
from caucasus_tui.panes import Pane


def ledger(dossier: Dossier, lens: Lens) -> Page:
    """The rows by what they are about; no row is counted, and none is summed."""
    if not lens.since:
        return Page("", wrapped([Span(off(lens.key("later", "L")), "absent")], lens.width) if dossier.since else [])
    whole = dossier.whole
    through = {*lens.among(whole, (cite for row in whole.ledger for cite in said_in(whole, row)[:1]))}  # all at once
    shown = [row for row in whole.ledger if not through.isdisjoint(said_in(whole, row)[:1])]
    rows: list[Row | Block] = []
    for form, head in HEADS.items():
        members = [row for row in shown if row.form == form]
        rows += [Row((Span(f"{LATER.glyph} {head}", "heading"),))] if members else []
        rows += [Block(row.ref, partial(line_rows, whole, row, lens)) for row in members]
    if rows:
        days = sorted({row.test_set for row in shown if row.test_set and in_hindsight(whole, row)})
        said = f"{CURATOR.glyph} the tests were set in hindsight, on {', '.join(map(day_words, days))}" if days else ""
        rows += wrapped([Span(said, CURATOR.role)], lens.width) if said else []
        rows += wrapped([Span(f"{LATER.glyph} {caveat(dossier)}", LATER.role)], lens.width)
    return Page("", GrowingRows(rows), shown_of(len(shown), len(whole.ledger), "row"))


PANE = Pane(page=ledger, empty="What became of forecasts and asks goes into data/ledger.yaml.")
