"""A file of a dossier changed by place: comments, order, quotation marks and all else in it stay as they are."""

import codecs
import re
from itertools import pairwise

from caucasus_tui.dossier.loading.reader import Document, Mark, Value, parse

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""Where a line of YAML ends."""
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class EditError(Exception):
    """A file cannot be changed by place; the text names the place and the remedy."""


def decoded(content: bytes) -> tuple[tuple[bytes, str], str]:
    """The mark that a file begins with and its encoding; and the text after it."""
    bom, encoding = next(((bom, name) for bom, name in _BOMS if content.startswith(bom)), (b"", "utf-8"))
    return (bom, encoding), content[len(bom) :].decode(encoding)


class Edits:
    """What is to be changed in the text of a file; `document` is the same file, read. Nothing is written."""

    def __init__(self, content: bytes, document: Document) -> None:
        (self._bom, self._encoding), self.text = decoded(content)
        self._document = document
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(self.text))]
        self._edits: list[tuple[int, str, str]] = []
        end = _LINE_END.search(self.text)
        self.line_end = end[0] if end else "\n"

    def offset(self, mark: Mark) -> int:
        """Where a mark of the document stands in the text."""
        line, column = mark
        return self._starts[line - 1] + column - 1

    def before(self, mark: Mark) -> str:
        """What stands before it on its line."""
        return self.text[self._starts[mark[0] - 1] : self.offset(mark)]

    def end_of_line(self, mark: Mark) -> int:
        """Where its line ends."""
        found = _LINE_END.search(self.text, self.offset(mark))
        return found.start() if found else len(self.text)

    def word(self, mark: Mark, word: str) -> tuple[int, int]:
        """Where a word begins, within its quotation marks if it has any, and where it ends with them. Raises
        EditError where it is written in escapes or over several lines."""
        place = self.offset(mark)
        for quotes in (0, 1):
            if self.text.startswith(word, place + quotes) and (not quotes or self.text[place] in "\"'"):
                return place + quotes, place + len(word) + 2 * quotes
        raise EditError(
            f"{self._document.file}:{mark[0]}:{mark[1]}: {word!r} is written in an unusual way; change it by hand"
        )

    def replace(self, mark: Mark, word: str, now: str) -> None:
        """Write `now` for a key or a value. Raises EditError."""
        self._edits.append((self.word(mark, word)[0], word, now))

    def insert(self, place: int, text: str) -> None:
        self._edits.append((place, "", text))

    def comment_out(self, mark: Mark, word: str) -> None:
        """Make a key and all below it a comment. Raises EditError where it has not its lines for itself."""
        line, column = mark
        if self.before(mark).strip():
            place = f"{self._document.file}:{line}:{column}"
            raise EditError(f"{place}: {word!r} shares its line; take it out by hand")
        for start, end in pairwise([*self._starts[line - 1 :], len(self.text)]):
            content = self.text[start:end]
            if start > self.offset(mark) and content.strip() and len(content) - len(content.lstrip(" ")) < column:
                break
            if content.strip():
                self.insert(start + column - 1, "# ")

    def done(self, wanted: Value) -> bytes:
        """The bytes of the file as changed. Raises EditError where they do not say what is `wanted`."""
        text = self.text
        for place, before, after in sorted(self._edits, reverse=True):
            text = text[:place] + after + text[place + len(before) :]
        made = self._bom + text.encode(self._encoding)
        again = parse(made, self._document.file)
        if again.problems or again.value != wanted:
            raise EditError(f"{self._document.file}: written in a way that cannot be changed safely; change it by hand")
        return made
