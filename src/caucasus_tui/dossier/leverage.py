"""What a lever does to its target, in one word of two: hold back, or help along. The rest is neither."""

from caucasus_tui.dossier.dossier import Dossier
from caucasus_tui.dossier.records import Lever
from caucasus_tui.dossier.records.levers import Direction

RESTRAINING: tuple[Direction, ...] = ("deter", "induce", "convene", "guarantee", "condition", "pressure")
ENABLING: tuple[Direction, ...] = ("enable", "legitimise", "support")


def levers_upon(dossier: Dossier, target: str) -> list[Lever]:
    """Levers that act on a target or are directed against it."""
    return [lever for lever in dossier.levers if target in lever.targets or target in lever.toward]
