"""An app for a real terminal, whatever it shows: what it needs besides its driver."""

from collections.abc import Callable, Mapping

from rich.console import RenderableType
from textual.actions import ActionParseResult
from textual.app import App
from textual.dom import DOMNode
from textual.worker import WorkerFailed

from caucasus_tui import gc_timing
from caucasus_tui.config.permissions import EVERYTHING
from caucasus_tui.dossier.text.clean import clean
from caucasus_tui.tui.terminal.capabilities import Terminal
from caucasus_tui.tui.terminal.drawing import DrawnScreen
from caucasus_tui.tui.terminal.driver import SafeDriver

LOOK_AGAIN, MOST_LOOKS = 0.01, 100
"""Seconds until it is asked again whether the first picture has been drawn, and how often; there may be no room for all
of it."""
AT_REST = 0.5
"""Seconds from the first picture until it is kept: the first keys of a reader do not wait for that."""


class TerminalApp(App[None]):
    """An app that gives the terminal back whatever happens. Where another driver than ours runs it, as in tests, faults
    take Textual's own way. Overrides two private methods of Textual, pinned by a test."""

    ALLOW_SELECT = False
    """Selecting is the terminal's: motion of the mouse is not asked for."""

    _settles = False
    _looks = 0
    fault: BaseException | None = None
    """The first exception that nobody handled."""
    is_leaving = False
    permissions = EVERYTHING
    refuse: Callable[[str], object] = staticmethod(lambda why: None)
    """Says why something is not done."""
    terminal = Terminal(colours="truecolor")
    keep_picture: Callable[[tuple[int, int], str], object] = staticmethod(lambda size, picture: None)
    """Called with what the app showed first, for the next start: its size in columns and rows, and what to send."""
    take_ground: Callable[[str], None] = staticmethod(lambda answer: None)
    """Called with what the terminal says its ground is."""
    keep_theme: Callable[[str], None] = staticmethod(lambda theme: None)
    """Called with the theme that the reader has chosen."""
    window_title = ""
    typing_pause = 0.0
    """Seconds without a key before what is typed is searched for."""

    def entitle(self, title: str) -> None:
        """Call the window so, while the program runs, where it then gets its own title back."""
        self.window_title = title
        if isinstance(self._driver, SafeDriver):
            self._driver.entitle()

    def choose_theme(self, theme: str) -> None:
        """As the reader wants it, here and at the next start."""
        self.theme = theme
        self.keep_theme(theme)

    def settle_soon(self) -> None:
        """What was first to be drawn will be, with the next picture."""
        self._settles = self._settles or self.call_after_refresh(self._settle)

    @property
    def is_made(self) -> bool:
        """Whether all that is first to be drawn is there to be drawn."""
        return True

    def _settle(self) -> None:
        drawn = self.is_made and isinstance(self.screen, DrawnScreen) and self.screen.is_drawn
        if not drawn and self._looks < MOST_LOOKS:
            self._looks += 1
            self.set_timer(LOOK_AGAIN, lambda: self.call_after_refresh(self._settle))
            return
        if isinstance(self._driver, SafeDriver):
            self._driver.settle()
            self.set_timer(AT_REST, self.keep_first_picture)
        self.settled()

    def keep_first_picture(self) -> None:
        """Have what the app showed first kept, if the reader let it, and that has not been done. Not only on leaving:
        a line may drop."""
        if isinstance(self._driver, SafeDriver) and (own := self._driver.takeover.handed_over()):
            size, lines = own
            self.keep_picture(size, self._driver._frame.whole(lines, size))

    def get_default_screen(self) -> DrawnScreen:
        return DrawnScreen(id="_default")

    async def on_ready(self) -> None:
        gc_timing.begin()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Noted, since a key still under way may find nothing left to act on; that is no fault."""
        if not self.is_leaving:
            self.leaving()
        self.is_leaving = True
        super().exit(result, return_code, message)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """What the reader may not do, here or over another screen, is said instead."""
        if why := self.permissions.refusal(action if isinstance(action, str) else action[1]):
            self.refuse(why)
            return True
        return await super().run_action(action, default_namespace, namespaces)

    def settled(self) -> None:
        """Called once the first picture is whole, for what comes after it."""

    def leaving(self) -> None:
        """What is to be noted of the screen before it goes."""

    def keep(self) -> None:
        """Keep what outlives the run, once the terminal is given back."""

    def finish(self) -> str:
        """Wait for what must not be lost, once the terminal is given back; why it was, if so."""
        return ""

    def note(self, fault: BaseException) -> None:
        """Keep the first fault."""
        if not self.is_leaving:
            self.fault = self.fault or fault

    def _handle_exception(self, error: Exception) -> None:
        """Instead of printing the trace with all variables: keep the fault, and leave. So before there is a driver."""
        if not issubclass(self.driver_class, SafeDriver):
            super()._handle_exception(error)
            return
        self.note(error.error if isinstance(error, WorkerFailed) else error)
        self._close_messages_no_wait()

    def _set_pointer_shape(self, shape: str) -> None:
        """Not sent: no more is asked of a terminal than the program needs."""

    def copy_to_clipboard(self, text: str) -> None:
        """Cleaned once more: what is pasted elsewhere must not act there."""
        super().copy_to_clipboard(clean(text, lines=True))

    def action_redraw(self) -> None:
        """For when something else has written on the screen."""
        if isinstance(self._driver, SafeDriver):
            self._driver.redraw()
