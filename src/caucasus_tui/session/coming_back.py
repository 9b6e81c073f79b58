"""Coming back: to where a reader was, today or the last time."""

from typing import TYPE_CHECKING

from caucasus_tui.dossier.addresses import COLLECTED, PLACES, PaneAt, parse
from caucasus_tui.dossier.addresses.places import exists
from caucasus_tui.dossier.model import Dossier
from caucasus_tui.dossier.text import counted
from caucasus_tui.panes import PANES
from caucasus_tui.session.history import Visit

if TYPE_CHECKING:
    from caucasus_tui.session.session import Session

FIRST = Visit(str(PaneAt(PANES[0])))
"""The first pane, where a session begins and every way back ends."""


def older(session: "Session") -> bool:
    """One step back; from the first place to where the reader was last time. False where that is not known."""
    last = offered(session)
    return session.go(last) if last else session.history.back()


def place(session: "Session", address: str) -> Visit:
    """Where a line leads: in the list of places to one as it was left, else to what stands there."""
    if parse(session.visit.address) != PLACES:
        return Visit(address)
    known = (*session.history.places, *session.own.memory.last.places)
    return next((visit for visit in known if visit.address == address), Visit(address))


def offered(session: "Session") -> Visit | None:
    """Where the reader was last time, while this time has just begun; nothing where that is no more."""
    memory = session.own.recalled
    if not session.history.at_start or memory is None:
        return None
    known = (visit for visit in memory.last.places if visit.address != FIRST.address)
    last = next((visit for visit in known if not is_off(session.dossier, session.seen, visit.address)), None)
    return last if last and (parse(last.address) == COLLECTED or exists(session.seen, parse(last.address))) else None


def news(session: "Session") -> str:
    """How much of the dossier has changed since the last time, in words, while this time has just begun."""
    memory = session.own.recalled
    count = len(memory.changes) if memory and session.history.at_start else 0
    if not memory or not count:
        return ""
    since = "" if offered(session) else f" {memory.day}"
    return f"{counted(count, 'change')} since{since}"


def is_off(seed: Dossier, seen: Dossier, address: str) -> bool:
    """Whether what stands at an address is of the later layer, and that is off: then not even its address is told."""
    return (
        seed is seen
        and seed.since is not None
        and not exists(seed, parse(address))
        and exists(seed.whole, parse(address))
    )
