"""Of a meeting sheet: what may be raised against us."""

from caucasus_tui.brief.parts.part import Part
from caucasus_tui.brief.points import NO_MEETING, lines_of

PART = Part(
    title=lambda angle: "Where we are open to reproach",
    noun="reproaches",
    absent=lambda angle: "" if angle.counterpart else NO_MEETING,
    lines=lambda angle, earlier: lines_of(angle, "if-raised"),
)
