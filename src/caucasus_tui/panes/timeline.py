"""Timeline: events by date, imprecision kept; zoomed, lanes on a time axis."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from operator import attrgetter

from msgspec.structs import replace

from caucasus_tui.dossier.model.chronology import Chronology, is_ahead
from caucasus_tui.dossier.model.dates import (
    NOT_STATED,
    Day,
    When,
    column_date,
    date_marks,
    sort_key,
    span_words,
    window_state,
    year_words,
)
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.frame_words import Lane
from caucasus_tui.dossier.model.records import Event, Record
from caucasus_tui.page.claim import Basis, cells_of, dating, lead_of, said_by
from caucasus_tui.page.claim.closing import closed, closing, needs_two
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.marks import CURATOR, TYPE_MARKS, UNWRITTEN
from caucasus_tui.page.rows import Page, Row, Span, cell_width, fitted, flowing, flush
from caucasus_tui.page.rows.growing import GrowingRows, Series
from caucasus_tui.panes import Pane
from caucasus_tui.panes.axis import MEASURED, Axis, some_of

DATE = 11
"""Cells of a date without its year, with its marks: `12–20 Sep~?`."""
WHOLE_DATE = 16
"""The same with the year."""
CITED = 13
"""Cells that citations take beside a lane, with glyphs and blanks."""
LEAST_AXIS = 16
SEVERAL = 3
"""Events. From the first year with so many on, years are headings."""
MARKS = "~ year inferred  ? day not stated  → goes on"

Events = tuple[Event, ...]
"""Some that follow each other in a list."""
Years = frozenset[int]
"""Years that a heading above says."""


def _passed(event: Event, lens: Lens) -> tuple[Span, ...]:
    """What lay ahead of the sources may lie behind the reader."""
    awaited = event.when.role in ("deadline", "window")
    return (Span("passed ", "warn"),) if awaited and window_state(event.when, lens.today) == "passed" else ()


def _lines(
    dossier: Dossier, event: Event, lead: Basis, lens: Lens, years: Years = frozenset(), date: int = DATE
) -> list[Row]:
    """When, what, how it stands, who says so; on more lines where one would cut the title."""
    width = lens.width
    said = _said(dossier, event)
    left = _left(dossier, event, lead, said, years, date)
    before = (*_passed(event, lens), *_dated(dossier, said, lead))
    right = (*before, *closing(dossier, event, typed=False, lead=lead))
    fixed = cells_of(left[:-1])
    parted = needs_two(fixed, cells_of(left[-1:]), cells_of(right), width)
    word = _unusual(event, lead)
    taken = (0 if parted else cells_of(left)) + cells_of(right) + 1
    right = (*word, *right) if taken + cells_of(word) <= width else right
    return closed(left, right, width, event.ref, fixed)


def _left(dossier: Dossier, event: Event, lead: Basis, said: Basis, years: Years, width: int) -> tuple[Span, ...]:
    """The date, whether it is ours, the type by its glyph, the title."""
    mark = next(iter(lead.marks), UNWRITTEN)
    title = Span(event.title, "forecast" if is_ahead(event, dossier.about.as_of) else "text")
    words = _date(event.when, years) if event.when.edtf else ""
    words = words if cell_width(words) <= width else words.replace(" →", "→")
    room = max(width - cell_width(words), 0)
    date = (Span(words + " " * room, "date"), _ours(said)) if words else ()
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


def _said(dossier: Dossier, event: Event) -> Basis:
    """What its date rests on, where it has one."""
    return dating(dossier, event.when, event) if event.when.edtf else Basis()


def _ours(said: Basis) -> Span:
    """What follows a date: the curator's mark where no statement has it."""
    return Span(CURATOR.glyph, CURATOR.role) if said.ours else Span(" ")


def _dated(dossier: Dossier, said: Basis, lead: Basis) -> tuple[Span, ...]:
    """Who says the date, where that is not the statement that leads."""
    if not said.claims or said.claims == lead.claims:
        return ()
    return (*said_by(dossier, said), Span(" "))


def timeline(dossier: Dossier, lens: Lens) -> Page:
    """Dated events in order, then the undated lane."""
    found = admitted(dossier, lens)
    note = shown_of(sum(map(len, found)), len(dossier.events), "event")
    if lens.zoomed and not lens.straight and found.dated:
        return _lanes(dossier, found, lens, note)
    start = _start(dossier, found)
    items, years = _by_year(found.past, lens.width, dossier.record(start))
    as_of = dossier.about.as_of
    if found.ahead:
        items += flowing([Span(f"── as of {span_words(as_of)}; ahead of it: ", "dim")], lens.width)
        items.append(found.ahead)
    if found.undated:
        items += flowing([Span("No date in the sources; in the order they give", "heading")], lens.width)
        items.append(found.undated)

    def lines(event: Event) -> list[Row]:
        # What stands above the as-of has not been told its year by that.
        said = {as_of.edtf.latest.year} if as_of.edtf and is_ahead(event, as_of) else set()
        return _lines(dossier, event, lead_of(dossier, event), lens, years | said)

    return Page("", _listed(dossier, items, lines), note, start=start)


