"""Reading mode: the brief, large and calm, over whatever was there; `esc` returns to it."""

from collections.abc import Callable, Sequence
from functools import partial

from textual import events
from textual.binding import Binding

from caucasus_tui.brief.choices import FORMATS
from caucasus_tui.brief.formats import not_installed
from caucasus_tui.brief.model import Brief, Request
from caucasus_tui.dossier.addresses import KeyAt, parse
from caucasus_tui.page.copying import closing_lines
from caucasus_tui.page.rows.row import plain
from caucasus_tui.session.session import Session
from caucasus_tui.tui import bars
from caucasus_tui.tui.briefs import Briefs
from caucasus_tui.tui.exporter import Exporter
from caucasus_tui.tui.keys import READING_KEYS, Key
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.reading_views import ReadingViews
from caucasus_tui.tui.terminal.terminal_app import TerminalApp
from caucasus_tui.tui.themes import next_theme

COPIED = 78
"""Cells in a line of a section that is copied."""


class ReadingScreen(ReadingViews):
    """Reading mode: its keys act on what is drawn."""

    BINDINGS = [  # noqa: RUF012 (Textual's own way to declare them)
        Binding(key.keys, key.action, key.does, id=key.id, show=False, priority=True) for key in READING_KEYS
    ]

    def __init__(self, session: Session, keys: Sequence[Key], exporter: Exporter, briefs: Briefs, brief: Brief) -> None:
        """`keys`: those of reading mode, also such as are refused here; `brief`: that of the first request."""
        super().__init__(session, keys, brief)
        self._briefs, self._exporter = briefs, exporter
        self._known = {name for key in keys for name in key.keys.split(",")}
        self._exporting = False

    @property
    def takes_text(self) -> bool:  # type: ignore[override]
        return self._asked is not None

    def knows(self, key: str) -> bool:
        return key in self._known

    def renew(self) -> None:
        self._ask(self.reading.renewed())

    def _ask(self, request: Request) -> None:
        if brief := self._briefs.now(self.reading.dossier, request, self._take):
            self._take(request, brief)

    def _take(self, request: Request, brief: Brief) -> None:
        if self.is_mounted:
            self.reading.take(request, brief)
            self._present()

    def uses_up(self, event: events.Key) -> bool:
        """What is typed after `?`, and the letter after `e`: in which format."""
        if self._asked is not None:
            return self._types(event)
        if not self._exporting:
            return False
        self._export(event.key)
        return True

    def _types(self, event: events.Key) -> bool:
        """Text after `?`; what moves the cursor is a key."""
        assert self._asked is not None
        if event.key in ("escape", "enter"):
            subject, self._asked = parse(self._view("reading").subject), None
            self._present()
            if event.key == "enter" and isinstance(subject, KeyAt):
                self._run(subject.name)
        elif event.key in ("up", "down"):
            self._view("reading").move(1 if event.key == "down" else -1)
        elif event.key == "backspace" or event.is_printable:
            self._asked = self._asked[:-1] if event.key == "backspace" else self._asked + (event.character or "")
            self._present()
        else:
            return False
        return True

    def _run(self, id: str) -> None:
        action = next(key.action for key in self._keys if key.id == id)
        self.call_later(self.run_action, action)

    def on_page_view_clicked(self, message: PageView.Clicked) -> None:
        """A key in the bottom row, a format, or the one whom it is for."""
        message.stop()
        match parse(message.view.subject):
            case KeyAt(id):
                self._run(id)
            case _ if self._exporting and message.view.id == "reading-keys":
                self._export(message.view.subject.partition(":")[2])
            case _ if self._choosing and message.again:
                self.action_choose()

    def action_help(self) -> None:
        self._seen = self._view("reading").seen
        self._asked = ""
        self._present()

    def action_end(self, number: int) -> None:
        if self._choosing:
            self._choose(self._view("reading").edge, 1 if number else -1)
        else:
            self._go(number % len(self.reading.brief.sections))

    def _choose(self, move: Callable[[int], None], step: int) -> None:
        """Go to another of those whom it can be for."""
        move(step)
        self.show_progress()

    def action_copy(self) -> None:
        from caucasus_tui.tui.clipboard import clipboard_message

        closing = "\n".join(closing_lines(self.reading.dossier))
        text = f"{plain(self.reading.section_page(COPIED).rows)}{closing}\n"
        self.app.copy_to_clipboard(text)
        self.say(clipboard_message(text, file=False))

    def action_theme(self) -> None:
        app = self.app
        assert isinstance(app, TerminalApp)
        app.choose_theme(next_theme(app.theme))
        self._recolour()
        self.say(f"Theme: {app.theme}")

    def action_on(self) -> None:
        """A screen on; from the end of a section to the next."""
        view = self._view("reading")
        if self._choosing:
            self._choose(view.move, 1)
        elif view.at_end:
            self._go(self.reading.at + self.reading.shown)
        else:
            view.scroll_page(1, overlap=not self.has_class("-columns"))

    def action_back(self) -> None:
        view = self._view("reading")
        if self._choosing:
            self._choose(view.move, -1)
        elif view.position.top > 0:
            view.scroll_page(-1, overlap=not self.has_class("-columns"))
        else:
            self._go(self.reading.at - 1)

    def action_section(self, number: int) -> None:
        self._go(number - 1)

    def _go(self, number: int) -> None:
        if self.reading.go(number):
            self._choosing = False
            self._present()
        elif number > 0:
            leave = next(key.shown for key in self._keys if key.id == "read.leave")
            self.say(f"This is the end. {leave} returns.")

    def action_minutes(self) -> None:
        self._ask(self.reading.next_minutes())

    def action_whom(self) -> None:
        self._choosing = True
        self._present()

    def action_choose(self) -> None:
        """Take the actor under the cursor; elsewhere the same as going on."""
        if not self._choosing:
            self.action_on()
            return
        whom, self._choosing = self._view("reading").subject, False
        self._ask(self.reading.turned_round(whom))

    def action_export(self) -> None:
        self._exporting = True
        missing = {form.letter: command for form, command in not_installed().items()}
        self._present()
        row = partial(bars.export_row, {form.letter: form.name for form in FORMATS}, missing)
        self.show_below(row)

    def _export(self, letter: str) -> None:
        """Write what is on the screen, as a whole brief, to a new file in the folder the program was started in."""
        self._exporting = False
        if not (form := next((form for form in FORMATS if form.letter == letter), None)):
            self._present()
            return
        self._exporter.export(self.reading.brief, form, self.reading.file_name)

    def action_leave(self) -> None:
        if self._choosing:
            self._choosing = False
            self._present()
        else:
            self.dismiss()
