"""The bottom row: a message, the keys of the prompt, what is being read, or else the keys of where one is; above it
what is wrong."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial

from caucasus_tui.brief.choices import FORMATS
from caucasus_tui.page.rows.row import Page, Row
from caucasus_tui.session.session import Session
from caucasus_tui.tui import bars
from caucasus_tui.tui.here import key_row, place_of
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.prompt.controller import PromptController


class BottomRow:
    """Part of the views. `progress`: a line on what is going on meanwhile, or nothing."""

    _session: Session
    _prompt: PromptController
    _progress: Callable[[], str]
    _message: Row | None = None
    _problems: Sequence[Row] = ()
    _others_problems = False
    _which: Callable[[int], Row] | None = None
    """What may follow the key that was pressed, until the next one."""
    _idle = ""
    """The letters that were left out, with nothing to do on the page as it was."""

    @property
    @abstractmethod
    def _in_grid(self) -> bool:
        """Whether four panes are shown, so that no tabs tell their digits."""

    @property
    @abstractmethod
    def _main(self) -> PageView:
        """The view that the keys act on."""

    @abstractmethod
    def view(self, name: str) -> PageView:
        """A view by its name."""

    @abstractmethod
    def settle(self) -> None:
        """Show what is still to be shown: it would wipe out what is said."""

    def say(self, text: str, role: str = "strong") -> None:
        """A message until the next key."""
        self.settle()
        self.show_message(bars.message_row(text, role))

    def show_which_keys(self, first: str) -> None:
        """What may follow a key, by its id, until the next one."""
        self.settle()
        self._message = None
        missing: dict[str, str] = {}
        if first == "export":
            from caucasus_tui.brief.formats import is_installed
            from caucasus_tui.brief.formats.extras import installing

            missing = {f"export.{form.name}": installing(form.extra) for form in FORMATS if not is_installed(form)}
        self._which = partial(bars.after_row, self._prompt.keys, first, missing)
        self.show_footer()

    def show_message(self, row: Row | None) -> None:
        """The same as a row; with None, what stands there else."""
        self._message, self._which = row, None
        self.show_footer()

    def follow_page(self) -> None:
        """Offer the keys that the page has, now that it is made."""
        if self._main.page.idle != self._idle:
            self.show_footer()

    def show_progress(self, begins: bool) -> None:
        """Something goes on meanwhile. As it `begins`, what was said before is past."""
        self.settle()
        if begins:
            self._message = None
        self.show_footer()

    def show_footer(self) -> None:
        """The message, what may follow a key, the keys of the prompt, what is being read, or the keys."""
        self._idle = self._main.page.idle
        self.view("footer").show(lambda width: Page("", [self._message or self._footer_row(width)]))

    def _footer_row(self, width: int) -> Row:
        if self._which:
            return self._which(width)
        if asking := self._prompt.asking:
            return bars.asking_row(asking.sign, width, before=bool(asking.before and not asking.text))
        progress = self._progress()
        if progress:
            return bars.message_row(progress)
        here = place_of(self._session, in_grid=self._in_grid, idle=self._idle)
        return key_row(width, self._prompt.keys, here, bars.todo_row(self._session.dossier))

    def show_problems(self, rows: Sequence[Row], *, of_another: bool = False) -> None:
        """What is wrong with an edited dossier, above the bottom row; nothing hides the list but that `of_another`, and
        only until the next step."""
        if not of_another:
            self._problems = rows
        self._others_problems = of_another
        view = self.view("problems")
        view.screen.set_class(bool(rows), "-problems")
        view.show(lambda width: Page("", rows))
