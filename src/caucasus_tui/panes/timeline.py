"""Timeline: events by date, imprecision kept; zoomed, lanes on a time axis."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from caucasus_tui.dossier.model import Day, Dossier, Event, Record, citations, sort_key, span_words, year_words
from caucasus_tui.dossier.model.chronology import Chronology, by_lane, is_ahead
from caucasus_tui.dossier.model.frame_words import Lane
from caucasus_tui.page.claim import lead_of
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.marks import UNWRITTEN
from caucasus_tui.page.rows import Page, Row, Span, cell_width, fitted, flowing, flush
from caucasus_tui.page.rows.growing import GrowingRows, Series
from caucasus_tui.panes import Pane
from caucasus_tui.panes.event_lines import WHOLE_DATE, Years, event_lines

CITED = 13
"""Cells that citations take beside a lane, with glyphs and blanks."""
LEAST_AXIS = 16
FEW = 200
"""Events, which are all looked at in no time."""
SEVERAL = 3
"""Events. From the first year with so many on, years are headings."""
MARKS = "~ year inferred  ? day not stated  → goes on"

Events = Sequence[Event]
"""Some that follow each other in a list."""


def timeline(dossier: Dossier, lens: Lens) -> Page:
    """Dated events in order, then the undated lane."""
    found = admitted(dossier, lens)
    note = shown_of(sum(map(len, found[:3])), len(dossier.events), "event")
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
        return event_lines(dossier, event, lead_of(dossier, event), lens, years | said)

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
    if len(dossier.events) <= FEW:  # what else cites it is not known yet as a program starts, and takes longer
        resting = {event.ref: event for event in dossier.events if not line.isdisjoint(citations(event))}
    else:
        resting = {one.ref: one for cite in line for one in dossier.cited_by(cite) if isinstance(one, Event)}
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
    if not lens.keys:
        return dossier.chronology
    past, ahead, undated = (tuple(lens.among(dossier, events)) for events in dossier.chronology[:3])
    return Chronology(past, ahead, undated)


def _lanes(dossier: Dossier, found: Chronology, lens: Lens, note: str) -> Page:
    """Lanes down, time across: what the list says of an event, and beside it, where there is room, a bar from the
    earliest to the latest day on which it may have begun."""
    from caucasus_tui.panes.axis import Axis, some_of  # not on the first screen

    some = some_of(found.dated)
    longest = max((cell_width(event.title) for event in some), default=0)
    names = min(WHOLE_DATE + 4 + longest + CITED, lens.width)
    axis = (
        Axis((event.when for event in some), dossier.about.as_of, lens.width - names)
        if lens.width - names >= LEAST_AXIS
        else None
    )
    names = names if axis else lens.width
    beside = replace(lens, width=names - 1)
    head = [Row((Span(" " * names), *line)) for line in axis.heading()] if axis else []
    items: list[Events | Row] = [*head]
    on = found.lanes or by_lane(found.dated)
    for lane in dict.fromkeys((*dossier.about.lanes, *Lane.known)):
        if lane in on:
            heads = flowing([Span(lane, "heading")], names)
            items += [row._replace(spans=(*fitted(row.spans, names), *(axis.empty() if axis else ()))) for row in heads]
            items.append(on[lane])
    if found.undated:
        items += flowing([Span("undated, in the order the sources give", "heading")], lens.width)
        items.append(found.undated)

    def lines(event: Event) -> list[Row]:
        lead = lead_of(dossier, event)
        if not event.when.edtf:
            return event_lines(dossier, event, lead, lens)
        rows = event_lines(dossier, event, lead, beside, date=WHOLE_DATE)
        if not axis:
            return rows
        mark = next(iter(lead.marks), UNWRITTEN)
        bar = axis.bar(event.when, mark.role)
        below = [row._replace(spans=(*fitted(row.spans, names), *axis.empty())) for row in rows[1:]]
        return [Row((*fitted(rows[0].spans, names), *bar), event.ref), *below]

    note = f"{note} · ┃ as of · ░ ahead or due" if axis else note
    return Page("", _listed(dossier, items, lines), note, header=len(head), start=_start(dossier, found))


PANE = Pane(page=timeline, in_full=False, empty="Events go into data/events.yaml.")
