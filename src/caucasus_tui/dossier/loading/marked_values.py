"""The values of a YAML file, each with its place, and what is wrong with it: for files that are not sound, and for the
places of those that are."""

from collections.abc import Iterator
from typing import TypeAlias

import yaml

from caucasus_tui.dossier.loading.plain_values import NULLS, Value
from caucasus_tui.dossier.loading.yaml_errors import DEPTH_LIMIT, LOST, TOO_DEEP, lines_of
from caucasus_tui.dossier.problems import PROBLEM_LIMIT, short
from caucasus_tui.dossier.text.clean import LENGTH_LIMIT, clean

Path: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""
Mark: TypeAlias = tuple[int, int]
"""Line and column, from 1."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RefusedError(Exception):
    """A file that is not read, why, and where."""

    def __init__(self, message: str, mark: Mark) -> None:
        self.message, self.mark = message, mark


class MarkedReading:
    """One pass over the events of a file. Recursion goes as deep as the value, and that is limited."""

    def __init__(self, max_events: int) -> None:
        self.marks: dict[Path, Mark] = {}
        self.key_marks: dict[Path, Mark] = {}
        self.problems: list[tuple[Mark, str]] = []
        self.lost: list[tuple[Mark, str]] = []
        self._lines: list[str] = []
        self._events_left = max_events
        self._events: Iterator[yaml.Event] = iter(())

    def document(self, text: str) -> Value:
        """The values of a text in YAML, whose places are marked meanwhile. Raises yaml.YAMLError, or
        RefusedError where it has what is not read."""
        self._events = yaml.parse(text, Loader=LOADER)
        self._lines = lines_of(text) if LOST.search(text) else []
        self._next()  # stream start
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        value = self._node(self._next(), (), 0)
        self._next()  # document end
        if not isinstance(event := self._next(), yaml.StreamEndEvent):
            raise RefusedError("a second document starts here; one file holds one, so take out the '---'", _mark(event))
        return value

    def _next(self) -> yaml.Event:
        event = next(self._events)
        self._events_left -= 1
        if self._events_left < 0:
            raise RefusedError("too many values for a file of this size; split the file", _mark(event))
        return event

    def _node(self, event: yaml.Event, path: Path, depth: int) -> Value:
        mark = self.marks[path] = _mark(event)
        if anchor := getattr(event, "anchor", None):
            name = ("*" if isinstance(event, yaml.AliasEvent) else "&") + clean(anchor)
            raise RefusedError(
                f"{short(name)}: anchors and aliases are not read; write it out, or quote the text", mark
            )
        if getattr(event, "tag", None):
            raise RefusedError("tags ('!…') are not read; take it out, or put the text in quotes", mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth >= DEPTH_LIMIT:
            raise RefusedError(TOO_DEEP, mark)
        return self._list(path, depth) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        if len(event.value) > LENGTH_LIMIT:
            raise RefusedError(f"a text of more than {LENGTH_LIMIT} characters; shorten it", _mark(event))
        if self._lines and event.implicit[0] and event.value:
            self._look_for_lost(event)
        return None if event.implicit[0] and event.value in NULLS else clean(event.value)

    def _look_for_lost(self, event: yaml.ScalarEvent) -> None:
        """What follows ` #` is a comment to YAML; where no blank follows the sign, hardly to who wrote it."""
        end = event.end_mark
        line = self._lines[end.line] if end is not None and end.line < len(self._lines) else ""
        if end is not None and (found := LOST.match(line, end.column)) and len(self.lost) < PROBLEM_LIMIT:
            text = f"YAML drops what follows: {short(line[found.start() :].strip())}; put the text in quotes"
            self.lost.append(((end.line + 1, found.end() - 1), text))

    def _list(self, path: Path, depth: int) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Value]:
        found: dict[str, Value] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            mark = _mark(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise RefusedError("a key must be a plain word; put the text in quotes", mark)
            key = self._scalar(event) or ""
            if key in found:
                line, column = self.key_marks[*path, key]
                if len(self.problems) < PROBLEM_LIMIT:
                    text = f"the key {short(key)} is here a second time; the first is on line {line}, column {column}"
                    self.problems.append((mark, text))
                self._node(self._next(), (*path, key, "second"), depth + 1)
            else:
                self.key_marks[*path, key] = mark
                found[key] = self._node(self._next(), (*path, key), depth + 1)
        return found


def _mark(event: yaml.Event) -> Mark:
    assert event.start_mark is not None  # typed as optional, but a parsed event always has one
    return event.start_mark.line + 1, event.start_mark.column + 1
