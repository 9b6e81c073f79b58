"""The dashboard: what each key does. It only routes: Presenter shows pages, and what they say is decided below."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec.structs import replace
from textual import events
from textual.binding import Binding

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.addresses import QUESTIONS, answer_address
from caucasus_tui.page.rows import cursor
from caucasus_tui.panes import HOME, PANES, pane
from caucasus_tui.panes.address import copy_of
from caucasus_tui.tui import bars
from caucasus_tui.tui.chords import TakesKeys
from caucasus_tui.tui.history import Visit
from caucasus_tui.tui.keys import FACETS, KEYS
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.palette import next_theme
from caucasus_tui.tui.prompting import Prompting
from caucasus_tui.tui.reloading import NO_LIBRARY, Library
from caucasus_tui.tui.taking import clipboard_message, write_beside

EVERYWHERE = ("quit", "interrupt", "suspend_process", "redraw")


class Dashboard(Prompting, inherit_bindings=False):
    """The bindings are those of the key table; their ids can be remapped."""

    BINDINGS = [  # noqa: RUF012 (Textual's own way to declare them)
        Binding(key.keys, key.action, key.does, id=key.id, show=False, priority=key.priority) for key in KEYS
    ]

    def __init__(
        self,
        dossier: Dossier,
        *,
        today: date,
        start: str = "timeline",
        theme: str = "",
        keymap: Mapping[str, str] | None = None,
        library: Library = NO_LIBRARY,
    ) -> None:
        """`keymap`: the reader's own keys, by binding id."""
        keymap = keymap or {}
        super().__init__(dossier, today=today, start=f"pane:{start}", theme=theme, library=library, keymap=keymap)
        self.set_keymap(keymap)
        self._interrupt = next(key for key in self.key_table if key.id == "interrupt")
        self._interrupt_keys = self._interrupt.keys.split(",")
        self._awaiting_facet = False
        self._interrupted = False

    @property
    def _is_covered(self) -> bool:
        """Whether another screen, such as reading mode, lies over the dashboard."""
        return len(self.screen_stack) > 1

    async def on_event(self, event: events.Event) -> None:
        # A key that no view had use for comes back up here: it was looked at on its way down.
        if isinstance(event, events.Key) and not event.is_forwarded:
            if event.key not in self._interrupt_keys:
                self._interrupted = False
            if self.typing_ahead.keeps(event, free=not (self.asking or self._awaiting_facet or self._is_covered)):
                return
            # The stack is empty for a moment at the start and at the end.
            screen = self.screen if self.screen_stack else self
            if (screen if isinstance(screen, TakesKeys) else self).uses_up(event.key):
                return
        await super().on_event(event)

    def uses_up(self, key: str) -> bool:
        """The letter after `f`, and the letters of the questions."""
        if self.visit.address == QUESTIONS and not self.asking:
            asked = answer_address(key)
            if cursor.find(self.main.page, asked):
                self.go(Visit(asked))
                return True
        if not self._awaiting_facet:
            return False
        self._awaiting_facet = False
        chosen = FACETS.get(key)
        self.lens = replace(self.lens, facet=None if chosen == self.lens.facet else chosen)
        self.remember()
        self.present()
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Over another screen only the keys count that mean the same everywhere; the rest are that screen's."""
        return not self._is_covered or action in EVERYWHERE

    # Moving about

    def action_move(self, step: int) -> None:
        self.main.move(step)

    def action_sideways(self, step: int) -> None:
        self.main.sideways(step)

    def action_screenful(self, step: int) -> None:
        self.main.screenful(step)

    def action_section(self, step: int) -> None:
        if not self.main.section(step):
            self.say(bars.message_row("There is no further heading that way.", "dim"))

    def action_edge(self, step: int) -> None:
        self.main.edge(step)

    def action_pane(self, number: int) -> None:
        if number <= len(PANES):
            name = PANES[number - 1]
            self.go(Visit(f"pane:{name}", self.view(name).subject if name in HOME else ""))

    def action_step_pane(self, step: int) -> None:
        here = list[str](PANES).index(self.visit.pane) if self.visit.pane else 0
        self.action_pane((here + step) % len(PANES) + 1)

    def action_open(self) -> None:
        if self.main.subject:
            self.go(Visit(self.main.subject))

    def action_step_back(self) -> None:
        if self.history.back():
            self.present()
        else:
            self.say(bars.message_row("This is the first screen. q quits."))

    async def on_page_view_clicked(self, message: PageView.Clicked) -> None:
        view = message.view
        if self.asking and view is self.main:
            if message.again:  # as `enter` does
                await self.base.query_one("#prompt").run_action("submit")
            return
        if view.id in HOME and view is not self.main:
            self.go(Visit(f"pane:{view.id}", view.subject))
        elif view.id in ("tabs", "line", "detail") and view.subject:
            self.go(Visit(view.subject))
        elif message.again:
            self.action_open()

    # Looking closer

    def action_zoom(self) -> None:
        if self.visit.pane:
            self.go(self.visit._replace(zoomed=not self.visit.zoomed, subject=self.main.subject))

    def action_source(self) -> None:
        self.go(Visit(f"behind:{self.main.subject or self.visit.address}"))

    def action_letter(self, letter: str) -> None:
        """A key that only the current pane knows."""
        if self.visit.pane and letter in pane(self.visit.pane).letters:
            lens = replace(self.lens, pick=self.visit.pick)
            pick = pane(self.visit.pane).press(letter, lens, self.main.subject).pick
            self.go(self.visit._replace(pick=pick, subject=""))
        else:
            self.say(bars.message_row("That key does nothing on this screen. ? lists the keys.", "dim"))

    def action_facet(self) -> None:
        self._awaiting_facet = True
        self.say(bars.facet_row())

    def action_theme(self) -> None:
        self.theme = next_theme(self.theme)
        self.say(bars.message_row(f"Theme: {self.theme}"))

    # Taking away, leaving

    def action_brief(self) -> None:
        # The brief is loaded when first asked for: the first screen does not need it.
        from caucasus_tui.tui.reading_screen import ReadingScreen

        self.push_screen(ReadingScreen(self.dossier, self.lens.today, self.main.palette))

    def action_copy(self) -> None:
        text = copy_of(self.dossier, self.main.subject or self.visit.address)
        self.copy_to_clipboard(text)
        self.say(bars.message_row(clipboard_message(text)))

    def action_write(self) -> None:
        address = self.main.subject or self.visit.address
        try:
            path = write_beside(copy_of(self.dossier, address), address, Path.cwd())
        except OSError as error:
            self.say(bars.message_row(f"Nothing was written: {error.strerror or error}", "warn"))
        else:
            self.say(bars.message_row(f"Written to {path}"))

    def action_interrupt(self) -> None:
        if self._interrupted:
            self.exit()
        self._interrupted = True
        self.say(bars.message_row(f"Press {self._interrupt.shown} again to quit."))
