"""A dossier that rests on a shelf: it looks like one that is all in memory, and reads what it is asked for."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from caucasus_tui.dossier.keeping.shelf.tables import Shelf
from caucasus_tui.dossier.model import Dossier, Record, Source
from caucasus_tui.dossier.model.mentions import Mentions


class ShelvedRelations:
    """The relations that were reckoned when the shelf was written. `record`: from an address to a record."""

    def __init__(self, shelf: Shelf, record: Callable[[str], Record | None]) -> None:
        self.shelf = shelf
        self.paragraphs = shelf.paragraphs
        self.statements = shelf.statements
        self.descriptors = shelf.descriptors
        self.sizes = shelf.sizes
        self.outlines = shelf.outlines
        self.sources_with = shelf.sources_with
        self.order = shelf.order
        self.cited_by = shelf.related("cited_by", record)
        self.linked_from = shelf.related("linked_from", record)
        self.alone = shelf.alone
        self.bits = shelf.bits
        self.selected = shelf.cites("selected")
        self.mentions = Mentions(shelf.cites("mentions"), shelf.cites("said_by"))

    def source(self, source_id: str) -> Source | None:
        return self.shelf.sources.by_id(source_id)


def resting_on(shelf: Shelf, dossier: Dossier) -> Dossier:
    """The dossier, kept without its sources, with those of the shelf."""
    whole = replace(dossier, sources=shelf.sources)
    # Where `cached_property` would put those in memory.
    vars(whole)["relations"] = ShelvedRelations(shelf, whole.record)
    return whole


def shelf_of(dossier: Dossier) -> Shelf | None:
    """What a dossier rests on, if it is not all in memory."""
    relations = dossier.relations
    return relations.shelf if isinstance(relations, ShelvedRelations) else None


def with_texts(dossier: Dossier, change: Callable[[Any], Any]) -> Dossier:
    """A changed dossier again on its shelf, of which everything goes through `change` as well."""
    shelf = shelf_of(dossier)
    return resting_on(shelf.changed(change), change(dossier)) if shelf else change(dossier)
