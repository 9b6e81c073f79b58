"""Where the reader is and how they got there: one step forward for each move, exactly one step back for each `esc`."""

from typing import NamedTuple


class Visit(NamedTuple):
    """A page being looked at. `subject`: what the cursor was on, `top`: the first row on screen, when the reader went
    on; `pick`: the pane's own narrowing."""

    address: str
    subject: str = ""
    zoomed: bool = False
    pick: str = ""
    top: int = 0

    @property
    def pane(self) -> str:
        """The pane's name, or empty on any other page."""
        return self.address.removeprefix("pane:") if self.address.startswith("pane:") else ""


class History:
    """A stack of visits that is never empty."""

    LONGEST = 500

    def __init__(self, start: Visit) -> None:
        self._visits = [start]

    @property
    def current(self) -> Visit:
        return self._visits[-1]

    def remember(self, subject: str, top: int = 0) -> None:
        """Note what the cursor is on and how far down that is, for coming back to."""
        self._visits[-1] = self.current._replace(subject=subject, top=top)

    def go(self, visit: Visit) -> bool:
        """One step forward; False where that is the place already."""
        here = self.current
        if visit._replace(subject=visit.subject or here.subject, top=here.top) == here:
            return False
        self._visits = [*self._visits[-self.LONGEST :], visit]
        return True

    def back(self) -> bool:
        """One step back; False at the start."""
        if len(self._visits) == 1:
            return False
        self._visits.pop()
        return True
