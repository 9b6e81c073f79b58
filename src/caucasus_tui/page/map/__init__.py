"""The map in text. To scale it is `scaled.py`; here it is schematic, drawn from the data alone: places as names, routes
as lines with their status in words.

Coordinates say only what lies above, below or beside what. Nothing is to scale, and a line is no course: it shows that
two places are joined, and goes round every name on its way.
"""

from caucasus_tui.page.map.draw import LEAST_WIDTH, map_rows
from caucasus_tui.page.map.status import status_words

__all__ = ["LEAST_WIDTH", "map_rows", "status_words"]
