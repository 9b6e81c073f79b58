"""What an actor or a place is called: its names, their initials, and from one of its names to the others."""

import re
from collections.abc import Iterable

from caucasus_tui.dossier.model import Actor, Dossier, Place, Record
from caucasus_tui.dossier.search.english import STOP_WORDS
from caucasus_tui.dossier.text.fold import words

_PARTS = re.compile(r"[^\W\d_]+")
_ASIDE = re.compile(r"[,(/]")


def other_names(dossier: Dossier) -> dict[str, list[str]]:
    """From each name of one word, folded, to the others of the same actor or place."""
    found: dict[str, dict[str, None]] = {}
    named: tuple[Actor | Place, ...] = (*dossier.actors, *dossier.places)
    for record in named:
        names = {held[0] for name in names_of(record) if len(held := words(name)) == 1}
        for name in names:
            found.setdefault(name, {}).update(dict.fromkeys(sorted(names - {name})))
    return {name: list(others) for name, others in found.items()}


def names_of(record: Actor | Place) -> tuple[str, ...]:
    """All that an actor or a place is called, initials included."""
    return (record.title, *(other.name for other in record.names), *initials_of(record))


def initials_of(record: Record) -> tuple[str, ...]:
    """Those of an actor or a place; of nothing else."""
    if not isinstance(record, Actor | Place):
        return ()
    return initials((record.title, *(other.name for other in record.names)))


def initials(names: Iterable[str]) -> tuple[str, ...]:
    """`nk` of Nagorno-Karabakh: the first letters of names whose words all have capitals."""
    found: dict[str, None] = {}
    for name in names:
        parts = [part for part in _PARTS.findall(_ASIDE.split(name)[0]) if part.lower() not in STOP_WORDS]
        if len(parts) > 1 and all(part[0].isupper() for part in parts):
            found["".join(part[0] for part in parts).lower()] = None
    return tuple(found)
