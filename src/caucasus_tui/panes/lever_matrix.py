"""The matrix of levers: a line for each holder, a column for each target."""

from collections import Counter
from collections.abc import Sequence

from caucasus_tui.dossier.addresses import CellAt, RecordAt, parse
from caucasus_tui.dossier.model import ActorId, Dossier, Lever
from caucasus_tui.dossier.views.effects import held_by, holder_title, targets_in_order
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.lever import short, status_legend, unplaced_rows
from caucasus_tui.page.marks import STATUS_MARKS
from caucasus_tui.page.rows import Page, Row, Span, cell_width, fitted
from caucasus_tui.page.rows.growing import GrowingRows, Series

Cells = dict[str, dict[ActorId, list[Lever]]]
"""From holder, or several as one, to whom the levers of that side act upon, to those; only where there are any."""

UPON_OTHERS = "  upon others: "

CORNERS = ("holds ↓ upon → □ our reading", "holds ↓ upon → □ ours", "by ↓ on → □ ours", "↓→ □ ours", "↓ □ ours")
"""What the matrix shows, and whose word its marks are, as far as there is room."""


def matrix(dossier: Dossier, lens: Lens, levers: list[Lever]) -> Page:
    """A line for each holder, a column for each target. Where not all have room, the rarest stand by their names on a
    line below, rather than that a holder is cut or a lever out of sight."""
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
        leads_to = target.ref if dossier.record(target.ref) else ""  # of `not-stated` there is no page
        head += _linked(fitted((Span(short(dossier, target), "heading"),), widths[target]), leads_to)

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
                room = lens.width - cell_width(UPON_OTHERS) + 1
            rows[-1].append(target)
            room -= taken
        return rows

    def make(holder: str) -> list[Row]:
        name = (*fitted((Span(names[holder], "strong"),), label - 1), Span(" "))
        spans = _linked(name, f"actor:{holder}") if dossier.record(f"actor:{holder}") else list(name)
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

    def find(subject: str) -> str | None:
        """The holder whose line leads to an address."""
        match parse(subject):
            case CellAt(name, target):
                return next((holder for holder in cells if holder == name and target in cells[holder]), None)
            case RecordAt("actor", name):
                return next((holder for holder in cells if holder == name), None)
        return None

    lines = Series([*cells], make, find)
    rows = GrowingRows([Row(tuple(head)), lines, *unplaced_rows(dossier, levers, lens.width)], told=True)
    title = shown_of(len(levers), len(dossier.levers), "lever")
    note = status_legend(levers)
    note = note if cell_width(note) < lens.width else f"{lens.key('keys', '?')} explains the marks"
    return Page(f"· {title}", rows, note, header=1, frozen=label)


def _widths(dossier: Dossier, targets: list[ActorId], cells: Cells) -> dict[ActorId, int]:
    """Cells for each target's column: its name, or the widest of what stands below it, and a blank."""
    widths = {target: cell_width(short(dossier, target)) for target in targets}
    for row in cells.values():
        for target, found in row.items():
            widths[target] = max(widths[target], len(found))
    return {target: width + 1 for target, width in widths.items()}


def _linked(spans: tuple[Span, ...], address: str) -> list[Span]:
    return [span._replace(subject=address) for span in spans]


def _cell(levers: Sequence[Lever], width: int) -> tuple[Span, ...]:
    marks = [STATUS_MARKS[lever.status] for lever in levers]
    return fitted([Span(mark.glyph, mark.role) for mark in marks], width)
