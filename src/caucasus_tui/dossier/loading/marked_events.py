"""Where the values of a sound file stand, noted while it is read: a few bytes for each, and no path is made for any."""

from array import array
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import yaml

from caucasus_tui.dossier.loading.marked_values import Mark, Path

if TYPE_CHECKING:
    from caucasus_tui.dossier.loading.plain_values import Value

_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class MarkedEvents:
    """The events of a file by their number: line and column of each, from 0, and the number after its last."""

    def __init__(self) -> None:
        self._lines, self._columns, self._after = array("I"), array("I"), array("I")
        self.value: Value = None
        """What was read from the events."""
        self._known: dict[int, array[int]] = {}

    def noting(self, events: Iterable[Any]) -> Iterator[Any]:
        """The same events, each noted as it goes by."""
        lines, columns, after = self._lines, self._columns, self._after
        open_starts: list[int] = []
        for event in events:
            number, kind, mark = len(lines), type(event), event.start_mark
            lines.append(mark.line)
            columns.append(mark.column)
            after.append(number + 1)
            if kind in _STARTS:
                open_starts.append(number)
            elif kind in _ENDS:
                after[open_starts.pop()] = number + 1
            yield event

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
