"""Headings over parts of a long page, of which a letter shows one alone."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows import Page, Row, Span, flowing
from caucasus_tui.page.rows.growing import GrowingRows
from caucasus_tui.page.rows.parts import Item

PICK = "section:"
"""A pane's pick of one of its sections, before the section's letter."""


class Section(NamedTuple):
    """Part of a page. `note` stands beside the heading: how much there is, or what holds for all of it. `letter`: the
    key that shows this part alone, where there is one."""

    title: str
    rows: Sequence[Item]
    note: str = ""
    letter: str = ""


def stacked(sections: Sequence[Section], width: int) -> Sequence[Row]:
    """The sections that have rows, each under its heading, with a blank line between."""
    parts = stacked_parts(sections, width)
    rows = [part for part in parts if isinstance(part, Row)]
    return rows if len(rows) == len(parts) else GrowingRows(parts)


def stacked_parts(sections: Sequence[Section], width: int) -> list[Item]:
    """The same before any row is made."""
    rows: list[Item] = []
    for section in sections:
        if section.rows:
            note = [Span("  "), Span(section.note, "dim")] if section.note else []
            heading = flowing([Span(section.title, "heading"), *note], width)
            rows += [*([Row()] if rows else []), *heading, *section.rows]
    return rows


def sectioned(sections: Sequence[Section], lens: Lens, note: str = "") -> Page:
    """A pane in sections, all or the one that its letter picked. A section without rows has nothing to show alone."""
    picked = lens.pick.removeprefix(PICK) if lens.pick.startswith(PICK) else ""
    shown = [section for section in sections if not picked or section.letter == picked]
    title = f"· only: {shown[0].title}" if picked and shown else ""
    idle = "".join(section.letter for section in sections if not section.rows and section.letter != picked)
    return Page(title, stacked(shown, lens.width), note, idle=idle)


def pick_section(key: str, lens: Lens) -> Lens:
    """The lens after a section's letter: that section alone, or everything if it was alone already."""
    pick = f"{PICK}{key}"
    return replace(lens, pick="" if lens.pick == pick else pick)
