"""Of a meeting sheet: the points to make."""

from caucasus_tui.brief.points import meeting_part

PART = meeting_part("Points to make", "points to make", "point")
