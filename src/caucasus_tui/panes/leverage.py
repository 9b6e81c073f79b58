"""Leverage: who can do what to whom. A matrix of holders and targets; zoomed, every lever by name; a column or a row
picked is a list in words."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from caucasus_tui.dossier.addresses import CellAt, RecordAt, parse
from caucasus_tui.dossier.model import ActorId, Dossier, Lever
from caucasus_tui.dossier.views.effects import TOGETHER, by_effect, held_by, holder_title, levers_upon, targets_in_order
from caucasus_tui.page.claim.basis_spans import our_reading
from caucasus_tui.page.fields import title_of
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.lever import (
    holders_of,
    lever_rows,
    short,
    status_legend,
)
from caucasus_tui.page.marks import STATUS_MARKS
from caucasus_tui.page.rows import Page, Row, Span, cell_width, fitted, wrap
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.panes import Pane

Cells = dict[str, dict[ActorId, list[Lever]]]
"""From holder, or several as one, to whom the levers of that side act upon, to those; only where there are any."""

UPON_OTHERS = "  upon others: "

CORNERS = ("holds ↓ upon → □ our reading", "holds ↓ upon → □ ours", "↓ upon → □ ours", "↓→ □ ours", "↓ □ ours")
"""What the matrix shows, and whose word its marks are, as far as there is room."""

OTHERS = "other levers upon"
"""What comes after the groups that the dossier makes."""


def leverage(dossier: Dossier, lens: Lens) -> Page:
    """The matrix, or the list for `target:…` or `holder:…`."""
    levers = lens.among(dossier, dossier.levers)
    axis, _, actor = lens.pick.partition(":")
    if axis == "target":
        return _upon(dossier, lens, lens.among(dossier, levers_upon(dossier, actor)), actor)
    if axis == "holder":
        return _held(dossier, lens, [lever for lever in levers if actor in (*lever.holders, *held_by(lever))], actor)
    if lens.zoomed and not lens.straight:
        note = shown_of(len(levers), len(dossier.levers), "lever")
        from caucasus_tui.page.lever_sheet import lever_sheet

        sheet = lever_sheet(dossier, levers, targets_in_order(dossier, levers), lens)
        return Page("", sheet, note, header=1, idle="cr")
    return _matrix(dossier, lens, levers)


def _matrix(dossier: Dossier, lens: Lens, levers: list[Lever]) -> Page:
    """A line for each holder, a column for each target. Where not all have room, the rarest stand by their names on a
    line below, rather than that a holder is cut or a lever out of sight."""
    if lens.straight:
        return _in_words(dossier, lens, levers)
    targets = targets_in_order(dossier, levers)
    cells: Cells = {}
    for lever in levers:
        for holder in dict.fromkeys(held_by(lever)):
            row = cells.setdefault(holder, {})
            for target in dict.fromkeys((*lever.targets, *lever.toward)):
                row.setdefault(target, []).append(lever)
    names = {holder: holder_title(dossier, holder) for holder in cells}
    label = max(map(cell_width, names.values()), default=0) + 1
    widths = _widths(dossier, targets, cells)
    held = Counter(target for row in cells.values() for target in row)
    room = lens.width - label - sum(widths.values())
    others: set[ActorId] = set()
    for rare in sorted(targets, key=held.__getitem__)[:-1]:
        if room >= 0:
            break
        others.add(rare)
        room += widths[rare]
    order = {target: at for at, target in enumerate(targets)}
    targets = [target for target in targets if target not in others]
    label = min(label, max(lens.width - sum(widths[target] for target in targets), 12))
    label = max(label, min(cell_width(CORNERS[-1]) + 1, label + room))
    spare = max(lens.width - label - sum(widths[target] for target in targets), 0) // max(len(targets), 1)
    widths = {target: width + min(spare, 3) for target, width in widths.items()}
    corner = next((words for words in CORNERS if cell_width(words) < label), CORNERS[-1])
    head = list(fitted((Span(corner, "dim"),), label))
    for target in targets:
        head += _linked(fitted((Span(short(dossier, target), "heading"),), widths[target]), target.ref)

    def in_order(holder: str) -> list[ActorId]:
        return sorted(cells[holder], key=order.__getitem__)

    def upon_others(holder: str) -> list[list[ActorId]]:
        """Rare targets, as many on a line as it holds."""
        rows: list[list[ActorId]] = []
        room = 0
        for target in (target for target in in_order(holder) if target in others):
            taken = cell_width(short(dossier, target)) + len(cells[holder][target]) + 3
            if not rows or room < taken:
                rows.append([])
                room = lens.width - cell_width(UPON_OTHERS) + 2
            rows[-1].append(target)
            room -= taken
        return rows

    def make(holder: str) -> list[Row]:
        name = (*fitted((Span(names[holder], "strong"),), label - 1), Span(" "))
        spans = list(name) if TOGETHER in holder else _linked(name, f"actor:{holder}")
        for target in targets:
            found = cells[holder].get(target, [])
            cell = _cell(found, widths[target])
            spans += _linked(cell, str(CellAt(holder, target))) if found else cell
        rows = [Row(tuple(spans))]
        for rare in upon_others(holder):
            spans = [Span(UPON_OTHERS if len(rows) == 1 else " " * cell_width(UPON_OTHERS), "dim")]
            for target in rare:
                found = cells[holder][target]
                named = (Span(f"{short(dossier, target)} ", "heading"), *_cell(found, len(found)))
                spans += [Span("  " if len(spans) > 1 else " "), *_linked(named, str(CellAt(holder, target)))]
            rows.append(Row(tuple(spans)))
        return rows

    def block(holder: str) -> Block:
        own = [str(CellAt(holder, target)) for target in in_order(holder)]
        return Block("" if TOGETHER in holder else f"actor:{holder}", partial(make, holder), others=own)

    rows = GrowingRows([Row(tuple(head)), *map(block, cells)])
    title = shown_of(len(levers), len(dossier.levers), "lever")
    note = status_legend(levers)
    return Page(
        f"· {title}", rows, note if cell_width(note) < lens.width else "? explains the marks", header=1, frozen=label
    )


def _widths(dossier: Dossier, targets: list[ActorId], cells: Cells) -> dict[ActorId, int]:
    """Cells for each target's column: its name, or the widest of what stands below it, and a blank."""
    widths = {target: cell_width(short(dossier, target)) for target in targets}
    for row in cells.values():
        for target, found in row.items():
            widths[target] = max(widths[target], len(found))
    return {target: width + 1 for target, width in widths.items()}


