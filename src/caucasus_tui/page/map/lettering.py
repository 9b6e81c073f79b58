"""Labels on a map: none over another, each near what it names. Greedy, in the order they come, so the most important
first; of the places for one, that which is nearest and covers the fewest lines. What finds no room becomes a number."""

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from caucasus_tui.page.rows.widths import cell_width

OFF, COVERED = 3, 2
"""What a row up or down costs beside a cell to a side, and a covered cell of a line."""


class Label(NamedTuple):
    """`texts`: what to write, in the order of preference; `x`, `y`: the cell it belongs to; `mark`: the one character
    that stands there, else the text itself may, and `reach` cells to a side and up or down from there; `held`: cells of
    the name, beginning there, that it touches, and -1 or 1 where it had better not reach `towards` the left or the
    right; `optional`: of which nobody has to know that it found no room."""

    texts: tuple[str, ...]
    role: str
    subject: str
    x: int
    y: int
    mark: str = ""
    reach: tuple[int, int] = (0, 0)
    held: int = 0
    towards: int = 0
    optional: bool = False


class Placed(NamedTuple):
    """A label with the text that found room, and its first cell."""

    label: Label
    text: str
    x: int
    y: int


class Sheet:
    """`width` × `height` cells; `ink`: those that a line passes. `numbered`: labels that are a number here, in order;
    `left_out`: those for which there was no room even so."""

    def __init__(self, width: int, height: int, ink: Container[tuple[int, int]]) -> None:
        self.width, self.height = width, height
        self.placed: list[Placed] = []
        self.numbered: list[Label] = []
        self.left_out: list[Label] = []
        self._ink = ink
        self._taken: set[tuple[int, int]] = set()
        self._marks: dict[tuple[int, int], Label] = {}

    def reserve(self, labels: Iterable[Label]) -> None:
        """Keep the cell of each mark free of the words of others; of two in one cell the first has it."""
        for label in labels:
            if label.mark:
                self._marks.setdefault((label.x, label.y), label)
        self._taken.update(self._marks)

    def _may_stand(self, label: Label) -> bool:
        if self._marks.get((label.x, label.y)) == label:
            return True
        near = (-1, 0, 1) if label.optional else (0,)
        return not any((label.x + dx, label.y) in self._taken for dx in near)

    def place(self, label: Label) -> Placed | None:
        """The label on the sheet, in words, else as a number; None where neither finds room."""
        if label.mark and not self._may_stand(label):
            self.leave_out(label)
            return None
        number = () if label.optional else (str(len(self.numbered) + 1),)
        for text in (*label.texts, *number):
            if spot := self._spot(label, text):
                found = Placed(label, text, *spot)
                self.placed.append(found)
                self._taken.update((found.x + at, found.y) for at in range(cell_width(text)))
                if label.mark:
                    self._marks.setdefault((label.x, label.y), label)
                    self._taken.add((label.x, label.y))
                if text in number:
                    self.numbered.append(label)
                return found
        self.leave_out(label)
        return None

    def leave_out(self, label: Label) -> None:
        """Say that there is no room for a label."""
        if not label.optional:
            self.left_out.append(label)

    def _spot(self, label: Label, text: str) -> tuple[int, int] | None:
        width = cell_width(text)
        spots = (_beside if label.mark else _touching if label.held else _about)(label, width)
        best: tuple[int, int, int] | None = None
        for cost, x, y in sorted(spots):
            if best and cost >= best[0]:
                break
            if self._is_free(x, y, width) and not self._is_at_another(label, x, y, width):
                covered = sum((at, y) in self._ink for at in range(x - 1, x + width + 1))
                found = (cost + COVERED * covered, x, y)
                best = min(best or found, found)
        return best[1:] if best else None

    def _is_free(self, x: int, y: int, width: int) -> bool:
        inside = x >= 0 and x + width <= self.width and 0 <= y < self.height
        return inside and not any((at, y) in self._taken for at in range(x - 1, x + width + 1))

    def _is_at_another(self, label: Label, x: int, y: int, width: int) -> bool:
        """Whether it would be taken for the name of another's mark: next to one, or right above or below it."""
        own = label.x - x if label.mark and y == label.y else 0
        left, right = (x - 3, x - 2) if own >= 0 else (), (x + width + 1, x + width + 2) if own <= 0 else ()
        near = {(at, y) for at in (*left, *right)}
        if label.mark and y != label.y:
            near |= {(at, row) for at in range(x - 1, x + width + 1) for row in (y - 1, y + 1)}
        return any(self._marks.get(cell, label) != label for cell in near)


def _beside(label: Label, width: int) -> Iterator[tuple[int, int, int]]:
    """Cost and cell of the eight places round a mark."""
    x, y = label.x, label.y
    right, left, centred = x + 2, x - 1 - width, x - width // 2
    spots = ((right, y), (left, y), (x + 1, y - 1), (x + 1, y + 1), (x - width, y - 1), (x - width, y + 1))
    for number, (column, row) in enumerate((*spots, (centred, y - 1), (centred, y + 1))):
        yield COVERED * number, column, row


def _about(label: Label, width: int) -> Iterator[tuple[int, int, int]]:
    """The same of all places within reach."""
    across, down = label.reach
    for dy in range(-down, down + 1):
        for dx in range(-across, across + 1):
            yield abs(dx) + OFF * abs(dy), label.x - width // 2 + dx, label.y + dy


def _touching(label: Label, width: int) -> Iterator[tuple[int, int, int]]:
    """The same of those below and above a name, as many rows as it reaches, and at its two ends."""
    centred = label.x + (label.held - width) // 2
    for x in range(label.x - width + 1, label.x + label.held):
        beyond = {1: x + width - label.x - label.held, -1: label.x - x}.get(label.towards, 0)
        cost = abs(x - centred) + 2 * max(beyond, 0)
        for dy in range(1, label.reach[1] + 1):
            yield cost + OFF * (dy - 1), x, label.y + dy
            yield cost + OFF * (dy - 1) + 1, x, label.y - dy
    if label.towards != 1:
        yield OFF, label.x + label.held + 1, label.y
    if label.towards != -1:
        yield 2 * OFF, label.x - width - 1, label.y
