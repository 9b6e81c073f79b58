"""What levers do to whom they act upon, and in which order they are told."""

from collections import Counter
from collections.abc import Iterable

from caucasus_tui.dossier.model import ActorId, Dossier, Lever, LeverStatus
from caucasus_tui.dossier.model.links import NOT_STATED

TOLD: tuple[LeverStatus, ...] = ("latent", "signalled", "exercised", "eroded", "spent", "denied")
"""The order in which levers are told."""


def by_effect(dossier: Dossier, levers: Iterable[Lever]) -> list[tuple[str, list[Lever]]]:
    """The levers under the headings that the dossier has for what they do, those that fit none last, under none; in
    each group, what could be used first, then what is in use, then what fails."""
    groups = dossier.about.lever_groups
    found: dict[str, list[Lever]] = {heading: [] for heading in (*groups, "")}
    for lever in sorted(levers, key=lambda lever: TOLD.index(lever.status)):
        found[next((name for name, directions in groups.items() if lever.direction in directions), "")].append(lever)
    return [(heading, members) for heading, members in found.items() if members]


def most_targeted(levers: Iterable[Lever]) -> list[ActorId]:
    """The actors that levers act on or are directed against, the most acted-upon first."""
    counts = Counter(target for lever in levers for target in (*lever.targets, *lever.toward))
    return [target for target, _ in counts.most_common()]


def other_side(dossier: Dossier) -> ActorId | None:
    """The actor at whom most of what is asked aims, besides whoever is asked; else the one most levers act upon."""
    asks = dossier.recommendations
    counts = Counter(target for ask in asks for target in ask.targets if target not in ask.addressee)
    return counts.most_common(1)[0][0] if counts else next(iter(most_targeted(dossier.levers)), None)


def targets_in_order(dossier: Dossier, levers: Iterable[Lever]) -> list[ActorId]:
    """Whom these levers act upon: the other side first, then the most acted-upon."""
    found, first = most_targeted(levers), other_side(dossier)
    return sorted(found, key=lambda target: target != first)


def levers_upon(dossier: Dossier, target: str) -> list[Lever]:
    """Levers that act on a target or are directed against it; nothing is linked to `not-stated`."""
    linked = dossier.levers if target == NOT_STATED else dossier.linked_from(f"actor:{target}")
    return [lever for lever in linked if isinstance(lever, Lever) and target in (*lever.targets, *lever.toward)]


TOGETHER = "+"
"""Between the ids of those who hold a lever only together, where they are named as one: `pilots+sarn`."""


def held_by(lever: Lever) -> tuple[str, ...]:
    """Who holds a lever: each of its holders, or all of them as one where they have it only together."""
    return (TOGETHER.join(lever.holders),) if lever.jointly else lever.holders


def holder_title(dossier: Dossier, holder: str) -> str:
    """`Sarn`; of those who hold something only together, as a cell names them, `Pilots' Union + Sarn`."""
    actors = ((actor, dossier.record(f"actor:{actor}")) for actor in holder.split(TOGETHER))
    return " + ".join(record.title if record else actor.replace("-", " ") for actor, record in actors)


def levers_between(dossier: Dossier, holder: str, target: str) -> list[Lever]:
    """Levers of a holder, alone or with others, that act on a target or are directed against it; of several who are
    named as one what they hold together."""
    together = TOGETHER in holder
    return [
        lever for lever in levers_upon(dossier, target) if holder in (held_by(lever) if together else lever.holders)
    ]
