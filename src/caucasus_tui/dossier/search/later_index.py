"""What a search finds in the later layer. It is searched by itself, so that no hit of the seed layer moves for it."""

from msgspec.structs import replace

from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.addresses.places import exists
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.search.index import SearchIndex
from caucasus_tui.dossier.search.index_tables import later_layer
from caucasus_tui.dossier.search.results import Results


class LaterIndex:
    """The index of a dossier's later layer."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._index = SearchIndex(later_layer(dossier))

    def find(self, text: str, limit: int) -> Results:
        """The hits that are of the later layer alone."""
        found = self._index.find(text, limit)
        hits = tuple(hit for hit in found.hits if not exists(self._dossier, parse(hit.ref)))
        return replace(found, hits=hits, total=len(hits))
