"""The map to scale, before it is drawn in cells or as SVG: what is in view of the outline, and each label in its place.

No route has a course here: one that has a point of its own is a mark there, any other is two ends that name each
other.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from caucasus_tui.dossier.model.frame_words import RouteLine
from caucasus_tui.dossier.model.outline import Outline, Spot
from caucasus_tui.dossier.model.records import Place
from caucasus_tui.page.map.braille import inked
from caucasus_tui.page.map.clipping import visible
from caucasus_tui.page.map.lettering import Label, Placed, Sheet
from caucasus_tui.page.map.projection import KM_A_DEGREE, Dot, View, eastward, fitted
from caucasus_tui.page.map.status import line_of, status_words
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.rows.widths import cell_width

POINT = "•"
STATES: Mapping[RouteLine, str] = {"open": "⇄", "planned": "‡", "blocked": "×", "not-stated": "⋯"}
"""How the newest state of a route is marked at its point, or at its ends."""
_EXACT = ("point", "locality")
_REACH = {"state": 1.0}
_LEAST_REACH = 0.5
"""Degrees that a name may stand from its point; further it would stand in what lies beside it."""
_BAR = 16
"""Cells that the bar of the scale may take."""


class Picture(NamedTuple):
    """`width`, `height` in cells; `parts`: lines in dots; `ink`: the same by cell, in braille; `numbered`: what numbers
    stand for, from 1; `left_out`: what found no room; `beyond`: what is out of sight and not told; `bar` cells are `km`
    kilometres; `states`: of routes, that are shown; `towns`: whether any is."""

    width: int
    height: int
    parts: tuple[tuple[Dot, ...], ...]
    ink: Mapping[tuple[int, int], str]
    placed: tuple[Placed, ...]
    numbered: tuple[Label, ...]
    left_out: tuple[Label, ...]
    beyond: tuple[Label, ...]
    bar: int
    km: int
    states: tuple[RouteLine, ...]
    towns: bool


States = tuple[tuple[str, RouteLine], ...]


class Closer(NamedTuple):
    """How much of the map is shown: `steps` nearer than all of it, round the place with the address `near`."""

    steps: int = 0
    near: str = ""


AS_A_WHOLE = Closer()
STEP, MOST_STEPS = 1.7, 5
"""How much larger each step makes it, and how many there are."""


@lru_cache(maxsize=16)  # a page is made anew more often than the map changes
def picture(
    places: tuple[Place, ...], states: States, outline: Outline, width: int, height: int, closer: Closer = AS_A_WHOLE
) -> Picture | None:
    """The map in at most `width` × `height` cells; None where no place has coordinates. `states`: of routes, those that
    are the dossier's own."""
    known = {place.id: Spot(place.schematic.lon, place.schematic.lat) for place in places if place.schematic}
    if not known or width < 1 or height < 1:
        return None
    ground = [spot for line in outline.lines for spot in line]
    near = known.get(closer.near.partition(":")[2]) if closer.steps else None
    view = fitted(_core(places, known), ground, width * 2, height * 4, near, STEP**closer.steps)
    parts = tuple(part for line in outline.lines for part in visible(line, view))
    ink = inked(parts)
    sheet = Sheet(-(-view.width // 2), -(-view.height // 4), ink)
    lines = {place.id: line_of(place, dict(states)) for place in places if place.form in ("route", "border")}
    labels = sorted(_of_places(places, known, lines, view), key=lambda pair: _rank(pair[1], known, view))
    beyond = [label for label, place in labels if near and not view.shows(view.at(known[place.id]))]
    labels = _apart([pair for pair in labels if pair[0] not in beyond])
    sheet.reserve(label for label, _ in labels)
    for label, place in labels:
        stands = sheet.place(label)
        for end in _ends(place, places, known, lines):
            if stands:
                sheet.place(end._replace(x=stands.x, y=stands.y, held=cell_width(stands.text)))
            else:
                sheet.leave_out(end)
    called = {name.casefold() for place in places for name in (place.title, *(other.name for other in place.names))}
    towns = [town for town in outline.towns if town.name.casefold() not in called and view.shows(view.at(town.spot))]
    for town in towns:
        x, y = _cell(view.at(town.spot))
        sheet.place(Label((town.name,), CURATOR.role, "", x, y, mark=CURATOR.glyph, optional=True))
    bar, km = _scale(view, sheet.width)
    marked = {label.mark or label.texts[0][:1] for label in (found.label for found in sheet.placed)}
    return Picture(
        width=sheet.width,
        height=sheet.height,
        parts=parts,
        ink=ink,
        placed=tuple(sheet.placed),
        numbered=tuple(sheet.numbered),
        left_out=tuple(sheet.left_out),
        beyond=tuple(beyond),
        bar=bar,
        km=km,
        states=tuple(line for line, glyph in STATES.items() if glyph in marked),
        towns=CURATOR.glyph in marked,
    )


def _core(places: Sequence[Place], known: Mapping[str, Spot]) -> list[Spot]:
    """What the map is about: places inside others, and those others. What stands alone, such as a neighbour, may lie
    beyond its edge. Where nothing lies in anything, all."""
    holds = {place.part_of for place in places if place.part_of}
    core = [known[place.id] for place in places if place.id in known and (place.part_of or place.id in holds)]
    return core or list(known.values())


def _rank(place: Place, known: Mapping[str, Spot], view: View) -> int:
    """What is placed before what, each in the order of the dossier: states can give way, what is out of sight anyhow
    can."""
    if not view.shows(view.at(known[place.id])):
        return 2
    return int(place.precision == "state")


def _cell(dot: Dot) -> tuple[int, int]:
    return int(dot.x // 2), int(dot.y // 4)


def _of_places(
    places: Sequence[Place], known: Mapping[str, Spot], lines: Mapping[str, RouteLine], view: View
) -> Iterator[tuple[Label, Place]]:
    """A label for each place that has coordinates; what is out of sight stands at the edge, behind an arrow."""
    right, bottom = -(-view.width // 2) - 1, -(-view.height // 4) - 1
    for place in (place for place in places if place.id in known):
        dot = view.at(known[place.id])
        x, y = _cell(dot)
        mark = STATES[lines[place.id]] if place.id in lines else POINT if place.precision in _EXACT else ""
        role = "strong" if place.precision == "state" else "text"
        if not view.shows(dot):
            arrow = "↑" if y < 0 else "↓" if y > bottom else "←" if x < 0 else "→"
            x, y = min(max(x, 0), right), min(max(y, 0), bottom)
            text = f"{arrow} {place.title}"
            yield Label((text,), role, place.ref, x, y, reach=(right, 0) if arrow in "↑↓" else (right, bottom)), place
            continue
        words = status_words(place)
        texts = (f"{place.title}: {words[-1]}", place.title) if mark and words else (place.title,)
        reach = _REACH.get(place.precision, _LEAST_REACH) / view.step
        yield Label(texts, role, place.ref, x, y, mark, (min(int(reach / 2), 20), min(int(reach / 4), 5))), place


def _apart(labels: Sequence[tuple[Label, Place]]) -> list[tuple[Label, Place]]:
    """The labels with the mark of a route beside that of a place in the same cell: it is about its middle anyhow."""
    taken = {(label.x, label.y) for label, place in labels if label.mark and not place.joins}
    apart = []
    for label, place in labels:
        if label.mark and place.joins:
            x = next((label.x + dx for dx in (0, -1, 1) if (label.x + dx, label.y) not in taken), label.x)
            label = label._replace(x=max(x, 0))
            taken.add((label.x, label.y))
        apart.append((label, place))
    return apart


def _ends(
    place: Place, places: Sequence[Place], known: Mapping[str, Spot], lines: Mapping[str, RouteLine]
) -> Iterator[Label]:
    """A label for each route without a point of its own that ends at a place, telling its other end; none where that is
    not on the map. It turns away from that end, so that nobody takes it for a course."""
    rows = 0
    for route in places:
        joins = route.joins
        if joins is None or route.id in known or place.id not in (joins.start, joins.end):
            continue
        other_id = joins.end if place.id == joins.start else joins.start
        other = next((found for found in places if found.id == other_id and other_id in known), None)
        if other is None:
            continue
        rows += 1
        words = status_words(route)
        text = f"{STATES[lines[route.id]]} to {other.title}"
        texts = (f"{text}: {words[-1]}", text) if words else (text,)
        towards = eastward(known[other.id].lon, known[place.id].lon)
        yield Label(texts, "text", route.ref, 0, 0, reach=(0, rows), towards=(towards > 0) - (towards < 0))


def _scale(view: View, width: int) -> tuple[int, int]:
    """The bar of the scale: cells, and the round number of kilometres they are."""
    km_a_cell = view.step * 2 * KM_A_DEGREE
    most = max(min(_BAR, width // 4), 2) * km_a_cell
    rounds = [figure * 10**power for power in range(5) for figure in (1, 2, 5)]
    km = max([1, *(found for found in rounds if found <= most)])
    return max(round(km / km_a_cell), 1), km
