"""Of a meeting sheet: what may be raised against us."""

from caucasus_tui.brief.points import meeting_part

PART = meeting_part("Where we are open to reproach", "reproaches", "if-raised")
