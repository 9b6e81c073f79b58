"""Which statements name whom or what, and whose words they report: found once, as pages ask it of everybody."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.sources import Statement


class Mentions(NamedTuple):
    """From the ref of an actor or a place to statements, in the order of the sources; repeats are left out. `of`:
    those that name it, but for an actor's own words, which are in `by`."""

    of: Mapping[str, Sequence[Citation]]
    by: Mapping[str, Sequence[Citation]]


def named_in(said: Statement) -> Iterable[str]:
    """The refs of those whose words a statement reports, and of those whom and what it names."""
    return dict.fromkeys(link.ref for link in (*said.attributed_to, *said.actors, *said.places))


def mentions(statements: Iterable[tuple[Citation, Statement]]) -> Mentions:
    """The tables for some statements."""
    of: dict[str, list[Citation]] = {}
    by: dict[str, list[Citation]] = {}
    for cite, said in statements:
        if said.duplicate_of:
            continue
        whose = [actor.ref for actor in said.attributed_to]
        for ref in whose:
            by.setdefault(ref, []).append(cite)
        for ref in named_in(said):
            if ref not in whose:
                of.setdefault(ref, []).append(cite)
    return Mentions(of, by)
