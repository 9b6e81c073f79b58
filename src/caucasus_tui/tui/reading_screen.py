"""Reading mode: the brief, large and calm, over whatever was there; `esc` returns to it."""

from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding

from caucasus_tui.brief.choices import FORMATS, Format
from caucasus_tui.brief.export import OutputError, write_whole
from caucasus_tui.brief.formats import FormatError, is_installed, render
from caucasus_tui.page.rows.row import Page, Row
from caucasus_tui.session.session import Session
from caucasus_tui.tui import bars
from caucasus_tui.tui.clipboard import free_name
from caucasus_tui.tui.keys import READING_KEYS
from caucasus_tui.tui.overlay import Overlay
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.palette import Palette
from caucasus_tui.tui.reading import Reading


class ReadingScreen(Overlay):
    """Draws a `Reading` and moves it by keys."""

    BINDINGS = [  # noqa: RUF012 (Textual's own way to declare them)
        Binding(key.keys, key.action, key.does, id=key.id, show=False, priority=True) for key in READING_KEYS
    ]

    def __init__(self, session: Session, colours: Palette | None) -> None:
        super().__init__()
        self.reading = Reading(session)
        self._colours = colours
        self._choosing = False
        self._exporting = False

    def compose(self) -> ComposeResult:
        yield PageView(id="reading-title", focusable=False)
        yield PageView(id="reading")
        yield PageView(id="reading-progress", focusable=False)
        yield PageView(id="reading-keys", focusable=False)

    def on_mount(self) -> None:
        for view in self.query(PageView):
            view.palette = self._colours
        self._present()
        self._view("reading").focus()

    def _view(self, name: str) -> PageView:
        return self.query_one(f"#{name}", PageView)

    def _present(self, message: Row | None = None) -> None:
        reading = self.reading
        self._view("reading-title").show(lambda width: Page("", [reading.title_row(width)]))
        body = (lambda width: reading.whom_page()) if self._choosing else reading.section_page
        self._view("reading").show(body, reading.whom if self._choosing else "")
        self._view("reading-progress").show(lambda width: Page("", [reading.progress_row(width)]))
        keys = message or bars.reading_row(choosing=self._choosing)
        self._view("reading-keys").show(lambda width: Page("", [keys]))

    def say(self, text: str, role: str = "strong") -> None:
        self._present(bars.message_row(text, role))

    def renew(self) -> None:
        self.reading.renew()
        self._present()

    def uses_up(self, key: str) -> bool:
        """The letter after `e`: in which format."""
        if not self._exporting:
            return False
        self._exporting = False
        self._export(next((form for form in FORMATS if form.letter == key), None))
        return True

    def action_on(self) -> None:
        """A screen on; from the end of a section to the next."""
        view = self._view("reading")
        if self._choosing:
            view.move(1)
        elif view.at_end:
            self._go(self.reading.at + 1)
        else:
            view.scroll_page(1)

    def action_back(self) -> None:
        view = self._view("reading")
        if self._choosing:
            view.move(-1)
        elif view.position.top > 0:
            view.scroll_page(-1)
        else:
            self._go(self.reading.at - 1)

    def action_section(self, number: int) -> None:
        self._go(number - 1)

    def _go(self, number: int) -> None:
        if self.reading.go(number):
            self._choosing = False
            self._present()
        elif number > 0:
            self._present(bars.message_row("This is the end. esc returns; e exports."))

    def action_minutes(self) -> None:
        self.reading.next_minutes()
        self._present()

    def action_whom(self) -> None:
        self._choosing = True
        self._present()

    def action_choose(self) -> None:
        """Take the actor under the cursor; elsewhere the same as going on."""
        if not self._choosing:
            self.action_on()
            return
        self.reading.turn_round(self._view("reading").subject)
        self._choosing = False
        self._present()

    def action_export(self) -> None:
        self._exporting = True
        missing = {form.letter for form in FORMATS if not is_installed(form)}
        self._present(bars.export_row({form.letter: form.name for form in FORMATS}, missing))

    def _export(self, form: Format | None) -> None:
        """Write what is on the screen, as a whole brief, to a new file in the folder the program was started in."""
        if form is None:
            self._present()
            return
        request = self.reading.request
        kind = "meeting" if request.counterpart else "brief"
        whom = request.counterpart or request.actor
        parts = (kind, whom, f"{request.minutes}min" if request.minutes else "")
        told: list[str] = []
        try:
            path = free_name(Path.cwd(), "-".join(filter(None, parts)), form.extensions[0])
            write_whole(path, render(self.reading.brief, form, tell=told.append), force=False)
        except (FormatError, OutputError) as error:
            self._present(bars.message_row(str(error), "warn"))
        except OSError as error:
            self._present(bars.message_row(f"Nothing was written: {error.strerror or error}", "warn"))
        else:
            self._present(bars.message_row("; ".join([f"Written to {path}", *told])))

    def action_leave(self) -> None:
        if self._choosing:
            self._choosing = False
            self._present()
        else:
            self.dismiss()
