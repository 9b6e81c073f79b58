"""Headings over parts of a long page, and the line above all of them that says which parts there are."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.wrapping import NBSP, flowing, glued, wrap

PICK = "section:"
"""A pane's pick of one of its sections, before the section's letter."""


class Section(NamedTuple):
    """Part of a page. `note` stands beside the heading: how much there is, or what holds for all of it. `letter`: the
    key that shows this part alone; of a section without one, nothing but the heading stands in the contents."""

    title: str
    rows: Sequence[Row]
    note: str = ""
    letter: str = ""


def stacked(sections: Sequence[Section], width: int) -> list[Row]:
    """The sections that have rows, each under its heading, with a blank line between."""
    rows: list[Row] = []
    for section in sections:
        if section.rows:
            note = [Span("  "), Span(section.note, "dim")] if section.note else []
            heading = flowing([Span(section.title, "heading"), *note], width)
            rows += [*([Row()] if rows else []), *heading, *section.rows]
    return rows


def sectioned(sections: Sequence[Section], lens: Lens, note: str = "") -> Page:
    """A pane in sections, all or the one that its letter picked; the contents stay in view above."""
    picked = lens.pick.removeprefix(PICK) if lens.pick.startswith(PICK) else ""
    shown = [section for section in sections if not picked or section.letter == picked]
    rows = stacked(shown, lens.width)
    contents = _contents([section for section in sections if section.letter], picked, lens.width)
    return Page("", [*contents, *rows] if rows else [], note, header=len(contents))


def _contents(sections: Sequence[Section], picked: str, width: int) -> list[Row]:
    """`m Map  n Name rules`: every letter, with its section's name."""
    spans: list[Span] = []
    for section in sections:
        name = Span(glued(f" {section.title}"), "strong" if section.letter == picked else "dim")
        again = [Span(glued(" (again: all)"), "dim")] if section.letter == picked else []
        spans += [Span("  "), Span(section.letter, "key"), name, *again]
    line = Row(tuple(span._replace(text=span.text.replace(NBSP, " ")) for span in spans[1:]))
    return [line] if line.width <= width else [Row(part) for part in wrap(spans, width)]


def pick_section(letters: Mapping[str, str], key: str, lens: Lens) -> Lens:
    """The lens after a section's letter: that section alone, or everything if it was alone already."""
    pick = f"{PICK}{key}"
    return replace(lens, pick="" if lens.pick == pick or key not in letters else pick)
