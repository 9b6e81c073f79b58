"""Where the values of a sound file stand, noted while it is read: a few bytes for each, and no path is made for any."""

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import yaml

from caucasus_tui.dossier.loading.marked_values import Mark, Path

if TYPE_CHECKING:
    from caucasus_tui.dossier.loading.plain_values import Value

_PLAIN, _START, _END = b"\0\1\2"
_KINDS: dict[type, int] = {
    yaml.MappingStartEvent: _START,
    yaml.SequenceStartEvent: _START,
    yaml.MappingEndEvent: _END,
    yaml.SequenceEndEvent: _END,
}
_AT_ONCE = 100
"""Events that are in memory together: few, so that none has left the processor when it is asked for."""


class MarkedEvents:
    """The events of a file by their number: line and column of each, from 0, and whether it begins or ends others."""

    def __init__(self) -> None:
        self._lines, self._columns, self._kinds = array("I"), array("I"), bytearray()
        self.value: Value = None
        """What was read from the events."""
        self._known: dict[int, array[int]] = {}

    def of(self, value: "Value") -> "MarkedEvents":
        """The same events, for what was read from them, which need not be kept meanwhile."""
        same = MarkedEvents()
        same._lines, same._columns, same._kinds, same.value = self._lines, self._columns, self._kinds, value
        return same

    def noting(self, events: Iterable[Any]) -> Iterator[Any]:
        """The same events, each noted before it goes by."""
        return chain.from_iterable(self._noted(iter(events)))

    def _noted(self, events: Iterator[Any]) -> Iterator[list[Any]]:
        while some := list(islice(events, _AT_ONCE)):
            marks = [event.start_mark for event in some]
            self._lines.extend([mark.line for mark in marks])
            self._columns.extend([mark.column for mark in marks])
            self._kinds.extend([_KINDS.get(type(event), _PLAIN) for event in some])
            yield some

    @cached_property
    def _after(self) -> "array[int]":
        """The number after the last event of what begins at each."""
        after = array("I", range(1, len(self._kinds) + 1))
        open_starts: list[int] = []
        for found in re.finditer(b"[\1\2]", self._kinds):
            if found[0] == b"\1":
                open_starts.append(found.start())
            else:
                after[open_starts.pop()] = found.end()
        return after

    def mark(self, path: Path, *, at_key: bool = False) -> Mark | None:
        """Where a value stands, or the key that leads to it; None where there is none."""
        value, number, key = self.value, _FIRST, None
        for step in path:
            if isinstance(value, dict) and step in value:
                key = self._items(number)[2 * list(value).index(str(step))]
                value, number = value[str(step)], key + 1
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value, number, key = value[step], self._items(number)[step], None
            else:
                return None
        wanted = key if at_key else number
        if wanted is None or wanted >= len(self._lines):  # an empty file
            return None
        return self._lines[wanted] + 1, self._columns[wanted] + 1

    def _items(self, start: int) -> "array[int]":
        """The keys and values, or the items, of what begins at an event."""
        if (items := self._known.get(start)) is None:
            items = self._known[start] = array("I")
            number, last = start + 1, self._after[start] - 1
            while number < last:
                items.append(number)
                number = self._after[number]
        return items


_FIRST = 2
"""After the start of the stream and of the document."""
