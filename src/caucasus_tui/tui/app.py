"""The dashboard: composes the views, keeps where the reader is, routes keys. What a page says is decided elsewhere."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content

from caucasus_tui.dossier.dossier import Dossier
from caucasus_tui.page.clip import clip
from caucasus_tui.page.heading import bottom_line_rows, title_row
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.row import Page, Row
from caucasus_tui.panes import HOME, PANES, key_of, pane
from caucasus_tui.panes.address import copy_of, home_of, page_at
from caucasus_tui.tui import bars
from caucasus_tui.tui.history import History, Visit
from caucasus_tui.tui.keys import FACETS, KEYS
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.palette import HOUSE, palette
from caucasus_tui.tui.prompt import Asked, Asking, Prompt

GRID = (100, 30)
"""From this size, in cells, the four panes stand side by side."""
BROAD = 160
SHORT = (40, 12)
TINY = (20, 6)


class Dashboard(App[None], inherit_bindings=False):
    """`today` is the only clock: ages and passed windows are reckoned from it."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [  # noqa: RUF012 (Textual's own way to declare them)
        Binding(key.keys, key.action, key.does, id=key.id, show=False, priority=key.priority) for key in KEYS
    ]

    def __init__(self, dossier: Dossier, *, today: date, start: str = "timeline", theme: str = "") -> None:
        super().__init__()
        self.dossier = dossier
        self.lens = Lens(today=today)
        self.history = History(Visit(f"pane:{start}"))
        self.asking: Asking | None = None
        self._awaiting_facet = False
        self._interrupted = False
        for house in HOUSE:
            self.register_theme(house)
        self.theme = theme or HOUSE[0].name

    def compose(self) -> ComposeResult:
        yield PageView(id="title", focusable=False)
        yield PageView(id="line", focusable=False)
        yield PageView(id="tabs", focusable=False)
        with Container(id="body"):
            with Container(id="panes"):
                for name in HOME:
                    yield PageView(id=name)
            yield PageView(id="stage")
            yield PageView(id="detail", focusable=False)
        yield PageView(id="footer", focusable=False)

    def on_mount(self) -> None:
        for name in HOME:
            self.view(name).label = self._pane_label(name)
        self._recolour()
        self.theme_changed_signal.subscribe(self, lambda theme: self._recolour())

    def _recolour(self) -> None:
        colours = palette(self.current_theme, self.theme_variables)
        for view in self.query(PageView):
            view.palette = colours
            view.refresh()

    def view(self, name: str) -> PageView:
        return self.query_one(f"#{name}", PageView)

    @property
    def visit(self) -> Visit:
        return self.history.current

    @property
    def main(self) -> PageView:
        """The view that the keys act on."""
        return self.view(self.visit.pane if self._in_grid else "stage")

    @property
    def _in_grid(self) -> bool:
        visit = self.visit
        plain = visit.pane in HOME and not visit.zoomed and not visit.pick and not self.asking
        return plain and self.screen.has_class("-wide")

    # Showing where the reader is

    def on_resize(self, event: events.Resize) -> None:
        width, height = event.size
        if self.main.subject:
            self.history.remember(self.main.subject)
        wide = width >= GRID[0] and height >= GRID[1]
        for name, holds in (
            ("-wide", wide),
            ("-narrow", not wide),
            ("-broad", wide and width >= BROAD),
            ("-short", width < SHORT[0] or height < SHORT[1]),
            ("-tiny", width < TINY[0] or height < TINY[1]),
        ):
            self.screen.set_class(holds, name)
        self.present()

    def present(self) -> None:
        """Show the current visit: in the grid where its pane is there, else on the stage."""
        visit = self.visit
        grid = self._in_grid
        with self.batch_update():
            self.screen.set_class(not grid, "-single")
            self.screen.set_class(not visit.pane and not self.asking, "-whole")
            self.screen.set_class(visit.zoomed, "-zoomed")
            if grid:
                for name in HOME:
                    subject = visit.subject if name == visit.pane else ""
                    self.view(name).show(self._builder(Visit(f"pane:{name}")), subject)
            else:
                stage = self.view("stage")
                stage.label = self._pane_label(visit.pane) if visit.pane in PANES and not self.asking else Content()
                stage.show(self.asking.page if self.asking else self._builder(visit), visit.subject)
            if not self.asking:
                self.main.focus()
            self._present_bars()

    def _present_bars(self) -> None:
        dossier, lens, visit = self.dossier, self.lens, self.visit
        self.view("title").show(lambda width: Page("", [title_row(dossier, replace(lens, width=width))]))
        self.view("line").show(lambda width: Page("", bottom_line_rows(dossier, replace(lens, width=width))))
        self.view("tabs").show(lambda width: Page("", [bars.tab_row(dossier, visit.pane, width)]))
        self.say()

    def _builder(self, visit: Visit) -> Callable[[int], Page]:
        lens = replace(self.lens, pick=visit.pick, zoomed=visit.zoomed)
        return lambda width: page_at(self.dossier, visit.address, replace(lens, width=width))

    def _pane_label(self, name: str) -> Content:
        return Content(f"{key_of(name)} {bars.pane_title(self.dossier, name)}")

    def say(self, line: Row | None = None) -> None:
        """A message in the footer until the next key, or the keys again."""
        keys = bars.asking_row() if self.asking else None
        self.view("footer").show(lambda width: Page("", [line or keys or bars.key_row(width)]))

    def on_page_view_moved(self, message: PageView.Moved) -> None:
        """The detail follows the cursor."""
        if message.view is not self.main:
            return
        detail = self.view("detail")
        lens, subject = self.lens, message.subject
        detail.show(lambda width: clip(page_at(self.dossier, subject, replace(lens, width=width)), detail.size.height))

    def on_page_view_clicked(self, message: PageView.Clicked) -> None:
        view = message.view
        if view.id in HOME and view is not self.main:
            self.go(Visit(f"pane:{view.id}", view.subject))
        elif view.id in ("tabs", "line", "detail") and view.subject:
            self.go(Visit(view.subject))
        elif message.again:
            self.action_open()

    # Moving about

    def go(self, visit: Visit) -> None:
        """One step forward."""
        self.history.remember(self.main.subject)
        if self.history.go(visit):
            self.present()

    def action_pane(self, number: int) -> None:
        if number <= len(PANES):
            self.go(Visit(f"pane:{PANES[number - 1]}", self._left_on(PANES[number - 1])))

    def action_step_pane(self, step: int) -> None:
        here = PANES.index(self.visit.pane) if self.visit.pane in PANES else 0
        self.action_pane((here + step) % len(PANES) + 1)

    def _left_on(self, name: str) -> str:
        """What the cursor was on when the pane was last in the grid."""
        return self.view(name).subject if name in HOME else ""

    def action_move(self, step: int) -> None:
        self.main.move(step)

    def action_sideways(self, step: int) -> None:
        self.main.sideways(step)

    def action_screenful(self, step: int) -> None:
        self.main.screenful(step)

    def action_edge(self, step: int) -> None:
        self.main.edge(step)

    def action_open(self) -> None:
        if self.main.subject:
            self.go(Visit(self.main.subject))

    def action_step_back(self) -> None:
        if self.history.back():
            self.present()
        else:
            self.say(bars.message_row("This is the first screen. q quits."))

    def action_zoom(self) -> None:
        if self.visit.pane:
            self.go(self.visit._replace(zoomed=not self.visit.zoomed, subject=self.main.subject))

    def action_source(self) -> None:
        subject = self.main.subject or self.visit.address
        self.go(Visit(f"behind:{subject}"))

    def action_letter(self, letter: str) -> None:
        """A key that only the current pane knows."""
        if self.visit.pane not in PANES or letter not in pane(self.visit.pane).letters:
            self.say(bars.message_row("That key does nothing on this screen. ? lists the keys.", "dim"))
            return
        lens = replace(self.lens, pick=self.visit.pick)
        pick = pane(self.visit.pane).press(letter, lens, self.main.subject).pick
        self.go(self.visit._replace(pick=pick, subject=""))

    # Finding, filtering, taking away

    def action_ask(self, mode: str) -> None:
        """Open the prompt: `/` finds, `:` goes by name, `?` lists keys."""
        from caucasus_tui.tui import finding

        self.history.remember(self.main.subject)
        self.asking = finding.asking(mode, self.dossier, self.lens)
        self.mount(Asked(self.asking), before=self.view("footer"))
        self.present()

    def on_prompt_typed(self, message: Prompt.Typed) -> None:
        self.present()

    async def on_prompt_ended(self, message: Prompt.Ended) -> None:
        subject = self.view("stage").subject if message.accepted else ""
        self.asking = None
        await self.query(Asked).remove()
        self.present()
        if subject.startswith("key:"):
            action = next(key.action for key in KEYS if key.id == subject.removeprefix("key:"))
            await self.run_action(action)
        elif subject:
            home = home_of(self.dossier, subject)
            self.go(Visit(home, subject) if home != subject else Visit(subject))

    def action_facet(self) -> None:
        self._awaiting_facet = True
        self.say(bars.facet_row())

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and self._before_bindings(event):
            return
        await super().on_event(event)

    def _before_bindings(self, event: events.Key) -> bool:
        """The letter after `f`; and a message goes with the next key. True where the key is used up."""
        if event.key != "ctrl+c":
            self._interrupted = False
        if self._awaiting_facet:
            self._awaiting_facet = False
            chosen = FACETS.get(event.key)
            self.lens = replace(self.lens, facet=None if chosen == self.lens.facet else chosen)
            self.history.remember(self.main.subject)
            self.present()
            return True
        return False

    def action_copy(self) -> None:
        self.copy_to_clipboard(copy_of(self.dossier, self.main.subject or self.visit.address))
        self.say(bars.message_row("Sent to the terminal's clipboard. Some terminals, and tmux by default, ignore it."))

    def action_theme(self) -> None:
        names = [theme.name for theme in HOUSE] + ["textual-dark", "textual-light", "ansi-dark"]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]
        self.say(bars.message_row(f"Theme: {self.theme}"))

    def action_interrupt(self) -> None:
        if self._interrupted:
            self.exit()
        self._interrupted = True
        self.say(bars.message_row("Press ctrl+c again to quit."))
