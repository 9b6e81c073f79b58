"""Headings over parts of a long page, and the line above all of them that says which parts there are."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from caucasus_tui.page.layout import cell_width
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.row import Page, Row, Span

PICK = "section:"
"""A pane's pick of one of its sections, before the section's letter."""


class Section(NamedTuple):
    """Part of a page. `note` stands beside the heading: how much there is, or what holds for all of it. `letter`: the
    key that shows this part alone; of a section without one, nothing but the heading stands in the contents."""

    title: str
    rows: Sequence[Row]
    note: str = ""
    letter: str = ""


def stacked(sections: Sequence[Section]) -> list[Row]:
    """The sections that have rows, each under its heading, with a blank line between."""
    rows: list[Row] = []
    for section in sections:
        if not section.rows:
            continue
        note = (Span(f"  {section.note}", "dim"),) if section.note else ()
        rows += [Row()] if rows else []
        rows += [Row((Span(section.title, "heading"), *note)), *section.rows]
    return rows


def sectioned(sections: Sequence[Section], lens: Lens, note: str = "") -> Page:
    """A pane in sections, all or the one that its letter picked; the contents stay in view above."""
    picked = lens.pick.removeprefix(PICK) if lens.pick.startswith(PICK) else ""
    shown = [section for section in sections if not picked or section.letter == picked]
    rows = stacked(shown)
    contents = Row(_contents([section for section in sections if section.letter], picked, lens.width))
    return Page("", [contents, *rows] if rows else [], note, header=1)


def _contents(sections: Sequence[Section], picked: str, width: int) -> tuple[Span, ...]:
    """`m map · n names`: every letter; where room is short, titles give way from the end."""
    names = [section.title for section in sections]
    for index in reversed(range(len(names))):
        if sum(cell_width(name) + 4 for name in names) <= width:
            break
        names[index] = names[index].partition(" ")[0]
    spans: list[Span] = []
    for section, name in zip(sections, names, strict=True):
        here = section.letter == picked
        spans += [Span("  ")] if spans else []
        spans += [Span(section.letter, "key"), Span(f" {name}", "strong" if here else "dim")]
    return (*spans, Span(f"   {picked} everything", "dim")) if picked else tuple(spans)


def pick_section(letters: Mapping[str, str], key: str, lens: Lens) -> Lens:
    """The lens after a section's letter: that section alone, or everything if it was alone already."""
    pick = f"{PICK}{key}"
    return replace(lens, pick="" if lens.pick == pick or key not in letters else pick)
