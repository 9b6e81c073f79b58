"""The pages of a dossier as a session has looked at them last: coming back to one costs nothing."""

from collections import deque

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page
from caucasus_tui.panes.router import page_at

KEPT = 24
"""Pages: four panes and a detail for each of a few steps."""


class Pages:
    """The maker of pages, who keeps those last made. A page depends on the dossier, its address and the lens alone."""

    def __init__(self) -> None:
        self._of: Dossier | None = None
        self._kept: deque[tuple[str, Lens, Page]] = deque(maxlen=KEPT)

    def page(self, dossier: Dossier, address: str, lens: Lens) -> Page:
        """The page at an address."""
        if self._of is not dossier:
            self._of = dossier
            self._kept.clear()
        # Not by a key: a lens holds texts, which have no hash.
        for kept in self._kept:
            if kept[0] == address and kept[1] == lens:
                return kept[2]
        self._kept.append((address, lens, page := page_at(dossier, address, lens)))
        return page
