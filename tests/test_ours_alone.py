"""`f` `u`: what carries the curator's mark is known before it is drawn, and is what the drawn rows carry."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model import Dossier, Record, Term
from caucasus_tui.dossier.model.dates import Edtf
from caucasus_tui.dossier.views.force import Force, terms_by_force
from caucasus_tui.page import actor_card
from caucasus_tui.page.aspects import Entry
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.ours import Marked
from caucasus_tui.page.rows.growing import Block, GrowingRows, Series, extent
from caucasus_tui.page.rows.parts import Item
from caucasus_tui.page.rows.row import Page, Row, plain
from caucasus_tui.panes import PANES, pane
from caucasus_tui.panes.router import page_at


def parts_of(dossier: Dossier, page: Page) -> Iterator[tuple[Record, Item, Sequence[Row]]]:
    """The records of a pane whose rows are made when they are looked at, each with its part of the pane and those."""
    for part in page.rows.parts if isinstance(page.rows, GrowingRows) else ():
        if isinstance(part, Series):
            yield from ((thing, part._replace(things=[thing]), part.make(thing)) for thing in part.things)
        elif isinstance(part, Block) and (record := dossier.whole.record(part.subject)):
            yield record, part._replace(make=list), part.make()


def is_marked(rows: Sequence[Row]) -> bool:
    return any(CURATOR.glyph in span.text and span.role == CURATOR.role for row in rows for span in row.spans)


@pytest.mark.parametrize("zoomed", [False, True], ids=["", "zoomed"])
@pytest.mark.parametrize("name", sorted({*PANES} - {"leverage", "why", "disputes"}))
def test_what_is_said_to_carry_the_mark_does(
    tiny: Dossier, edition: Dossier, lens: Lens, name: str, zoomed: bool
) -> None:
    for dossier in (tiny, edition, load(Path(__file__).parent / "dossiers" / "strait").dossier):
        for width in (58, 116):
            seen_by = replace(lens, width=width, zoomed=zoomed, facet="curator", layers=frozenset({"later"}))
            marked = Marked(dossier, seen_by)
            for record, part, rows in parts_of(dossier, pane(name).page(dossier, seen_by)):
                assert bool(marked.of([part])) == is_marked(rows), (record.ref, width)


def test_all_of_a_pane_is_ours_below_a_head_that_says_so(edition: Dossier, lens: Lens) -> None:
    for name in ("leverage", "why"):
        whole, alone = (page_at(edition, f"pane:{name}", replace(lens, facet=facet)) for facet in (None, "curator"))
        assert plain(alone.rows) == plain(whole.rows)


def test_the_bar_of_what_is_still_ahead_is_hollow_and_not_the_curators_mark(edition: Dossier, lens: Lens) -> None:
    zoomed = replace(lens, width=116, zoomed=True)
    shown = [rows for _, _, rows in parts_of(edition, page_at(edition, "pane:timeline", zoomed))]
    assert any(rows[0].text.rstrip().endswith("░") and not is_marked(rows) for rows in shown)
    assert all(is_marked(rows) for rows in shown if any(CURATOR.glyph in row.text for row in rows))


@pytest.mark.parametrize(("year", "is_ours"), [("2030", True), ("2040", False)])
def test_of_several_dates_that_of_the_curator_counts_where_it_is_the_one_shown(
    tiny: Dossier, lens: Lens, year: str, is_ours: bool
) -> None:
    asked = next(one for one in tiny.recommendations if one.window and one.window[0].edtf)
    ours = replace(asked.window[0], edtf=Edtf(year), as_stated=year)
    narrowed = replace(asked, levers=(), window=(*asked.window, ours))
    dossier = replace(tiny, recommendations=(narrowed,))
    alone = plain(page_at(dossier, "pane:recommendations", replace(lens, facet="curator")).rows)
    assert (f"{year} · ahead" in alone) == ("Nothing here is" not in alone) == is_ours


def test_a_narrowed_pane_is_as_long_as_its_rows(edition: Dossier, lens: Lens) -> None:
    for name in PANES:
        rows = page_at(edition, f"pane:{name}", replace(lens, facet="curator")).rows
        assert extent(rows, 10**6) == len([*rows])


def test_on_a_card_only_what_can_be_the_curators_is_made(
    edition: Dossier, lens: Lens, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That a term was breached no source says here."""
    made: list[str] = []
    owed = actor_card._owed

    def counted(dossier: Dossier, force: Force, term: Term) -> Entry:
        made.append(term.ref)
        return owed(dossier, force, term)

    monkeypatch.setattr(actor_card, "_owed", counted)
    monkeypatch.setattr(actor_card, "_words", lambda *_: pytest.fail("a statement is not ours"))
    (actor, terms) = next(
        (actor, [term for force, term in terms_by_force(edition, actor.id, "obligors") if force.agreement])
        for actor in edition.actors
        if not actor.warnings and len([*terms_by_force(edition, actor.id, "obligors")]) > 1
    )
    breached = replace(terms[0], status="breached", status_word=None)
    agreements = (
        replace(one, terms=tuple(breached if term is terms[0] else term for term in one.terms))
        for one in edition.agreements
    )
    dossier = replace(edition, agreements=tuple(agreements))
    parts = actor_card.actor_parts(dossier, replace(actor, positions=()), replace(lens, facet="curator"))
    (entry,) = next(part.entries for part in parts if part.label == "owes")
    assert CURATOR.glyph in "".join(span.text for span in entry)
    assert made == [breached.ref]
