"""Who can do what to whom: what restrains first, then what enables, then the rest; what can still be used before what
cannot."""

from collections.abc import Iterable, Sequence
from datetime import date

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import behind_dated
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts.part import Part
from caucasus_tui.dossier.model.dates import NOT_STATED, When, window_words
from caucasus_tui.dossier.model.records import Lever
from caucasus_tui.dossier.model.records.levers import LeverStatus
from caucasus_tui.dossier.views.effects import by_effect, most_targeted

USABLE: tuple[LeverStatus, ...] = ("latent", "signalled", "exercised", "eroded", "denied", "spent")
"""From what is still to be used to what is gone."""


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    if angle.actor is None:
        return grouped(angle, angle.dossier.levers)
    return _listed(angle, [lever for lever in angle.dossier.levers if angle.concerns(*lever.holders)], "")


def grouped(angle: Angle, levers: Iterable[Lever]) -> list[Line]:
    """Under three headings, by what a lever does."""
    headings = ("To restrain", "To enable or cover", "Other means")
    return [
        line
        for heading, each in zip(headings, by_effect(levers), strict=True)
        for line in _listed(angle, each, heading)
    ]


def _listed(angle: Angle, levers: Iterable[Lever], heading: str) -> list[Line]:
    """Levers upon whom most levers act first, then what can still be used; else in the order of the dossier."""
    focus = _focus(angle)
    order = sorted(levers, key=lambda lever: (focus not in (*lever.targets, *lever.toward), USABLE.index(lever.status)))
    return [_line(angle, lever, heading) for lever in order]


def _focus(angle: Angle) -> str | None:
    """The actor that most levers act upon; for an actor's own brief nobody is singled out."""
    if angle.actor:
        return None
    return next(iter(most_targeted(angle.dossier.levers)), None)


def _line(angle: Angle, lever: Lever, heading: str) -> Line:
    against = f", against {angle.names(lever.toward)}" if lever.toward else ""
    facts = [lever.title, f"{lever.direction}, {lever.status}"]
    facts += [_window(when, angle.today) for when in lever.window]
    together = ", together," if lever.jointly else ""
    return Line(
        head=f"{angle.names(lever.holders)}{together} upon {angle.names(lever.targets)}{against}",
        facts="; ".join(facts),
        claims=behind_dated(angle.dossier, lever, lever.window),
        group=heading,
        about=lever.ref,
    )


def _window(when: When, today: date) -> str:
    """In the source's words and no more: the dated windows have a section of their own."""
    if when.as_stated == NOT_STATED:
        return "no date"
    return f"{when.as_stated}, {window_words(when, today)}" if when.edtf else when.as_stated


def note(angle: Angle) -> str:
    """What a reader must know to read a lever's line."""
    return "□ How each works and stands is our reading."


PART = Part(
    title=lambda angle: "Levers held by this actor" if angle.actor else "Who can do what",
    noun="levers",
    note=note,
    lines=_lines,
    absent=lambda angle: "no lever held" if angle.actor else "no lever",
)