def _linked(spans: tuple[Span, ...], address: str) -> list[Span]:
    return [span._replace(subject=address) for span in spans]


def _in_words(dossier: Dossier, lens: Lens, levers: list[Lever]) -> Page:
    """The matrix as a list, where there are no columns."""
    rows: list[Row] = []
    by_holder: dict[str, list[Lever]] = {}
    for lever in levers:
        for holder in dict.fromkeys(held_by(lever)):
            by_holder.setdefault(holder, []).append(lever)
    for holder, held in by_holder.items():
        rows.append(Row((Span(holder_title(dossier, holder), "heading"),)))
        rows += [line for lever in held for line in lever_rows(dossier, lever, lens, name=_upon_whom(dossier, lever))]
    return Page("· in words", _marked(rows, lens.width), shown_of(len(levers), len(dossier.levers), "lever"))


def _marked(rows: list[Row], width: int) -> list[Row]:
    """Levers in words, under whose word their status and kind are; beside the first heading where there is room."""
    whose = our_reading("statuses and kinds")
    if rows and not rows[0].subject and rows[0].width + 2 + cell_width(whose.text) <= width:
        return [Row((*rows[0].spans, Span("  "), whose)), *rows[1:]]
    return [Row((whose,)), *rows] if rows else []


def _upon_whom(dossier: Dossier, lever: Lever) -> str:
    return "→ " + "/".join(short(dossier, target) for target in lever.targets)


def _cell(levers: Sequence[Lever], width: int) -> tuple[Span, ...]:
    marks = [STATUS_MARKS[lever.status] for lever in levers]
    return fitted([Span(mark.glyph, mark.role) for mark in marks], width)


def _upon(dossier: Dossier, lens: Lens, levers: Sequence[Lever], actor: str) -> Page:
    """What acts on one target, in the groups that the dossier makes."""
    name = title_of(dossier, f"actor:{actor}")
    rows: list[Row] = []
    for heading, members in by_effect(dossier, levers):
        said = f"{heading or OTHERS} {name}" if heading or rows else ""
        rows += _group(dossier, lens, said, members)
    return Page(
        f"· upon {name}",
        _marked(rows, lens.width),
        shown_of(len(levers), len(dossier.levers), "lever"),
        idle="r",
    )


def _group(dossier: Dossier, lens: Lens, heading: str, levers: Sequence[Lever]) -> list[Row]:
    rows = [Row((Span(heading, "heading"), Span(f"  {len(levers)}", "dim")))] if heading and levers else []
    for lever in levers:
        rows += lever_rows(dossier, lever, lens, name=holders_of(dossier, lever))
        if lens.zoomed:
            rows += [Row((Span(" " * 12), *line)) for line in wrap([Span(lever.mechanism, "dim")], lens.width - 12)]
    return rows


def _held(dossier: Dossier, lens: Lens, levers: Sequence[Lever], actor: str) -> Page:
    named = ((lever, _upon_whom(dossier, lever)) for lever in levers)
    listed = [line for lever, name in named for line in lever_rows(dossier, lever, lens, name=name)]
    rows = _marked(listed, lens.width)
    title = f"held by {holder_title(dossier, actor)}"
    return Page(f"· {title}", rows, shown_of(len(levers), len(dossier.levers), "lever"), idle="c")


def _press(key: str, lens: Lens, subject: str) -> Lens:
    axis = "target" if key == "c" else "holder"
    if lens.pick.startswith(axis):
        return replace(lens, pick="")
    match parse(subject):
        case CellAt(holder, target):
            return replace(lens, pick=f"{axis}:{target if key == 'c' else holder}")
        case RecordAt("actor", actor):
            return replace(lens, pick=f"{axis}:{actor}")
    return replace(lens, pick="")


PANE = Pane(
    page=leverage,
    letters="cr",
    press=_press,
    takes_back={"target": "c", "holder": "r"},
    in_full=False,
    empty="Levers go into data/levers.yaml.",
)
