"""Where a reader comes back to: the place before, one of a list, that of the last time."""

from datetime import date
from typing import TYPE_CHECKING

from caucasus_tui.dossier.addresses import COLLECTED, PLACES, PaneAt, parse
from caucasus_tui.dossier.addresses.places import exists
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.panes import PANES
from caucasus_tui.session.history import History, Visit

if TYPE_CHECKING:
    from caucasus_tui.session.last_time import Memory

FIRST = Visit(str(PaneAt(PANES[0])))
"""The first pane, where a session begins and every way back ends."""


class ComingBack:
    """That of a session."""

    dossier: Dossier
    _keeps: bool
    _history: History
    _memory: "Memory | None" = None
    compares = True
    """Whether what has changed since the last time can be told."""

    @property
    def today(self) -> date:
        """The day that it is."""
        raise NotImplementedError

    def go(self, visit: Visit) -> bool:
        """One step forward."""
        raise NotImplementedError

    @property
    def can_go_back(self) -> bool:
        return not self._history.at_start

    def back(self) -> bool:
        """One step back, to the cursor as it was left; False at the first place."""
        return self._history.back()

    def older(self) -> bool:
        """The same; from the first place to where the reader was last time. False where that is not known."""
        last = self.offered
        return self.go(last) if last else self.back()

    def forward(self) -> bool:
        """To the place that was left by going back; False where there is none."""
        return self._history.forward()

    def place(self, address: str) -> Visit:
        """Where a line leads: in the list of places to one as it was left, else to what stands there."""
        if parse(self._history.current.address) != PLACES:
            return Visit(address)
        known = (*self._history.places, *self.memory.last.places)
        return next((visit for visit in known if visit.address == address), Visit(address))

    @property
    def keeps(self) -> bool:
        """Whether anything of this time is there the next time."""
        return self._keeps

    @property
    def memory(self) -> "Memory":
        """What is known of the last time, once that has been recalled."""
        if self._memory is None:
            from caucasus_tui.session.last_time import Memory
            from caucasus_tui.state_files import state_file

            file = state_file(self.dossier.about.id, "places") if self._keeps else None
            self._memory = Memory(self.dossier, file, compares=self.compares)
        return self._memory

    @property
    def offered(self) -> Visit | None:
        """Where the reader was last time, while this time has just begun; nothing where that is no more."""
        if self.can_go_back or self._memory is None:
            return None
        before = (visit for visit in self.memory.last.places if visit.address != FIRST.address)
        last = next(before, None)
        return last if last and self.leads_somewhere(last.address) else None

    @property
    def news(self) -> str:
        """How much of the dossier has changed since the last time, in words, while this time has just begun."""
        count = 0 if self.can_go_back or self._memory is None else len(self._memory.changes)
        if not count:
            return ""
        since = "" if self.offered else f" {self.memory.day}"
        return f"{count} change{'s' * (count != 1)} since{since}"

    def leads_somewhere(self, address: str) -> bool:
        """Whether something of the dossier, of its later layer or of the reader's stands at an address."""
        place, dossier = parse(address), self.dossier
        here = place == COLLECTED or exists(dossier, place)
        return here or (dossier.since is not None and exists(dossier.whole, place))

    def leave(self) -> None:
        """Keep for the next time where the reader is, and what the dossier says."""
        places = [visit for visit in self._history.places if visit.address != str(PLACES)]
        self.memory.keep(self.dossier, places, self.today.isoformat())
