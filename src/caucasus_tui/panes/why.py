"""Why now: conditions and their effects as a tree, in either direction, around one of them, or without some."""

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.text import counted
from caucasus_tui.dossier.views.causes import Arrow, Causes, told
from caucasus_tui.page.absence import silence
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.marks import CURATOR, UNNOTED
from caucasus_tui.page.rows import Page, Row, Span, flush, glued, parted, wrap, wrapped
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.rows.wrapping import set_in
from caucasus_tui.page.statement import statement_rows
from caucasus_tui.page.tree import BY, condition_marks, condition_spans, legend, tree_parts
from caucasus_tui.panes import Pane

BACK, AROUND, WITHOUT = "back", "around", "without"
"""The ways to look other than from causes to effects; the last two name conditions: `without:turkey-support`."""
HIDDEN = "The filter hides conditions of other types, and every link to them."


def why(dossier: Dossier, lens: Lens) -> Page:
    """The causal tree. A facet leaves only conditions whose leading statement is of its type."""
    shown = lens.among(dossier, dossier.conditions)
    count = shown_of(len(shown), len(dossier.conditions), "condition")
    if not shown:
        return Page("", [], count)
    head = legend(dossier, shown, lens.width)
    view, _, names = lens.pick.partition(":")
    named = [name for name in names.split(",") if dossier.record(f"condition:{name}")]
    if view == WITHOUT and named:
        falling = [*head, *_without(dossier, named, {condition.id for condition in shown}, lens)]
        return Page("· curator's what-if", GrowingRows(falling), "struck out by you", header=len(head))
    if len(shown) < len(dossier.conditions):
        head += wrapped([Span(HIDDEN, "absent")], lens.width)
    graph = Causes(shown)
    if view == AROUND and named and named[0] in graph.conditions:
        rows = _around(dossier, graph, named[0], lens)
        return Page("· around one condition", GrowingRows([*head, *rows]), count, header=len(head))
    back = view == BACK
    # A circle has no end to begin from; `check` reports it, here it must only not be lost.
    lines = told(graph, [*graph.ends(back), *graph.conditions], back=back, deepest=_deepest(lens))
    title = "what led to this" if back else "causes → effects"
    parts = [*head, *tree_parts(dossier, graph, lines, lens, back=back)]
    return Page(f"· {title}", GrowingRows(parts), count, header=len(head))


