"""Shows where the reader is: the views, which of them is in use, and what each is given to draw."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace
from textual import events
from textual.app import App, ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.heading import bottom_line_rows, title_row
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.clip import clip
from caucasus_tui.page.rows.row import Page, Row
from caucasus_tui.panes import HOME, PANES, key_of, pane
from caucasus_tui.panes.address import page_at
from caucasus_tui.tui import bars
from caucasus_tui.tui.asking import Asking
from caucasus_tui.tui.history import History, Visit
from caucasus_tui.tui.keys import KEYS
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.palette import HOUSE, edges, palette
from caucasus_tui.tui.sizes import size_classes


class Presenter(App[None], inherit_bindings=False):
    """`today` is the only clock: ages and passed windows are reckoned from it. `start`: an address."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    typing_pause = 0.0
    """Seconds without a key before what is typed is searched for."""

    def __init__(self, dossier: Dossier, *, today: date, start: str, theme: str = "") -> None:
        super().__init__()
        self.dossier = dossier
        self.lens = Lens(today=today)
        self.history = History(Visit(start))
        self.asking: Asking | None = None
        self.key_table = KEYS
        for house in HOUSE:
            self.register_theme(house)
        if theme:
            self.theme = theme
        else:
            # Without the watcher, which would have all styles made a second time before anything is on screen.
            self.set_reactive(App.theme, HOUSE[0].name)
            self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """For themes that are not ours."""
        return edges(self.current_theme)

    def compose(self) -> ComposeResult:
        # Before there are views, whose styles would have to be made again.
        self._fit(self.size)
        yield PageView(id="title", focusable=False)
        yield PageView(id="line", focusable=False)
        yield PageView(id="tabs", focusable=False)
        with Container(id="body"):
            with Container(id="panes"):
                for name in HOME:
                    yield PageView(id=name)
            yield PageView(id="stage")
            yield PageView(id="detail", focusable=False)
        yield PageView(id="problems", focusable=False)
        yield PageView(id="footer", focusable=False)
        yield PageView(id="too-small", focusable=False)

    def on_mount(self) -> None:
        self.relabel()
        self._recolour()
        self.theme_changed_signal.subscribe(self, lambda theme: self._recolour())

    def relabel(self) -> None:
        """Give the panes the titles that the dossier gives them."""
        for name in HOME:
            self.view(name).label = self._pane_label(name)

    def _recolour(self) -> None:
        colours = palette(self.current_theme, self.theme_variables)
        for view in self.base.query(PageView):
            view.palette = colours
            view.refresh()

    def view(self, name: str) -> PageView:
        return self.base.query_one(f"#{name}", PageView)

    @property
    def base(self) -> Screen[Any]:
        """The dashboard's own screen, whatever lies over it."""
        return self.screen_stack[0]

    @property
    def visit(self) -> Visit:
        """Where the reader is."""
        return self.history.current

    @property
    def main(self) -> PageView:
        """The view that the keys act on."""
        return self.view(self.visit.pane if self._in_grid else "stage")

    @property
    def _in_grid(self) -> bool:
        visit = self.visit
        plain = visit.pane in HOME and not visit.zoomed and not visit.pick and not self.asking
        return plain and self.base.has_class("-wide")

    def on_resize(self, event: events.Resize) -> None:
        if self.main.subject:
            self.remember()
        self._fit(event.size)
        self.present()

    def _fit(self, size: Size) -> None:
        for name, holds in size_classes(*size).items():
            self.base.set_class(holds, name)

    def go(self, visit: Visit) -> None:
        """One step forward."""
        self.remember()
        if self.history.go(visit):
            self.present()

    def remember(self) -> None:
        """Note where the cursor is, for coming back."""
        self.history.remember(self.main.subject, self.main.position)

    def present(self) -> None:
        """Show the current visit: in the grid where its pane is there, else on the stage."""
        visit, asking, grid = self.visit, self.asking, self._in_grid
        with self.batch_update():
            self.base.set_class(not grid, "-single")
            self.base.set_class(not visit.pane and not asking, "-whole")
            self.base.set_class(visit.zoomed, "-zoomed")
            in_full = asking.in_full if asking else visit.zoomed and pane(visit.pane).in_full
            self.base.set_class(in_full, "-full")
            if grid:
                for name in HOME:
                    subject = visit.subject if name == visit.pane else ""
                    self.view(name).show(self._builder(Visit(f"pane:{name}")), subject)
            else:
                stage = self.view("stage")
                stage.is_led = bool(asking)
                left_at = None if asking else visit.left_at
                stage.label = self._pane_label(visit.pane) if visit.pane in PANES and not asking else Content()
                stage.show(
                    asking.page if asking else self._builder(visit),
                    "" if asking else visit.subject,
                    left_at,
                    anew=bool(asking),
                )
            if not asking:
                self.main.focus()
            self._present_bars()

    def _present_bars(self) -> None:
        dossier, lens, visit = self.dossier, self.lens, self.visit
        self.view("title").show(lambda width: Page("", [title_row(dossier, replace(lens, width=width))]))
        self.view("line").show(lambda width: Page("", bottom_line_rows(dossier, replace(lens, width=width))))
        self.view("tabs").show(lambda width: Page("", [bars.tab_row(dossier, visit.pane, width)]))
        self.view("too-small").show(lambda width: Page("", bars.too_small_rows(width)))
        self.say()

    def say(self, line: Row | None = None) -> None:
        """A message in the footer until the next key, or the keys again."""
        keys = bars.asking_row() if self.asking else None
        table, todo = self.key_table, len(self.dossier.todo)
        self.view("footer").show(lambda width: Page("", [line or keys or bars.key_row(width, table, todo)]))

    def show_problems(self, rows: Sequence[Row]) -> None:
        """What is wrong with an edited dossier, above the footer; nothing hides the list."""
        self.base.set_class(bool(rows), "-problems")
        self.view("problems").show(lambda width: Page("", rows))

    def _builder(self, visit: Visit) -> Callable[[int], Page]:
        lens = replace(self.lens, pick=visit.pick, zoomed=visit.zoomed)
        return lambda width: page_at(self.dossier, visit.address, replace(lens, width=width))

    def _pane_label(self, name: str) -> Content:
        return Content(f"{key_of(name)} {bars.pane_title(self.dossier, name)}")

    def on_page_view_moved(self, message: PageView.Moved) -> None:
        """The detail follows the cursor."""
        if message.view is not self.main:
            return
        detail = self.view("detail")
        lens, subject = self.lens, "" if message.subject.startswith("key:") else message.subject
        detail.show(lambda width: clip(page_at(self.dossier, subject, replace(lens, width=width)), detail.size.height))
