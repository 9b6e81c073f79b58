"""Causes and effects drawn as a tree: sign words on the branches, stated ones solid, implied ones dashed."""

from collections.abc import Sequence

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.records import Condition
from caucasus_tui.dossier.model.records.outlook import Sign
from caucasus_tui.dossier.model.sources import Statement
from caucasus_tui.dossier.views.causes import Arrow, Causes, Line
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR, LABEL_WIDTH, TYPE_MARKS
from caucasus_tui.page.rows.flush import flush
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.widths import cell_width
from caucasus_tui.page.rows.wrapping import NBSP, glued, hanging
from caucasus_tui.page.said import short_cites, tension_marks, type_span
from caucasus_tui.page.statement import cite_spans, statement_rows

BY: dict[Sign, str] = {
    "enables": "enabled by",
    "disables": "disabled by",
    "weakens": "weakened by",
    "strengthens": "strengthened by",
    "permits": "permitted by",
    "legitimises": "legitimised by",
    "drives": "driven by",
    "produces": "produced by",
}
"""A sign read from the effect to the cause."""
SOLID, DASHED = "──", "╌╌"


def legend(dossier: Dossier, conditions: Sequence[Condition], width: int) -> list[Row]:
    """What the lines mean, and the glyphs in use."""
    implied = f"{DASHED} implied {CURATOR.glyph} {CURATOR.word}"
    spans = [Span(glued(f"{SOLID} stated"), "sign"), Span("  "), Span(glued(implied), "dim")]
    used = {lead.type for condition in conditions if (lead := dossier.lead(condition))}
    for kind, mark in TYPE_MARKS.items():
        spans += [Span("  "), type_span(mark)] if kind in used else []
    return [Row(line) for line in flush(spans, (), width)]


def sign_spans(arrow: Arrow, *, back: bool) -> list[Span]:
    """`permits`, or `permitted by`; an implied one says so: `permits, implied`."""
    word = glued(BY[arrow.edge.sign] if back else arrow.edge.sign)
    return [Span(word, "sign")] if arrow.stated else [Span(f"{word},{NBSP}implied", "dim")]


def hedge_spans(statement: Statement | None) -> list[Span]:
    """The hedge that softens a statement, with its range. `will not` and the like soften nothing, and a title that
    stands for half the sentence would take such a word amiss; the statement itself shows it."""
    if statement is None or statement.hedge is None or statement.hedge.code == "categorical":
        return []
    return [Span(" "), Span(glued(hedge_words(statement.hedge)), "hedge")]


def arrow_hedge(dossier: Dossier, arrow: Arrow) -> list[Span]:
    """The hedge of the statement that a link rests on first."""
    return hedge_spans(dossier.statement(arrow.edge.cites[0]) if arrow.edge.cites else None)


def condition_spans(dossier: Dossier, condition: Condition, *, top: bool = False) -> list[Span]:
    """Type glyph and title, with the hedge of the leading statement."""
    lead = dossier.lead(condition)
    glyph = [Span(f"{TYPE_MARKS[lead.type].glyph}{NBSP}", TYPE_MARKS[lead.type].role)] if lead else []
    return [*glyph, Span(condition.title, "title" if top else "text"), *hedge_spans(lead)]


def condition_marks(dossier: Dossier, condition: Condition) -> list[Span]:
    """The leading citation and the tensions, for the right edge."""
    return [*short_cites(dossier, condition.cites[:1]), *tension_marks(dossier, condition.cites)]


