"""What records of one kind need beyond their types, and chains that must come to an end."""

from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter

from msgspec import Struct
from msgspec.structs import fields

from caucasus_tui.dossier.loading.rules.scope import Breach, Scope
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import Citation, CitationOrGap, Link
from caucasus_tui.dossier.model.records import Actor, Code, Gap, LedgerRow, NameRule, Place, Point, Question, Tension
from caucasus_tui.dossier.model.sources import Source
from caucasus_tui.dossier.views.roles import circle_of

_NEED_NO_CITATION = (Actor, Place, Code, NameRule, Gap, Question, Point, LedgerRow)
_HEADINGS = frozenset({"h", "s"})
"""Paragraph ids of headline and standfirst: editors write them, and louder than the text."""


def rests_on_something(scope: Scope) -> Iterator[Breach]:
    """No record and no sentence without a citation, and none on a headline alone."""
    for item in scope.items:
        if isinstance(item.thing, Source | Question):
            continue
        cites = item.citations
        if cites and all(cite.paragraph in _HEADINGS for cite in cites):
            yield Breach(item.ref, "rests on a headline or standfirst alone; cite the paragraph that says it", cites[0])
        for part in item.structs:
            if (must := _must_cite(type(part))) and not all(getattr(part, name) for name in must):
                text = next((text for text in (getattr(part, "text", None), getattr(part, "to", None)) if text), None)
                yield Breach(item.ref, "a sentence without a citation; name the statement it rests on", text)
    for item, record in scope.records:
        if not item.citations and not isinstance(record, _NEED_NO_CITATION):
            yield Breach(item.ref, "cites nothing; add 'cites' with the statement it rests on")


@cache
def _must_cite(form: type[Struct]) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in fields(form)
        if field.required and field.type in (tuple[Citation, ...], tuple[CitationOrGap, ...])
    )


def tensions(scope: Scope) -> Iterator[Breach]:
    """A tension has two sides, and is between statements."""
    for item in scope.items:
        if isinstance(item.thing, Tension):
            if len(item.thing.sides) < 2:
                yield Breach(item.ref, "a tension has at least two sides; add the other one")
            if len(item.citations) < 2:
                yield Breach(item.ref, "a tension is between statements; cite at least two")


def expectations(scope: Scope) -> Iterator[Breach]:
    """What the other side may be expected to say is not made up: every statement below it is by it, or about it."""
    for point in scope.dossier.points:
        if point.form != "expect":
            continue
        circle = circle_of(scope.dossier, point.counterpart)
        for basis in point.rests_on:
            statement = scope.statements.get(basis) if isinstance(basis, Citation) else None
            if isinstance(basis, Citation) and statement is None:
                continue  # another rule says so
            if statement is None or circle.isdisjoint((*statement.actors, *statement.attributed_to)):
                message = f"{basis} is neither by {point.counterpart!r} nor about it; rest what you expect on what is"
                yield Breach(point.ref, message, basis)


def on_the_globe(scope: Scope) -> Iterator[Breach]:
    """Coordinates are degrees."""
    for place in scope.dossier.places:
        where = place.schematic
        if where and not (-90 <= where.lat <= 90 and -180 <= where.lon <= 180):
            yield Breach(place.ref, "not on the globe; 'lat' is -90 to 90 degrees, 'lon' is -180 to 180")


def no_circles(scope: Scope) -> Iterator[Breach]:
    """What leads to, follows, belongs to or replaces something does not come back to itself."""
    for what, steps in _chains(scope.dossier):
        graph: dict[str, list[str]] = {}
        for earlier, later in steps:
            graph.setdefault(later, []).append(earlier)
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            around = " → ".join(ref.partition(":")[2] for ref in circle)
            yield Breach(
                circle[0], f"{what} go round in a circle: {around}; take one step out", circle[1].partition(":")[2]
            )


def _chains(dossier: Dossier) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    conditions = [(c.ref, edge.to.ref) for c in dossier.conditions for edge in c.effects]
    yield "the effects", conditions
    yield "before and after", order_of_events(dossier)
    yield "the places", list(_up((place.ref, place.part_of) for place in dossier.places))
    yield "the actors", list(_up((actor.ref, actor.belongs_to) for actor in dossier.actors))
    yield "the agreements", list(_up((agreement.ref, agreement.superseded_by) for agreement in dossier.agreements))
    yield "the sources", list(_up((f"source:{source.id}", source.supersedes) for source in dossier.sources))


def order_of_events(dossier: Dossier) -> list[tuple[str, str]]:
    """Of two events that were put in order, the earlier and the later one."""
    order = [(earlier.ref, event.ref) for event in dossier.events for earlier in event.after]
    return order + [(event.ref, later.ref) for event in dossier.events for later in (*event.before, *event.leads_to)]


def _up(pairs: Iterable[tuple[str, Link | None]]) -> Iterator[tuple[str, str]]:
    return ((ref, link.ref) for ref, link in pairs if link)
