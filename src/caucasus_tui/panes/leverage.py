"""Leverage: who can do what to whom. A matrix of holders and targets; zoomed, every lever by name; a column or a row
picked is a list in words."""

from collections.abc import Sequence

from msgspec.structs import replace

from caucasus_tui.dossier.addresses import CellAt, RecordAt, parse
from caucasus_tui.dossier.model import Dossier, Lever
from caucasus_tui.dossier.views.effects import by_effect, held_by, holder_title, levers_upon, targets_in_order
from caucasus_tui.page.claim.basis_spans import our_reading
from caucasus_tui.page.fields import title_of
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.lever import holders_of, lever_rows, short, unplaced_rows
from caucasus_tui.page.rows import Page, Row, Span, cell_width, flowing, wrap
from caucasus_tui.page.statement import our_words
from caucasus_tui.panes import Pane
from caucasus_tui.panes.lever_matrix import matrix

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
    if lens.straight:
        return _in_words(dossier, lens, levers)
    if lens.zoomed:
        from caucasus_tui.page.lever_sheet import lever_sheet

        sheet = lever_sheet(dossier, levers, targets_in_order(dossier, levers), lens)
        return Page("", sheet, _count(dossier, levers), header=1, idle="cr")
    return matrix(dossier, lens, levers)


def _count(dossier: Dossier, levers: Sequence[Lever]) -> str:
    return shown_of(len(levers), len(dossier.levers), "lever")


def _in_words(dossier: Dossier, lens: Lens, levers: list[Lever]) -> Page:
    """The matrix as a list, where there are no columns."""
    rows: list[Row] = []
    by_holder: dict[str, list[Lever]] = {}
    for lever in levers:
        for holder in dict.fromkeys(held_by(lever)):
            by_holder.setdefault(holder, []).append(lever)
    for holder, held in by_holder.items():
        rows += flowing([Span(holder_title(dossier, holder), "heading")], lens.width)
        rows += [line for lever in held for line in lever_rows(dossier, lever, lens, name=_upon_whom(dossier, lever))]
    rows = [*_marked(rows, lens.width), *unplaced_rows(dossier, levers, lens.width)]
    return Page("· in words", rows, _count(dossier, levers))


def _marked(rows: list[Row], width: int) -> list[Row]:
    """Levers in words, under whose word their status and kind are; beside the first heading where there is room."""
    whose = our_reading("statuses and kinds")
    if rows and not rows[0].subject and rows[0].width + 2 + cell_width(whose.text) <= width:
        return [Row((*rows[0].spans, Span("  "), whose)), *rows[1:]]
    return [Row((whose,)), *rows] if rows else []


def _upon_whom(dossier: Dossier, lever: Lever) -> str:
    return "→ " + "/".join(short(dossier, target) for target in lever.targets)


def _upon(dossier: Dossier, lens: Lens, levers: Sequence[Lever], actor: str) -> Page:
    """What acts on one target, in the groups that the dossier makes."""
    name = title_of(dossier, f"actor:{actor}")
    rows: list[Row] = []
    for heading, members in by_effect(dossier, levers):
        said = f"{heading or OTHERS} {name}" if heading or rows else ""
        rows += _group(dossier, lens, said, members)
    return Page(f"· upon {name}", _marked(rows, lens.width), _count(dossier, levers), idle="r")


def _group(dossier: Dossier, lens: Lens, heading: str, levers: Sequence[Lever]) -> list[Row]:
    head = [Span(heading, "heading"), Span(f"  {len(levers)}", "dim")] if heading and levers else []
    rows = flowing(head, lens.width) if head else []
    for lever in levers:
        rows += lever_rows(dossier, lever, lens, name=holders_of(dossier, lever))
        if lens.zoomed:
            rows += [Row((Span(" " * 12), *line)) for line in wrap(our_words(lever.mechanism), lens.width - 12)]
    return rows


def _held(dossier: Dossier, lens: Lens, levers: Sequence[Lever], actor: str) -> Page:
    named = ((lever, _upon_whom(dossier, lever)) for lever in levers)
    listed = [line for lever, name in named for line in lever_rows(dossier, lever, lens, name=name)]
    rows = _marked(listed, lens.width)
    title = f"held by {holder_title(dossier, actor)}"
    return Page(f"· {title}", rows, _count(dossier, levers), idle="c")


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
