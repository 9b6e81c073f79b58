"""A dossier that rests on a shelf: it looks like one that is all in memory, and reads what it is asked for."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from caucasus_tui.dossier.keeping.shelf.tables import Shelf
from caucasus_tui.dossier.model import Dossier


def resting_on(shelf: Shelf, dossier: Dossier) -> Dossier:
    """The dossier, kept without its sources, with those of the shelf."""
    whole = replace(dossier, sources=shelf.sources)
    shelf.relate(whole.record)
    vars(whole)["relations"] = shelf  # where `cached_property` would put those in memory
    return whole


def shelf_of(dossier: Dossier) -> Shelf | None:
    """What a dossier rests on, if it is not all in memory."""
    relations = dossier.relations
    return relations if isinstance(relations, Shelf) else None


def with_texts(dossier: Dossier, change: Callable[[Any], Any]) -> Dossier:
    """A changed dossier again on its shelf, of which everything goes through `change` as well."""
    shelf = shelf_of(dossier)
    return resting_on(shelf.changed(change), change(dossier)) if shelf else change(dossier)
