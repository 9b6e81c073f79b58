"""The map as rows: names first, then each route as a line round them with its name and status words on it."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from caucasus_tui.dossier.model.frame_words import RouteLine
from caucasus_tui.dossier.model.records import Place
from caucasus_tui.page.map.canvas import Canvas
from caucasus_tui.page.map.layout import INSIDE, Node, joined, placed
from caucasus_tui.page.map.roads import Ground, Square, road
from caucasus_tui.page.map.status import line_of, status_words
from caucasus_tui.page.rows import Row, Span, cell_width, fitted

LEAST_WIDTH = 70
"""Cells. On less, names and lines leave each other no room; the list says the same."""
MOST_WIDTH = 110
LANE = 1
ROLES: dict[RouteLine, str] = {"open": "status", "planned": "dim", "blocked": "warn", "not-stated": "absent"}
STROKES: dict[RouteLine, tuple[str, str]] = {
    "open": ("─", "│"),
    "planned": ("╌", "╎"),
    "blocked": ("─", "│"),
    "not-stated": ("┈", "┊"),
}
CORNERS = {"rd": "┌", "ld": "┐", "ru": "└", "lu": "┘"}
BLOCKED = "×"
States = tuple[tuple[str, RouteLine], ...]


@lru_cache(maxsize=16)  # a page is built anew for each key that changes it; the map changes with the width alone
def map_rows(places: tuple[Place, ...], width: int, states: States = ()) -> tuple[Row, ...]:
    """The map in at most `width` cells; empty where there is nothing to draw, or too little room. `states` of routes
    that are the dossier's own."""
    nodes = placed(places, min(width, MOST_WIDTH), LANE)
    if not nodes or width < LEAST_WIDTH or max(node.x + node.width for node in nodes) > width:
        return ()
    drawing = _Map(nodes, width, states)
    rows = drawing.drawn([place for place in places if place.joins])
    for route in drawing.unnamed:
        words = ", ".join(status_words(route))
        left = (Span("no room here for ", "dim"), Span(route.title, "text", route.ref), Span(f"  {words}", "dim"))
        rows.append(Row(fitted(left, width)))
    return tuple(rows)


