"""An event in a list: when, what, how it stands, who says so."""

from caucasus_tui.dossier.model import Dossier, Event
from caucasus_tui.dossier.model.chronology import is_ahead
from caucasus_tui.dossier.model.dates import NOT_STATED, When, column_date, date_marks, window_state, year_words
from caucasus_tui.page.claim import Basis, dating, said_by
from caucasus_tui.page.claim.closing import closed, closing, needs_two
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR, TYPE_MARKS, UNWRITTEN
from caucasus_tui.page.rows import Row, Span, cell_width, cells_of

DATE = 11
"""Cells of a date without its year, with its marks: `12–20 Sep~?`."""
WHOLE_DATE = 16
"""The same with the year."""
Years = frozenset[int]
"""Years that a heading above says."""


def _passed(event: Event, lens: Lens) -> tuple[Span, ...]:
    """What lay ahead of the sources may lie behind the reader."""
    awaited = event.when.role in ("deadline", "window")
    return (Span("passed ", "warn"),) if awaited and window_state(event.when, lens.today) == "passed" else ()


def event_lines(
    dossier: Dossier, event: Event, lead: Basis, lens: Lens, years: Years = frozenset(), date: int = DATE
) -> list[Row]:
    """When, what, how it stands, who says so; on more lines where one would cut the title."""
    width = lens.width
    said = dating(dossier, event.when, event) if event.when.edtf else Basis()
    left = _left(dossier, event, lead, said, years, date)
    before = (*_passed(event, lens), *_dated(dossier, said, lead))
    end = closing(dossier, event, typed=False, lead=lead)
    right = (*before, *end)
    fixed = cells_of(left[:-1])
    parted = needs_two(fixed, cells_of(left[-1:]), cells_of(right), width)
    word = _unusual(event, lead)
    taken = (0 if parted else cells_of(left)) + cells_of(right) + 1
    right = (*before, *word, *end) if taken + cells_of(word) <= width else right
    return closed(left, right, width, event.ref, fixed)


def _left(dossier: Dossier, event: Event, lead: Basis, said: Basis, years: Years, width: int) -> tuple[Span, ...]:
    """The date, whether it is ours, the type by its glyph, the title."""
    mark = next(iter(lead.marks), UNWRITTEN)
    title = Span(event.title, "forecast" if is_ahead(event, dossier.about.as_of) else "text")
    words = _date(event.when, years) if event.when.edtf else ""
    words = words if cell_width(words) <= width else words.replace(" →", "→")
    room = max(width - cell_width(words), 0)
    whose = Span(CURATOR.glyph, CURATOR.role) if said.ours else Span(" ")
    date = (Span(words + " " * room, "date"), whose) if words else ()
    return (*date, Span(f"{mark.glyph} ", mark.role), title)


def _date(when: When, years: Years) -> str:
    """`12–20 Sep~?`, `Dec 2022~ →`: without a year that a heading says."""
    words = column_date(when)
    days = words.removesuffix(" →")
    if when.edtf and when.edtf.earliest.year == when.edtf.latest.year in years:
        days = days.removesuffix(f" {year_words(when.edtf.latest.year)}")
    return f"{days}{date_marks(when)}{words[len(words.removesuffix(' →')) :]}"


def _unusual(event: Event, lead: Basis) -> tuple[Span, ...]:
    """What most lines need not say: the type in a word, or the source's word for when."""
    if not event.when.edtf and event.when.as_stated != NOT_STATED:
        return (Span(f"“{event.when.as_stated}” ", "date"),)
    mark = next(iter(lead.marks), UNWRITTEN)
    return () if mark == TYPE_MARKS["fact"] else (Span(f"{mark.word} ", "dim"),)


def _dated(dossier: Dossier, said: Basis, lead: Basis) -> tuple[Span, ...]:
    """Who says the date, where that is not the statement that leads."""
    if not said.claims or said.claims == lead.claims:
        return ()
    return (*said_by(dossier, said), Span(" · ", "dim"))
