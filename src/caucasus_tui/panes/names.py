"""Names and map: how the places hang together, what to call things aloud, and every other name for them."""

from collections.abc import Iterator

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Actor, NameRule, Place
from caucasus_tui.page.claim.cells import states
from caucasus_tui.page.claim.closing import closed, closing
from caucasus_tui.page.fields import title_of
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.map import LEAST_WIDTH, map_rows
from caucasus_tui.page.name_rows import name_spans
from caucasus_tui.page.place import situation
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.wrapping import flowing, flush, wrap
from caucasus_tui.page.section import Section, pick_section, sectioned
from caucasus_tui.page.statement import cited_rows, derived_spans
from caucasus_tui.panes.pane import Pane

NOT_TO_SCALE = (
    "□ drawn by us, not to scale; the courses of routes are not stated; under Places, who says how they stand"
)


def names(dossier: Dossier, lens: Lens) -> Page:
    """The map, the routes and places as a list, the name rules, and who uses which other name."""
    places = [place for place in dossier.places if lens.admits(dossier, place)]
    rules = [rule for rule in dossier.names if lens.admits(dossier, rule)]
    routes = [place for place in places if place.joins or place.status]
    others = [place for place in places if place not in routes]
    sections = [
        Section("Map", _map(dossier, lens), NOT_TO_SCALE, "m"),
        Section("Places", [line for place in routes + others for line in _place(dossier, place, lens)], "", "p"),
        Section("Name rules", [line for rule in rules for line in _rule(dossier, rule, lens)], "our term first", "S"),
        Section("Every other name", [] if lens.narrows else list(_aliases(dossier, lens)), "", "O"),
    ]
    counts = (
        shown_of(len(rules), len(dossier.names), "name rules"),
        shown_of(len(places), len(dossier.places), "places"),
    )
    return sectioned(sections, lens, f"{' · '.join(counts)} · map not to scale")


def _map(dossier: Dossier, lens: Lens) -> list[Row]:
    if lens.straight or (lens.narrows and not lens.pick):
        return []
    rows = list(map_rows(dossier.places, lens.width, tuple(dossier.about.route_states.items())))
    if not rows and dossier.places and lens.width < LEAST_WIDTH:
        narrow = Span("Too narrow for the map; the places below say the same.", "absent")
        rows = [Row(line) for line in wrap([narrow], lens.width)]
    return rows


def _place(dossier: Dossier, place: Place, lens: Lens) -> list[Row]:
    """A place, how it stands in a few words, and where; zoomed, each state of a route with its type and citation."""
    right = closing(dossier, place, lens.width, cells=states(dossier, place))
    if not place.joins and not place.status:
        where = f", in {title_of(dossier, place.part_of.ref)}" if place.part_of else ""
        left = (Span(place.title), Span(f"  {place.form}{where}", "dim"))
        return closed(left, right, lens.width, place.ref)
    first, *rest = flush((Span(place.title, "strong"),), right, lens.width)
    rows = [Row(first, place.ref), *map(Row, rest)]
    rows += [Row((Span("  "), *line)) for line in wrap(situation(dossier, place), lens.width - 2)]
    for state in place.status if lens.zoomed else ():
        lines = cited_rows(dossier, state.sentence, state.cites, lens.width - 2)
        rows += [Row((Span("  "), *line.spans)) for line in lines]
    return rows


def _rule(dossier: Dossier, rule: NameRule, lens: Lens) -> list[Row]:
    """Our term; what to avoid, and who says what; zoomed, why."""
    rows = closed((Span(rule.title, "strong"),), closing(dossier, rule, lens.width), lens.width, rule.ref)
    avoid = [Span("avoid ", "dim"), Span(", ".join(rule.avoid), "warn")] if rule.avoid else []
    used = [Span("said: ", "dim")] if rule.usage else []
    for index, use in enumerate(rule.usage):
        used += [Span(" · ", "dim")] if index else []
        used += [Span(f"{use.who}: ", "dim"), Span(use.term)]
    why = derived_spans(dossier, rule.rationale.text, rule.rationale.basis) if lens.zoomed else []
    for spans in (avoid, used, why):
        rows += [Row((Span("  "), *line)) for line in wrap(spans, lens.width - 2)]
    return rows


def _aliases(dossier: Dossier, lens: Lens) -> Iterator[Row]:
    """Each thing with its other names. A state is a place and an actor: one line for both, leading to each."""
    things: dict[str, list[Place | Actor]] = {}
    every: tuple[Place | Actor, ...] = (*dossier.places, *dossier.actors)
    for thing in every:
        if thing.names:
            things.setdefault(thing.title, []).append(thing)
    for title, same in sorted(things.items()):
        links = (part for thing in same for part in (Span("  "), Span(thing.kind, "link", thing.ref)))
        yield from flowing([Span(title, "strong"), *links], lens.width)
        called = dict.fromkeys(name for thing in same for name in thing.names)
        for line in wrap(name_spans(called), lens.width - 2):
            yield Row((Span("  "), *line))


PANE = Pane(
    page=names,
    letters="mpSO",
    press=lambda key, lens, subject: pick_section(key, lens),
    empty="Places go into data/places.yaml, name rules into data/names.yaml.",
)
