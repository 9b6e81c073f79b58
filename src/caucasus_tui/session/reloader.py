"""Reads dossiers while the screen goes on, and hands them over when they are there."""

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from caucasus_tui import gc_timing
from caucasus_tui.dossier.keeping.cache import share_done
from caucasus_tui.dossier.problems import DossierError
from caucasus_tui.session.background import Background
from caucasus_tui.session.library import Library, Opened

if TYPE_CHECKING:
    from caucasus_tui.session.watching import Watched

_TOLD_EVERY = 0.5
"""Seconds between two words about how far a reading is; what takes less needs none."""


class Request(NamedTuple):
    """A folder to read; empty: the bundled dossier. `name`: of a dossier other than the one on screen."""

    folder: str
    name: str = ""


class Reloader:
    """One reading at a time. What is asked for meanwhile waits, the last of it, and then what was being read is not
    handed over. `ready` gets what was read, while that is beside the screen; `taken` gets it afterwards, or why it
    could not be; `told` is called with True as a reading begins, and with False as it goes on."""

    def __init__(
        self,
        library: Library,
        background: Background,
        *,
        ready: Callable[[Opened], object],
        taken: Callable[[Request, Opened | DossierError], None],
        told: Callable[[bool], None],
    ) -> None:
        self.library = library
        self._files = library.files
        self._background = background
        self._ready = ready
        self._taken = taken
        self._told = told
        self._told_at = 0.0
        self._share = 0.0
        self._waiting: Request | None = None
        self._readings = 0
        self.reading: Request | None = None
        self.looking = False

    def reload(self) -> bool:
        """Read the dossier on screen anew; False where that cannot have changed, since it came with the program."""
        if self._files is not None:
            self._read(Request(str(self._files.root)))
        return self._files is not None

    def open(self, name: str) -> None:
        """Read another dossier of the library in place of the one on screen."""
        self._read(Request(next(found.folder for found in self.library.named if found.name == name), name))

    def look(self) -> None:
        """Look beside the screen at the files of the dossier on it, which may be far away, and read it anew if they
        have changed. While that is being done no other look is begun."""
        if self._files is not None and not self.reading and not self.looking:
            self.looking = True
            self._background.start(self._files.changed, partial(self._looked, self._readings))

    def _looked(self, readings: int, changed: bool) -> None:
        self.looking = False
        if changed and readings == self._readings:  # what was read since has it
            self.reload()

    @property
    def progress(self) -> str:
        """What is being read, and in per cent how much of it has been; empty while nothing is."""
        if not self.reading:
            return ""
        share = f"  {100 * self._share:.0f} %" if self._share else ""
        return f"Reading {self.reading.name or 'the files anew'} …{share}"

    def _read(self, request: Request) -> None:
        if self.reading:
            self._waiting = request
            return
        self.reading, self._share, self._told_at = request, 0.0, time.monotonic()
        self._readings += 1
        self._background.start(partial(self._read_beside, request), partial(self._end, request))
        self._told(True)

    def _read_beside(self, request: Request) -> tuple["Watched | None", Opened | DossierError]:
        """What is watched from now on, and what was read."""
        files = self._watched_from_now(request)
        try:
            with gc_timing.held_off():
                found = self.library.read(request.folder, self._progress)
                self._ready(found)
            return files, found
        except DossierError as error:
            return files, error

    def _watched_from_now(self, request: Request) -> "Watched | None":
        from caucasus_tui.session.watching import Watched

        if request.name:
            return Watched(request.folder) if request.folder else None
        if self._files is not None:
            self._files.begin_reading()
        return self._files

    def _progress(self, stage: str, share: float) -> None:
        if time.monotonic() - self._told_at > _TOLD_EVERY:
            self._share, self._told_at = share_done(stage, share), time.monotonic()
            self._background.hand_over(self._told, False)

    def _end(self, request: Request, read: tuple["Watched | None", Opened | DossierError]) -> None:
        files, outcome = read
        self.reading = None
        waiting, self._waiting = self._waiting, None
        if waiting:
            self._read(waiting)
            return
        if isinstance(outcome, Opened):
            self._files = files
        self._taken(request, outcome)
