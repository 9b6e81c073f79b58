"""Where the reader is and how they got there: one step forward for each move, exactly one step back for each `esc`."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from caucasus_tui.dossier.addresses import PLACES, PaneAt, SearchAt, parse
from caucasus_tui.page.lens import Facet
from caucasus_tui.page.rows.cursor import CursorPosition


class HitAt(NamedTuple):
    """A hit of a search, by its number among all that are listed, from 1."""

    query: str
    number: int


class Look(NamedTuple):
    """What alone is shown on every screen: one type of statement, and one source or actor, by its address."""

    facet: Facet | None = None
    held: str = ""


class Visit(NamedTuple):
    """A page being looked at. `subject`: what the cursor is to be on; `left_at`: where it was when the reader went on;
    `pick`: the pane's own narrowing; `hit`: the one that stands there, where a search led to it; `look`: in a list of
    places how it was looked at, if not as a whole."""

    address: str
    subject: str = ""
    zoomed: bool = False
    pick: str = ""
    left_at: CursorPosition | None = None
    hit: HitAt | None = None
    look: Look | None = None

    @property
    def query(self) -> str:
        """What is searched for, where that is listed which was found; else empty."""
        place = parse(self.address)
        return place.name if isinstance(place, SearchAt) else ""

    @property
    def pane(self) -> str:
        """The pane's name, or empty on any other page."""
        place = parse(self.address)
        return place.name if isinstance(place, PaneAt) else ""


class History:
    """A stack of visits that is never empty; above it those that were left by going back, until a step leads elsewhere.
    Beside it every place, once, as it was last seen."""

    LONGEST = 500

    def __init__(self, start: Visit, look: Callable[[], Look | None] = lambda: None) -> None:
        """`look`: how all is looked at now, if not as a whole."""
        self._visits = [start]
        self._look = look
        self._newer: list[Visit] = []
        self._places: dict[str, Visit] = {}
        self._note()

    @property
    def current(self) -> Visit:
        return self._visits[-1]

    @property
    def at_start(self) -> bool:
        return len(self._visits) == 1

    @property
    def places(self) -> Iterable[Visit]:
        """Each place that the reader has been to, the last first, but for the list of them."""
        return (visit for visit in reversed(self._places.values()) if visit.address != str(PLACES))

    def last_at(self, address: str) -> Visit:
        """A place as the reader left it, but whole; one where they have not been, as it opens."""
        seen = self._places.get(address, Visit(address))
        return Visit(address, seen.subject, left_at=seen.left_at)

    def remember(self, subject: str, position: CursorPosition | None = None) -> None:
        """Note what the cursor is on and where that is, for coming back to."""
        self._visits[-1] = self.current._replace(subject=subject, left_at=position)
        self._note()

    def go(self, visit: Visit) -> bool:
        """One step forward; False where that is the place already."""
        here = self.current
        if visit._replace(subject=visit.subject or here.subject, left_at=here.left_at) == here:
            return False
        self._visits = [*self._visits[-self.LONGEST :], visit]
        self._newer = []
        self._note()
        return True

    def back(self) -> bool:
        """One step back; False at the start."""
        if len(self._visits) == 1:
            return False
        self._newer.append(self._visits.pop())
        self._note()
        return True

    def forward(self) -> bool:
        """To the place that was left by going back; False where there is none."""
        if not self._newer:
            return False
        self._visits.append(self._newer.pop())
        self._note()
        return True

    def _note(self) -> None:
        """The current place is the one last seen."""
        here = self.current
        self._places.pop(here.address, None)
        self._places[here.address] = here._replace(look=self._look())
        if len(self._places) > self.LONGEST:
            del self._places[next(iter(self._places))]
