"""What of a line lies in the window (Liang and Barsky, 1984)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from caucasus_tui.dossier.model.outline import Spot
from caucasus_tui.page.map.projection import Dot, View, eastward

EDGE = 0.001
"""Dots. The window ends this much before the dot that is no more in it."""


def clipped(one: Dot, two: Dot, width: float, height: float) -> tuple[Dot, Dot] | None:
    """The part of a stretch within 0 to `width` and 0 to `height`, or None."""
    dx, dy = two.x - one.x, two.y - one.y
    enters, leaves = 0.0, 1.0
    for towards, room in ((-dx, one.x), (dx, width - one.x), (-dy, one.y), (dy, height - one.y)):
        if towards == 0:
            if room < 0:
                return None
        elif towards < 0:
            enters = max(enters, room / towards)
        else:
            leaves = min(leaves, room / towards)
    if enters > leaves:
        return None
    start = one if enters == 0 else Dot(one.x + enters * dx, one.y + enters * dy)
    return start, two if leaves == 1 else Dot(one.x + leaves * dx, one.y + leaves * dy)


def visible(line: Sequence[Spot], view: View) -> Iterator[tuple[Dot, ...]]:
    """The parts of a line that the window shows, each of two dots or more. What would run round the back of the globe
    is no part."""
    part: list[Dot] = []
    located = [(eastward(spot.lon, view.meridian), view.at(spot)) for spot in line]
    for (lon, one), (next_lon, two) in pairwise(located):
        found = clipped(one, two, view.width - EDGE, view.height - EDGE) if abs(next_lon - lon) <= 180 else None
        if found is None or part[-1:] != [found[0]]:
            if len(part) > 1:
                yield tuple(part)
            part = [found[0]] if found else []
        if found and found[1] != part[-1]:
            part.append(found[1])
    if len(part) > 1:
        yield tuple(part)
