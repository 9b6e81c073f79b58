"""Of a meeting sheet: the points to make."""

from caucasus_tui.brief.parts.part import Part
from caucasus_tui.brief.points import NO_MEETING, lines_of

PART = Part(
    title=lambda angle: "Points to make",
    noun="points to make",
    absent=lambda angle: "" if angle.counterpart else NO_MEETING,
    lines=lambda angle, earlier: lines_of(angle, "point"),
)
