"""Where the values of a sound file stand, noted while it is read: a few bytes for each, and no path is made for any."""

import re
from array import array
from functools import cached_property
from typing import TYPE_CHECKING

from caucasus_tui.dossier.loading.marked_values import Mark, Path

if TYPE_CHECKING:
    from caucasus_tui.dossier.loading.plain_values import Value

WORD, START, END = 1, 2, 3
"""Kinds of events: a text, or where a list or a mapping begins or ends."""
COLUMNS = 1 << 17
"""An event is one number: its line times this, its column times four, both from 0, and its kind."""


class MarkedEvents:
    """The events of a file, as libyaml would number them, and the value that was read from them."""

    def __init__(self, events: "array[int]", value: "Value") -> None:
        self._events, self.value = events, value
        self._known: dict[int, array[int]] = {}

    def __len__(self) -> int:
        return len(self._events)

    def of(self, value: "Value") -> "MarkedEvents":
        """The same events, for what was read from them, which need not be kept meanwhile."""
        return MarkedEvents(self._events, value)

    @cached_property
    def _after(self) -> "array[int]":
        """The number after the last event of what begins at each."""
        after = array("I", range(1, len(self) + 1))
        open_starts: list[int] = []
        for found in re.finditer(b"[\2\3]", bytes([event & 3 for event in self._events])):
            if found[0] == b"\2":
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
        if wanted is None:
            return None
        line, rest = divmod(self._events[wanted], COLUMNS)
        return line + 1, (rest >> 2) + 1

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
