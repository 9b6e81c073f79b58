"""Where the tables of an index come from: a large dossier's shelf, what was kept beside a small one, or made anew."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.relations import RelationsInMemory
from caucasus_tui.dossier.search.catalogue import Catalogue, InMemory
from caucasus_tui.dossier.search.other_names import other_names
from caucasus_tui.dossier.search.packed import PackedCatalogue, PackedPostings, pack, unpack

if TYPE_CHECKING:
    from caucasus_tui.dossier.search.postings import Postings

Tables = tuple[Catalogue, "Postings", Mapping[str, Collection[str]]]
"""Entries, words, and from a name of one word to the others of the same actor or place."""


def tables_of(dossier: Dossier) -> Tables:
    """The tables over all of a dossier; those made anew are kept where the dossier itself is."""
    if not isinstance(dossier.relations, RelationsInMemory):
        from caucasus_tui.dossier.keeping.shelf.search_tables import KeptCatalogue, KeptPostings
        from caucasus_tui.dossier.keeping.shelf.shelved_dossier import shelf_of

        shelf = shelf_of(dossier)
        assert shelf is not None  # there is no third way to hold a dossier
        return KeptCatalogue(dossier, shelf), KeptPostings(shelf), other_names(dossier)
    from caucasus_tui.dossier.keeping.beside import place_of

    place = place_of(dossier)
    if place and (kept := place.read()):
        with suppress(msgspec.MsgspecError):
            packed = unpack(kept)
            return PackedCatalogue(packed), PackedPostings(packed), packed.names
    from caucasus_tui.dossier.search.entries import entries
    from caucasus_tui.dossier.search.postings import WordTable

    found = tuple(entries(dossier))
    table = WordTable(dossier.relations.descriptors, found)
    names = other_names(dossier)
    if place:
        place.write(pack(found, table, names))
    return InMemory(found), table, names


def later_layer(dossier: Dossier) -> Dossier:
    """The later layer as a dossier of its own, whose index is kept beside that of the dossier itself."""
    from caucasus_tui.dossier.keeping.beside import place_of, placed
    from caucasus_tui.dossier.model.layers import later_alone

    alone, place = later_alone(dossier), place_of(dossier)
    return placed(alone, place.of_later) if place else alone
