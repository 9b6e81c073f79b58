"""The order of events: by date, those without a date by what each comes after; and which are still ahead."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from heapq import heappop, heappush
from types import MappingProxyType
from typing import NamedTuple

from caucasus_tui.dossier.model.dates import When, sort_key
from caucasus_tui.dossier.model.records import Event


class Chronology(NamedTuple):
    """`past` and `ahead`, seen from the day the sources speak from, by earliest bound, then latest, then the order of
    the file; `undated` by `after` and `before`, else in the order of the file. `lanes`: those with a date once more, by
    lane, where all are there: they are sorted out while they are looked at anyway."""

    past: tuple[Event, ...]
    ahead: tuple[Event, ...]
    undated: tuple[Event, ...]
    lanes: Mapping[str, Sequence[Event]] = MappingProxyType({})

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
    undated = _undated([event for event in events if not event.when.edtf])
    return Chronology(tuple(past), tuple(ahead), undated, by_lane([*past, *ahead]))


def by_lane(events: Sequence[Event]) -> Mapping[str, Sequence[Event]]:
    """From a lane to the events on it, in the same order."""
    found = defaultdict[str, list[Event]](list)
    for event in events:
        found[event.lane].append(event)
    return found


def is_ahead(event: Event, as_of: When) -> bool:
    """Whether an event lies after the day the sources speak from, as a deadline or a window always does."""
    when, day, due = event.when.edtf, as_of.edtf, event.when.role in ("deadline", "window")
    return when is not None and (due or (day is not None and when.earliest > day.latest))


def _undated(events: Sequence[Event]) -> tuple[Event, ...]:
    """Each after what it follows among these. A circle is a mistake for `check` to report; here it must only end."""
    numbers = {event.id: number for number, event in enumerate(events)}
    sorter = TopologicalSorter[int]()
    for number, event in enumerate(events):
        sorter.add(number, *(numbers[name] for name in event.after if name in numbers))
        for name in event.before:
            if name in numbers:
                sorter.add(numbers[name], number)
    with suppress(CycleError):
        sorter.prepare()
    order: dict[int, None] = {}
    ready: list[int] = []
    while sorter.is_active():
        for number in sorter.get_ready():
            heappush(ready, number)
        order[number := heappop(ready)] = None
        sorter.done(number)
    order |= dict.fromkeys(range(len(events)))
    return tuple(events[number] for number in order)
