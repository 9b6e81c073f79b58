"""Takes over a dossier in place of the one on screen: the same one edited, or another by name."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from msgspec.structs import replace

from caucasus_tui.dossier.loading.files import SIZE_LIMIT
from caucasus_tui.dossier.loading.originals import NO_ORIGINALS, Originals
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import DossierError
from caucasus_tui.panes import PANES
from caucasus_tui.tui import bars
from caucasus_tui.tui.history import History, Visit
from caucasus_tui.tui.presenter import Presenter

if TYPE_CHECKING:
    from caucasus_tui.config.dossiers import NamedDossier
    from caucasus_tui.dossier.loading.watching import Watched

WATCH_SECONDS = 0.5


@runtime_checkable
class ShowsDossier(Protocol):
    """A screen of its own over the dashboard."""

    def take(self, dossier: Dossier) -> None:
        """Show another dossier."""
        ...


def _no_originals(dossier: Dossier, folder: str) -> Originals:
    return NO_ORIGINALS


class Library(NamedTuple):
    """Where dossiers come from. `folder`: where the present one can be read anew from; `watch`: of its own accord, when
    a file there changes; `named`: others to switch to; `limit` and `latin` as of `Watched`; `originals`: the texts that
    the reader has beside a dossier, in its folder, or for the bundled one (no folder) elsewhere."""

    folder: "Watched | None" = None
    watch: bool = False
    named: "Sequence[NamedDossier]" = ()
    limit: int = SIZE_LIMIT
    latin: bool = False
    originals: Callable[[Dossier, str], Originals] = _no_originals


NO_LIBRARY = Library()


class Reloading(Presenter, inherit_bindings=False):
    """A dossier with problems changes nothing on screen but the list of its problems."""

    def __init__(self, dossier: Dossier, *, today: date, start: str, theme: str, library: Library) -> None:
        super().__init__(dossier, today=today, start=start, theme=theme)
        self.library = library
        self._take_originals(str(library.folder.root) if library.folder else "")

    def on_mount(self) -> None:
        if self.library.watch and self.library.folder:
            self.set_interval(WATCH_SECONDS, self._look_for_changes)

    def forget(self) -> None:
        """Drop what was made from the dossier before."""

    def _look_for_changes(self) -> None:
        if self.library.folder and self.library.folder.changed():
            self.action_reload()

    def action_reload(self) -> None:
        """Take over an edited dossier; a broken one changes nothing but the list of its problems."""
        if self.library.folder is None:
            self.say(bars.message_row("The bundled dossier does not change. --dossier DIR opens one that can."))
            return
        self.remember()
        if self._take_over(self.library.folder.load, str(self.library.folder.root)):
            self.say(bars.message_row("Read anew."))

    def switch_to(self, name: str) -> None:
        """Open a dossier of the library, from its first screen; one with problems is not opened."""
        from caucasus_tui.dossier.loading.folder import bundled
        from caucasus_tui.dossier.loading.watching import Watched

        folder = next(found.folder for found in self.library.named if found.name == name)
        watched = Watched(folder or str(bundled()), self.library.limit, latin=self.library.latin)
        before, self.history = self.history, History(Visit(f"pane:{PANES[0]}"))
        if self._take_over(watched.load, folder):
            self.library = self.library._replace(folder=watched, watch=False)
        else:
            self.history = before
            self.present()

    def _take_originals(self, folder: str) -> None:
        self.lens = replace(self.lens, originals=self.library.originals(self.dossier, folder))

    def _take_over(self, load: Callable[[], Dossier], folder: str) -> bool:
        """Show another dossier in place of this one; False, and its problems, where it is not sound."""
        try:
            self.dossier = load()
        except DossierError as error:
            self.show_problems(bars.problem_rows(error.problems))
            return False
        self._take_originals(folder)
        self.forget()
        self.show_problems([])
        self.relabel()
        self.present()
        for screen in self.screen_stack[1:]:
            if isinstance(screen, ShowsDossier):
                screen.take(self.dossier)
        return True
