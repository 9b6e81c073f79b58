"""A place's or route's page: how it stands, what happened there, what was agreed about it, which levers work on it."""

from collections.abc import Sequence
from functools import partial

from caucasus_tui.dossier.model import Dossier, NameRule, Place, Record, citations
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import closed, closing, our_reading, states
from caucasus_tui.page.claim.basis_spans import first_tension
from caucasus_tui.page.fields import link_span, names_outside, note_rows, rest_rows, title_of
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.lever import holders_of, lever_rows
from caucasus_tui.page.name_rows import name_rows, rule_rows
from caucasus_tui.page.record import kind_parts, tension_rows, title_rows
from caucasus_tui.page.related import related
from caucasus_tui.page.rows import Page, Row, Span, flush, wrap, wrapped
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.rows.wrapping import set_in
from caucasus_tui.page.section import Section, stacked_parts
from caucasus_tui.page.statement import cited_rows, listed_parts

SHOWN = ("form", "precision", "names", "part_of", "joins", "status", "schematic", "note")
TOLD = {"place": ("part_of", "joins"), "name-rule": ("about",)}
"""Fields of other records that tell something above; what names the place in any other is linked to at its end."""
BETWEEN = Span(" · ", "dim")


def place_page(dossier: Dossier, place: Place, lens: Lens) -> Page:
    """Everything the dossier holds about a place; a lever belongs here if a statement that it rests on names it."""
    said = dossier.mentions_of(place)
    named = frozenset(said)
    linked = lens.among(dossier, dossier.linked_from(place.ref))
    levers = [lever for lever in lens.among(dossier, dossier.levers) if named.intersection(citations(lever))]
    shown = lens.among(dossier, said)
    rest = [r for r in linked if r.kind not in ("event", "term") and names_outside(r, place.ref, TOLD)]
    at_work = [
        Block(lever.ref, partial(lever_rows, dossier, lever, lens, name=holders_of(dossier, lever))) for lever in levers
    ]
    sections = [
        Section("Events", _rows(dossier, linked, "event", lens)),
        Section("Terms", _rows(dossier, linked, "term", lens)),
        Section("Levers", at_work, our_reading("statuses and kinds").text),
        Section(
            "Statements that name it", listed_parts(dossier, shown, lens.width, f"place:{place.id} type:statement")
        ),
        Section("Elsewhere", kind_parts(dossier, rest, lens.width)),
    ]
    rules = [record for record in linked if isinstance(record, NameRule)]
    rows = [*title_rows(place, lens.width), *wrapped(situation(dossier, place), lens.width)]
    for state in place.status:
        rows += cited_rows(dossier, state.sentence, state.cites, lens.width)
    rows += note_rows(dossier, place.note, lens.width)
    # What to say aloud is what a reader opens a place for.
    rows += [line for rule in rules for line in rule_rows(dossier, rule, lens.width)]
    rows += name_rows(place.names, lens.width)
    rows += rest_rows(dossier, place, SHOWN, lens.width)
    rows += tension_rows(dossier, place, lens.width)
    parts = stacked_parts(sections, lens.width)
    return Page(place.title, GrowingRows([*rows, *parts], count_rows=True))


def place_rows(dossier: Dossier, place: Place, lens: Lens) -> list[Row]:
    """A place in a list: how it stands in a few words, and where; zoomed, each state of a route with its type and
    citation."""
    if not place.joins and not place.status:
        # What it is and where claims nothing; the statement that leads it may speak of it with a hedge of its own.
        where = f", in {title_of(dossier, place.part_of.ref)}" if place.part_of else ""
        left = (Span(place.title), Span(f"  {place.form}{where}", "dim"))
        return closed(left, first_tension(dossier.tensions_of(place)), lens.width, place.ref)
    right = closing(dossier, place, cells=states(dossier, place))
    first, *rest = flush((Span(place.title, "strong"),), right, lens.width)
    rows = [Row(first, place.ref), *map(Row, rest)]
    rows += set_in(wrap(situation(dossier, place), lens.width - 2))
    for state in place.status if lens.zoomed else ():
        lines = cited_rows(dossier, state.sentence, state.cites, lens.width - 2)
        rows += [line.behind(Span("  ")) for line in lines]
    return rows


def situation(dossier: Dossier, place: Place) -> list[Span]:
    """What kind of place it is, and how it hangs together with others."""
    spans = [Span(place.form, "strong")]
    if place.precision == "topological-only":
        spans += [BETWEEN, Span(silence(dossier, "course not stated"), "absent")]
    if place.joins:
        start, end = (link_span(dossier, ref.ref) for ref in (place.joins.start, place.joins.end))
        spans += [BETWEEN, start, Span(" – ", "dim"), end]
        for through in place.joins.through:
            spans += [Span(" through ", "dim"), link_span(dossier, through.ref)]
    if place.part_of:
        spans += [Span(" · in ", "dim"), link_span(dossier, place.part_of.ref)]
    for route in dossier.places:
        if route.joins and place.id in (route.joins.start, *route.joins.through, route.joins.end):
            spans += [Span(" · on ", "dim"), link_span(dossier, route.ref)]
    inside = [other for other in dossier.places if other.part_of == place.id]
    for index, other in enumerate(inside):
        spans += [BETWEEN if index else Span(" · with ", "dim"), link_span(dossier, other.ref)]
    return spans


def _rows(dossier: Dossier, records: Sequence[Record], kind: str, lens: Lens) -> list[Block]:
    return [related(dossier, record, lens) for record in records if record.kind == kind]
