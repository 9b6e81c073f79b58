"""Levers in words: one line each for lists, a block each for the detail of a matrix cell."""

from collections.abc import Sequence

from caucasus_tui.dossier.addresses import CellAt
from caucasus_tui.dossier.addresses.places import title_at
from caucasus_tui.dossier.model import Actor, ActorId, Dossier, Lever
from caucasus_tui.dossier.text import counted
from caucasus_tui.dossier.views.effects import levers_between
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import closed, closing, our_reading, window
from caucasus_tui.page.fields import labelled_rows
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LABEL_WIDTH, STATUS_MARKS
from caucasus_tui.page.record import tension_rows
from caucasus_tui.page.rows import Page, Row, Span, cell_width, flowing, glued, hanging, pad
from caucasus_tui.page.statement import derived_spans, label, marked_spans, our_words, statements_rows


def short(dossier: Dossier, actor: ActorId) -> str:
    """An actor's few letters, for columns; `not stated` where that is the answer."""
    found = dossier.record(f"actor:{actor}")
    return found.short if isinstance(found, Actor) else str(actor).replace("-", " ")


def holders_of(dossier: Dossier, lever: Lever) -> str:
    """`EU/US` for those who each hold it, `EU+US` for those who hold it only together."""
    return ("+" if lever.jointly else "/").join(short(dossier, holder) for holder in lever.holders)


def lever_rows(dossier: Dossier, lever: Lever, lens: Lens, *, name: str) -> list[Row]:
    """Status in a word, who, how, with what, by when. `name`: the side that the list does not fix."""
    width = max(13 if name.startswith("→") else 14 if lever.jointly else 8, cell_width(name) + 1)
    mark = STATUS_MARKS[lever.status]
    left = (
        Span(pad(f"{mark.glyph} {mark.word}", 12), mark.role),
        Span(f"{pad(name, width - 1)} ", "strong"),
        Span(pad(lever.direction, 11), "dim"),
        Span(lever.title, "text"),
    )
    cells = [window(dossier, lever, lever.window, lens.today)]
    right = closing(dossier, lever, cells=cells)
    return closed(left, right, lens.width, lever.ref, 23 + width)


def unplaced_rows(dossier: Dossier, levers: Sequence[Lever], width: int) -> list[Row]:
    """Levers that are in no list of anybody, nobody holding them or being acted upon: what is to do about each."""
    said = {problem.about: problem.message for problem in dossier.todo if problem.kind == "lever of nobody"}
    found = [(lever, said[lever.ref]) for lever in levers if lever.ref in said]
    parts = ((Span(lever.title, "link", lever.ref), Span(f" {message}")) for lever, message in found)
    return [row for spans in parts for row in hanging((Span("to do  ", "absent"),), list(spans), width, 7)]


def lever_block(dossier: Dossier, lever: Lever, width: int) -> list[Row]:
    """A lever with its status and why, its strength as stated, and the statements it rests on."""
    mark = STATUS_MARKS[lever.status]
    together = f"{holders_of(dossier, lever)} together · " if lever.jointly else ""
    body = [Span(lever.title, "title", lever.ref), Span(f" · {lever.direction}, {lever.domain} ", "dim")]
    body += [our_reading("status and kind"), Span(f" · {together}", "dim"), *our_words(lever.mechanism)]
    rows = hanging(label(mark), body, width, LABEL_WIDTH)
    rows += statements_rows(dossier, lever.cites, width)
    if lever.status_reason:
        body = derived_spans(dossier, lever.status_reason.text, lever.status_reason.basis)
        rows += labelled_rows("why this status", body, width)
    said = lever.strength
    strength = marked_spans(dossier, said.text, said.cites) if said else [Span(silence(dossier), "absent")]
    return [*rows, *labelled_rows("strength", strength, width), *tension_rows(dossier, lever, width)]


def cell_page(dossier: Dossier, holder: str, target: str, width: int) -> Page:
    """Every lever of one holder upon one target."""
    levers: Sequence[Lever] = levers_between(dossier, holder, target)
    title = title_at(dossier, CellAt(holder, target))
    none = silence(dossier, "no lever in the sources", "no lever noted")
    count = counted(len(levers), "lever") if levers else none
    rows = flowing([Span(title, "title"), Span("  "), Span(glued(count), "dim")], width)
    for lever in levers:
        rows += lever_block(dossier, lever, width)
    return Page(title, rows)


def status_legend(levers: Sequence[Lever]) -> str:
    """The glyphs in use, each with its word."""
    used = {lever.status for lever in levers}
    return " ".join(f"{mark.glyph} {mark.word}" for status, mark in STATUS_MARKS.items() if status in used)
