"""Of a meeting sheet: what the other side will say, and what the text gives in answer."""

from caucasus_tui.brief.points import meeting_part

PART = meeting_part("What they will say, and what the text gives in answer", "things they will say", "expect", "answer")
