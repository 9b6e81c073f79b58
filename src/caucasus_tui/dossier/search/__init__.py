"""Search over everything in a dossier, in memory: whatever the script, the spelling or the question."""

from caucasus_tui.dossier.search.index import LIMIT, SearchIndex
from caucasus_tui.dossier.search.results import KIND_ORDER, Group, Hit, Results

__all__ = ["KIND_ORDER", "LIMIT", "Group", "Hit", "Results", "SearchIndex"]
