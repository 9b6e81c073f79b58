"""Timeline: events by date, imprecision kept; zoomed, lanes on a time axis."""

from caucasus_tui.dossier.model.chronology import Chronology, is_ahead
from caucasus_tui.dossier.model.dates import COLUMN_WIDTH, column_date, date_marks, span_words, window_state
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.frame_words import Lane
from caucasus_tui.dossier.model.records import Event
from caucasus_tui.page.claim.basis import Basis, dating, lead_of
from caucasus_tui.page.claim.basis_spans import said_by
from caucasus_tui.page.claim.citations import cite_spans
from caucasus_tui.page.claim.closing import LEAST_TITLE, ROOMY, WORDY, cells_of, closing
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.marks import CURATOR, SHORT_LABEL, TYPE_MARKS
from caucasus_tui.page.rows.lazy import LazyRows
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.widths import cell_width, pad
from caucasus_tui.page.rows.wrapping import fitted, spread
from caucasus_tui.panes.axis import Axis
from caucasus_tui.panes.pane import Pane

LEAST_NAME = 24
"""Cells for an event's title beside its bar, with its citations."""


def _passed(event: Event, lens: Lens) -> tuple[Span, ...]:
    """What lay ahead of the sources may lie behind the reader."""
    awaited = event.when.role in ("deadline", "window")
    return (Span("passed ", "warn"),) if awaited and window_state(event.when, lens.today) == "passed" else ()


def _row(dossier: Dossier, event: Event, lens: Lens) -> Row:
    lead = lead_of(dossier, event)
    mark = next(iter(lead.marks), TYPE_MARKS["fact"])
    word = pad(mark.column, SHORT_LABEL) if lens.width >= WORDY else f"{mark.glyph} "
    title = Span(event.title, "forecast" if is_ahead(event, dossier.about.as_of) else "text")
    date = pad(column_date(event.when), COLUMN_WIDTH)
    said = _said(dossier, event)
    left = (Span(date, "date"), _ours(said), Span(word, mark.role))
    before = (*_passed(event, lens), *_dated(dossier, said, lead, "dated " if lens.width >= ROOMY else ""))
    after = Span(f"{date_marks(event.when):>3}", "dim")
    room = lens.width - LEAST_TITLE - cells_of((*left, *before, after)) - 1
    marks = (*before, *closing(dossier, event, lens.width, typed=False, room=room, lead=lead), after)
    return Row(spread((*left, title), marks, lens.width), event.ref)


def _said(dossier: Dossier, event: Event) -> Basis:
    """What its date rests on, where it has one."""
    return dating(dossier, event.when, event) if event.when.edtf else Basis()


def _ours(said: Basis) -> Span:
    """What follows a date: the curator's mark where no statement has it."""
    return Span(CURATOR.glyph, CURATOR.role) if said.ours else Span(" ")


def _dated(dossier: Dossier, said: Basis, lead: Basis, word: str = "") -> tuple[Span, ...]:
    """Who says the date, where that is not the statement that leads."""
    if not said.claims or said.claims == lead.claims:
        return ()
    return (Span(word, "dim"), *said_by(dossier, said), Span(" "))


def timeline(dossier: Dossier, lens: Lens) -> Page:
    """Dated events in order, then the undated lane."""
    found = admitted(dossier, lens)
    note = shown_of(sum(map(len, found)), len(dossier.events), "events")
    if lens.zoomed and not lens.straight:
        return _lanes(dossier, found, lens, note)
    items: list[Event | Row] = [*found.past]
    if found.ahead:
        items.append(Row((Span(f"── as of {span_words(dossier.about.as_of)}; ahead of it: ", "dim"),)))
        items += found.ahead
    if found.undated:
        items.append(Row((Span("No date in the sources; in the order they give", "heading"),)))
        items += found.undated
    rows = LazyRows(items, _leads, lambda event: _row(dossier, event, lens))
    return Page("", rows, note, start=found.past[-1].ref if found.past else "")


def admitted(dossier: Dossier, lens: Lens) -> Chronology:
    """The events that the lens lets through, in order."""
    if not lens.narrows:
        return dossier.chronology
    return Chronology(*(tuple(event for event in lane if lens.admits(dossier, event)) for lane in dossier.chronology))


def _leads(event: Event, subject: str) -> bool:
    return event.ref == subject


def _lanes(dossier: Dossier, found: Chronology, lens: Lens, note: str) -> Page:
    """Lanes down, time across: a bar from the earliest to the latest day an event may have begun; the axis has a
    column for each date that matters, so distances are not to scale."""
    names = min(
        max((cell_width(event.title) for event in found.dated), default=0) + 10, max(lens.width * 2 // 5, LEAST_NAME)
    )
    axis = Axis(tuple(event.when for event in found.dated), dossier.about.as_of, max(lens.width - names, 10))
    head = [Row((Span(" " * names), *line)) for line in axis.heading()]
    items: list[Event | Row] = [*head]
    for lane in dict.fromkeys((*dossier.about.lanes, *Lane.known)):
        members = [event for event in found.dated if event.lane == lane]
        if members:
            items.append(Row((*fitted((Span(lane, "heading"),), names), *axis.empty())))
            items += members
    if found.undated:
        items.append(Row((Span("undated, in the order the sources give", "heading"),)))
        items += found.undated

    def make(event: Event) -> Row:
        if not event.when.edtf:
            return _row(dossier, event, lens)
        lead, said = lead_of(dossier, event), _said(dossier, event)
        mark = next(iter(lead.marks), TYPE_MARKS["fact"])
        cites = (
            *cite_spans(dossier, [claim.cite for claim in lead.claims], links=False),
            Span(" "),
            *_dated(dossier, said, lead),
        )
        left = (Span(f"{mark.glyph} ", mark.role), Span(event.title))
        name = spread(left, (*cites, _ours(said)), names)
        return Row((*name, *axis.bar(event.when, mark.role)), event.ref)

    return Page("", LazyRows(items, _leads, make), f"{note} · not to scale · ┃ as of", header=len(head))


PANE = Pane(page=timeline, in_full=False, empty="Events go into data/events.yaml.")
