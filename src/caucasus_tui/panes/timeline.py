"""Timeline: events by date, imprecision kept; zoomed, lanes on a time axis."""

from typing import get_args

from caucasus_tui.dossier.dates import COLUMN_WIDTH, When, column_date, date_marks, sort_key, span_words
from caucasus_tui.dossier.dossier import Dossier
from caucasus_tui.dossier.records import Event
from caucasus_tui.dossier.records.events import Lane
from caucasus_tui.page.flow import fitted, spread
from caucasus_tui.page.layout import cell_width, pad
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.marks import SHORT_LABEL, TYPE_MARKS
from caucasus_tui.page.row import Page, Row, Span
from caucasus_tui.page.trailing import ROOMY, trailing
from caucasus_tui.panes.axis import Axis
from caucasus_tui.panes.pane import Pane

LANES: tuple[Lane, ...] = get_args(Lane)


def in_order(events: tuple[Event, ...]) -> tuple[list[Event], list[Event]]:
    """Dated events by earliest bound, then latest, then the order of the file; undated ones by `after`."""
    dated = sorted((event for event in events if event.when.edtf), key=lambda event: sort_key(event.when))
    waiting = [event for event in events if not event.when.edtf]
    follows = {event.id: {str(other) for other in event.after} for event in waiting}
    for event in waiting:
        for later in event.before:
            follows.setdefault(later, set()).add(event.id)
    undated: list[Event] = []
    while waiting:
        names = {event.id for event in waiting}
        # A circle of `after` is a mistake for `check` to report; here it must only not hang.
        ready = next((event for event in waiting if not follows[event.id] & names), waiting[0])
        undated.append(ready)
        waiting.remove(ready)
    return dated, undated


def _row(dossier: Dossier, event: Event, lens: Lens) -> Row:
    lead = dossier.lead(event)
    mark = TYPE_MARKS[lead.type] if lead else TYPE_MARKS["fact"]
    word = pad(mark.column, SHORT_LABEL) if lens.width >= ROOMY else f"{mark.glyph} "
    title = Span(event.title, "forecast" if is_ahead(event, dossier.about.as_of) else "text")
    date = Span(pad(column_date(event.when), COLUMN_WIDTH + 1), "date")
    marks = (*trailing(dossier, event, lens.width), Span(f"{date_marks(event.when):>3}", "dim"))
    return Row(spread((date, Span(word, mark.role), title), marks, lens.width), event.ref)


def timeline(dossier: Dossier, lens: Lens) -> Page:
    """Dated events in order, then the undated lane."""
    events = tuple(event for event in dossier.events if lens.admits(dossier, event))
    note = shown_of(len(events), len(dossier.events), "events")
    if lens.zoomed:
        return _lanes(dossier, events, lens, note)
    dated, undated = in_order(events)
    past = [event for event in dated if not is_ahead(event, dossier.about.as_of)]
    rows = [_row(dossier, event, lens) for event in past]
    if len(past) < len(dated):
        rows.append(Row((Span(f"── as of {span_words(dossier.about.as_of)}; ahead of it: ", "rule"),)))
        rows += [_row(dossier, event, lens) for event in dated[len(past) :]]
    if undated:
        rows.append(Row((Span("No date in the source; in the order it gives", "heading"),)))
        rows += [_row(dossier, event, lens) for event in undated]
    return Page("", rows, note, start=past[-1].ref if past else "")


def is_ahead(event: Event, as_of: When) -> bool:
    """Whether an event lies after the day the sources speak from."""
    if not event.when.edtf or not as_of.edtf:
        return False
    return event.when.role in ("deadline", "window") or event.when.edtf.earliest > as_of.edtf.latest


def _lanes(dossier: Dossier, events: tuple[Event, ...], lens: Lens, note: str) -> Page:
    """Lanes down, time across: a bar from the earliest to the latest day an event may have begun; the axis has a
    column for each date that matters, so distances are not to scale."""
    dated, undated = in_order(events)
    names = min(max((cell_width(event.title) for event in dated), default=0) + 3, lens.width * 2 // 5)
    axis = Axis(tuple(event.when for event in dated), dossier.about.as_of, max(lens.width - names - 1, 10))
    head = [Row((Span(" " * names), Span(" "), *line)) for line in axis.heading()]
    rows = head
    for lane in LANES:
        members = [event for event in dated if event.lane == lane]
        if not members:
            continue
        rows.append(Row((*fitted((Span(lane, "heading"),), names), Span(" "), *axis.empty())))
        for event in members:
            lead = dossier.lead(event)
            mark = TYPE_MARKS[lead.type] if lead else TYPE_MARKS["fact"]
            name = fitted((Span(f"{mark.glyph} ", mark.role), Span(event.title)), names)
            rows.append(Row((*name, Span(" "), *axis.bar(event.when, mark.role)), event.ref))
    if undated:
        rows.append(Row((Span("undated, in the order the source gives", "heading"),)))
        rows += [_row(dossier, event, lens) for event in undated]
    return Page("", rows, f"{note} · not to scale · ┃ as of", header=len(head))


PANE = Pane(page=timeline, kinds=("event",), empty="Events go into data/events.yaml.")
