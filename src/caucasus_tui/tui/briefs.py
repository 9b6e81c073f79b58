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
        self._made: tuple[Dossier, Request, Brief] | None = None

    def now(self, dossier: Dossier, request: Request, taken: Taken) -> Brief | None:
        """The brief asked for; None where it takes a while and is not the last that did: then it is handed to `taken`,
        unless another has been asked for by then."""
        self._wanted = request
        if not takes_long(dossier):
            return build(dossier, request)
        if self._made and self._made[0] is dossier and self._made[1] == request:
            return self._made[2]
        self._say("Putting the brief together …", "dim")
        self._background.start(partial(build, dossier, request), partial(self._end, dossier, request, taken))
        return None

    def _end(self, dossier: Dossier, request: Request, taken: Taken, brief: Brief) -> object:
        self._made = dossier, request, brief
        return taken(request, brief) if request is self._wanted else None
