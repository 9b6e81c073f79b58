"""What to call things aloud, and which words to leave to those who use them."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.dossier.model.records import Actor, NameRule, Place


def _names_something(angle: Angle, rule: NameRule) -> bool:
    """Whether a rule is about what an actor or a place is called; how to put other things stands in the dossier."""
    about = (angle.dossier.record(ref) for ref in rule.about)
    return any(isinstance(found, Actor | Place) and found.title == rule.title for found in about)


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    rules = [rule for rule in angle.dossier.names if _names_something(angle, rule)]
    avoided = dict.fromkeys(word for rule in rules for word in rule.avoid)
    if not rules:
        return []
    return [
        Line(head="Say", facts="; ".join(rule.title for rule in rules)),
        Line(head="Leave to those who use them", facts="; ".join(f"“{word}”" for word in avoided)),
    ]


PART = Part(
    title=lambda angle: "Names to use",
    noun="names",
    note=lambda angle: "Our advice; the reasons stand in the dossier.",
    lines=_lines,
    listed=True,
)
