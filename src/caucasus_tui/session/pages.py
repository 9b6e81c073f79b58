"""The pages of a dossier as a session has looked at them last: coming back to one costs nothing."""

from collections import deque
from collections.abc import Callable, Collection

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
        self._ready: Pages | None = None
        self._beside: Pages | None = None

    def page(self, dossier: Dossier, address: str, lens: Lens) -> Page:
        """The page at an address."""
        if self._of is not dossier:
            self._of = dossier
            self._kept.clear()
        kept = [*self._kept]
        for made in (self._beside, self._ready):
            if made and made._of is dossier:
                kept += made._kept
        for at, seen_by, page in kept:  # not by a key: a lens holds texts, which have no hash
            if at == address and seen_by == lens:
                return page
        page = page_at(dossier, address, lens)
        self._kept.append((address, lens, page))
        return page

    def page_beside(self, dossier: Dossier, address: str, lens: Lens) -> Page:
        """The same, made beside the screen, which finds it there."""
        made = Pages()
        page = made.page(dossier, address, lens)
        self._beside = made
        return page

    def make_ready(self, addresses: Collection[str], dossier: Dossier, look: Callable[[Lens], Lens]) -> None:
        """Make those kept at some addresses, and the one made last, of another dossier or as another lens shows
        them."""
        kept = tuple(self._kept)
        newest = {(at, lens.width): lens for at, lens, _ in kept if at in addresses or kept[-1][0] == at}
        made = Pages()
        for (address, _), lens in newest.items():
            made.page(dossier, address, look(lens))
        self._ready = made
