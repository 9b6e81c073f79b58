"""Whom a brief is for: an actor by id, title, short name or any other name, in any script."""

from caucasus_tui.dossier.model import Actor, Dossier
from caucasus_tui.dossier.text.fold import fold

OFFERED = 3
"""How many names are offered where none fits."""


def find_actor(dossier: Dossier, text: str) -> Actor | None:
    """The actor meant by `text`; its own names count before what others call it. None where no actor is called so."""
    wanted = fold(text)
    for names in (_own_names, _all_names, lambda actor: map(fold, actor.was)):
        found = next((actor for actor in dossier.actors if wanted and wanted in names(actor)), None)
        if found:
            return found
    return None


def nearest_actors(dossier: Dossier, text: str) -> list[str]:
    """The titles of the actors whose names come nearest; none where nothing is near."""
    from difflib import get_close_matches  # only a mistake needs it

    titles = {name: actor.title for actor in reversed(dossier.actors) for name in _all_names(actor)}
    near = get_close_matches(fold(text)[:100], titles, n=3 * OFFERED)
    return list(dict.fromkeys(titles[name] for name in near))[:OFFERED]


def _own_names(actor: Actor) -> list[str]:
    return [fold(actor.id), fold(actor.title), fold(actor.short)]


def _all_names(actor: Actor) -> list[str]:
    return [*_own_names(actor), *(fold(other.name) for other in actor.names)]