def _listed(dossier: Dossier, items: Sequence[Events | Row], lines: Callable[[Event], list[Row]]) -> GrowingRows:
    """Events in as many lines as each takes."""
    return GrowingRows([one if isinstance(one, Row) else Series(one, lines, dossier.record) for one in items])


def _by_year(events: Events, width: int, start: Record | None) -> tuple[list[Events | Row], Years]:
    """Events in order, under their years from the first one with several on; and the years so said. What the marks mean
    is told beside the first, and beside the one that is in view where the page opens. Years are looked for by halves:
    of thousands of events few are looked at."""
    items: list[Events | Row] = []
    years: set[int] = set()
    at = 0
    while at < len(events):
        year = _year(events[at])
        end = bisect_right(events, year, lo=at, key=_year)
        if years or end - at >= SEVERAL:
            opens = isinstance(start, Event) and _year(start) == year
            legend = () if years and not opens else (Span(MARKS, "dim"),)
            items += map(Row, flush((Span(year_words(year), "heading"),), legend, width))
            years.add(year)
        items.append(events[at:end])
        at = end
    return items, frozenset(years)


def _year(event: Event) -> int:
    return event.when.edtf.earliest.year if event.when.edtf else 0


def _start(dossier: Dossier, found: Chronology) -> str:
    """The first event that rests on a statement of the bottom line; else the last before the sources speak."""
    line = {cite for part in dossier.about.bottom_line for cite in part.cites}
    resting = {record.ref: record for cite in line for record in dossier.cited_by(cite) if isinstance(record, Event)}
    for key in sorted({sort_key(event.when) for event in resting.values() if event.when.edtf}):
        first, after = (find(found.past, key, key=_order) for find in (bisect_left, bisect_right))
        for event in found.past[first:after]:
            if event.ref in resting:
                return event.ref
    return found.past[-1].ref if found.past else ""


def _order(event: Event) -> tuple[bool, Day, Day]:
    return sort_key(event.when)


def admitted(dossier: Dossier, lens: Lens) -> Chronology:
    """The events that the lens lets through, in order."""
    if not lens.narrows:
        return dossier.chronology
    return Chronology(*(tuple(lens.among(dossier, lane)) for lane in dossier.chronology))


def _lanes(dossier: Dossier, found: Chronology, lens: Lens, note: str) -> Page:
    """Lanes down, time across: what the list says of an event, and beside it, where there is room, a bar from the
    earliest to the latest day on which it may have begun."""
    titles = sorted(map(attrgetter("title"), found.dated), key=len, reverse=True)[:MEASURED]
    longest = max(map(cell_width, titles), default=0)
    names = min(WHOLE_DATE + 4 + longest + CITED, lens.width)
    axis = (
        Axis((e.when for e in some_of(found.dated)), dossier.about.as_of, lens.width - names)
        if lens.width - names >= LEAST_AXIS
        else None
    )
    names = names if axis else lens.width
    beside = replace(lens, width=names - 1)
    head = [Row((Span(" " * names), *line)) for line in axis.heading()] if axis else []
    items: list[Events | Row] = [*head]
    by_lane = defaultdict[str, list[Event]](list)
    for lane, event in zip(map(attrgetter("lane"), found.dated), found.dated, strict=True):
        by_lane[lane].append(event)
    for lane in dict.fromkeys((*dossier.about.lanes, *Lane.known)):
        members = by_lane[lane]
        if members:
            heads = flowing([Span(lane, "heading")], names)
            items += [row._replace(spans=(*fitted(row.spans, names), *(axis.empty() if axis else ()))) for row in heads]
            items.append(tuple(members))
    if found.undated:
        items += flowing([Span("undated, in the order the sources give", "heading")], lens.width)
        items.append(found.undated)

    def lines(event: Event) -> list[Row]:
        lead = lead_of(dossier, event)
        if not event.when.edtf:
            return _lines(dossier, event, lead, lens)
        rows = _lines(dossier, event, lead, beside, date=WHOLE_DATE)
        if not axis:
            return rows
        mark = next(iter(lead.marks), UNWRITTEN)
        bar = axis.bar(event.when, mark.role)
        below = [row._replace(spans=(*fitted(row.spans, names), *axis.empty())) for row in rows[1:]]
        return [Row((*fitted(rows[0].spans, names), *bar), event.ref), *below]

    note = f"{note} · ┃ as of" if axis else note
    return Page("", _listed(dossier, items, lines), note, header=len(head), start=_start(dossier, found))


PANE = Pane(page=timeline, in_full=False, empty="Events go into data/events.yaml.")
