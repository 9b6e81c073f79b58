"""A file of an older format rewritten in the words of today, by place: whatever else stands in it stays as it is."""

import codecs
import re
from typing import Any

from caucasus_tui.dossier.loading.formats import modernised
from caucasus_tui.dossier.loading.reader import Document, Mark, Value, parse
from caucasus_tui.dossier.model.dossier import FORMAT, About

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""Where a line of YAML ends."""
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class UpgradeError(Exception):
    """A file cannot be rewritten; the text names the place and the remedy."""


def decoded(content: bytes) -> tuple[tuple[bytes, str], str]:
    """The mark that a file begins with and its encoding; and the text after it."""
    bom, encoding = next(((bom, name) for bom, name in _BOMS if content.startswith(bom)), (b"", "utf-8"))
    return (bom, encoding), content[len(bom) :].decode(encoding)


def upgraded(content: bytes, document: Document, form: Any, dossier_id: str) -> bytes:
    """The bytes of a file of format 1 in the words of today; for data/dossier.yaml also with `format` and, where it has
    none, `id`. The same bytes where nothing is to be changed. Raises UpgradeError."""
    newer, olds = modernised(document, form)
    (bom, encoding), text = decoded(content)
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    edits: list[tuple[int, str, str]] = []
    for old in olds:
        mark = (document.key_marks if old.is_key else document.marks)[old.path]
        edits.append((_place(text, starts, mark, old.word, document.file), old.word, old.now))
    wanted: Value = newer.value
    if form is About and isinstance(wanted, dict):
        edits += _about(text, starts, document, dossier_id)
        wanted = {**wanted, "format": str(FORMAT), "id": wanted.get("id") or dossier_id}
    for place, before, after in sorted(edits, reverse=True):
        text = text[:place] + after + text[place + len(before) :]
    made = bom + text.encode(encoding)
    again = parse(made, document.file)
    if again.problems or again.value != wanted:
        raise UpgradeError(f"{document.file}: written in a way that cannot be changed safely; change it by hand")
    return made


def _about(text: str, starts: list[int], document: Document, dossier_id: str) -> list[tuple[int, str, str]]:
    """What puts `format` and `id` before the first key of data/dossier.yaml."""
    assert isinstance(document.value, dict)
    edits: list[tuple[int, str, str]] = []
    given = document.value.get("format")
    lines = []
    if given is None:
        lines.append(f"format: {FORMAT}")
    else:
        edits.append(
            (_place(text, starts, document.marks[("format",)], str(given), document.file), str(given), str(FORMAT))
        )
    if "id" not in document.value:
        lines.append(f"id: {dossier_id}")
    if lines and document.key_marks:
        line, column = min(document.key_marks[path] for path in document.key_marks if len(path) == 1)
        place, indent = starts[line - 1] + column - 1, text[starts[line - 1] : starts[line - 1] + column - 1]
        end = _LINE_END.search(text)
        newline = (end[0] if end else "\n") + indent
        parting = ", " if indent.strip() else newline
        edits.append((place, "", "".join(f"{one}{parting}" for one in lines)))
    return edits


def _place(text: str, starts: list[int], mark: Mark, word: str, file: str) -> int:
    """Where a word stands, within its quotation marks if it has any. Raises UpgradeError."""
    line, column = mark
    place = starts[line - 1] + column - 1
    for quotes in (0, 1):
        if text.startswith(word, place + quotes) and (not quotes or text[place] in "\"'"):
            return place + quotes
    raise UpgradeError(f"{file}:{line}:{column}: {word!r} is written in an unusual way; change it by hand")
