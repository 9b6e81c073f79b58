"""The bottom row: a message, the keys of the prompt, what is being read, or else the keys of where one is; above it
what is wrong."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from caucasus_tui.page.rows.row import Page, Row
from caucasus_tui.session.session import Session
from caucasus_tui.tui import bars
from caucasus_tui.tui.here import key_row, place_of
from caucasus_tui.tui.prompt.controller import PromptController

if TYPE_CHECKING:
    from caucasus_tui.tui.views import Views


class BottomRow:
    """That of the dashboard's `views`. `progress`: a line on what is going on meanwhile, or nothing."""

    def __init__(
        self, views: "Views", session: Session, prompt: PromptController, *, progress: Callable[[], str]
    ) -> None:
        self._views, self._session, self._prompt, self._progress = views, session, prompt, progress
        self._message: tuple[str, str] | None = None
        """What is said, and its role."""
        self._problems: Sequence[Row] = ()
        self._others_problems = False
        self._which: Callable[[int], Row] | None = None
        """What may follow the key that was pressed, until the next one."""
        self._page_had: tuple[str, str | None] = "", None
        """Letters with nothing to do on the page as it was, and what the cursor was on where that led nowhere else."""

    def say(self, text: str, role: str = "strong") -> None:
        """A message until the next key."""
        self._views.settle()
        self._message, self._which = (text, role), None
        self.show()

    def show_which_keys(self, first: str) -> None:
        """What may follow a key, by its id, until the next one."""
        self._views.settle()
        self._message = None
        missing: dict[str, str] = {}
        if first == "export":
            from caucasus_tui.brief.formats import not_installed

            missing = {f"export.{form.name}": command for form, command in not_installed().items()}
        self._which = partial(bars.after_row, self._prompt.keys, first, missing)
        self.show()

    def forget(self) -> None:
        """Nothing is said any more, nor waited for, of what is to be shown anew."""
        self._message = self._which = None

    def show_keys(self) -> None:
        """What stands there else."""
        self.forget()
        self.show()

    def past(self) -> Callable[[], None]:
        """Ends what is said now, unless something else has been said by then."""
        said = self._message
        return lambda: self.show_keys() if said and self._message is said else None

    def follow_page(self) -> None:
        """Offer the keys that the page has, now that it is made."""
        if self._page_has() != self._page_had:
            self.show()

    def _page_has(self) -> tuple[str, str | None]:
        view, here = self._views.led, "" if self._prompt.asking else self._session.visit.address
        leads = not view.is_made or view.subject not in ("", here)
        return view.page.idle, None if leads else view.subject

    def show_progress(self, begins: bool) -> None:
        """Something goes on meanwhile. As it `begins`, what was said before is past."""
        self._views.settle()
        if begins:
            self._message = None
        self.show()

    def show(self) -> None:
        """The message, what may follow a key, the keys of the prompt, what is being read, or the keys."""
        self._page_had = self._page_has()
        self._views.view("footer").show(lambda width: Page("", [self._row(width)]))

    def _row(self, width: int) -> Row:
        if self._message:
            return bars.message_row(*self._message, width)
        if self._which:
            return self._which(width)
        if asking := self._prompt.asking:
            if asking.is_full:
                return bars.message_row(f"Nothing more has room here: {len(asking.text)} characters.", "warn", width)
            before = bool(asking.before and not asking.text)
            return bars.asking_row(asking.sign, width, before=before, found=self._page_had[1] != "")
        if progress := self._progress():
            return bars.message_row(progress, "strong", width)
        idle, subject = self._page_had
        here = place_of(self._session, in_grid=self._views.in_grid, idle=idle, subject=subject)
        return key_row(width, self._prompt.keys, here, bars.todo_row(self._session.dossier))

    def step(self) -> None:
        """The reader has gone elsewhere."""
        if self._others_problems:
            self.show_problems(self._problems)

    def show_problems(self, rows: Sequence[Row], *, of_another: bool = False) -> None:
        """What is wrong with an edited dossier, above the bottom row; nothing hides the list but that `of_another`, and
        only until the next step."""
        if not of_another:
            self._problems = rows
        self._others_problems = of_another
        view = self._views.view("problems")
        view.screen.set_class(bool(rows), "-problems")
        view.show(lambda width: Page("", rows))
