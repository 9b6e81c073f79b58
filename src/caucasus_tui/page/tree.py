"""Causes and effects drawn as a tree: sign words on the branches, stated ones solid, implied ones dashed."""

from collections.abc import Sequence
from functools import partial

from caucasus_tui.dossier.model import Condition, Dossier, Sign
from caucasus_tui.dossier.views.causes import Arrow, Branch, Causes, far_end
from caucasus_tui.page.claim import cited_end, hedge_span, our_reading, said_by, tension_marks, type_glyphs
from caucasus_tui.page.claim.basis import Basis, Claim, basis_of, claims_of, lead_of
from caucasus_tui.page.claim.basis_spans import type_span
from caucasus_tui.page.claim.citations import cite_spans
from caucasus_tui.page.fields import labelled_rows
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LABEL_WIDTH, TYPE_MARKS
from caucasus_tui.page.rows import NBSP, Row, Span, cell_width, flush, glued, hanging
from caucasus_tui.page.rows.growing import Block
from caucasus_tui.page.statement import statement_rows

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
FEW = 300
"""Conditions whose types are looked up for the legend."""
SOLID, DASHED = "──", "╌╌"


def legend(dossier: Dossier, conditions: Sequence[Condition], width: int) -> list[Row]:
    """What the lines mean, whose the sign words are, and the glyphs in use."""
    spans = [Span(glued(f"{SOLID} stated"), "sign"), Span("  "), Span(glued(f"{DASHED} implied"), "dim"), Span("  ")]
    ours = our_reading("sign words, and what is implied")
    spans.append(ours._replace(text=glued(ours.text)))
    used = set(TYPE_MARKS)
    if len(conditions) <= FEW:  # of more, all types are in use
        used = {lead.type for condition in conditions if (lead := dossier.lead(condition))}
    for kind, mark in TYPE_MARKS.items():
        spans += [Span("  "), type_span(mark)] if kind in used else []
    return [Row(line) for line in flush(spans, (), width)]


def sign_spans(arrow: Arrow, *, back: bool) -> list[Span]:
    """`permits`, or `permitted by`; an implied one says so: `permits, implied`."""
    word = glued(BY[arrow.edge.sign] if back else arrow.edge.sign)
    return [Span(word, "sign")] if arrow.stated else [Span(f"{word},{NBSP}implied", "dim")]


def _softening(claims: Sequence[Claim]) -> list[Span]:
    """The hedge that softens the first of some statements, with its range. `will not` and the like soften nothing, and
    a title that stands for half the sentence would take such a word amiss; the statement itself shows it."""
    return [Span(" "), *hedge_span(claims[0])] if claims and claims[0].softened else []


def condition_spans(dossier: Dossier, condition: Condition, *, top: bool = False) -> list[Span]:
    """Type glyph and title, with the hedge of the leading statement."""
    lead = lead_of(dossier, condition)
    return [*type_glyphs(lead), Span(condition.title, "title" if top else "text"), *_softening(lead.claims)]


def condition_marks(dossier: Dossier, condition: Condition) -> list[Span]:
    """The leading citation and the tensions, for the right edge."""
    return [*cite_spans(dossier, condition.cites[:1], links=False), *tension_marks(dossier, condition.cites)]


def tree_parts(
    dossier: Dossier, graph: Causes, lines: Sequence[Branch], lens: Lens, *, back: bool
) -> list[Row | Block]:
    """The lines drawn; zoomed, each condition's statements under it."""
    whole = {line.name: index for index, line in enumerate(lines) if line.whole}
    parts: list[Row | Block] = []
    for index, line in enumerate(lines):
        if lens.zoomed and parts and not line.guides:
            parts.append(Row())
        where = "above" if whole.get(line.name, 0) < index else "below"
        make = partial(_line_rows, dossier, graph, line, lens, where, back)
        parts.append(Block(graph.conditions[line.name].ref, make))
    return parts


