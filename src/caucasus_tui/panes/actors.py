"""Actors: states and bodies with their people, groups, forums; what each holds, owes and says, in counts."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from caucasus_tui.dossier.model import Actor, Cited, Dossier
from caucasus_tui.dossier.views.force import force_of
from caucasus_tui.dossier.views.roles import people_of
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.rows import NBSP, Page, Row, Span, cells_of, pad, spread, wrap
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.section import Section, stacked_parts
from caucasus_tui.page.statement import cited_rows
from caucasus_tui.panes import Pane

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("States and bodies", ("state", "body")),
    ("Groups", ("group",)),
    ("Forums and publishers", ("forum", "publisher")),
    ("People of none of these", ("person",)),
)
COLUMN = 7
LEAST_WIDTH = 60
"""Cells. On less the names alone are shown; each actor's page has its counts."""
MOST_WIDTH = 90
"""Cells; wider, a number would stand too far from the name it belongs to."""
HEADING = (
    (("levers", 2), ("terms", 1), ("statements", 2)),
    (("held", 1), ("upon", 1), ("owed", 1), ("by", 1), ("about", 1)),
)
"""Words and how many columns each stands over, aligned right as the numbers are."""


class Counts(NamedTuple):
    """Levers held and levers upon it; terms owed, in force; statements by it and about it. Counts, never weights."""

    holds: int
    upon: int
    owes: int
    says: int
    about: int


def actors(dossier: Dossier, lens: Lens) -> Page:
    """Every actor once; with a facet, those of whom something of that type is told."""
    count, is_told = _counting(dossier, lens)
    left = {actor.id for actor in dossier.actors if not lens.narrows or is_told(actor)}
    if not left:
        return Page("", [])
    note = shown_of(len(left), len(dossier.actors), "actor")
    sections = []
    for title, forms in GROUPS:
        blocks: list[Row | Block] = []
        for actor, depth in _tree(dossier, forms):
            if actor.id in left:
                left.discard(actor.id)
                cites = [cite for point in _points(actor, lens) for cite in point.cites]
                blocks.append(Block(actor.ref, partial(_rows, dossier, actor, depth, count, lens), others=cites))
        sections.append(Section(title, blocks))
    heading = _heading(lens) if lens.width >= LEAST_WIDTH else []
    rows = GrowingRows([*heading, *stacked_parts(sections, lens.width)], told=True)
    return Page("", rows, note, header=len(heading))


def _heading(lens: Lens) -> list[Row]:
    lines = ("".join(pad(word, COLUMN * count, right=True) for word, count in line) for line in HEADING)
    return [Row(spread((), (Span(line, "dim"),), min(lens.width, MOST_WIDTH))) for line in lines]


def _counting(dossier: Dossier, lens: Lens) -> tuple[Callable[[Actor], Counts], Callable[[Actor], bool]]:
    """What counts for an actor, and whether anything does: statements are counted where nothing else tells. Levers and
    terms are gone through once for all actors."""
    levers = lens.among(dossier, dossier.levers)
    holds = Counter(actor for lever in levers for actor in {*lever.holders})
    upon = Counter(actor for lever in levers for actor in {*lever.targets, *lever.toward})
    terms = (term for agreement in dossier.agreements if force_of(agreement).binds for term in agreement.terms)
    owes = Counter(actor for term in lens.among(dossier, terms) for actor in {*term.obligors})

    def count(actor: Actor) -> Counts:
        said = dossier.statement_counts(actor, lens.keys)
        return Counts(holds[actor.id], upon[actor.id], owes[actor.id], *said)  # type: ignore[index]

    def is_told(actor: Actor) -> bool:
        return any(actor.id in told for told in (holds, upon, owes)) or any(count(actor))

    return count, is_told


def _tree(dossier: Dossier, forms: tuple[str, ...]) -> Iterator[tuple[Actor, int]]:
    """Actors of these forms, each followed by its people, and by those of the same forms that belong to it."""
    here = {actor.id for actor in dossier.actors if actor.form in forms}
    for actor in dossier.actors:
        if actor.id in here and actor.belongs_to not in here:
            yield from _with_members(dossier, actor, forms, 0)
    yield from ((actor, 0) for actor in dossier.actors if actor.id in here)  # whoever belongs to itself in a circle


def _with_members(dossier: Dossier, actor: Actor, forms: tuple[str, ...], depth: int) -> Iterator[tuple[Actor, int]]:
    yield actor, depth
    for member in people_of(dossier, actor.id) if depth < len(forms) + 3 else ():
        if member.form == "person" or member.form in forms:
            yield from _with_members(dossier, member, forms, depth + 1)


def _points(actor: Actor, lens: Lens) -> tuple[Cited, ...]:
    """What is said of an actor below its line."""
    role = (actor.role,) if actor.role else ()
    return (*role, *actor.positions[:1], *actor.warnings) if lens.zoomed else ()


def _rows(dossier: Dossier, actor: Actor, depth: int, count: Callable[[Actor], Counts], lens: Lens) -> list[Row]:
    before = Span("  " * depth + ("└ " if depth else ""), "dim")
    owner = dossier.record(actor.belongs_to.ref) if actor.belongs_to and not depth else None
    name = [
        Span(actor.title, "text" if depth else "strong"),
        *([Span(f" {NBSP}of {owner.title}", "dim")] if owner else []),
    ]
    counted = count(actor) if lens.width >= LEAST_WIDTH else ()
    numbers = [Span(pad(str(number or "·"), COLUMN, right=True), "text" if number else "rule") for number in counted]
    width = min(lens.width, MOST_WIDTH)
    first, *more = wrap(name, width - cells_of((before, *numbers)) - bool(numbers))
    rows = [Row(spread((before, *first), numbers, width), actor.ref)]
    rows += [Row((Span(" " * cells_of((before,))), *line), goes_on=True) for line in more]
    indent = "  " * (depth + 1)
    for point in _points(actor, lens):
        said = cited_rows(dossier, point.text, point.cites, lens.width - len(indent))
        rows += [line.behind(Span(indent)) for line in said]
    return rows


PANE = Pane(page=actors, empty="Who acts goes into data/actors.yaml.")