class _Map:
    """One drawing, while it is made."""

    def __init__(self, nodes: Sequence[Node], width: int, states: States) -> None:
        self._states = dict(states)
        self.nodes = {node.place.id: node for node in nodes}
        height = max(node.y + node.height for node in nodes) + 2
        self.canvas = Canvas(width, height)
        self.ground = Ground(width, height, set(), {})
        self.unnamed: list[Place] = []
        for node in nodes:
            for offset, line in enumerate(node.lines):
                x = node.x
                for index, place in enumerate(line):
                    x = self.canvas.write(x, node.y + offset, Span(INSIDE if index else "", "dim"))
                    x = self.canvas.write(
                        x, node.y + offset, Span(place.title, "dim" if offset else "strong", place.ref)
                    )
                self._take(node.x, node.y + offset, node.widths[offset], 1)

    def drawn(self, routes: Sequence[Place]) -> list[Row]:
        # Neighbours first: their line is the straight one between them, and nobody else's.
        for route in sorted(routes, key=self._reach):
            if not self._route(route):
                self.unnamed.append(route)
        return self.canvas.rows()

    def _reach(self, route: Place) -> int:
        ends = [self.nodes[end] for end in joined(route) if end in self.nodes]
        return sum(abs(one.x - two.x) + 9 * abs(one.y - two.y) for one, two in pairwise(ends))

    def _route(self, route: Place) -> bool:
        """Draw a route and write its name on it; False where there is no way, or no room for the name."""
        ends = [self.nodes[end] for end in joined(route) if end in self.nodes]
        if len(ends) < len(joined(route)):
            return False
        roads = []
        for one, two in pairwise(ends):
            found = road(self.ground, one, two)
            if not found:
                return False
            roads.append(found)
            self._stroke(found, one, two, line_of(route, self._states))
        return self._label(route, [cell for found in roads for cell in found])

    def _stroke(self, cells: Sequence[Square], one: Node, two: Node, line: RouteLine) -> None:
        ends = (_behind(cells[0], one), *cells, _behind(cells[-1], two))
        for before, cell, after in zip(ends, ends[1:], ends[2:], strict=False):
            sides = _side(cell, before) + _side(cell, after)
            across, down = STROKES[line]
            if set(sides) <= {"l", "r"}:
                glyph, runs = across, "-"
            elif set(sides) <= {"u", "d"}:
                glyph, runs = down, "|"
            else:
                glyph, runs = next(mark for key, mark in CORNERS.items() if set(key) == set(sides)), "+"
            glyph, runs = ("┼", "+") if cell in self.ground.lines else (glyph, runs)
            self.canvas.write(cell.x, cell.y, Span(glyph, ROLES[line]))
            self.ground.lines[cell] = runs

    def _label(self, route: Place, cells: Sequence[Square]) -> bool:
        """Name and status words on the longest level part of the line, the words on it or next to it; else beside an
        upright part. False where there is no room."""
        words = status_words(route)
        joined_words = ", ".join(words)
        whole = f"{route.title}: {joined_words}" if words else route.title
        run = _longest_run([cell for cell in cells if self.ground.lines[cell] == "-"])
        for text, others in ((whole, []), (route.title, [joined_words]), (route.title, words)):
            if self._on_line(route, run, text, others):
                return True
        return self._beside(route, cells, [whole]) or self._beside(route, cells, [route.title, *words])

    def _on_line(self, route: Place, run: Sequence[Square], text: str, others: Sequence[str]) -> bool:
        """A text on a level line, with others in the rows below or above it."""
        line = line_of(route, self._states)
        room = cell_width(text) + 4
        if len(run) < room:
            return False
        x, y = run[(len(run) - room) // 2]
        for top in (y + 1, y - len(others)):
            spots = [
                (x + 2 + (cell_width(text) - cell_width(word)) // 2, top + row, word) for row, word in enumerate(others)
            ]
            if all(self._is_free(*spot) for spot in spots):
                end = BLOCKED if line == "blocked" else STROKES[line][0]
                after = self.canvas.write(x, y, Span(f"{end} ", ROLES[line]))
                after = self.canvas.write(after, y, Span(text, ROLES[line], route.ref))
                self.canvas.write(after, y, Span(f" {end}", ROLES[line]))
                self._take(x, y, room, 1)
                self._words(spots, line)
                return True
        return False

    def _beside(self, route: Place, cells: Sequence[Square], lines: Sequence[str]) -> bool:
        """Beside an upright part, wherever there is room for all of it."""
        wide = max(map(cell_width, lines))
        for cell in cells:
            for x in (cell.x + 2, cell.x - 1 - wide):
                spots = [(x, cell.y + offset, text) for offset, text in enumerate(lines)]
                if all(self._is_free(*spot) for spot in spots):
                    self.canvas.write(x, cell.y, Span(lines[0], ROLES[line_of(route, self._states)], route.ref))
                    if line_of(route, self._states) == "blocked":
                        self.canvas.write(cell.x, cell.y, Span(BLOCKED, ROLES["blocked"]))
                    self._take(x, cell.y, cell_width(lines[0]), 1)
                    self._words(spots[1:], line_of(route, self._states))
                    return True
        return False

    def _words(self, spots: Sequence[tuple[int, int, str]], line: RouteLine) -> None:
        for x, y, text in spots:
            self.canvas.write(x, y, Span(text, ROLES[line]))
            self._take(x, y, cell_width(text), 1)

    def _is_free(self, x: int, y: int, text: str) -> bool:
        cells = [Square(column, y) for column in range(x - 1, x + cell_width(text) + 1)]
        inside = x >= 0 <= y and x + cell_width(text) <= self.ground.width and y < self.ground.height
        return inside and not any(cell in self.ground.taken or cell in self.ground.lines for cell in cells)

    def _take(self, x: int, y: int, width: int, height: int) -> None:
        """No line may come closer than a cell to a name."""
        self.ground.taken.update(Square(c, r) for c in range(x - 1, x + width + 1) for r in range(y, y + height))


def _behind(cell: Square, node: Node) -> Square:
    """The cell of a node that a line touches with its last cell."""
    if cell.y < node.y:
        return Square(cell.x, cell.y + 1)
    if cell.y >= node.y + node.height:
        return Square(cell.x, cell.y - 1)
    return Square(cell.x + (1 if cell.x < node.x else -1), cell.y)


def _side(cell: Square, other: Square) -> str:
    """On which side of a cell another one lies."""
    if other.x != cell.x:
        return "r" if other.x > cell.x else "l"
    return "d" if other.y > cell.y else "u"


def _longest_run(cells: Sequence[Square]) -> list[Square]:
    """The longest part on one row, from left to right."""
    runs: list[list[Square]] = []
    for cell in sorted(set(cells), key=lambda cell: (cell.y, cell.x)):
        if runs and runs[-1][-1].y == cell.y and runs[-1][-1].x + 1 == cell.x:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return max(runs, key=len, default=[])
