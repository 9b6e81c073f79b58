"""Where names go on the map: the further north the higher, the further east the more to the right, and never over
one another."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from caucasus_tui.dossier.model.records import Place
from caucasus_tui.page.map.status import status_words
from caucasus_tui.page.rows.widths import cell_width

BANDS = 8
"""Places closer in latitude than this part of the whole stand in one band."""
GAP = 4
"""Cells between neighbours; between neighbours on a route, its name fits too."""
INSIDE = " › "


class Node(NamedTuple):
    """A place on the map: its own name, and below it a line for each place inside it, from the outer to the inner one.
    `x`, `y`: the cell where the name begins."""

    place: Place
    inside: tuple[tuple[Place, ...], ...]
    x: int = 0
    y: int = 0

    @property
    def lines(self) -> tuple[tuple[Place, ...], ...]:
        return ((self.place,), *self.inside)

    @property
    def widths(self) -> tuple[int, ...]:
        return tuple(cell_width(INSIDE.join(place.title for place in line)) for line in self.lines)

    @property
    def width(self) -> int:
        return max(self.widths)

    @property
    def height(self) -> int:
        return len(self.lines)


def joined(place: Place) -> tuple[str, ...]:
    """The places a route touches, in order; nothing for any other place."""
    return (place.joins.start, *place.joins.through, place.joins.end) if place.joins else ()


def nodes_of(places: Sequence[Place]) -> list[Node]:
    """The places to draw: ends of routes, and what has coordinates. What lies inside another and is on no route stands
    below that one's name, so the map stays as small as its routes allow."""
    by_id = {place.id: place for place in places}
    ends = {end for place in places for end in joined(place)}
    drawn = [place for place in places if not place.joins and (place.schematic or place.id in ends)]
    own = {place.id for place in drawn}
    own = {place.id for place in drawn if place.id in ends or not _up_to(place, own, by_id)}
    inside: dict[str, list[tuple[Place, ...]]] = {}
    nodes = []
    for place in drawn:
        chain = _up_to(place, own, by_id)
        if chain and place.id not in ends:
            inside.setdefault(chain[0].id, []).append(tuple(chain[1:]))
        else:
            nodes.append(place)
    return [Node(place, _longest(inside.get(place.id, ()))) for place in nodes]


def _longest(lines: Sequence[tuple[Place, ...]]) -> tuple[tuple[Place, ...], ...]:
    """The lines without those that only begin another: what has something in it is named there."""
    return tuple(line for line in lines if not any(len(other) > len(line) == _shared(line, other) for other in lines))


def _shared(line: Sequence[Place], other: Sequence[Place]) -> int:
    return next((at for at, (one, two) in enumerate(zip(line, other, strict=False)) if one is not two), len(line))


def _up_to(place: Place, drawn: set[str], by_id: dict[str, Place]) -> list[Place]:
    """From the nearest place drawn that holds this one, down to it; empty where none does."""
    chain = [place]
    while chain[0].part_of and len(chain) <= len(by_id):
        outer = by_id.get(chain[0].part_of)
        if outer is None:
            return []
        chain.insert(0, outer)
        if outer.id in drawn:
            return chain
    return []


def placed(places: Sequence[Place], width: int, lane: int) -> list[Node]:
    """The nodes at their cells. `lane`: free rows between bands, for routes."""
    nodes = nodes_of(places)
    routes = [place for place in places if place.joins]
    out: list[Node] = []
    y = 1
    for band in _bands(nodes):
        for row in _rows(_by_longitude(band, nodes, width), routes, width):
            out += [node._replace(y=y) for node in row]
            within = {node.place.id for node in row}
            worded = any(status_words(route) for route in routes if len(within & set(joined(route))) > 1)
            y += max(1 + worded, *(node.height for node in row)) + lane
    return out


def _bands(nodes: Sequence[Node]) -> list[list[Node]]:
    """From north to south; what has no coordinates comes last."""
    known = sorted((node for node in nodes if node.place.schematic), key=lambda node: -_latitude(node))
    bands: list[list[Node]] = []
    step = (_latitude(known[0]) - _latitude(known[-1])) / BANDS if known else 0
    for node in known:
        if bands and _latitude(bands[-1][-1]) - _latitude(node) <= step:
            bands[-1].append(node)
        else:
            bands.append([node])
    unknown = [node for node in nodes if not node.place.schematic]
    return [*bands, unknown] if unknown else bands


def _latitude(node: Node) -> float:
    return node.place.schematic.lat if node.place.schematic else 0.0


def _by_longitude(band: Sequence[Node], nodes: Sequence[Node], width: int) -> list[Node]:
    """The band from west to east, each node where its longitude puts it between the edges."""
    known = [node.place.schematic.lon for node in nodes if node.place.schematic]
    west, east = (min(known), max(known)) if known else (0.0, 0.0)
    out = []
    for index, node in enumerate(band):
        lon = node.place.schematic.lon if node.place.schematic else west + (east - west) * index / len(band)
        share = (lon - west) / (east - west) if east > west else 0.0
        out.append(node._replace(x=round(share * max(width - node.width, 0))))
    return sorted(out, key=lambda node: node.x)


def _rows(band: Sequence[Node], routes: Sequence[Place], width: int) -> list[list[Node]]:
    """The band in as many rows as it takes; what does not fit beside the others moves down."""
    rows: list[list[Node]] = []
    for node in band:
        if rows and _needed([*rows[-1], node], routes) <= width:
            rows[-1].append(node)
        else:
            rows.append([node])
    return [_apart(row, routes, width) for row in rows]


def _needed(row: Sequence[Node], routes: Sequence[Place]) -> int:
    gaps = sum(_gap(one, other, routes) for one, other in pairwise(row))
    return gaps + sum(node.width for node in row)


def _gap(one: Node, other: Node, routes: Sequence[Place]) -> int:
    between = [route for route in routes if {one.place.id, other.place.id} <= set(joined(route))]
    return max((cell_width(route.title) + 8 for route in between), default=GAP)


def _apart(row: Sequence[Node], routes: Sequence[Place], width: int) -> list[Node]:
    """The row with no two nodes closer than their gap: moved right from the left edge, then left from the right one."""
    out = list(row)
    for index in range(1, len(out)):
        least = out[index - 1].x + out[index - 1].width + _gap(out[index - 1], out[index], routes)
        out[index] = out[index]._replace(x=max(out[index].x, least))
    limit = width
    for index in reversed(range(len(out))):
        out[index] = out[index]._replace(x=max(min(out[index].x, limit - out[index].width), 0))
        if index:
            limit = out[index].x - _gap(out[index - 1], out[index], routes)
    return out
