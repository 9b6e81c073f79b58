"""The library: where dossiers come from. It reads one from a folder, from the cache where it can be."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from caucasus_tui.dossier.keeping.cache import Progress, open_cached
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.loading.files import SIZE_LIMIT
from caucasus_tui.dossier.loading.folder import bundled, bundled_folder
from caucasus_tui.dossier.loading.originals import NO_ORIGINALS, Originals
from caucasus_tui.dossier.loading.outline_file import NO_OUTLINE, OutlineFile
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import DossierError, Problem
from caucasus_tui.dossier.text import unreadable

if TYPE_CHECKING:
    from caucasus_tui.config.dossiers import NamedDossier
    from caucasus_tui.session.watching import Watched


class Opened(NamedTuple):
    """A dossier, the texts that the reader has beside it, and the outline for its map."""

    dossier: Dossier
    originals: Originals = NO_ORIGINALS
    outline: OutlineFile = NO_OUTLINE


class Library(Struct, frozen=True):
    """`files`: the folder of the dossier to begin with, from before it was read; None for the bundled one. `watch`:
    what is on screen is read anew of its own accord whenever a file of it changes. `named`: dossiers to choose from;
    `limit`: of a file, in bytes; `latin`: for a screen that shows only ASCII; `cache`: its folder, as `Store` takes it;
    `originals`: finds the texts beside a dossier, in its folder, or for the bundled one (no folder) elsewhere."""

    files: "Watched | None" = None
    watch: bool = False
    named: "Sequence[NamedDossier]" = ()
    limit: int = SIZE_LIMIT
    latin: bool = False
    cache: str | None = None
    originals: Callable[[Dossier, str], Originals] = lambda dossier, folder: NO_ORIGINALS

    def read(self, folder: str, progress: Progress = lambda what, share: None) -> Opened:
        """The dossier in a folder, or the bundled one where that is empty. May run in any thread.

        Raises DossierError, and nothing else, where it is not sound.
        """
        root = folder or bundled_folder() or bundled()
        try:
            dossier = open_cached(root, limit=self.limit, store=Store(self.cache), progress=progress)
        except OSError as error:
            raise DossierError([Problem(file=folder, message=unreadable(error))]) from error
        originals = self.originals(dossier, folder)
        if self.latin:
            from caucasus_tui.dossier.keeping.latin import in_latin

            dossier = in_latin(dossier)
        return Opened(dossier, originals, OutlineFile(root, self.limit))


NO_LIBRARY = Library()
"""For a dossier that was not read from anywhere."""
