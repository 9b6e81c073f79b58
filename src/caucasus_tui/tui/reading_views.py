"""What reading mode draws: title, sections, how far one is, keys."""

from collections.abc import Callable, Sequence
from functools import partial

from textual import events
from textual.app import ComposeResult

from caucasus_tui.brief.model import Brief
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.whereabouts import position_words
from caucasus_tui.session.session import Session
from caucasus_tui.tui import bars
from caucasus_tui.tui.here import Here, key_row
from caucasus_tui.tui.keys import Key
from caucasus_tui.tui.overlay import Overlay
from caucasus_tui.tui.page_view import Build, PageView
from caucasus_tui.tui.prompt.keys_page import keys_page
from caucasus_tui.tui.reading import TWO_COLUMNS, Reading
from caucasus_tui.tui.recolouring import recolour
from caucasus_tui.tui.terminal.terminal_app import TerminalApp


class ReadingViews(Overlay):
    """The screen that draws a `Reading`."""

    def __init__(self, session: Session, keys: Sequence[Key], brief: Brief) -> None:
        """`keys`: those of reading mode, also such as are refused here; `brief`: that of the first request."""
        super().__init__()
        self.reading = Reading(session, brief)
        self._keys = [key for key in keys if not session.permissions.refusal(key.action)]
        self._choosing = False
        self._seen = ""
        self._asked: str | None = None
        """What is typed to find a key or a mark; None while no keys are listed."""

    def compose(self) -> ComposeResult:
        yield PageView(id="reading-title")
        yield PageView(id="reading")
        yield PageView(id="reading-progress")
        yield PageView(id="reading-keys")

    def on_mount(self) -> None:
        self._recolour()
        self._present()
        self._view("reading").is_led = True

    def on_resize(self, event: events.Resize) -> None:
        """The views have their room before their pages are made, so that each is made once."""
        if self.query("#reading") and event.size != self.outer_size:  # it hears of its layout too
            self._arrange(event.size.width)
            self.lay_out_now(event.size)
            if self._asked is None:
                self._present()

    def _recolour(self) -> None:
        assert isinstance(self.app, TerminalApp)
        recolour(self, self.app, self.reading.dossier)

    def _view(self, name: str) -> PageView:
        return self.query_one(f"#{name}", PageView)

    def _body(self, width: int) -> Page:
        """Whom to choose, or as many sections as the screen holds."""
        room, reading = self._view("reading").room, self.reading
        return reading.whom_page() if self._choosing else reading.section_page(width, room)

    def _arrange(self, width: int) -> None:
        """One column or two, and how high the title is."""
        self.set_class(width >= TWO_COLUMNS + 6, "-columns")
        self._view("reading-title").styles.height = len(self.reading.title_rows(width))

    def _present(self) -> None:
        reading = self.reading
        self._arrange(self.app.size.width)
        self._view("reading-title").show(lambda width: Page("", reading.title_rows(width)))
        body: Build = self._body
        here = Here(reading=True, choosing=self._choosing)
        below = partial(key_row, table=self._keys, here=here)
        if self._asked is not None:
            here = here._replace(seen=self._seen)
            body = partial(keys_page, reading.dossier, self._keys, here, self._asked)
            below = partial(bars.finding_row, self._asked)
        self._view("reading").show(body, reading.whom if self._choosing else "")
        self.show_progress()
        self.show_below(below)

    def show_progress(self) -> None:
        """How far one is: in the brief, or in the list of those whom it can be for."""
        self._view("reading-progress").show(lambda width: Page("", [self._progress_row(width)]))

    def _progress_row(self, width: int) -> Row:
        view = self._view("reading")
        if not self._choosing or self._asked is not None:
            return self.reading.progress_row(width)
        where = position_words(view.page, view.position, view.room)
        return Row((Span(" "), Span("─" * (width - len(where) - 4), "rule"), Span(f"  {where}", "dim")))

    def show_below(self, row: Callable[[int], Row]) -> None:
        """A row in place of the keys."""
        self._view("reading-keys").show(lambda width: Page("", [row(width)]))

    def say(self, text: str, role: str = "strong") -> None:
        self.show_below(partial(bars.message_row, text, role))
