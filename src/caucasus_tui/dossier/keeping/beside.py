"""What is made from a dossier that came from the cache, and kept beside it: as good as its fingerprint."""

from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.model.dossier import Dossier


class Beside:
    """The place beside a kept dossier."""

    def __init__(self, store: Store, key: str) -> None:
        self._store = store
        self._key = key

    def read(self, kind: str) -> bytes | None:
        """What was kept, or None."""
        return self._store.read(kind, self._key)

    def write(self, kind: str, content: bytes) -> None:
        """Keep something, if that can be done."""
        self._store.write(kind, self._key, content)


def placed(dossier: Dossier, store: Store, key: str) -> Dossier:
    """The dossier, which knows from now on under which fingerprint it is kept."""
    vars(dossier)[_PLACE] = Beside(store, key)
    return dossier


def place_of(dossier: Dossier) -> Beside | None:
    """Where something made from a dossier can be kept; None where it did not come from the cache as it is."""
    found = vars(dossier).get(_PLACE)
    return found if isinstance(found, Beside) else None


_PLACE = "_kept_beside"
