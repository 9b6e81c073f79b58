"""Search over everything in a dossier, in memory: whatever the script, the spelling or the question."""

from caucasus_tui.dossier.search.index import SearchIndex
from caucasus_tui.dossier.search.results import KIND_ORDER, PANE_KINDS, Group, Hit, Results

__all__ = ["KIND_ORDER", "PANE_KINDS", "Group", "Hit", "Results", "SearchIndex"]
