"""The map as a section of its pane: to scale where there is an outline and room, else the schematic one."""

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.outline import Outline
from caucasus_tui.dossier.problems import Problem
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.map import LEAST_WIDTH, map_rows
from caucasus_tui.page.map.scaled import scaled_rows
from caucasus_tui.page.place import place_rows
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.wrapping import beside, wrap, wrapped
from caucasus_tui.page.section import PICK, Section

LETTER = "m"
MAP = f"{PICK}{LETTER}"
"""The pick that shows the map alone."""
NOT_TO_SCALE = (
    "□ drawn by us, not to scale; the courses of routes are not stated; under Places, who says how they stand"
)
TO_SCALE = "□ to scale; points and where names stand are ours"
LIST_WIDTH, LEAST_BESIDE = 37, 100
"""Cells of the list of routes beside a map, and of the pane that has room for it."""


def map_section(dossier: Dossier, lens: Lens) -> Section:
    """The map; alone on the screen, also what it cannot show, beside it or below."""
    if lens.straight or (lens.narrows and not lens.pick):
        return Section("Map", [], NOT_TO_SCALE, LETTER)
    said: list[Row] = []
    if lens.picture and any(place.schematic for place in dossier.places):
        match lens.outline.found:
            case Outline() as outline:
                if rows := _to_scale(dossier, outline, lens):
                    return Section("Map", rows, TO_SCALE, LETTER)
            case Problem() as problem:
                said = wrapped([Span(str(problem), "warn")], lens.width)
    rows = list(map_rows(dossier.places, lens.width, tuple(dossier.about.route_states.items())))
    if not rows and dossier.places and lens.width < LEAST_WIDTH:
        narrow = Span("Too narrow for the map; the places below say the same.", "absent")
        rows = wrapped([narrow], lens.width)
    return Section("Map", [*said, *rows], NOT_TO_SCALE, LETTER)


def _to_scale(dossier: Dossier, outline: Outline, lens: Lens) -> list[Row]:
    states = tuple(dossier.about.route_states.items())
    alone = lens.pick == MAP
    width = lens.width - LIST_WIDTH if alone and lens.width >= LEAST_BESIDE else lens.width
    drawn = list(scaled_rows(dossier.places, states, outline, width, lens.picture - 1))
    if not drawn or not alone:
        return drawn
    if width == lens.width:
        return [*drawn, Row(), *_listed(dossier, lens, width)]
    width = max(row.width for row in drawn)
    return beside(drawn, _listed(dossier, lens, lens.width - width - 3), width, " │ ")


def _listed(dossier: Dossier, lens: Lens, width: int) -> list[Row]:
    """Routes and borders with what says how they stand; places that have no point."""
    from msgspec.structs import replace

    narrow = replace(lens, width=width, zoomed=False)
    routes = [place for place in dossier.places if place.joins or place.status]
    rows = [Row((Span("Routes and borders", "heading"),))] if routes else []
    rows += [line for place in routes for line in place_rows(dossier, place, narrow)]
    spans = [Span("Not on the map: ", "dim")]
    for place in dossier.places:
        if not place.schematic and place not in routes:
            spans += [Span(" · ", "dim")] if len(spans) > 1 else []
            spans.append(Span(place.title, "link", place.ref))
    return [*rows, Row(), *map(Row, wrap(spans, width))] if len(spans) > 1 else rows
