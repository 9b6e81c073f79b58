"""The map as a section of its pane: to scale where there is an outline and room, else the schematic one."""

from caucasus_tui.dossier.model import Dossier, Outline
from caucasus_tui.dossier.problems import Problem
from caucasus_tui.dossier.text import whole_number
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.map import LEAST_WIDTH, map_rows
from caucasus_tui.page.map.picture import MOST_STEPS, Closer
from caucasus_tui.page.map.scaled import scaled_rows
from caucasus_tui.page.place import place_rows
from caucasus_tui.page.rows import Row, Span, beside, parted, wrapped
from caucasus_tui.page.section import PICK, Section

LETTER = "m"
MAP = f"{PICK}{LETTER}"
"""The pick that shows the map alone."""
NEARER = "map:"
"""Before how many steps nearer, and to which place: `map:2:place:stepanakert`."""
NOT_TO_SCALE = (
    "□ drawn by us, not to scale; the courses of routes are not stated; under Places, who says how they stand"
)
TO_SCALE = "□ to scale; points and where names stand are ours"
LIST_WIDTH, LEAST_BESIDE = 37, 100
"""Cells of the list of routes beside a map, and of the pane that has room for it."""


def closer_of(pick: str) -> Closer:
    """How near a pick of the pane has the map."""
    steps, _, near = pick.removeprefix(NEARER).partition(":") if pick.startswith(NEARER) else ("0", "", "")
    return Closer(min(whole_number(steps) or 0, MOST_STEPS), near)


def moved_nearer(pick: str, by: int, subject: str) -> str:
    """The pick after a step nearer to what the cursor is on, or farther."""
    now = closer_of(pick)
    steps = min(max(now.steps + by, 0), MOST_STEPS)
    return f"{NEARER}{steps}:{subject if subject.startswith('place:') else now.near}" if steps else MAP


def map_section(dossier: Dossier, lens: Lens) -> tuple[Section, int]:
    """The map; alone on the screen, also what it cannot show, beside it or below. With it, how many rows are drawn to
    scale."""
    if lens.straight or (lens.narrows and not lens.pick) or (lens.pick and not lens.pick.startswith((MAP, NEARER))):
        return Section("Map", [], NOT_TO_SCALE, LETTER), 0
    said: list[Row] = []
    if lens.picture and any(place.schematic for place in dossier.places):
        match lens.outline.found:
            case Outline() as outline:
                rows, plane = _to_scale(dossier, outline, lens)
                if rows:
                    return Section("Map", rows, TO_SCALE, LETTER), plane
            case Problem() as problem:
                said = wrapped([Span(str(problem), "warn")], lens.width)
    rows = list(map_rows(dossier.places, lens.width, tuple(dossier.about.route_states.items())))
    if not rows and dossier.places and lens.width < LEAST_WIDTH:
        narrow = Span("Too narrow for the map; the places below say the same.", "absent")
        rows = wrapped([narrow], lens.width)
        if lens.pick:  # alone, with nothing below it
            rows += [line for place in dossier.places for line in place_rows(dossier, place, lens)]
    return Section("Map", [*said, *rows], NOT_TO_SCALE, LETTER), 0


def _to_scale(dossier: Dossier, outline: Outline, lens: Lens) -> tuple[list[Row], int]:
    states = tuple(dossier.about.route_states.items())
    alone = lens.pick == MAP or lens.pick.startswith(NEARER)
    width = lens.width - LIST_WIDTH if alone and lens.width >= LEAST_BESIDE else lens.width
    room = lens.picture - 1
    drawn = list(scaled_rows(dossier.places, states, outline, width, room, closer_of(lens.pick)))
    if not drawn or not alone:
        return drawn, len(drawn)
    if width == lens.width:
        return [*drawn, Row(), *_listed(dossier, lens, width)], len(drawn)
    width = max(row.width for row in drawn)
    rows = beside(drawn, _unlinked(_listed(dossier, lens, lens.width - width - 3), drawn), width, " │ ")
    return rows, len(rows)


def _unlinked(rows: list[Row], drawn: list[Row]) -> list[Row]:
    """The rows without links to what is on the map beside them; the titles of routes stay theirs."""
    there = {stop.subject for row in drawn for stop in row.stops()}
    return [
        row._replace(spans=tuple(Span(s.text) if s.role == "link" and s.subject in there else s for s in row.spans))
        for row in rows
    ]


def _listed(dossier: Dossier, lens: Lens, width: int) -> list[Row]:
    """Routes and borders with what says how they stand; places that have no point."""
    from msgspec.structs import replace

    narrow = replace(lens, width=width, zoomed=False)
    routes = [place for place in dossier.places if place.joins or place.status]
    rows = [Row((Span("Routes and borders", "heading"),))] if routes else []
    rows += [line for place in routes for line in place_rows(dossier, place, narrow)]
    others = (place for place in dossier.places if not place.schematic and place not in routes)
    named = parted([Span(place.title, "link", place.ref)] for place in others)
    return [*rows, Row(), *wrapped([Span("Not on the map: ", "dim"), *named], width)] if named else rows
