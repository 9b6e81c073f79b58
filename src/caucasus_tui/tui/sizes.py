"""What fits on a screen of a given size, in cells, and how a screen is told."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

GRID = (100, 30)
"""From here on the four panes stand side by side."""
SLIM = 110
"""Below this the panes on the left are as wide as their dates and titles, not in proportion."""
BROAD = 160
"""From here on the detail stands on the right."""
TALL = 46
"""From this height on the detail below the panes has more lines."""
SHORT = (40, 16)
"""Below this only the list: at 40×12 it must still show a few lines."""
PICTURE = (60, 18)
"""From here on a map is drawn to scale."""
TINY = (20, 6)
"""Below this only a line that says so."""


def size_classes(width: int, height: int, *, ascii: bool = False) -> dict[str, bool]:
    """The style classes of the screen, and whether each holds; in `ascii` nothing is drawn in dots."""
    wide = width >= GRID[0] and height >= GRID[1]
    return {
        "-wide": wide,
        "-narrow": not wide,
        "-slim": wide and width < SLIM,
        "-broad": wide and width >= BROAD,
        "-tall": wide and width < BROAD and height >= TALL,
        "-short": width < SHORT[0] or height < SHORT[1],
        "-pictures": width >= PICTURE[0] and height >= PICTURE[1] and not ascii,
        "-tiny": width < TINY[0] or height < TINY[1],
    }


def classify(screen: "Screen[Any]", classes: Mapping[str, bool]) -> None:
    """Give a screen these classes and take the others; styles are looked up once, if at all."""
    before = screen.classes
    for name, holds in classes.items():
        screen.add_class(name, update=False) if holds else screen.remove_class(name, update=False)
    if screen.classes != before:
        screen.update_node_styles()
