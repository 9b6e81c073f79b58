"""Brings the screen up to date: the dossier edited, another dossier, another day."""

from functools import partial
from typing import TYPE_CHECKING

from caucasus_tui.dossier.addresses import RecordAt, StatementAt, parse
from caucasus_tui.dossier.addresses.places import exists
from caucasus_tui.dossier.problems import DossierError
from caucasus_tui.page.lens import laid_over
from caucasus_tui.session.background import Background, takes_long
from caucasus_tui.session.library import Opened
from caucasus_tui.session.made_ready import make_ready
from caucasus_tui.session.reloader import Request
from caucasus_tui.session.session import Session
from caucasus_tui.tui import bars
from caucasus_tui.tui.prompt.controller import PromptController
from caucasus_tui.tui.views import Views

if TYPE_CHECKING:
    from caucasus_tui.session.last_time import Memory

WATCH_SECONDS = 0.4
"""Between two looks at the files; it takes two to see that a change is complete."""
DAY_SECONDS = 20
"""Between two looks at the clock, whose day is on every screen."""


class Updates:
    """What changes in the session by itself, and is then shown: not because the reader went anywhere."""

    def __init__(self, session: Session, prompt: PromptController, views: Views, background: Background) -> None:
        self._laying: Opened | None = None
        """What the later layer is being read of, to be laid over it."""
        self._session, self._prompt, self._views, self._background = session, prompt, views, background

    def recall(self) -> None:
        """Find out, beside the screen, where the reader was last time and what has changed since."""
        if self._session.own.keeps:
            self._background.start(self._recall, self._recalled)

    def _recall(self) -> "Memory":
        memory = self._session.own.memory
        memory.recall()
        return memory

    def _recalled(self, memory: "Memory") -> None:
        if memory is self._session.own.memory:
            self._views.bottom.show()
            if memory.last.fault:
                self._views.bottom.say(memory.last.fault, "dim")

    def toggle_later(self) -> None:
        """Lay the later layer over all that is shown, or take it off. Over a large dossier once it has been read beside
        the screen, where nothing shows of it before; asked for again meanwhile, it stays off."""
        session = self._session
        if self._laying:
            self._laying = None
            self._views.bottom.say("Later sources stay off.")
        elif session.dossier.since and not session.lens().since and takes_long(session.dossier):
            self._laying = opened = Opened(session.dossier, session.originals, session.outline)
            self._views.bottom.say("Reading the later sources …", "dim")
            self._background.start(partial(make_ready, session, opened, laid_over(later=True)), self._lay_over)
        else:
            self._toggle_later()

    def _lay_over(self, opened: Opened) -> None:
        if opened is self._laying:
            self._laying = None
            # What was read anew meanwhile has a layer of its own.
            self._toggle_later() if opened.dossier is self._session.dossier else self.toggle_later()

    def _toggle_later(self) -> None:
        self._views.remember()
        if self._session.toggle_later():
            self._prompt.renew()
            self._views.recolour()  # the later sources are links of their own
            self._views.present(anew=False)
            if self._session.lens().since:
                self._views.bottom.say(f"Later sources are on{self._what_they_tell()}")
        else:
            self._views.bottom.say("There is no later layer here; data/ledger.yaml says how one begins.")

    def _what_they_tell(self) -> str:
        """With which keys the questions about what came later are asked; on the page of what nothing did, that."""
        from caucasus_tui.dossier.ask.later_questions import later_questions  # the first screen asks nothing

        at, dossier = self._session.visit.address, self._session.dossier
        place = parse(at)
        is_of_text = isinstance(place, RecordAt | StatementAt) and exists(dossier, place)
        if is_of_text and at not in dossier.whole.told_later:
            return "; none of them tells anything about this."
        ask = next(key.shown for key in self._prompt.keys if key.id == "ask")
        return ". " + " ".join(f"{ask} {asked.key}: {asked.title}" for asked in later_questions(dossier))

    def look_at_clock(self) -> None:
        """Past midnight all is a day older."""
        if self._session.day_has_changed():
            self._views.remember()
            self._views.renew()

    def take(self, request: Request, outcome: Opened | DossierError) -> None:
        """Show a dossier that was asked for. One with problems changes nothing on screen but the list of them."""
        if isinstance(outcome, DossierError):
            self._views.bottom.show_problems(
                bars.problem_rows(outcome.problems, request.name), of_another=bool(request.name)
            )
            self._views.bottom.say("Not opened." if request.name else "Not read anew.", "warn")
            return
        self._views.remember()
        if request.name:
            self._laying = None
            self._session.open(*outcome)
        else:
            self._session.read_on(*outcome)
        self._prompt.renew()
        self._views.bottom.show_problems([])
        self._views.renew()
        if request.name:
            self.recall()
        else:
            self._views.bottom.say("Read anew.")
