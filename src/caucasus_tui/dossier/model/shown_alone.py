"""What is shown where a type, a source or an actor alone is: two of the tables of `relations.py`, `alone` and `bits`.

In others things are looked up; these say what is left when a screen is narrowed, and how much that is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.mentions import Mentions
from caucasus_tui.dossier.model.sources import Statement

if TYPE_CHECKING:
    from caucasus_tui.dossier.model.dossier import Dossier


def part_of(key: str, address: str) -> str:
    """The part of `alone` that an address is in if it is shown where a key alone is: `fact lever`, `actor:eu times`."""
    return f"{key} {address.partition(':')[0]}"


def key_of(part: str) -> str:
    """The key that a part of `alone` is of: `fact`, `actor:eu`."""
    return part.partition(" ")[0]


def kind_of(part: str) -> str:
    """What begins the addresses in a part of `alone`: a kind of record, or a source."""
    return part.rpartition(" ")[2]


def count(table: Mapping[str, int], *keys: str) -> int:
    """How many statements are in each of some rows of `bits`."""
    return reduce(and_, (table.get(key, 0) for key in keys)).bit_count()


def bits(
    statements: Iterable[tuple[str, Statement]], alone: Mapping[str, Iterable[str]], said: Mentions
) -> dict[str, int]:
    """The table `bits`: a bit for each statement in the order of the sources."""
    places = {cite: number for number, (cite, _) in enumerate(statements)}
    told = ((f"by {ref}", cites) for ref, cites in said.by.items())
    named = ((f"about {ref}", cites) for ref, cites in said.of.items() if ref.startswith("actor:"))
    rows = defaultdict[str, bytearray](lambda: bytearray(len(places) // 8 + 1))
    for key, cites in (*((key_of(part), cites) for part, cites in alone.items()), *told, *named):
        row = rows[key]
        for place in (places[cite] for cite in cites if cite in places):
            row[place >> 3] |= 1 << (place & 7)
    return {key: int.from_bytes(row, "little") for key, row in rows.items()}


Pairs = Iterable[tuple[str, Iterable[str]]]
"""An address, and those of records that cite it or point to it."""


def shown_with(cite: Citation, said: Statement) -> Iterable[str]:
    """The keys where each of which alone a statement is shown."""
    return (said.type, f"source:{cite.source}", *(actor.ref for actor in (*said.actors, *said.attributed_to)))


def said_alone(statements: Iterable[tuple[Citation, Statement]]) -> defaultdict[str, set[str]]:
    """Statements by their type, their source, whom they are by and about."""
    found = defaultdict[str, set[str]](set)
    for cite, said in statements:
        source = cite.source
        for key in shown_with(cite, said):
            found[f"{key} {source}"].add(cite)  # `part_of`, written out for half a million
    return found


def shown_alone(dossier: "Dossier", cited_by: Pairs, linked_from: Pairs) -> dict[str, set[str]]:
    """Statements by their type, their source, whom they are by and about; records by the type of what leads them, the
    sources that they rest on, the actors that they name or are."""
    found = said_alone(dossier.statements())
    for record in dossier.records():
        if lead := dossier.lead(record):
            found[part_of(lead.type, record.ref)].add(record.ref)
    for cited, refs in cited_by:
        for ref in refs:
            found[part_of(f"source:{cited.partition(':')[0]}", ref)].add(ref)
    for ref, refs in (*linked_from, *((actor.ref, (actor.ref,)) for actor in dossier.actors)):
        for other in refs if ref.startswith("actor:") else ():
            found[part_of(ref, other)].add(other)
    return found
