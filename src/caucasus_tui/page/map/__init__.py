"""A schematic map in text: places as names, routes as lines with their status in words. Drawn from the data alone.

Coordinates say only what lies above, below or beside what. Nothing is to scale, and a line is no course: it shows that
two places are joined, and goes round every name on its way.
"""

from caucasus_tui.page.map.draw import LEAST_WIDTH, map_rows
from caucasus_tui.page.map.status import status_words

__all__ = ["LEAST_WIDTH", "map_rows", "status_words"]
