"""What is made from a dossier that came from the cache, and kept beside it: as good as its fingerprint."""

from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.model.dossier import Dossier


class Beside:
    """The place beside a kept dossier. `kind`: the kind of file that its index is kept in."""

    def __init__(self, store: Store, key: str, kind: str = "search") -> None:
        self._store = store
        self._key = key
        self._kind = kind

    def read(self) -> bytes | None:
        """The index that was kept, or None."""
        return self._store.read(self._kind, self._key)

    def write(self, content: bytes) -> None:
        """Keep an index, if that can be done."""
        self._store.write(self._kind, self._key, content)

    @property
    def of_later(self) -> "Beside":
        """That of the later layer."""
        return Beside(self._store, self._key, "later")


def placed(dossier: Dossier, place: Beside) -> Dossier:
    """The dossier, which knows from now on under which fingerprint it is kept."""
    vars(dossier)[_PLACE] = place
    return dossier


def place_of(dossier: Dossier) -> Beside | None:
    """Where something made from a dossier can be kept; None where it did not come from the cache as it is."""
    found = vars(dossier).get(_PLACE)
    return found if isinstance(found, Beside) else None


_PLACE = "_kept_beside"
