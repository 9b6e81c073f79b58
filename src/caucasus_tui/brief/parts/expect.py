"""Of a meeting sheet: what the other side will say, and what can be said to it."""

from caucasus_tui.brief.points import meeting_part
from caucasus_tui.page.absence import sources_give

PART = meeting_part(
    lambda angle: f"What they will say, and what {sources_give(angle.dossier)} in answer",
    "things they will say",
    "expect",
    "answer",
)
