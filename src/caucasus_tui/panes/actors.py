"""Actors: states and bodies with their people, groups, forums; what each holds, owes and says, in counts."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from caucasus_tui.dossier.model import Actor, Dossier
from caucasus_tui.dossier.views.force import force_of
from caucasus_tui.dossier.views.roles import people_of
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.rows import Page, Row, Span, pad, spread
from caucasus_tui.page.section import Section, stacked
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
    counts = _counts(dossier, lens)
    left = {actor.id: actor for actor in dossier.actors if not lens.narrows or any(counts[actor.id])}
    shown = len(left)
    sections = []
    for title, forms in GROUPS:
        rows: list[Row] = []
        for actor, depth in list(_tree(dossier, forms)):
            if left.pop(actor.id, None):
                rows += _rows(dossier, actor, depth, counts[actor.id], lens)
        sections.append(Section(title, rows))
    if not shown:
        return Page("", [])
    note = shown_of(shown, len(dossier.actors), "actors")
    heading = _heading(lens) if lens.width >= LEAST_WIDTH else []
    return Page("", [*heading, *stacked(sections, lens.width)], note, header=len(heading))


def _heading(lens: Lens) -> list[Row]:
    lines = ("".join(pad(word, COLUMN * count, right=True) for word, count in line) for line in HEADING)
    return [Row(spread((), (Span(line, "dim"),), min(lens.width, MOST_WIDTH))) for line in lines]


def _counts(dossier: Dossier, lens: Lens) -> dict[str, Counts]:
    """By the id of each actor; levers and terms are gone through once for all of them."""
    levers = lens.among(dossier, dossier.levers)
    holds = Counter(actor for lever in levers for actor in {*lever.holders})
    upon = Counter(actor for lever in levers for actor in {*lever.targets, *lever.toward})
    terms = (term for agreement in dossier.agreements if force_of(agreement).binds for term in agreement.terms)
    owes = Counter(actor for term in lens.among(dossier, terms) for actor in {*term.obligors})
    return {
        actor.id: Counts(holds[actor.id], upon[actor.id], owes[actor.id], *dossier.statement_counts(actor, lens.keys))  # type: ignore[index]
        for actor in dossier.actors
    }


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


def _rows(dossier: Dossier, actor: Actor, depth: int, counts: Counts, lens: Lens) -> list[Row]:
    name = [Span("  " * depth + ("└ " if depth else ""), "dim"), Span(actor.title, "text" if depth else "strong")]
    owner = next((other for other in dossier.actors if other.id == actor.belongs_to), None)
    if owner and not depth:
        name.append(Span(f"  of {owner.title}", "dim"))
    numbers = [Span(pad(str(count or "·"), COLUMN, right=True), "text" if count else "rule") for count in counts]
    shown = numbers if lens.width >= LEAST_WIDTH else []
    rows = [Row(spread(name, shown, min(lens.width, MOST_WIDTH)), actor.ref)]
    if lens.zoomed:
        indent = "  " * (depth + 1)
        width = lens.width - len(indent)
        for point in (*([actor.role] if actor.role else []), *actor.positions[:1], *actor.warnings):
            rows += [line.behind(Span(indent)) for line in cited_rows(dossier, point.text, point.cites, width)]
    return rows


PANE = Pane(page=actors, empty="Who acts goes into data/actors.yaml.")
