"""Pages of panes for reading straight on, by ear, by finger or in a file: words for marks, indentation for a tree, and
lines that are wrapped where the screen would cut them."""

import re
from collections.abc import Iterable, Iterator

from caucasus_tui.page.marks import CURATOR, LATER, STATUS_MARKS, TYPE_MARKS
from caucasus_tui.page.rows import Row, Span, wrap

WIDE = 1000
"""Cells: as wide as a pane has to be for nothing on it to be cut."""
DEEPEST = 12
"""Steps of indentation that are shown; what is deeper says how deep."""

_WORDS = {mark.glyph: mark for mark in (*TYPE_MARKS.values(), *STATUS_MARKS.values(), CURATOR)}
_MARKS = re.compile(f"([{''.join(_WORDS)}]+)( ?)")
_TYPES = f"[{''.join(mark.glyph for mark in TYPE_MARKS.values())}]"
_SEVERAL = re.compile(f"{_TYPES}(?: {_TYPES})+(?= )")
_BEFORE_LATER = re.compile(f"(?<! ) {{2,}}(?={LATER.glyph} )")
"""From the first of its blanks alone: a line that is filled to `WIDE` would be gone through from each of them."""
_BRANCHES = re.compile(r"[ │├└╎┆┊─╌]*[│├└╎┆┊][ │├└╎┆┊─╌]*")
_LINES = re.compile(r"[─━╌┄┈]{2,}")
_IMPLIED = re.compile(r"[├└]╌")
_KEY_TO_LINES = re.compile(r"── stated\s+╌╌ implied\s*")


def straight(rows: Iterable[Row], width: int) -> Iterator[Row]:
    """The rows, none of them wider than `width` cells."""
    for row in rows:
        text = _KEY_TO_LINES.sub("", row.text.rstrip())
        branches = _BRANCHES.match(text)
        depth = len(re.findall("[│├└╎┆┊]", branches[0])) if branches else 0
        rest = text[branches.end() :] if branches else text
        hanging = len(rest) - len(rest.lstrip())
        indent = " " * min(hanging + 2 * min(depth, DEEPEST), width // 2)
        said = f"level {depth}: " if depth > DEEPEST else ""
        said += "implied: " if branches and _IMPLIED.search(branches[0]) else ""
        for part in _BEFORE_LATER.split(_LINES.sub("  ", rest)):
            words = re.sub(r" {2,}(?:· +)?", " · ", _in_words(part).strip())
            again = f"{LATER.glyph} " if words.startswith(LATER.glyph) else "  "
            if not words:
                yield Row()
            for number, line in enumerate(wrap([Span(said + words)], width - len(indent) - 2)):
                yield Row((Span(indent + (again if number else "")), *line))


def _in_words(text: str) -> str:
    """The text with the word of each mark, once where it stands behind the mark already; of several types before one
    sentence a list, which ends before it."""

    def listed(found: re.Match[str]) -> str:
        return ", ".join(_WORDS[glyph].word for glyph in found[0].split()) + ":"

    def word(found: re.Match[str]) -> str:
        after = found.string[found.end() :]
        marks = [_WORDS[glyph] for glyph in found[1]]
        told = [mark for mark in marks if not after.startswith((mark.word, mark.short or mark.word))]
        before = " " if told and re.search(r"[\w?~→]$", found.string[: found.start()]) else ""
        return before + " ".join(mark.word for mark in told) + (" " if told and after[:1] not in ("", " ") else "")

    return _MARKS.sub(word, _SEVERAL.sub(listed, text))
