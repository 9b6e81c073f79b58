"""The views of the dashboard: which of them is in use, and what each is given to draw."""

from collections.abc import Callable

from textual.geometry import Size

from caucasus_tui.dossier.addresses import DossierAt, KeyAt, PaneAt, parse
from caucasus_tui.page.heading import bottom_line_rows, title_rows
from caucasus_tui.page.rows.row import Page
from caucasus_tui.panes import HOME
from caucasus_tui.session.history import Visit
from caucasus_tui.session.session import Session
from caucasus_tui.tui import bars
from caucasus_tui.tui.arrangement import Arrangement
from caucasus_tui.tui.bottom_row import BottomRow
from caucasus_tui.tui.detail import Detail
from caucasus_tui.tui.here import Here, place_of
from caucasus_tui.tui.overlay import Overlay
from caucasus_tui.tui.page_view import EMPTY, PageView
from caucasus_tui.tui.prompt.controller import PromptController
from caucasus_tui.tui.terminal.drawing import DrawnScreen
from caucasus_tui.tui.terminal.terminal_app import TerminalApp


class Views(Arrangement):
    """The views that show a session on the app's own screen, whatever lies over it: the grid, where its pane is there,
    else the stage. While something is asked, the stage shows the answer. `progress`: as the bottom row has it."""

    def __init__(
        self, app: TerminalApp, session: Session, prompt: PromptController, *, progress: Callable[[], str]
    ) -> None:
        super().__init__(app, session, prompt)
        self.bottom = BottomRow(self, session, prompt, progress=progress)
        self._detail = Detail()
        self.is_answering = False  # a key, so that other panes and the detail follow once the rest has been shown
        self._waiting: bool | None = None
        """Whether what is still to be shown is shown from its top; None where nothing is."""
        self._resized = Size()
        self.beside: list[str] = []
        """Panes of the grid that are still to be shown."""

    @property
    def main(self) -> PageView:
        """The same with its page, however fast keys come."""
        self._lay_out()
        return self.led

    @property
    def detail(self) -> PageView:
        """What the cursor is on, as far as there is room."""
        self._lay_out()
        self.follow()
        self.view("detail").make()
        return self.view("detail")

    def _lay_out(self) -> None:
        self.settle()
        if isinstance(self.screen, DrawnScreen):
            self.screen.lay_out_now()
        self.led.make()

    def leads(self, view: PageView) -> bool:
        """Whether keys act on a view."""
        self.settle()
        return view is self.led

    @property
    def at(self) -> str:
        """The address that the cursor is on, else that of the page."""
        return self.main.subject or self._session.visit.address

    @property
    def here(self) -> Here:
        """Where the reader is, with what is to be seen there."""
        main = self.main
        return place_of(self._session, idle=main.page.idle, subject=main.subject)._replace(seen=main.seen)

    def linked(self, view: PageView) -> Visit | None:
        """Where a click in a view leads at once; nowhere in the view that the keys act on."""
        if self.leads(view) or (self._prompt.asking and view.id == "stage"):
            return None
        if view.id in HOME:
            return Visit(str(PaneAt(view.id)), view.subject)
        return Visit(view.subject) if view.id in ("tabs", "line", "detail") and view.subject else None

    def go(self, visit: Visit) -> None:
        """One step forward."""
        self.remember()
        if self._session.go(visit):
            self.step()

    def step(self) -> None:
        """Show where the reader has gone."""
        self.bottom.step()
        self.present()

    def remember(self) -> None:
        """Have the session note where the cursor is, for coming back. What the prompt answers is no place; on a page
        that is still to be shown nobody has moved."""
        if not self._prompt.asking and self._waiting is None:
            self._session.remember(self.main.subject, self.main.position)

    def renew(self) -> None:
        """Show another dossier of the session, or another day, here and on what lies over it."""
        self.begin()
        self.present(anew=False)
        for screen in self.overlays:
            screen.renew()

    def present(self, *, anew: bool = True) -> None:
        """Show where the reader is, or what the prompt answers; that from its top, unless not `anew`. Not yet where
        another key waits, that perhaps leads on."""
        self._waiting = anew or bool(self._waiting)
        if self._app.message_queue_size:
            self._app.call_later(self.settle)
        else:
            self.settle()

    def settle(self) -> None:
        """Show what is still to be shown."""
        if self._waiting is not None:
            anew, self._waiting = self._waiting, None
            self.bottom.forget()
            self._present(anew)

    def _present(self, anew: bool) -> None:
        visit, asking = self._session.visit, self._prompt.asking
        with self._app.batch_update():
            self._arrange()
            self.beside = [name for name in HOME if self.in_grid and name != visit.pane]
            if self.in_grid:
                self._show_pane(visit.pane)
                while self.beside and not self.is_answering:
                    self.show_beside()
            elif asking:
                self.view("stage").show(asking.page, anew=anew)
            else:
                self.view("stage").show(self._builder(visit), visit.subject, visit.left_at)
            self._present_bars()
        (self.bottom.follow_page if self.is_answering and not self.overlays else self.follow)()

    def show_beside(self) -> None:
        """Show one more of the panes beside the one that keys act on, which a key leaves for later."""
        if self.beside:
            self._show_pane(self.beside.pop(0))

    def _show_pane(self, name: str) -> None:
        there, view = self._visit_of(name), self.view(name)
        stays = view.subject and there.subject in ("", view.subject)
        view.show(self._builder(there), there.subject, view.position if stays else None)

    def _visit_of(self, name: str) -> Visit:
        """What a pane of the grid shows."""
        return self._session.visit if name == self._session.visit.pane else Visit(str(PaneAt(name)))

    def resize(self, size: Size) -> None:
        """Show the same in another room. The views have it before their pages are made, so that each is made once."""
        if size == self._resized:  # Textual says it twice at the start
            return
        self._resized = size
        if self.main.subject:
            self.remember()
        asking, led = self._prompt.asking, self.led
        self.fit(size)
        self._arrange()
        if isinstance(self.screen, DrawnScreen):
            self.screen.lay_out_now(size)
        if led is not self.led or led.page is EMPTY:  # other views than before
            return self._present(anew=False)
        with self._app.batch_update():
            for name in HOME if self.in_grid else ():  # those beside it are made as they are drawn
                view = self.view(name)
                view.show_again(self._builder(self._visit_of(name)), now=view is led)
            if not self.in_grid:
                self.view("stage").show_again(asking.page if asking else self._builder(self._session.visit))
            self._present_bars()
        self.follow()

    def _present_bars(self) -> None:
        session, visit, dossier = self._session, self._session.visit, self._session.dossier
        self.view("title").show(lambda width: Page("", title_rows(dossier, session.lens(width))))
        line = bars.too_small_rows if self.screen.has_class("-tiny") else bottom_line_rows
        self.view("line").show(lambda width: Page("", line(dossier, session.lens(width))))
        self.view("tabs").show(lambda width: bars.tabs_page(dossier, visit.pane, session.lens(width)))
        self.bottom.show()

    def say_on_top(self, text: str, role: str = "strong") -> None:
        """A message on what lies over it, if anything does."""
        on_top: BottomRow | Overlay = self.overlays[-1] if self.overlays else self.bottom
        on_top.say(text, role)

    def follow(self) -> None:
        """In the detail what the cursor is on, as far as there is room; below, the keys of the page."""
        self.bottom.follow_page()
        asking = self._prompt.asking
        hit = None if asking else self._session.visit.hit
        subject = self.led.subject
        is_told = (asking and asking.in_full) or isinstance(parse(subject), (KeyAt, DossierAt))
        about = Visit("" if is_told else subject, hit=hit)
        self._detail.show(self.view("detail"), about, self._builder(about))

    def _builder(self, visit: Visit) -> Callable[[int], Page]:
        """Its page, for the rows that one has which has the screen to itself."""
        height, shown, stage = self.height, self.screen.has_class, self.view("stage")
        return lambda width: self._session.page(visit, width, height, stage.room * shown("-pictures"))
