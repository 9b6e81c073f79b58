"""What outlives a run, besides what was collected: where the reader was, and digests of what the dossier said then.

A file of the state directory for each dossier: a line for each, parted by tabs. Nothing of it is in the dossier, and it
may be thrown away. Where it cannot be kept nothing is said: it is a comfort.
"""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.text.clean import clean
from caucasus_tui.dossier.views.differences import GROUPS, Difference, Digests, changed_since, digests
from caucasus_tui.page.lens import FACETS
from caucasus_tui.session.history import Look, Visit
from caucasus_tui.state_files import keep, read

HEAD = "# Where you were last time, and digests of what the dossier said. Made by caucasus-tui; may be thrown away."
SPOILT = "What was kept of the last time cannot be read; it is made anew."
MOST_PLACES = 30
MOST_BYTES = 1 << 20
MOST_STATEMENTS = 5000
"""Of a larger dossier, which is not read whole, no digests are kept."""
_FORMS = {
    "left": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "place": re.compile(
        rf"[^\t]{{1,300}}\t[^\t]{{0,300}}\t(?:zoomed)?\t[^\t]{{0,300}}\t(?:{'|'.join(FACETS)})?\t[^\t]{{0,300}}"
    ),
    "said": re.compile(rf"(?:{'|'.join(GROUPS)})\t[^\t]{{1,300}}\t[0-9a-f]{{8}}"),
}


class LastTime(NamedTuple):
    """`day`: when it was, as `2026-11-26`; `places`: the last first; `said`: the digests; `fault`: why nothing is known
    of it."""

    day: str = ""
    places: tuple[Visit, ...] = ()
    said: Digests = {}  # noqa: RUF012 (never changed)
    fault: str = ""


class Memory:
    """What a session knows of the last one in the same dossier, and leaves to the next. `file`: None where nothing is
    kept. `last` and `changes` since then are there after `recall`, which takes its time, in any thread."""

    def __init__(self, dossier: Dossier, file: Path | None, *, compares: bool = True) -> None:
        """`compares`: the dossier says what its files say, not the same in other letters."""
        self._dossier, self._file, self._compares = dossier, file, compares
        self._said: Digests = {}
        self._recalled = file is None
        self.last = LastTime()
        self.changes: tuple[Difference, ...] = ()

    @property
    def day(self) -> str:
        """`26 Nov`: when the last time was; empty where there was none."""
        day = date.fromisoformat(self.last.day) if self.last.day else None
        return f"{day.day} {day:%b}" if day else ""

    def recall(self) -> None:
        """Read what was kept, and compare the dossier with it."""
        if self._file is None or self._recalled:
            return
        self.last, self._recalled = _read(self._file), True
        if not (self._compares and is_told(self._dossier)):
            return
        self._said = digests(self._dossier.whole)
        if self.last.said and self._said != self.last.said:
            self.changes = tuple(changed_since(self.last.said, self._dossier.whole, self._said))

    def keep(self, dossier: Dossier, places: Iterable[Visit], day: str) -> None:
        """For the next time: the last places, those given first, and what the dossier says now."""
        if self._file is None:
            return
        self.recall()
        said = self.last.said
        if self._compares and is_told(dossier):
            said = self._said if self._said and dossier is self._dossier else digests(dossier.whole)
        latest: dict[str, Visit] = {}
        for visit in (*places, *_read(self._file).places):  # as another program has left them meanwhile
            latest.setdefault(visit.address, visit)
        keep(self._file, as_text(LastTime(day, tuple(latest.values())[:MOST_PLACES], said)))


def is_told(dossier: Dossier) -> bool:
    """Whether digests are kept of a dossier."""
    return sum(dossier.relations.sizes.values()) <= MOST_STATEMENTS


def _read(file: Path) -> LastTime:
    """What was kept; of a file that says something else nothing but that it does."""
    try:
        content = read(file, MOST_BYTES + 1)
    except OSError:
        return LastTime()
    try:
        return from_text(content.decode() if len(content) <= MOST_BYTES else "")
    except ValueError:  # of UTF-8 too
        return LastTime(fault=SPOILT)


def from_text(text: str) -> LastTime:
    """The lines of a file. Raises ValueError where one is none of ours."""
    head, *lines = text.splitlines() or [""]
    found: dict[str, list[list[str]]] = {kind: [] for kind in _FORMS}
    for line in lines:
        kind, _, rest = line.partition("\t")
        if kind not in _FORMS or not _FORMS[kind].fullmatch(rest):
            raise ValueError(kind)
        found[kind].append([clean(part) for part in rest.split("\t")])
    if head != HEAD or len(found["left"]) != 1:
        raise ValueError(head)
    date.fromisoformat(found["left"][0][0])
    places = (_place(*parts) for parts in found["place"])
    said = {(group, address): digest for group, address, digest in found["said"]}
    return LastTime(found["left"][0][0], tuple(places)[:MOST_PLACES], said)


def as_text(last: LastTime) -> str:
    """The lines as they are kept; what does not fit in one is left out."""
    lines = [f"left\t{last.day}"]
    lines += ["\t".join(("place", *_parts(at))) for at in last.places]
    lines += [f"said\t{group}\t{address}\t{digest}" for (group, address), digest in last.said.items()]
    fit = (line for line in lines if _FORMS[line.partition("\t")[0]].fullmatch(line.partition("\t")[2]))
    return "\n".join([HEAD, *(line for line in fit if line.replace("\t", "").isprintable()), ""])


def _parts(at: Visit) -> tuple[str, ...]:
    """Address, cursor, `zoomed`, what the pane was narrowed to, the only type of statement, what is held."""
    look = at.look or Look()
    return at.address, at.subject, "zoomed" * at.zoomed, at.pick, look.facet or "", look.held


def _place(address: str, subject: str, zoomed: str, pick: str, facet: str, held: str) -> Visit:
    """The same read again."""
    found = next((one for one in FACETS if one == facet), None)
    return Visit(address, subject, bool(zoomed), pick, look=Look(found, held) if found or held else None)
