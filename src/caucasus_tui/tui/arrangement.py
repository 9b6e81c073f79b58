"""The views of the dashboard, and which of them there is room and use for."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.screen import Screen

from caucasus_tui.page.heading import title_rows
from caucasus_tui.panes import HOME, pane
from caucasus_tui.session.session import Session
from caucasus_tui.tui import bars, recolouring
from caucasus_tui.tui.overlay import Overlay
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.prompt.controller import PromptController
from caucasus_tui.tui.sizes import classify, size_classes
from caucasus_tui.tui.terminal.terminal_app import TerminalApp

MEASURE = 104
"""Cells. A line of text that is longer does not read well."""


class Arrangement:
    """Where on the app's own screen a session is shown: in the grid, where its pane is there, else on the stage."""

    def __init__(self, app: TerminalApp, session: Session, prompt: PromptController) -> None:
        self._app, self._session, self._prompt = app, session, prompt
        self._size = Size()
        self._titled = 1
        """Rows of the title."""

    def compose(self) -> ComposeResult:
        self.fit(self._app.size)  # before there are views, whose styles would have to be made again
        yield PageView(id="title")
        yield PageView(id="line")
        yield PageView(id="tabs")
        with Container(id="body"):
            with Container(id="panes"):
                for name in HOME:
                    yield PageView(id=name, ruled=True)
            yield PageView(id="stage", ruled=True)
            yield PageView(id="detail", ruled=True, most=MEASURE)
        yield PageView(id="problems")
        yield PageView(id="footer")

    @property
    def screen(self) -> Screen[Any]:
        """The dashboard's own screen."""
        return self._app.screen_stack[0]

    @property
    def overlays(self) -> list[Overlay]:
        """The screens over it, such as reading mode."""
        return [screen for screen in self._app.screen_stack[1:] if isinstance(screen, Overlay)]

    def view(self, name: str) -> PageView:
        """A view by its name."""
        return self.screen.query_one(f"#{name}", PageView)

    @property
    def led(self) -> PageView:
        """The view that the keys act on, as it stands."""
        return self.view(self._session.visit.pane if self.in_grid else "stage")

    @property
    def in_grid(self) -> bool:
        """Whether four panes are shown, so that no tabs tell their digits."""
        visit = self._session.visit
        plain = visit.pane in HOME and not visit.zoomed and not visit.pick and not self._prompt.asking
        return plain and self.screen.has_class("-wide")

    def begin(self) -> None:
        """Titles as the dossier has them, that of the window too, and colours, once there are views."""
        self._app.entitle(f"caucasus-tui: {self._session.dossier.about.title}")
        for name in HOME:
            self.view(name).label = bars.pane_name(self._session.dossier, name, self._session.lens().key)
        self.recolour()

    def recolour(self) -> None:
        """Take over the colours of the theme."""
        recolouring.recolour(self.screen, self._app, self._session.seen)

    def fit(self, size: Size) -> None:
        """Show what there is room for. The app itself has another size only once it has heard of it."""
        self._size = size
        classify(self.screen, size_classes(*size, ascii=self._app.terminal.ascii))

    def _arrange(self) -> None:
        """Choose the views for what is to be shown, and their measures that depend on it."""
        session, visit, asking = self._session, self._session.visit, self._prompt.asking
        self._titled = len(title_rows(session.dossier, session.lens(self._size.width)))
        self.view("title").styles.height = self._titled
        is_list = bool(visit.pane or visit.query or asking)
        full = asking.in_full if asking else visit.zoomed and pane(visit.pane).in_full
        classes = {"-single": not self.in_grid, "-whole": not is_list, "-zoomed": visit.zoomed, "-full": full}
        classes["-picture"] = bool(visit.pick) and visit.pick.startswith(pane(visit.pane).picture)
        classify(self.screen, classes)
        stage = self.view("stage")
        for view in (*map(self.view, HOME), stage):
            view.is_led = view is self.led
        if not self.in_grid:
            stage.label = "" if asking else bars.pane_name(session.dossier, visit.pane, session.lens().key)
            stage.most = 0 if is_list else MEASURE

    @property
    def height(self) -> int:
        """The rows that the title, the tabs, the rule of a page and the bottom row leave it."""
        return max(self._size.height - self._titled - 3, 1)
