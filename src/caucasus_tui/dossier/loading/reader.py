"""YAML files as plain values with the place of each: text, lists and mappings, nothing else.

YAML is read by its events, never composed: nesting that makes libyaml's composer overrun the stack (25 000 levels, a
50 KB file) is refused at the 33rd level, aliases and merges cannot explode because they are refused too, and every
scalar stays the text that was written, so that `no`, `12:30` and `2020-11` mean what they say.

A sound file with a value on each line is read by its lines. Of another one only the values are read; where they stand
is found out by reading it again, once that is asked.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property, partial
from importlib.resources.abc import Traversable

import msgspec
import yaml
from msgspec import Struct
from msgspec.structs import replace

from caucasus_tui.dossier.loading.files import SIZE_LIMIT, read_bytes
from caucasus_tui.dossier.loading.line_values import line_value
from caucasus_tui.dossier.loading.marked_events import MarkedEvents
from caucasus_tui.dossier.loading.marked_values import LOADER, Mark, MarkedReading, Path, RefusedError
from caucasus_tui.dossier.loading.plain_values import UnusualError, Value, plain_value
from caucasus_tui.dossier.loading.yaml_errors import LOST, explain, lines_of, visible_cause
from caucasus_tui.dossier.problems import Problem
from caucasus_tui.dossier.text import unreadable
from caucasus_tui.dossier.text.clean import clean

__all__ = ["Document", "Mark", "Path", "Value", "parse", "put_aside", "read"]

_BYTES_PER_EVENT = 5
"""A file with more events than this allows is all brackets; reading it would take seconds and mean nothing."""

_PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))
_FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Document(Struct, frozen=True, kw_only=True, dict=True):
    """What a file says. `value` is None for an empty file and for one that could not be read; then it has problems."""

    file: str
    content: bytes = b""
    """As it was read; nothing where it could not be."""
    value: Value = None
    problems: tuple[Problem, ...] = ()
    todo: tuple[Problem, ...] = ()
    """What was read, and perhaps not as it was meant."""
    added: frozenset[Path] = frozenset()
    """Where brackets were put round a value that stood without: what is inside has one step more than was written."""
    renamed: Mapping[Path, str] = {}
    """Where a key was renamed, as it was written, to what it became."""
    events: MarkedEvents | None = None
    """Where its values stand, where that was seen as it was read."""

    @property
    def marks(self) -> Mapping[Path, Mark]:
        """Where each value stands."""
        return self._places[0]

    @property
    def key_marks(self) -> Mapping[Path, Mark]:
        """Where the key stands that leads to a value."""
        return self._places[1]

    @cached_property
    def _places(self) -> tuple[Mapping[Path, Mark], Mapping[Path, Mark]]:
        if not self.content:
            return {}, {}
        reading = MarkedReading(_most_events(self.content))
        reading.document(_text(self.content))  # raises nothing: it was read before
        return _moved(reading.marks, self.renamed), _moved(reading.key_marks, self.renamed)

    def problem(self, message: str, path: Path = (), *, at_key: bool = False, kind: str = "") -> Problem:
        """A problem at a value of this document, or as near to it as there is a place."""
        path = tuple(step for number, step in enumerate(path) if path[:number] not in self.added)
        mark = self._mark(path, at_key=at_key)
        while mark is None and path:
            path = path[:-1]
            mark = self._mark(path)
        line, column = mark or (None, None)
        return Problem(file=self.file, line=line, column=column, message=message, kind=kind)

    def _mark(self, path: Path, *, at_key: bool = False) -> Mark | None:
        if self.events and not self.renamed:
            return self.events.mark(path, at_key=at_key)
        return (self.key_marks if at_key else self.marks).get(path)


def read(path: Traversable, name: str, limit: int = SIZE_LIMIT) -> Document:
    """The document in a file, called `name` in messages; `limit` in bytes. Never raises for what it finds there."""
    name = clean(name)
    try:
        content = read_bytes(path, limit)
    except FileNotFoundError:
        return _failed(name, "no such file")
    except OSError as error:
        return _failed(name, unreadable(error))
    except (ValueError, MemoryError) as error:
        return _failed(name, clean(str(error)) or "too large for this machine's memory")
    return parse(content, name)


def parse(content: bytes, name: str) -> Document:
    """The document in the bytes of a file. Never raises for what it finds there."""
    most = _most_events(content)
    try:
        text = _text(content)
        with suppress(UnusualError):
            events = line_value(text)
            if len(events) + 2 <= most:  # the document and the stream end too
                return Document(file=name, content=content, value=events.value, events=events)
        if not LOST.search(text):
            value = plain_value(LOADER(text), most)
            if not isinstance(value, str):
                return Document(file=name, content=content, value=value)
    except (RefusedError, UnusualError, yaml.YAMLError, ValueError, RecursionError, OverflowError, MemoryError):
        pass  # the same again, slowly, for what there is to say about it
    return _parsed(content, name)


def put_aside(document: Document, events: MarkedEvents) -> "partial[Document]":
    """What gives a sound document again whose places were noted. Until then all that is kept of what it says is JSON:
    values take ten times as much memory."""
    kept = replace(document, value=None, content=b"", events=None)
    return partial(_again, kept, events.of(None), msgspec.json.encode(document.value))


def _again(document: Document, events: MarkedEvents, said: bytes) -> Document:
    value = msgspec.json.decode(said)
    return replace(document, value=value, events=events.of(value))


def _parsed(content: bytes, name: str) -> Document:
    reading, text = MarkedReading(_most_events(content)), ""
    try:
        text = _text(content)
        value = reading.document(text)
    except RefusedError as refused:
        return _failed(name, refused.message, refused.mark)
    except yaml.YAMLError as error:
        return _failed(name, *explain(error, text))
    except (ValueError, RecursionError, OverflowError, MemoryError) as error:
        return _failed(name, f"cannot be read as YAML: {clean(str(error)) or type(error).__name__}")
    if isinstance(value, str) and (cause := visible_cause(lines_of(text), 0)):
        return _failed(name, *cause)
    return Document(
        file=name,
        content=content,
        value=value,
        problems=tuple(Problem(file=name, line=m[0], column=m[1], message=text) for m, text in reading.problems),
        todo=tuple(
            Problem(file=name, line=m[0], column=m[1], message=text, kind="text lost after #", todo=True)
            for m, text in reading.lost
        ),
    )


def _most_events(content: bytes) -> int:
    return max(len(content), SIZE_LIMIT) // _BYTES_PER_EVENT


def _moved(marks: Mapping[Path, Mark], keys: Mapping[Path, str]) -> Mapping[Path, Mark]:
    if not keys:
        return marks
    return {
        tuple(keys.get(path[: number + 1], step) for number, step in enumerate(path)): mark
        for path, mark in marks.items()
    }


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
        raise RefusedError(f"byte {byte:#04x} is not UTF-8; save the file as UTF-8", _mark_after(before)) from error
    others = text.encode().translate(None, _PLAIN).decode()  # few, where most are ASCII
    if _FORBIDDEN.search(others) and (forbidden := _FORBIDDEN.search(text)):
        message = f"control character U+{ord(forbidden[0]):04X} in the file; take it out"
        raise RefusedError(message, _mark_after(text[: forbidden.start()]))
    return text


def _mark_after(text: str) -> Mark:
    return text.count("\n") + 1, len(text) - text.rfind("\n")
