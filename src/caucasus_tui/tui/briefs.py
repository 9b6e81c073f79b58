"""Makes briefs: at once, or of a large dossier beside the screen, which goes on meanwhile."""

import threading
from collections.abc import Callable
from contextlib import suppress

from caucasus_tui.brief.build import build
from caucasus_tui.brief.model import Brief, Request
from caucasus_tui.dossier.model import Dossier

MANY = 5_000
"""Statements. A brief of fewer is there before a key is seen to wait."""

Taken = Callable[[Request, Brief], object]


class Briefs:
    """`call` runs a function where the screen is, and may be called from any thread; `say` tells the reader something,
    in a role."""

    def __init__(self, *, call: Callable[..., object], say: Callable[[str, str], None]) -> None:
        self._call, self._say = call, say
        self._wanted: Request | None = None

    def now(self, dossier: Dossier, request: Request, taken: Taken) -> Brief | None:
        """The brief asked for; None where it takes a while: then it is handed to `taken`, unless another has been asked
        for by then."""
        if sum(dossier.relations.sizes.values()) < MANY:
            return build(dossier, request)
        self._wanted = request
        self._say("Putting the brief together …", "dim")
        threading.Thread(target=self._work, args=(dossier, request, taken), daemon=True).start()
        return None

    def _work(self, dossier: Dossier, request: Request, taken: Taken) -> None:
        brief = build(dossier, request)
        with suppress(RuntimeError):  # the screen has gone meanwhile
            self._call(self._end, request, brief, taken)

    def _end(self, request: Request, brief: Brief, taken: Taken) -> object:
        return taken(request, brief) if request is self._wanted else None
