"""The two layers of a dossier: the texts it is made from, and what later sources tell. They are two dossiers.

What is read from files is whole; what the program goes about with is the seed layer, with the later one beside it.
Whatever asks a dossier for its statements, records or links finds the seed layer alone, unless it asks `whole`.
"""

from typing import TypeVar

from msgspec.structs import replace

from caucasus_tui.dossier.model.dossier import Dossier, Since
from caucasus_tui.dossier.model.joined import Chained, Joined
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Later, LedgerRow
from caucasus_tui.dossier.model.walks import citations


def named(dossier: Dossier) -> Dossier:
    """The same with a title for each later record that has none of its own: that of what it is about."""
    later = tuple(_named(dossier, record, next(iter(record.cites), "")) for record in dossier.later)
    ledger = tuple(_named(dossier, row, row.about) for row in dossier.ledger)
    return replace(dossier, later=later, ledger=ledger) if later or ledger else dossier


L = TypeVar("L", Later, LedgerRow)


def _named(dossier: Dossier, record: L, of: str) -> L:
    if record.title:
        return record
    said = dossier.statement(of) if isinstance(of, Citation) else dossier.record(of)
    return replace(record, title=getattr(said, "title", "") or getattr(said, "text", "") or record.id)


def layered(whole: Dossier) -> Dossier:
    """The seed layer of a whole dossier, with the later one beside it; the same where it has no other. A dispute with
    any later side is of the later one."""
    later = tuple(source for source in whole.sources if source.layer != "seed")
    names = {source.id for source in later}
    both = tuple(one for one in whole.disputes if any(cite.source in names for cite in citations(one.sides)))
    if not (later or whole.later or whole.ledger):
        return whole
    since = Since(sources=later, later=whole.later, ledger=whole.ledger, disputes=both)
    seed = tuple(source for source in whole.sources if source.layer == "seed")
    own = tuple(one for one in whole.disputes if one not in both)
    return replace(whole, sources=seed, later=(), ledger=(), disputes=own, since=since)


def whole_of(dossier: Dossier) -> Dossier:
    """Both layers of a dossier as one; to be asked only for what is marked as later wherever it is shown."""
    since = dossier.since
    if since is None:
        return dossier
    seed = dossier.sources
    both = (*seed, *since.sources) if isinstance(seed, tuple) else Chained(seed, since.sources)
    whole = replace(
        dossier,
        sources=both,
        later=since.later,
        ledger=since.ledger,
        disputes=(*dossier.disputes, *since.disputes),
        since=None,
    )
    # A label of the seed layer is what it is without the later one.
    taken = {name.casefold() for name in (*dossier.labels, *dossier.labels.values())}
    others = later_alone(dossier).labels
    labels = {name: "" if label.casefold() in taken else label for name, label in others.items()}
    vars(whole)["labels"] = {**labels, **dossier.labels}
    # Who acts and where is related by the seed layer already.
    vars(whole)["relations"] = Joined(dossier.relations, replace(later_alone(dossier), actors=(), places=()).relations)
    return whole


def later_alone(dossier: Dossier) -> Dossier:
    """The later layer as a dossier of its own, with the actors and places that its statements name."""
    since = dossier.since or Since()
    return replace(
        Dossier(about=dossier.about, actors=dossier.actors, places=dossier.places),
        sources=since.sources,
        later=since.later,
        ledger=since.ledger,
        disputes=since.disputes,
    )
