"""The panes by name: a dossier may give each its own title, and search narrows to what one shows."""

from typing import Literal

PaneName = Literal[
    "timeline",
    "leverage",
    "terms",
    "recommendations",
    "why",
    "tracks",
    "outlook",
    "actors",
    "names",
    "sources",
]

PANE_KINDS: dict[PaneName, tuple[str, ...]] = {
    "timeline": ("event",),
    "leverage": ("lever",),
    "terms": ("agreement", "term"),
    "recommendations": ("recommendation",),
    "why": ("condition",),
    "tracks": ("track", "step"),
    "outlook": ("scenario",),
    "actors": ("actor",),
    "names": ("place", "name-rule"),
    "sources": ("gap", "tension", "code", "source", "paragraph", "statement"),
}
"""The kinds of record that each pane shows."""