def _line_rows(dossier: Dossier, graph: Causes, line: Branch, lens: Lens, where: str, back: bool) -> list[Row]:
    """A line; `where` its condition is told whole, if not here."""
    condition = graph.conditions[line.name]
    bars, fork, below = _guides(line, 4 if lens.width >= 100 else 3)
    if line.whole or line.arrow is None:
        left, right = _whole(dossier, graph, line, lens, back)
    else:
        left, right = _elsewhere(dossier, line.arrow, condition.title, where, back)
    before = cell_width(bars + fork)
    hang = max(cell_width(below) - before, 0)
    first, *more = flush(left, right, max(lens.width - before, 20), hang, joined=True)
    role = "sign" if line.arrow and line.arrow.stated else "dim"
    rows = [Row((Span(bars, "rule"), Span(fork, role), *first), condition.ref)]
    rows += [Row((Span(below, "rule"), *spans)) for spans in more]
    if lens.zoomed and line.whole:
        for cite in condition.cites:
            room = lens.width - cell_width(below)
            rows += [found.behind(Span(below, "rule")) for found in statement_rows(dossier, cite, room)]
    return rows


def _guides(line: Branch, step: int) -> tuple[str, str, str]:
    """What stands left of a line's text: bars, then fork; and what stands left of what is wrapped under it."""
    bars = ["│".ljust(step) if more else " " * step for more in line.guides]
    below = "".join(bars) + ("│ " if line.opens else "  ")
    if line.arrow is None:
        return "", "", below
    fork = ("├" if line.guides[-1] else "└") + (SOLID if line.arrow.stated else DASHED) + " "
    return "".join(bars[:-1]), fork, below


def _whole(dossier: Dossier, graph: Causes, line: Branch, lens: Lens, back: bool) -> tuple[list[Span], list[Span]]:
    condition = graph.conditions[line.name]
    left = condition_spans(dossier, condition, top=line.arrow is None)
    others = len(graph.onward(line.name, not back))
    if others > 1:
        left += [Span(" "), Span(glued(f"· {others} {'effects' if back else 'causes'}"), "dim")]
    link = _link_spans(dossier, condition, line.arrow, lens.zoomed, back)
    return [*link, *left], condition_marks(dossier, condition)


def _link_spans(dossier: Dossier, condition: Condition, arrow: Arrow | None, zoomed: bool, back: bool) -> list[Span]:
    """The sign, and what says so where that is not what the line ends with; of an implied one, which is ours, only
    zoomed or where that has a hedge."""
    if arrow is None:
        return []
    spans = sign_spans(arrow, back=back)
    claims, lead = claims_of(dossier, arrow.edge.cites), lead_of(dossier, condition).claims
    others = [claim for claim in claims if claim not in lead]
    if others and (zoomed or arrow.stated or any(claim.softened for claim in others)):
        spans += [Span(" "), *said_by(dossier, Basis(claims))]
    return [*spans, Span(" ")]


def _elsewhere(dossier: Dossier, arrow: Arrow, title: str, where: str, back: bool) -> tuple[list[Span], list[Span]]:
    """A link to a condition told in full elsewhere on the page."""
    left = [*sign_spans(arrow, back=back), Span(" "), Span(f"↗{NBSP}{title}, {where}", "dim")]
    return left, said_by(dossier, basis_of(dossier, arrow.edge.cites))


def edge_rows(dossier: Dossier, condition: Condition, width: int) -> list[Row]:
    """A condition's causes and effects with their signs, for its own page: there each link has all its citations."""
    graph = Causes(dossier.conditions)
    rows: list[Row] = []
    for label, back in (("led to by", True), ("leads to", False)):
        for index, arrow in enumerate(graph.onward(condition.id, back)):
            other = graph.conditions[far_end(arrow, back)]
            line = SOLID if arrow.stated else DASHED
            body = [Span(f"{line} ", "rule"), *sign_spans(arrow, back=back), Span(" ")]
            body += [Span(other.title, "link", other.ref), Span(" ")]
            body += cited_end(dossier, claims_of(dossier, arrow.edge.cites), typed=True)
            rows += labelled_rows("" if index else label, body, width)
    ours = our_reading("sign words, and what is implied")
    return [*rows, *hanging((), [ours], width, LABEL_WIDTH)] if rows else rows
