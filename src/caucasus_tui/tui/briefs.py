"""Makes briefs: at once, or of a large dossier beside the screen, which goes on meanwhile."""

from collections.abc import Callable
from functools import partial

from caucasus_tui.brief.build import build
from caucasus_tui.brief.model import Brief, Request
from caucasus_tui.dossier.model import Dossier
from caucasus_tui.session.background import Background, takes_long

Taken = Callable[[Request, Brief], object]


class Briefs:
    """`say` tells the reader something, in a role."""

    def __init__(self, background: Background, say: Callable[[str, str], None]) -> None:
        self._background, self._say = background, say
        self._wanted: Request | None = None

    def now(self, dossier: Dossier, request: Request, taken: Taken) -> Brief | None:
        """The brief asked for; None where it takes a while: then it is handed to `taken`, unless another has been asked
        for by then."""
        if not takes_long(dossier):
            return build(dossier, request)
        self._wanted = request
        self._say("Putting the brief together …", "dim")
        self._background.start(partial(build, dossier, request), partial(self._end, request, taken))
        return None

    def _end(self, request: Request, taken: Taken, brief: Brief) -> object:
        return taken(request, brief) if request is self._wanted else None
