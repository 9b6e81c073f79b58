"""The order of events: by date, those without a date by what each comes after; and which are still ahead."""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from caucasus_tui.dossier.model.dates import When, sort_key
from caucasus_tui.dossier.model.records import Event


class Chronology(NamedTuple):
    """`past` and `ahead`, seen from the day the sources speak from, by earliest bound, then latest, then the order of
    the file; `undated` by `after` and `before`, else in the order of the file."""

    past: tuple[Event, ...]
    ahead: tuple[Event, ...]
    undated: tuple[Event, ...]

    @property
    def dated(self) -> tuple[Event, ...]:
        """The events that have a date, the past ones first."""
        return self.past + self.ahead


def chronology(events: Sequence[Event], as_of: When) -> Chronology:
    """Events in order, as seen from `as_of`."""
    dated = sorted((event for event in events if event.when.edtf), key=lambda event: sort_key(event.when))
    past: list[Event] = []
    ahead: list[Event] = []
    for event in dated:
        (ahead if is_ahead(event, as_of) else past).append(event)
    return Chronology(tuple(past), tuple(ahead), _undated([event for event in events if not event.when.edtf]))


def is_ahead(event: Event, as_of: When) -> bool:
    """Whether an event lies after the day the sources speak from."""
    if not event.when.edtf or not as_of.edtf:
        return False
    return event.when.role in ("deadline", "window") or event.when.edtf.earliest > as_of.edtf.latest


def _undated(events: Sequence[Event]) -> tuple[Event, ...]:
    """Each after what it follows among these. A circle is a mistake for `check` to report; here it must only end."""
    numbers = {event.id: number for number, event in enumerate(events)}
    follows: list[set[int]] = [{numbers[other] for other in event.after if other in numbers} for event in events]
    for number, event in enumerate(events):
        for name in event.before:
            if name in numbers:
                follows[numbers[name]].add(number)
    followers: list[list[int]] = [[] for _ in events]
    for number, earlier in enumerate(follows):
        for other in earlier:
            followers[other].append(number)
    ready: list[int] = [number for number, earlier in enumerate(follows) if not earlier]
    heapify(ready)
    order: dict[int, None] = {}
    for first in range(len(events)):
        if not ready and first not in order:
            heappush(ready, first)
        while ready:
            number = heappop(ready)
            if number in order:
                continue
            order[number] = None
            for later in followers[number]:
                follows[later].discard(number)
                if not follows[later]:
                    heappush(ready, later)
    return tuple(events[number] for number in order)
