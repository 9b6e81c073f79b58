"""The way of a line over the map: few turns, short, round every name, across other lines only at right angles.

Dijkstra's shortest paths (1959) over cells and the direction in which each is entered; a map has some two thousand.
"""

import heapq
from collections.abc import Iterable
from typing import NamedTuple

from caucasus_tui.page.map.layout import Node


class Square(NamedTuple):
    """A cell of the map; from the left, from the top, from 0."""

    x: int
    y: int


Step = tuple[int, int]
State = tuple[Square, Step]
"""A cell, and the direction in which it was entered."""

STEPS: tuple[Step, ...] = ((1, 0), (-1, 0), (0, 1), (0, -1))
ACROSS, DOWN, TURN, CROSSING, BESIDE = 1, 2, 8, 60, 3
"""What a step costs. Down costs more than across, as cells are taller than wide."""


DOORS = 8
"""How far along a name, in cells, a line may leave it up or down."""


class Ground(NamedTuple):
    """What a new line must respect: cells taken by names, and lines drawn before, with the way they run there
    (`-`, `|`, or anything else for a corner)."""

    width: int
    height: int
    taken: set[Square]
    lines: dict[Square, str]


def doors(node: Node) -> dict[Square, Step]:
    """The cells from which a line may leave a node, and in which direction."""
    x, y = node.x, node.y
    first, last = node.widths[0], node.widths[-1]
    found: dict[Square, Step] = {Square(x - 2, y): (-1, 0), Square(x + first + 1, y): (1, 0)}
    found |= {Square(column, y - 1): (0, -1) for column in range(x + 1, x + max(min(first - 1, DOORS), 2))}
    return found | {
        Square(column, y + node.height): (0, 1) for column in range(x + 1, x + max(min(last - 1, DOORS), 2))
    }


def road(ground: Ground, start: Node, end: Node) -> list[Square]:
    """The cells of a line between two nodes, from the one to the other; empty where there is no way."""
    goals = {(cell, (-step[0], -step[1])) for cell, step in doors(end).items() if _free(ground, cell)}
    came: dict[State, State | None] = {}
    heap: list[tuple[int, State, State | None]] = [
        (0, (cell, step), None)
        for cell, step in doors(start).items()
        if _free(ground, cell) and cell not in ground.lines
    ]
    heapq.heapify(heap)
    while heap:
        cost, state, before = heapq.heappop(heap)
        if state in came:
            continue
        came[state] = before
        if state in goals:
            return _back(came, state)
        for following in _onward(ground, state):
            if following not in came:
                heapq.heappush(heap, (cost + _price(ground, following, state[1]), following, state))
    return []


def _back(came: dict[State, State | None], state: State) -> list[Square]:
    """The cells of a way, from its beginning."""
    cells = [state[0]]
    before = came[state]
    while before:
        cells.append(before[0])
        before = came[before]
    return cells[::-1]


def _onward(ground: Ground, state: State) -> Iterable[State]:
    cell, step = state
    for turned in STEPS if cell not in ground.lines else (step,):
        following = Square(cell.x + turned[0], cell.y + turned[1])
        back = turned == (-step[0], -step[1])
        if not back and _free(ground, following) and _crossable(ground, following, turned):
            yield following, turned


def _free(ground: Ground, cell: Square) -> bool:
    return 0 <= cell.x < ground.width and 0 <= cell.y < ground.height and cell not in ground.taken


def _crossable(ground: Ground, cell: Square, step: Step) -> bool:
    runs = ground.lines.get(cell)
    return runs is None or (runs == "|" if step[0] else runs == "-")


def _price(ground: Ground, state: State, step: Step) -> int:
    cell, turned = state
    price = (ACROSS if turned[0] else DOWN) + TURN * (turned != step) + CROSSING * (cell in ground.lines)
    beside = ((0, 1), (0, -1)) if turned[0] else ((1, 0), (-1, 0), (2, 0), (-2, 0))
    return price + BESIDE * any(Square(cell.x + dx, cell.y + dy) in ground.lines for dx, dy in beside)
