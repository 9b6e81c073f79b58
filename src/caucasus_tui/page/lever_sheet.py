"""Levers by name: each once under who holds it, its mark under each target, what says so at the end of the line."""

from collections.abc import Sequence
from functools import cache, partial

from caucasus_tui.dossier.model import ActorId, Dossier, Lever
from caucasus_tui.dossier.views.effects import TOGETHER, holder_title
from caucasus_tui.page.claim import cell_spans, closed, closing, lead_of, our_reading, window
from caucasus_tui.page.fields import title_of
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.lever import lever_rows, short
from caucasus_tui.page.marks import CURATOR, STATUS_MARKS
from caucasus_tui.page.rows import Row, Span, cell_width, fitted, flowing, hanging, pad
from caucasus_tui.page.rows.growing import Block, GrowingRows

STATUS, KIND, CITED = 12, 11, 10
"""Cells of columns: the status with its mark, the kind of lever, type and citation."""


def lever_sheet(dossier: Dossier, levers: Sequence[Lever], targets: Sequence[ActorId], lens: Lens) -> GrowingRows:
    """A header, then levers under their holders. Columns give way to names of targets, then the kind: no title does."""
    name, called = cache(partial(short, dossier)), cache(lambda holder: title_of(dossier, holder.ref))

    def named_upon(lever: Lever) -> str:
        toward = f" ›{'/'.join(map(name, lever.toward))}" if lever.toward else ""
        return f"→ {'/'.join(map(name, lever.targets))}{toward}"

    title = max((cell_width(lever.title) for lever in levers), default=0) + 3
    columns = {target: max(cell_width(name(target)), 2) + 1 for target in targets}
    named = max((cell_width(named_upon(lever)) for lever in levers), default=0) + 2
    room = lens.width - title - STATUS - CITED
    in_columns = KIND + sum(columns.values()) <= room
    kind = KIND if in_columns or KIND + named <= room else 0

    def cells(lever: Lever) -> list[Span]:
        mark = STATUS_MARKS[lever.status]
        if not in_columns:
            return [Span(pad(named_upon(lever), named), "strong")]
        marks = {**dict.fromkeys(lever.toward, f"›{mark.glyph}"), **dict.fromkeys(lever.targets, mark.glyph)}
        return [Span(pad(marks.get(target, ""), width), mark.role) for target, width in columns.items()]

    def named_spans(lever: Lever) -> list[Span]:
        mark = STATUS_MARKS[lever.status]
        left = [
            *fitted((Span("  "), Span(lever.title)), title),
            Span(pad(f"{mark.glyph} {mark.word}", STATUS), mark.role),
            *([Span(pad(lever.direction, KIND), "dim")] if kind else []),
            *cells(lever),
        ]
        while not left[-1].text.strip():
            left.pop()
        left[-1] = left[-1]._replace(text=left[-1].text.rstrip())
        return left

    def rows(lever: Lever) -> list[Row]:
        """Its line; what says so below it, where it does not fit; by when."""
        lead = lead_of(dossier, lever)
        made = closed(named_spans(lever), closing(dossier, lever, lead=lead), lens.width, lever.ref)
        if any(when.edtf for when in lever.window):
            shown = cell_spans(dossier, [window(dossier, lever, lever.window, lens.today)], lead)
            made += hanging((Span("   by when:", "dim"),), shown, lens.width, 5)
        return made

    def in_words(lever: Lever) -> list[Row]:
        return lever_rows(dossier, lever, lens, name=named_upon(lever))

    names = [Span(pad(name(target), width), "heading") for target, width in columns.items()]
    whose = f"  {our_reading('status and kind').text}"
    whose = whose if cell_width(whose) < title else f"  {CURATOR.glyph} ours"
    columned = pad(whose, title) + pad("status", STATUS) + pad("kind", kind)
    head = (Span(columned, "dim"), *(names if in_columns else [Span("upon", "dim")]))
    fits = named <= room
    parts: list[Row | Block] = [Row(head) if fits else Row((our_reading("status and kind"),))]
    held: dict[tuple[Sequence[ActorId], bool], list[Lever]] = {}
    for lever in levers:
        held.setdefault((lever.holders, lever.jointly), []).append(lever)
    for holders, members in held.items():
        held_by = holder_title(dossier, TOGETHER.join(holders[0])) if holders[1] else ", ".join(map(called, holders[0]))
        parts += flowing([Span(held_by or "nobody named", "heading")], lens.width)
        parts += [Block(lever.ref, partial(rows if fits else in_words, lever), counts=fits) for lever in members]
    return GrowingRows(parts)
