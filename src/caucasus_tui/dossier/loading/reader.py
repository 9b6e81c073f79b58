"""YAML files as plain values with the place of each: text, lists and mappings, nothing else.

YAML is read by its events, never composed: nesting that makes libyaml's composer overrun the stack (25 000 levels, a
50 KB file) is refused at the 33rd level, aliases and merges cannot explode because they are refused too, and every
scalar stays the text that was written, so that `no`, `12:30` and `2020-11` mean what they say.
"""

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import TypeAlias

import yaml
from msgspec import Struct

from caucasus_tui.dossier.loading.files import SIZE_LIMIT, read_bytes
from caucasus_tui.dossier.loading.yaml_errors import DEPTH_LIMIT, TOO_DEEP, explain, lines_of
from caucasus_tui.dossier.problems import PROBLEM_LIMIT, Problem, short
from caucasus_tui.dossier.text.clean import LENGTH_LIMIT, clean

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Path: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""
Mark: TypeAlias = tuple[int, int]
"""Line and column, from 1."""

_BYTES_PER_EVENT = 5
"""A file with more events than this allows is all brackets; reading it would take seconds and mean nothing."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LOST = re.compile(r"[ \t]+#[^\s#]")
_FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Document(Struct, frozen=True, kw_only=True):
    """What a file says. `value` is None for an empty file and for one that could not be read; then it has problems."""

    file: str
    value: Value = None
    marks: dict[Path, Mark] = {}
    key_marks: dict[Path, Mark] = {}
    """Where the key stands that leads to a value."""
    problems: tuple[Problem, ...] = ()
    todo: tuple[Problem, ...] = ()
    """What was read, and perhaps not as it was meant."""
    added: frozenset[Path] = frozenset()
    """Where brackets were put round a value that stood without: what is inside has one step more than was written."""

    def problem(self, message: str, path: Path = (), *, at_key: bool = False, kind: str = "") -> Problem:
        """A problem at a value of this document, or as near to it as there is a place."""
        path = tuple(step for number, step in enumerate(path) if path[:number] not in self.added)
        mark = self.key_marks.get(path) if at_key else self.marks.get(path)
        while mark is None and path:
            path = path[:-1]
            mark = self.marks.get(path)
        line, column = mark or (None, None)
        return Problem(file=self.file, line=line, column=column, message=message, kind=kind)


def read(path: Traversable, name: str, limit: int = SIZE_LIMIT) -> Document:
    """The document in a file, called `name` in messages; `limit` in bytes. Never raises for what it finds there."""
    name = clean(name)
    try:
        content = read_bytes(path, limit)
    except FileNotFoundError:
        return _failed(name, "no such file")
    except OSError as error:
        return _failed(name, f"cannot be read: {(error.strerror or type(error).__name__).lower()}")
    except (ValueError, MemoryError) as error:
        return _failed(name, clean(str(error)) or "too large for this machine's memory")
    return parse(content, name)


def parse(content: bytes, name: str) -> Document:
    """The document in the bytes of a file. Never raises for what it finds there."""
    reading, text = _Reading(max_events=max(len(content), SIZE_LIMIT) // _BYTES_PER_EVENT), ""
    try:
        text = _text(content)
        value = reading.document(text)
    except _RefusedError as refused:
        return _failed(name, refused.message, refused.mark)
    except yaml.YAMLError as error:
        return _failed(name, *explain(error, text))
    except (ValueError, RecursionError, OverflowError, MemoryError) as error:
        return _failed(name, f"cannot be read as YAML: {clean(str(error)) or type(error).__name__}")
    return Document(
        file=name,
        value=value,
        marks=reading.marks,
        key_marks=reading.key_marks,
        problems=tuple(Problem(file=name, line=m[0], column=m[1], message=text) for m, text in reading.problems),
        todo=tuple(
            Problem(file=name, line=m[0], column=m[1], message=text, kind="text lost after #", todo=True)
            for m, text in reading.lost
        ),
    )


class _RefusedError(Exception):
    def __init__(self, message: str, mark: Mark) -> None:
        self.message, self.mark = message, mark


def _failed(name: str, message: str, mark: Mark | None = None) -> Document:
    line, column = mark or (None, None)
    return Document(file=name, problems=(Problem(file=name, line=line, column=column, message=message),))


def _text(content: bytes) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-16" if wide else "utf-8-sig", "replace")
        byte = content[error.start]
        raise _RefusedError(f"byte {byte:#04x} is not UTF-8; save the file as UTF-8", _mark_after(before)) from error
    if forbidden := _FORBIDDEN.search(text):
        message = f"control character U+{ord(forbidden[0]):04X} in the file; take it out"
        raise _RefusedError(message, _mark_after(text[: forbidden.start()]))
    return text


def _mark_after(text: str) -> Mark:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


class _Reading:
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
        self._events = yaml.parse(text, Loader=_LOADER)
        self._lines = lines_of(text) if _LOST.search(text) else []
        self._next()  # stream start
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        value = self._node(self._next(), (), 0)
        self._next()  # document end
        if not isinstance(event := self._next(), yaml.StreamEndEvent):
            raise _RefusedError(
                "a second document starts here; one file holds one, so take out the '---'", _mark(event)
            )
        return value

    def _next(self) -> yaml.Event:
        event = next(self._events)
        self._events_left -= 1
        if self._events_left < 0:
            raise _RefusedError("too many values for a file of this size; split the file", _mark(event))
        return event

    def _node(self, event: yaml.Event, path: Path, depth: int) -> Value:
        mark = self.marks[path] = _mark(event)
        if anchor := getattr(event, "anchor", None):
            name = ("*" if isinstance(event, yaml.AliasEvent) else "&") + clean(anchor)
            raise _RefusedError(
                f"{short(name)}: anchors and aliases are not read; write it out, or quote the text", mark
            )
        if getattr(event, "tag", None):
            raise _RefusedError("tags ('!…') are not read; take it out, or put the text in quotes", mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth >= DEPTH_LIMIT:
            raise _RefusedError(TOO_DEEP, mark)
        return self._list(path, depth) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        if len(event.value) > LENGTH_LIMIT:
            raise _RefusedError(f"a text of more than {LENGTH_LIMIT} characters; shorten it", _mark(event))
        if self._lines and event.implicit[0] and event.value:
            self._look_for_lost(event)
        return None if event.implicit[0] and event.value in _NULLS else clean(event.value)

    def _look_for_lost(self, event: yaml.ScalarEvent) -> None:
        """What follows ` #` is a comment to YAML; where no blank follows the sign, hardly to who wrote it."""
        end = event.end_mark
        line = self._lines[end.line] if end is not None and end.line < len(self._lines) else ""
        if end is not None and (found := _LOST.match(line, end.column)) and len(self.lost) < PROBLEM_LIMIT:
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
                raise _RefusedError("a key must be a plain word; put the text in quotes", mark)
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
