"""Of a meeting sheet: what the other side will say, and what can be said to it."""

from caucasus_tui.brief.points import meeting_part
from caucasus_tui.page.absence import the_sources

PART = meeting_part(
    lambda angle: (
        f"What they will say, and what {the_sources(angle.dossier)} "
        f"{'give' if len(angle.dossier.sources) > 1 else 'gives'} in answer"
    ),
    "things they will say",
    "expect",
    "answer",
)
