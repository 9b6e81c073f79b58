"""Of a meeting sheet: the questions to put."""

from caucasus_tui.brief.parts.part import Part
from caucasus_tui.brief.points import NO_MEETING, lines_of

PART = Part(
    title=lambda angle: "Questions to put",
    noun="questions to put",
    absent=lambda angle: "" if angle.counterpart else NO_MEETING,
    lines=lambda angle, earlier: lines_of(angle, "question"),
)
