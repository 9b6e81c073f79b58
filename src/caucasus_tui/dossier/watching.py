"""A folder that may be edited while its dossier is on screen."""

import os
from pathlib import Path

from caucasus_tui.dossier.dossier import Dossier
from caucasus_tui.dossier.files import SIZE_LIMIT
from caucasus_tui.dossier.problems import DossierError, Problem

Signature = tuple[tuple[str, int, int], ...]


class Watched:
    """A dossier's folder, looked at again and again: polling works on network mounts and in containers too."""

    def __init__(self, root: Path | str, limit: int = SIZE_LIMIT) -> None:
        self.root = Path(root)
        self._limit = limit
        self._seen = self._signature()

    def changed(self) -> bool:
        """Whether a file came, went or changed since this was last asked."""
        before, self._seen = self._seen, self._signature()
        return self._seen != before

    def load(self) -> Dossier:
        """The dossier as it is now. Raises DossierError, and nothing else, where it is not sound."""
        from caucasus_tui.dossier.load import load

        try:
            return load(self.root, self._limit).dossier
        except OSError as error:
            raise DossierError([Problem(file=str(self.root), message=f"cannot be read: {error.strerror}")]) from error

    def _signature(self) -> Signature:
        found: list[tuple[str, int, int]] = []
        for folder in ("data", "seeds"):
            try:
                with os.scandir(self.root / folder) as entries:
                    for entry in entries:
                        status = entry.stat()
                        found.append((entry.path, status.st_mtime_ns, status.st_size))
            except OSError:
                # Gone for the moment, as while an editor replaces it: the next look will tell.
                continue
        return tuple(sorted(found))
