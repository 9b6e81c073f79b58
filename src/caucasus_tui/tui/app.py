"""The dashboard: what each key does. It only routes: a session holds what changes, views show it."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult, ScreenStackError
from textual.css.query import NoMatches

from caucasus_tui.dossier.addresses import COLLECTED, PLACES, QUESTIONS, PaneAt, parse
from caucasus_tui.panes import PANES
from caucasus_tui.session.background import Background
from caucasus_tui.session.coming_back import older
from caucasus_tui.session.history import Visit
from caucasus_tui.session.library import NO_LIBRARY, Library
from caucasus_tui.session.made_ready import make_ready
from caucasus_tui.session.reloader import Reloader
from caucasus_tui.session.session import Session
from caucasus_tui.session.ways import pane_number, paragraphs_behind
from caucasus_tui.tui.answering import AnsweringApp
from caucasus_tui.tui.exporter import Exporter
from caucasus_tui.tui.keys import READING_KEYS, remapped
from caucasus_tui.tui.looking_actions import LookingActions
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.palette import edges
from caucasus_tui.tui.prompt.controller import PromptController
from caucasus_tui.tui.strokes import Strokes
from caucasus_tui.tui.take_away import TakeAwayActions
from caucasus_tui.tui.terminal.capabilities import Terminal
from caucasus_tui.tui.terminal.terminal_app import TerminalApp
from caucasus_tui.tui.themes import dress, next_theme
from caucasus_tui.tui.updates import DAY_SECONDS, WATCH_SECONDS, Updates
from caucasus_tui.tui.views import Views

if TYPE_CHECKING:
    from caucasus_tui.brief.model import Brief, Request
    from caucasus_tui.tui.briefs import Briefs


class Dashboard(LookingActions, TakeAwayActions, AnsweringApp, inherit_bindings=False):
    """What each key does is in the key table, and `Strokes` acts by it; Textual has no bindings of ours but those of a
    screen that lies over it."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        session: Session,
        *,
        theme: str = "",
        keymap: dict[str, str] | None = None,
        library: Library = NO_LIBRARY,
        terminal: Terminal = TerminalApp.terminal,
    ) -> None:
        """`theme`: by name; empty: ours. `keymap`: the reader's own keys, by binding id."""
        super().__init__()
        self._early = []
        self.session = session
        table = remapped(keymap or {})
        self._reading_keys = remapped(keymap or {}, READING_KEYS)
        own = (key for key in (*table, *self._reading_keys) if key.id in (keymap or {}))
        session.own_keys = tuple((key.id, key.shown) for key in own)
        self.set_keymap(keymap or {})  # of the screens that lie over this one
        self.background = Background(self.call_later)
        self.prompt = PromptController(session, table, library.named, self.background)
        self.views = Views(self, session, self.prompt, progress=lambda: self.reloader.progress)
        self.permissions, self.refuse = session.permissions, partial(self.views.say_on_top, role="warn")
        self.exporter = Exporter(self.background, self.views.say_on_top, lambda: self.is_leaving)
        self.updates = Updates(session, self.prompt, self.views, self.background)
        self.reloader = Reloader(
            library,
            self.background,
            ready=partial(make_ready, session),
            taken=self.updates.take,
            told=self.views.bottom.show_progress,
        )
        self.strokes = Strokes(table, session, self.prompt, self.views, run=self.run_action, end_prompt=self.end_prompt)
        self.terminal = terminal
        dress(self, theme, terminal.colours)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """For themes that are not ours."""
        return edges(self.current_theme, self.terminal.colours)

    def get_css_variables(self) -> dict[str, str]:
        """None before there is a style sheet for them: then the theme is not ours yet."""
        return super().get_css_variables() if hasattr(self, "stylesheet") else {}

    def compose(self) -> ComposeResult:
        yield from self.views.compose()

    def on_mount(self) -> None:
        self.views.begin()
        self.theme_changed_signal.subscribe(self, lambda theme: self.views.recolour())
        self.set_interval(DAY_SECONDS, self.updates.look_at_clock)
        if self.reloader.library.watch:
            self.set_interval(WATCH_SECONDS, self.reloader.look)

    def on_resize(self, event: events.Resize) -> None:
        self.views.resize(event.size)

    def on_page_view_moved(self, message: PageView.Moved) -> None:
        """The detail follows the cursor."""
        if self.screen_stack and self.views.leads(message.view):  # none is left at the end of the program
            self.views.follow()
            self.settle_soon()

    @property
    def is_made(self) -> bool:
        detail = self.views.view("detail")
        return detail.is_made or not detail.display

    def settled(self) -> None:
        self.updates.recall()

    def leaving(self) -> None:
        with suppress(NoMatches, ScreenStackError):  # nothing is on the screen yet
            self.views.remember()

    def keep(self) -> None:
        self.session.leave()

    def finish(self) -> str:
        return self.exporter.finish()

    # Moving about

    def action_pane(self, number: int) -> None:
        if number <= len(PANES):
            self.views.remember()
            self.views.go(self.session.history.last_at(str(PaneAt(PANES[number - 1]))))

    def action_step_pane(self, step: int) -> None:
        if not self.prompt.complete():
            self.action_pane(pane_number(self.session, step))

    def _step(self, along: Callable[[], bool], nowhere: str, role: str = "dim") -> None:
        self.views.remember()
        if along():
            self.views.step()
        else:
            self.views.bottom.say(nowhere, role)

    def action_step_back(self) -> None:
        self._step(
            self.session.history.back,
            f"This is the first screen. {self.session.lens().key('quit', 'q')} quits.",
            "strong",
        )

    def action_older(self) -> None:
        self._step(partial(older, self.session), "No older place: this is the first screen.")

    def action_newer(self) -> None:
        key = self.session.lens().key
        newer, older, back = key("place.newer", ">"), key("place.older", "<"), key("back", "esc")
        self._step(self.session.history.forward, f"No newer place: {newer} leads on again after {older} or {back}.")

    def action_places(self) -> None:
        self.views.go(Visit(str(PLACES)))

    async def on_page_view_clicked(self, message: PageView.Clicked) -> None:
        """A click on a link follows it; a second one on a line opens that, as `enter` does."""
        if message.view.id == "footer":
            await self.follow(parse(message.view.subject))
        elif (linked := self.views.linked(message.view)) is not None:
            self.views.go(linked)
        elif not message.again:
            return
        elif self.prompt.asking:
            await self.end_prompt(True)
        else:
            self.action_open()

    # Looking closer

    def action_zoom(self) -> None:
        self.views.settle()
        self.views.remember()
        if self.session.zoom(self.main.subject):
            self.views.present()

    def action_source(self) -> None:
        self.views.go(paragraphs_behind(self.session, self.views.at))

    def action_letter(self, letter: str) -> None:
        """A key that only the current pane knows."""
        self.views.settle()
        self.views.remember()
        if letter not in self.main.page.idle and self.session.press(letter, self.main.subject):
            self.views.present()
        else:
            self.views.bottom.say(self.strokes.elsewhere(letter), "dim")

    def action_ask(self) -> None:
        """The standard questions; there a letter asks one."""
        self.views.go(Visit(str(QUESTIONS)))

    def action_compare(self) -> None:
        found = self.session.compare(self.views.at)
        self.views.bottom.say(found) if isinstance(found, str) else self.views.go(found)

    def action_theme(self) -> None:
        self.choose_theme(next_theme(self.theme))
        self.views.bottom.say(f"Theme: {self.theme}")

    # Taking away, leaving

    @cached_property
    def briefs(self) -> "Briefs":
        # The brief is loaded when first asked for: the first screen does not need it.
        from caucasus_tui.tui.briefs import Briefs

        return Briefs(self.background, self.views.say_on_top)

    async def action_brief(self) -> None:
        from caucasus_tui.tui.reading import first_request
        from caucasus_tui.tui.reading_screen import ReadingScreen

        async def read(asked: "Request", brief: "Brief") -> None:
            if self.prompt.asking:  # what is typed would be keys of another screen
                key = next(key.shown for key in self.prompt.keys if key.id == "brief")
                return self.views.bottom.say(f"The brief is ready: {key}.")
            if self.views.overlays:
                return
            if dossier is not self.session.dossier or asked != first_request(self.session):
                return await self.action_brief()  # of what is on the screen by now
            await self.push_screen(ReadingScreen(self.session, self._reading_keys, self.exporter, self.briefs, brief))

        dossier, request = self.session.dossier, first_request(self.session)
        if brief := self.briefs.now(dossier, request, read):
            await read(request, brief)

    def action_copy(self) -> None:
        self.copy_to_clipboard(self.copied())

    def action_collected(self) -> None:
        self.views.go(Visit(str(COLLECTED)))

    def action_reload(self) -> None:
        if not self.reloader.reload():
            self.views.bottom.say("The bundled dossier does not change. --dossier DIR opens one that can.")
