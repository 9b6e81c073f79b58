"""The panes by name: a dossier may give each its own title, and search narrows to what one shows."""

from typing import Literal, get_args

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
    "ledger",
    "disputes",
]

PANES: tuple[PaneName, ...] = get_args(PaneName)
LATER_PANES: tuple[PaneName, ...] = ("ledger", "disputes")
"""Of the later layer alone: without it they say only that it is off."""

SectionName = Literal[
    "bottom-line",
    "situation",
    "asks",
    "windows",
    "judgements",
    "position",
    "levers",
    "upon",
    "terms",
    "outlook",
    "gaps",
    "tensions",
    "names",
    "sources",
    "references",
    "points",
    "questions",
    "expect",
    "reproach",
]
"""The sections of a brief in the order of reading, then those of a meeting sheet alone. A dossier may call them
otherwise."""

SHORT_TITLES: dict[PaneName, str] = {
    "timeline": "Time",
    "leverage": "Lever",
    "recommendations": "Asks",
    "outlook": "Next",
    "actors": "Who",
    "sources": "Gaps",
}
"""For narrow screens, where the dossier's own titles do not fit; of the others the name will do."""

NO_TITLES = frozenset(("a", "an", "the", "what", "who", "whom", "whose", "how"))
"""First words of a title that do not stand for it."""

PANE_KINDS: dict[PaneName, tuple[str, ...]] = {
    "timeline": ("event", "later"),
    "leverage": ("lever",),
    "terms": ("agreement", "term"),
    "recommendations": ("recommendation",),
    "why": ("condition",),
    "tracks": ("track", "step"),
    "outlook": ("scenario",),
    "actors": ("actor",),
    "names": ("place", "name-rule"),
    "sources": ("gap", "tension", "code", "source", "paragraph", "statement"),
    "ledger": ("ledger",),
    "disputes": ("dispute",),
}
"""The kinds of record that each pane shows first; a pane that only tells of them otherwise has no row."""
