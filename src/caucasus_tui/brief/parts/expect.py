"""Of a meeting sheet: what the other side will say, and what the text gives in answer."""

from caucasus_tui.brief.parts.part import Part
from caucasus_tui.brief.points import NO_MEETING, lines_of

PART = Part(
    title=lambda angle: "What they will say, and what the text gives in answer",
    noun="things they will say",
    absent=lambda angle: "" if angle.counterpart else NO_MEETING,
    lines=lambda angle, earlier: lines_of(angle, "expect", "answer"),
)
