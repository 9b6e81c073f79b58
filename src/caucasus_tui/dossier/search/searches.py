"""One search after the other in a dossier: the indexes that are kept, and what was found last."""

import threading
from functools import cached_property, lru_cache
from typing import NamedTuple

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.search.index import LIMIT, SearchIndex
from caucasus_tui.dossier.search.later_index import LaterIndex
from caucasus_tui.dossier.search.results import Group, Hit, Results

TELLING_LETTERS, HITS_OF_FEWER = 3, 30
"""What fewer letters find is on its way to something else, and so many hits of it are enough."""
KEPT = 8
"""Queries whose hits are kept: the last, and those that are gone back to."""


class Found(NamedTuple):
    """What a query finds. `later`: in the later layer, where that is on; its hits come last."""

    results: Results
    later: Results | None = None

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits in the order in which they are listed."""
        groups: tuple[Group, ...] = (*self.results.groups, *(self.later.groups if self.later else ()))
        return tuple(hit for group in groups for hit in group.hits)

    @property
    def words(self) -> dict[str, int]:
        """The words that match, each with how many of its letters do."""
        return {**(self.later.words if self.later else {}), **self.results.words}

    @property
    def total(self) -> int:
        """How many there are; more than `hits` where only the best are listed."""
        return self.results.total + (self.later.total if self.later else 0)


class Searches:
    """Those in one dossier, in any thread. An index is built when first needed; what is being built or looked for is
    waited for, not done twice."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._kept = lru_cache(maxsize=KEPT)(self._found)
        self._asking = lru_cache(maxsize=KEPT)(lambda query, later: threading.Lock())
        self._opening = threading.Lock()

    @cached_property
    def _index(self) -> SearchIndex:
        return SearchIndex(self._dossier)

    @cached_property
    def _later(self) -> LaterIndex:
        return LaterIndex(self._dossier)

    def found(self, query: str, *, later: bool) -> Found:
        """What a query finds; with nothing asked nothing, and no index is built for it."""
        if not query.strip():
            return Found(Results(query=""))
        with self._asking(query, later):
            return self._kept(query, later)

    def _found(self, query: str, later: bool) -> Found:
        limit = HITS_OF_FEWER if len(query.strip()) < TELLING_LETTERS else LIMIT
        with self._opening:
            index, over = self._index, self._later if later else None
        return Found(index.find(query, limit), over.find(query, limit) if over else None)
