"""A folder that may be edited while its dossier is on screen."""

from pathlib import Path

from caucasus_tui.dossier.keeping.fingerprint import Mark, file_marks
from caucasus_tui.dossier.loading.files import SIZE_LIMIT
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import DossierError, Problem


class Watched:
    """A dossier's folder, looked at again and again: polling works on network mounts and in containers too.

    `limit`: of a file, in bytes; `latin`: for a screen that shows only ASCII.
    """

    def __init__(self, root: Path | str, limit: int = SIZE_LIMIT, *, latin: bool = False) -> None:
        self.root = Path(root)
        self._limit = limit
        self._latin = latin
        self._seen = self._marks()

    def changed(self) -> bool:
        """Whether a file came, went or changed since this was last asked."""
        before, self._seen = self._seen, self._marks()
        return self._seen != before

    def load(self) -> Dossier:
        """The dossier as it is now. Raises DossierError, and nothing else, where it is not sound."""
        from caucasus_tui.dossier.loading.latin import in_latin
        from caucasus_tui.dossier.loading.load import load

        try:
            dossier = load(self.root, self._limit).dossier
        except OSError as error:
            raise DossierError([Problem(file=str(self.root), message=f"cannot be read: {error.strerror}")]) from error
        return in_latin(dossier) if self._latin else dossier

    def _marks(self) -> tuple[Mark, ...]:
        try:
            return file_marks(str(self.root))
        except OSError:
            # Gone for the moment, as while an editor replaces it: the next look will tell.
            return ()