def _deepest(lens: Lens) -> int:
    """How many levels leave room for the words."""
    return max((lens.width - 44) // 3, 1)


def _around(dossier: Dossier, graph: Causes, name: str, lens: Lens) -> list[Row | Block]:
    """One condition: what led to it, and what follows from it."""
    rows: list[Row | Block] = [*_named(dossier, graph, name, lens)]
    for heading, back in (("what led to it", True), ("what follows from it", False)):
        lines = told(graph, [name], back=back, deepest=_deepest(lens))[1:]
        rows.append(Row((Span(heading, "heading"),)))
        given = silence(dossier, f"No {'cause' if back else 'effect'} is given.", UNNOTED)
        nothing = Row((Span(given, "absent"),))
        rows += tree_parts(dossier, graph, lines, lens, back=back) or [nothing]
    return rows


def _without(dossier: Dossier, struck: Sequence[str], shown: set[str], lens: Lens) -> list[Row | Block]:
    """What falls if factors are struck out: never a finding of the source, so the heading says whose it is. Reckoned
    with every condition, whatever the facet; only those `shown` are listed."""
    graph = Causes(dossier.conditions)
    lost = graph.without(struck)
    gone = {*struck, *lost}
    touched = list(dict.fromkeys(a.effect for a in graph.arrows if a.cause in gone and a.effect not in gone))
    held = [name for name in touched if any(arrow.stated for arrow in graph.causes_of(name))]
    mark = Span(f"{CURATOR.glyph} {CURATOR.word}'s what-if, not the sources': ", "curator")
    rows: list[Row | Block] = [*wrapped([mark, Span("suppose there had not been", "heading")], lens.width)]
    for name in struck:
        rows += _named(dossier, graph, name, lens, sign="× ")
    for heading, names in (
        ("lost their only stated cause", lost),
        ("touched, still with a stated cause", held),
        ("touched, with no stated cause to lose", [name for name in touched if name not in held]),
    ):
        listed = [name for name in names if name in shown]
        if names or names is lost:
            number = f"{len(listed)} of {len(names)}" if len(listed) < len(names) else str(len(names) or "none")
            rows.append(Row((Span(f"{heading}: {number}", "heading"),)))
        sign = "× " if names is lost else ""
        rows += [
            Block(graph.conditions[name].ref, partial(_left, dossier, graph, name, gone, lens, sign)) for name in listed
        ]
    return rows


def _left(dossier: Dossier, graph: Causes, name: str, gone: set[str], lens: Lens, sign: str) -> list[Row]:
    """A condition that is touched, and what is left of its causes."""
    return [*_named(dossier, graph, name, lens, sign=sign), *_standing(graph, name, gone, lens)]


def _named(dossier: Dossier, graph: Causes, name: str, lens: Lens, *, sign: str = "") -> list[Row]:
    """A condition on a line of its own, `sign` before it; zoomed, with its statements."""
    condition = graph.conditions[name]
    left = [Span(sign, "warn"), *condition_spans(dossier, condition, top=True)]
    first, *rest = flush(left, condition_marks(dossier, condition), lens.width, hang=2)
    rows = [Row(first, condition.ref), *set_in(rest)]
    for cite in condition.cites if lens.zoomed else ():
        rows += [found.behind(Span("  ")) for found in statement_rows(dossier, cite, lens.width - 2)]
    return rows


def _standing(graph: Causes, name: str, gone: set[str], lens: Lens) -> list[Row]:
    """Which causes of a condition are gone, and which it still has."""
    causes = graph.causes_of(name)
    went = _causes(graph, [arrow for arrow in causes if arrow.cause in gone], lens.zoomed)
    left = _causes(graph, [arrow for arrow in causes if arrow.cause not in gone], lens.zoomed)
    spans = [Span("lost: ", "dim"), *went, Span(" · ", "dim"), Span(glued("still has: "), "dim")]
    spans += left or [Span("nothing", "absent")]
    return [Row((Span("    "), *line)) for line in wrap(spans, lens.width - 4)]


def _causes(graph: Causes, arrows: Sequence[Arrow], every: bool) -> list[Span]:
    """Stated causes by name, implied ones by number; `every`: those by name too."""
    told: list[list[Span]] = []
    for arrow in (arrow for arrow in arrows if arrow.stated or every):
        word = f"({BY[arrow.edge.sign]}{'' if arrow.stated else ', implied'})"
        told.append([Span(graph.conditions[arrow.cause].title), Span(" "), Span(glued(word), "dim")])
    implied = sum(not arrow.stated for arrow in arrows)
    if implied and not every:
        told.append([Span(glued(counted(implied, "implied cause")), "dim")])
    return parted(told, "; ")


def _press(key: str, lens: Lens, subject: str) -> Lens:
    """`w` turns the tree round, `o` looks at one condition, `x` strikes it out or puts it back."""
    view, _, names = lens.pick.partition(":")
    if key == "w":
        return replace(lens, pick=BACK if not view else "")
    kind, _, name = subject.partition(":")
    if kind != "condition":
        return lens
    if key == "o":
        return replace(lens, pick="" if lens.pick == f"{AROUND}:{name}" else f"{AROUND}:{name}")
    struck = names.split(",") if view == WITHOUT else []
    struck = [other for other in struck if other != name] if name in struck else [*struck, name]
    return replace(lens, pick=f"{WITHOUT}:{','.join(struck)}" if struck else "")


PANE = Pane(
    page=why,
    letters="wox",
    press=_press,
    takes_back={BACK: "w", AROUND: "w", WITHOUT: "w"},
    empty="Conditions and their effects go into data/conditions.yaml.",
)
