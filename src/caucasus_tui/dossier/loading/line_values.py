"""The values of a file with one value on each line, as nearly every file of a dossier is written.

libyaml makes an object of each value and of each of its ends; a pattern over the lines takes a third of the time. What
is not surely YAML of this form, and surely sound, is left to libyaml.
"""

import re
from array import array
from json import JSONDecoder
from typing import TYPE_CHECKING, Any
from unicodedata import is_normalized

from caucasus_tui.dossier.loading.marked_events import COLUMNS, END, START, WORD, MarkedEvents
from caucasus_tui.dossier.loading.plain_values import NULLS, UnusualError
from caucasus_tui.dossier.loading.yaml_errors import DEPTH_LIMIT
from caucasus_tui.dossier.text.clean import LENGTH_LIMIT, UNSEEN

if TYPE_CHECKING:
    from caucasus_tui.dossier.loading.plain_values import Value

_KEY = re.compile("(?!(?:null|Null|NULL)$)[A-Za-z_][A-Za-z0-9_-]{0,99}")
_WORD = r"(?!(?:null|Null|NULL) *[\],:}])\w[^\[\],:{}\"\\#?]*(?::\w[^\[\],:{}\"\\#?]*)*(?<! )"
"""A text without quotation marks between brackets."""
_WORDS = re.compile(rf"\[{_WORD}(?:, {_WORD})*\]")
_PARTS = re.compile(rf'("[^"\\]*"|{_WORD}|[\[{{\]}}])')
_KINDS = {"[": START, "{": START, "]": END, "}": END}
_QUOTED = '" '
"""What stands round a text, and is no part of it."""
_LONGEST_KEY = 1_000
"""Characters; libyaml takes a few more."""
_ASCII = b"\n" + bytes(range(0x20, 0x7F))


def line_value(text: str) -> MarkedEvents:
    """What a text says, and where. Raises UnusualError where it is not of this form, or has anything to be cleaned but
    blanks round a text."""
    lines = text.split("\n")
    if len(max(lines, key=len)) > LENGTH_LIMIT:
        raise UnusualError
    others = text.encode().translate(None, _ASCII).decode()
    if not others.isprintable() or re.search(UNSEEN, others) or not (text.isascii() or is_normalized("NFC", text)):
        raise UnusualError
    return _Lines().read(lines)


class _Lines:
    def __init__(self) -> None:
        self._marks = array("Q", (0, 0))  # the stream and the document begin
        self._open: list[tuple[int, Any]] = []
        self._words = set[str]()  # such as were met between brackets

    def read(self, lines: list[str]) -> MarkedEvents:
        note, keys = self._marks.append, dict[str, str]()
        holder: Any = None  # the list or mapping that this line is a part of
        column, waiting, after_key = -1, "", 0  # where that stands; a key in it without a value so far, and its end
        for number, line in enumerate(lines):
            text = line.strip(" ")
            if not text or text[0] == "#":
                continue
            here, at, dashed = number * COLUMNS, line.index(text[0]), text[:2] == "- "
            if waiting and at <= column:
                note(after_key)
            elif waiting or holder is None:
                inner: Any = [] if dashed else {}
                if waiting:
                    holder[waiting] = inner
                elif at:
                    raise UnusualError
                holder, column = self._begin(inner, at, here), at
            waiting = ""
            while at < column:
                holder, column = self._end()
            if at != column or dashed is not (type(holder) is list):
                raise UnusualError
            if dashed:
                text = text[2:].lstrip(" ")
                at = len(line.rstrip(" ")) - len(text)
            written, colon, value = text.partition(": ")
            if not colon and text[-1] == ":":
                written, colon = text[:-1], ":"
            key = keys.get(written)
            if key is None and _KEY.fullmatch(written) and colon:
                key = keys[written] = written
            if not (key and colon):
                if not dashed:
                    raise UnusualError
                holder.append(self._value(text, here + at * 4))
                continue
            if dashed:
                inner = {}
                holder.append(inner)
                holder, column = self._begin(inner, at, here), at
            if key in holder:
                raise UnusualError
            here += at * 4
            note(here + WORD)
            here += 4 * len(key) + 4
            if not value:
                holder[key], waiting, after_key = None, key, here + WORD
                continue
            text = value.lstrip(" ")
            holder[key] = self._value(text, here + 4 + 4 * (len(value) - len(text)))
        if holder is None:
            raise UnusualError
        if waiting:
            note(after_key)
        value = self._open[0][1]
        while self._open:
            self._end()
        return MarkedEvents(self._marks, value)

    def _begin(self, inner: Any, column: int, here: int) -> Any:
        if len(self._open) >= DEPTH_LIMIT:
            raise UnusualError
        self._marks.append(here + column * 4 + START)
        self._open.append((column, inner))
        return inner

    def _end(self) -> tuple[Any, int]:
        self._marks.append(END)
        self._open.pop()
        column, holder = self._open[-1] if self._open else (-1, None)
        return holder, column

    def _value(self, text: str, place: int) -> "Value":
        first = text[0]
        if first.isalnum():
            if ": " in text or " #" in text or text[-1] == ":":
                raise UnusualError
            self._marks.append(place + WORD)
            return None if text in NULLS else text
        if first in "\"'":
            if text.count(first) != 2 or text[-1] != first or "\\" in text:
                raise UnusualError
            self._marks.append(place + WORD)
            return text[1:-1].strip(" ")
        words: list[Any] = text[1:-1].split(", ")
        if first != "[" or text[-1] != "]" or not self._words.issuperset(words):
            if not _WORDS.fullmatch(text):
                return self._in_brackets(text, place)
            self._words.update(words)
        note = self._marks.append
        note(place + START)
        place += 4 + WORD
        for word in words:
            note(place)
            place += 4 * len(word) + 8
        note(END)
        return words

    def _in_brackets(self, text: str, place: int) -> "Value":
        depth = text.count("[") + text.count("{") + len(self._open)
        if text[0] not in "[{" or depth > DEPTH_LIMIT or ("{" in text and len(text) > _LONGEST_KEY):
            raise UnusualError
        parts = _PARTS.split(text)  # what is between them, and they, by turns
        for number, part in enumerate(parts):
            if number % 2:
                kind = _KINDS.get(part, WORD)
                self._marks.append(place + kind)
                if kind == WORD:
                    parts[number] = f'"{part.strip(_QUOTED)}"'
            elif ":" in part and part[-1] != " ":
                raise UnusualError  # a colon that may be part of a text
            place += 4 * len(part)
        value: Value
        try:
            value, end = _AS_JSON.raw_decode(written := "".join(parts))
        except ValueError as error:
            raise UnusualError from error
        if end != len(written):
            raise UnusualError
        return value


def _mapping(pairs: "list[tuple[str, Value]]") -> "dict[str, Value]":
    if len(found := dict(pairs)) != len(pairs):
        raise UnusualError
    return found


_AS_JSON = JSONDecoder(object_pairs_hook=_mapping)
