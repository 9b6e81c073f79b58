"""The values of a sound YAML file without their places, which takes half the time and a quarter of the memory.

What is unusual in any way is left to the reader that keeps the place of everything, and knows what to say of it.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeAlias

import yaml

from caucasus_tui.dossier.loading.yaml_errors import DEPTH_LIMIT
from caucasus_tui.dossier.text.clean import LENGTH_LIMIT, clean

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What is no text, where it stands without quotation marks."""


class UnusualError(Exception):
    """Something that a sound file has not, or seldom has."""


def plain_value(parser: Any, max_events: int) -> Value:
    """The value of the one document of a stream; None for an empty one. `parser`: a loader of PyYAML at its beginning.

    Raises UnusualError, or what the parser raises.
    """
    events = islice(iter(parser.get_event, None), max_events)
    next(events)  # stream start
    if type(next(events, None)) is not yaml.DocumentStartEvent:
        return None
    value = _Nodes(events).value(next(events, None), 0)
    next(events, None)  # document end
    if type(next(events, None)) is not yaml.StreamEndEvent:
        raise UnusualError
    return value


class _Nodes:
    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self._keys: dict[str, str] = {}
        """Each key as one text, however often it is written."""

    def value(self, event: Any, depth: int) -> Value:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return _text(event)
        if event is None or depth >= DEPTH_LIMIT or kind is yaml.AliasEvent or event.anchor or event.tag:
            raise UnusualError
        return self._mapping(depth + 1) if kind is yaml.MappingStartEvent else self._list(depth + 1)

    def _list(self, depth: int) -> list[Value]:
        items: list[Value] = []
        for event in self._events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                items.append(_text(event))
            elif kind is yaml.SequenceEndEvent:
                return items
            else:
                items.append(self.value(event, depth))
        raise UnusualError

    def _mapping(self, depth: int) -> dict[str, Value]:
        found: dict[str, Value] = {}
        events, keys, scalar = self._events, self._keys, yaml.ScalarEvent
        for event in events:
            if type(event) is not scalar:
                if type(event) is yaml.MappingEndEvent:
                    return found
                raise UnusualError
            key = keys.get(event.value)
            if key is None or event.anchor or event.tag:
                key = _text(event) or ""
                if event.value not in NULLS:  # in quotation marks they are words
                    keys[event.value] = key
            if key in found:
                raise UnusualError
            event = next(events, None)
            found[key] = _text(event) if type(event) is scalar else self.value(event, depth)
        raise UnusualError


def _text(event: Any) -> str | None:
    text: str = event.value
    if event.anchor or event.tag or len(text) > LENGTH_LIMIT:
        raise UnusualError
    if text in NULLS and event.implicit[0]:
        return None
    return text.strip(" ") if text.isascii() and text.isprintable() else clean(text)
