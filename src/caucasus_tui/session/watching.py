"""A folder that may be edited while its dossier is on screen."""

from pathlib import Path

from caucasus_tui.dossier.keeping.fingerprint import Mark, file_marks


class Watched:
    """A dossier's folder, looked at again and again: polling works on network mounts and in containers too."""

    def __init__(self, root: Path | str) -> None:
        self.root = Path(root)
        self.begin_reading()

    def begin_reading(self) -> None:
        """What changes from now on has not been read. To be called before the files are."""
        self._read = self._seen = self._marks()

    def changed(self) -> bool:
        """Whether files came, went or changed since reading began, and looked the same at the last look: an editor
        writes in several steps, and what is there between them is nobody's dossier."""
        now = self._marks()
        if now is None:
            return False
        before, self._seen = self._seen, now
        return self._read != now == before

    def _marks(self) -> tuple[Mark, ...] | None:
        try:
            return file_marks(str(self.root))
        except OSError:  # gone for the moment, as while an editor or a version control system replaces it
            return None
