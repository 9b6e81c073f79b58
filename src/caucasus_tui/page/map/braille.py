"""Lines in braille dots: two across and four down in a cell, so a terminal draws eight times finer than it writes."""

import math
from collections.abc import Sequence
from itertools import pairwise

from caucasus_tui.page.map.projection import Dot

_FIRST = 0x2800
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""By row and column: the dots are numbered down the left, down the right, and then the lowest two."""


def inked(parts: Sequence[Sequence[Dot]]) -> dict[tuple[int, int], str]:
    """From each cell that a line passes, column and row, to its character. No dot may be negative."""
    masks: dict[tuple[int, int], int] = {}
    for part in parts:
        for one, two in pairwise(part):
            steps = max(math.ceil(max(abs(two.x - one.x), abs(two.y - one.y))), 1)
            for step in range(steps + 1):
                x = int(one.x + (two.x - one.x) * step / steps)
                y = int(one.y + (two.y - one.y) * step / steps)
                masks[x // 2, y // 4] = masks.get((x // 2, y // 4), 0) | _BITS[y % 4][x % 2]
    return {cell: chr(_FIRST + mask) for cell, mask in masks.items()}