def tree_rows(dossier: Dossier, graph: Causes, lines: Sequence[Line], lens: Lens, *, back: bool = False) -> list[Row]:
    """The lines drawn; zoomed, each condition's statements under it."""
    whole = {line.name: index for index, line in enumerate(lines) if line.whole}
    rows: list[Row] = []
    for index, line in enumerate(lines):
        if lens.zoomed and rows and not line.guides:
            rows.append(Row())
        condition = graph.conditions[line.name]
        bars, fork, below = _guides(line, 4 if lens.width >= 100 else 3)
        if line.whole or line.arrow is None:
            left, right = _whole(dossier, graph, line, lens, back)
        else:
            where = "above" if whole.get(line.name, 0) < index else "below"
            left, right = _elsewhere(dossier, line.arrow, condition.title, where, back)
        before = cell_width(bars + fork)
        hang = max(cell_width(below) - before, 0)
        for number, spans in enumerate(flush(left, right, max(lens.width - before, 20), hang)):
            if number == 0:
                role = "sign" if line.arrow and line.arrow.stated else "dim"
                rows.append(Row((Span(bars, "rule"), Span(fork, role), *spans), condition.ref))
            else:
                rows.append(Row((Span(below, "rule"), *spans)))
        if lens.zoomed and line.whole:
            for cite in condition.cites:
                room = lens.width - cell_width(below)
                rows += [Row((Span(below, "rule"), *found.spans)) for found in statement_rows(dossier, cite, room)]
    return rows


def _guides(line: Line, step: int) -> tuple[str, str, str]:
    """What stands left of a line's text: bars, then fork; and what stands left of what is wrapped under it."""
    bars = ["│".ljust(step) if more else " " * step for more in line.guides]
    below = "".join(bars) + ("│ " if line.opens else "  ")
    if line.arrow is None:
        return "", "", below
    fork = ("├" if line.guides[-1] else "└") + (SOLID if line.arrow.stated else DASHED) + " "
    return "".join(bars[:-1]), fork, below


def _whole(dossier: Dossier, graph: Causes, line: Line, lens: Lens, back: bool) -> tuple[list[Span], list[Span]]:
    condition = graph.conditions[line.name]
    left = condition_spans(dossier, condition, top=line.arrow is None)
    others = len(graph.onward(line.name, not back))
    if others > 1:
        left += [Span(" "), Span(glued(f"· {others} {'effects' if back else 'causes'}"), "dim")]
    link = _link_spans(dossier, condition, line.arrow, lens.zoomed, back)
    return [*link, *left], condition_marks(dossier, condition)


def _link_spans(dossier: Dossier, condition: Condition, arrow: Arrow | None, zoomed: bool, back: bool) -> list[Span]:
    """The sign; its citations where it has a hedge that the condition has not; zoomed, wherever they are others."""
    if arrow is None:
        return []
    spans = sign_spans(arrow, back=back)
    hedge = arrow_hedge(dossier, arrow)
    if hedge == hedge_spans(dossier.lead(condition)):
        hedge = []
    if hedge or (zoomed and arrow.edge.cites != condition.cites[:1]):
        spans += [*hedge, Span(" "), *short_cites(dossier, arrow.edge.cites)]
    return [*spans, Span(" ")]


def _elsewhere(dossier: Dossier, arrow: Arrow, title: str, where: str, back: bool) -> tuple[list[Span], list[Span]]:
    """A link to a condition told in full elsewhere on the page."""
    left = [*sign_spans(arrow, back=back), Span(" "), Span(f"↗{NBSP}{title}, {where}", "dim")]
    return [*left, *arrow_hedge(dossier, arrow)], list(short_cites(dossier, arrow.edge.cites[:1]))


def edge_rows(dossier: Dossier, condition: Condition, width: int) -> list[Row]:
    """A condition's causes and effects with their signs, for its own page: there each link has all its citations."""
    graph = Causes(dossier.conditions)
    rows: list[Row] = []
    for label, arrows, back in (
        ("led to by", graph.causes_of(condition.id), True),
        ("leads to", graph.effects_of(condition.id), False),
    ):
        for index, arrow in enumerate(arrows):
            other = graph.conditions[arrow.cause if back else arrow.effect]
            line = SOLID if arrow.stated else DASHED
            body = [Span(f"{line} ", "rule"), *sign_spans(arrow, back=back), Span(" ")]
            body += [
                Span(other.title, "link", other.ref),
                *arrow_hedge(dossier, arrow),
                Span(" "),
                *cite_spans(arrow.edge.cites),
            ]
            rows += hanging((Span("" if index else label, "dim"),), body, width, LABEL_WIDTH)
    return rows
