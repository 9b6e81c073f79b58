"""Of a meeting sheet: the questions to put."""

from caucasus_tui.brief.points import meeting_part

PART = meeting_part("Questions to put", "questions to put", "question")
