"""Where a spot on the globe lies on a map: equirectangular, true to scale along the map's middle latitude and along
every meridian. Distances are told in degrees of latitude, wherever they run."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from caucasus_tui.dossier.model.outline import Spot

KM_A_DEGREE = 111.2
MARGIN = 0.4
"""How far the map reaches beyond what it is about, as a part of that."""
LEAST_SPAN = 0.5
LEAST_SHRINK = 0.1
"""Near the poles no flat map is true; this one stays finite."""


class Dot(NamedTuple):
    """A point of the map in dots, from the left, from the top; four dots to the height of a cell, two to its width."""

    x: float
    y: float


class View(NamedTuple):
    """What a map shows. `meridian`: the longitude from which it reckons; `shrink`: of a degree of longitude, beside one
    of latitude; `left`, `top`: of its window; `step`: degrees a dot; `width`, `height`: in dots."""

    meridian: float
    shrink: float
    left: float
    top: float
    step: float
    width: int
    height: int

    def at(self, spot: Spot) -> Dot:
        """Where a spot lies, in dots from the upper left corner; beyond the edge as well."""
        x = eastward(spot.lon, self.meridian) * self.shrink
        return Dot((x - self.left) / self.step, (self.top - spot.lat) / self.step)

    def shows(self, dot: Dot) -> bool:
        return 0 <= dot.x < self.width and 0 <= dot.y < self.height


class _Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    def about(self, other: "_Box") -> "_Box":
        """The least box round both."""
        lows, highs = map(min, self[:2], other[:2]), map(max, self[2:], other[2:])
        return _Box(*lows, *highs)


def eastward(lon: float, meridian: float) -> float:
    """Degrees from a meridian to a longitude, -180 to 180: what lies beyond the antimeridian is near again."""
    return (lon - meridian + 180) % 360 - 180


def fitted(
    core: Sequence[Spot], ground: Sequence[Spot], width: int, height: int, near: Spot | None = None, times: float = 1
) -> View:
    """The view of at most `width` × `height` dots that shows `core`, one spot or more, with a margin as wide as the
    `ground` has it: what room is left shows more of that. With `near` only what lies round that, so many `times` as
    large."""
    meridian = _middle(core)
    box = _box([Spot(eastward(spot.lon, meridian), spot.lat) for spot in core])
    shrink = max(math.cos(math.radians((box.bottom + box.top) / 2)), LEAST_SHRINK)
    box = box._replace(left=box.left * shrink, right=box.right * shrink)
    margin = max(MARGIN * max(box.right - box.left, box.top - box.bottom), LEAST_SPAN)
    box = _Box(box.left - margin, box.bottom - margin, box.right + margin, box.top + margin)
    limit = box
    if near:
        x, y = eastward(near.lon, meridian) * shrink, near.lat
        across, up = (box.right - box.left) / 2 / times, (box.top - box.bottom) / 2 / times
        box = _Box(x - across, y - up, x + across, y + up)
        limit = limit.about(box)
    if ground:
        limit = limit.about(_box([Spot(eastward(spot.lon, meridian) * shrink, spot.lat) for spot in ground]))
    step = max((box.right - box.left) / width, (box.top - box.bottom) / height)
    left, right = _widened(box.left, box.right, limit.left, limit.right, step * width)
    bottom, top = _widened(box.bottom, box.top, limit.bottom, limit.top, step * height)
    dots = round((right - left) / step), round((top - bottom) / step)
    return View(meridian, shrink, left, top, step, min(max(dots[0], 1), width), min(max(dots[1], 1), height))


def _middle(core: Sequence[Spot]) -> float:
    """The longitude in the middle of some: opposite to the widest gap between them."""
    lons = sorted({spot.lon for spot in core})
    gaps = [(after - before, after) for before, after in pairwise([*lons, lons[0] + 360])]
    gap, after = max(gaps)
    return eastward(after + (360 - gap) / 2, 0)


def _box(spots: Sequence[Spot]) -> _Box:
    xs, ys = [spot.lon for spot in spots], [spot.lat for spot in spots]
    return _Box(min(xs), min(ys), max(xs), max(ys))


def _widened(low: float, high: float, least: float, most: float, wanted: float) -> tuple[float, float]:
    """A stretch grown on both sides alike to what is wanted, as far as there is ground on either."""
    wanted = min(wanted, most - least)
    start = (low + high - wanted) / 2
    start = min(max(start, least), most - wanted)
    return start, start + wanted
