"""Cards: what a reader needs of a thing at a glance, on one screen; copied whole."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from caucasus_tui.dossier.model import Dossier, Record
from caucasus_tui.page.aspects import Entry
from caucasus_tui.page.claim import claims_of, said_words
from caucasus_tui.page.marks import CURATOR, STATUS_MARKS, TYPE_MARKS, UNNOTED
from caucasus_tui.page.rows import Row, Span, cells_of, glued, hanging, parted, spread, wrap
from caucasus_tui.page.rows.wrapping import lines_begun, room_beside

LABEL = 12
_BETWEEN = Span(" · ", "dim")
MOST = 4
"""Entries that may fit on a row."""
_GLYPHS = re.compile(f"[{''.join(mark.glyph for mark in (*TYPE_MARKS.values(), *STATUS_MARKS.values()))}] ?")
_STATUSES = {mark.role for mark in STATUS_MARKS.values()}


class Entries(Sequence[Entry]):
    """Entries, made as far as they are looked at. `make` makes that of a number; `rests` says on what it rests, where
    that is known before: citations, records."""

    def __init__(
        self, count: int, make: Callable[[int], Entry], rests: Callable[[int], Iterable[Record | str]] = lambda _: ()
    ) -> None:
        self._count = count
        self._make = cache(make)
        self.rests = rests

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        if isinstance(index, slice):
            return [self._make(number) for number in range(*index.indices(self._count))]
        return self._make(range(self._count)[index])


class Part(NamedTuple):
    """What a card says of one aspect, each entry with its type, hedge and citation. `running`: short entries, one
    behind the other; `where`: the heading under which all of it stands, for what the card has no room for; `absent`:
    what it says without any; `favour`: the rows that it keeps beyond what others keep."""

    label: str
    entries: Sequence[Entry]
    where: str
    running: bool = False
    absent: str = UNNOTED
    favour: int = 0


def card_rows(parts: Sequence[Part], width: int, height: int = 0) -> list[Row]:
    """The parts below each other. Where that is more than `height` rows, entries of the longest are left out from its
    end, and it says how many and where they are; one of each stays. 0: as many rows as it takes."""

    measured = [_Measured(part, width) for part in parts]
    shown = [len(part.entries) for part in parts]
    if height:
        for most in (height // 3, height // 2, height):  # what cannot fit is not even made
            shown = [part.enough(most) for part in measured]
            full = [*map(_Measured.taken, measured, shown)]
            least = [*map(min, full, map(_Measured.taken, measured, (min(number, 1) for number in shown)))]
            rows = [*full]
            while sum(rows) > height and rows != least:
                cut = (at for at in range(len(parts)) if rows[at] > least[at])
                rows[max(cut, key=lambda at: (rows[at] - parts[at].favour, at))] -= 1
            every = zip(parts, shown, rows, full, strict=True)
            if all(number == len(part.entries) or left < whole - 1 for part, number, left, whole in every):
                break
        fits = zip(measured, shown, full, rows, strict=True)
        shown = [most if whole <= room else part.fitting(most, room) for part, most, whole, room in fits]
    return [row for part, number in zip(parts, shown, strict=True) for row in _rows(part, number, width)]


class _Measured:
    """A part, measured as `_rows` lays it out; each entry once, however many are shown."""

    def __init__(self, part: Part, width: int) -> None:
        self._part = part
        self._width = room_beside(LABEL, width)
        self._ends = [(int(self._width != width - LABEL), self._width)]
        """Where each number of entries ends: how many rows there are, and how many cells of the last are used."""

    def taken(self, shown: int) -> int:
        """The rows of so many entries, and what says how many are left out."""
        for number in range(len(self._ends) - 1, shown):
            self._ends.append(self._after(number, self._part.entries[number]))
        last = _last(self._part, shown)
        return (self._after(shown, last) if last else self._ends[shown])[0]

    def _after(self, number: int, entry: Entry) -> tuple[int, int]:
        """Where an entry ends that stands behind so many others."""
        rows, used = self._ends[number]
        running = number and self._part.running
        body = [_BETWEEN, *entry] if running else entry
        begun, used = lines_begun(body, self._width, used if running else self._width)
        return rows + begun, used

    def enough(self, height: int) -> int:
        """A number of entries that fill more than so many rows, or all, or as many as may fit."""
        part = self._part
        most = min(len(part.entries), MOST * height if part.running else height)
        tried = range(min(most, height), most)
        return next((number for number in tried if self.taken(number) > height + part.favour), most)

    def fitting(self, most: int, room: int) -> int:
        """How many of the first entries, fewer than `most`, fit into rows."""
        return max(bisect_right(range(1, most), room, key=self.taken), 1)


def _rows(part: Part, shown: int, width: int) -> list[Row]:
    """A part with so many of its entries."""
    last = _last(part, shown)
    entries = [*part.entries[:shown], *([last] if last else [])]
    if part.running:
        entries = [[part for entry in entries for part in (_BETWEEN, *entry)][1:]]
    label = (Span(part.label, "strong"),)
    return [row for at, entry in enumerate(entries) for row in hanging(() if at else label, entry, width, LABEL)]


def _last(part: Part, shown: int) -> Entry:
    """What stands behind so many entries: how many more there are and where, or that there is none."""
    if left := len(part.entries) - shown:
        return [Span(f"+{left} below, {part.where}", "dim")]
    return [] if shown else [Span(part.absent, "absent")]


def with_legend(rows: Sequence[Row], width: int) -> list[Row]:
    """Rows, and each type in use on them by its word: behind the last row where there is room, else below it."""
    used = {(span.text, span.role) for row in rows for span in row.spans}
    marks = [mark for mark in TYPE_MARKS.values() if (mark.glyph, mark.role) in used]
    legend = parted([Span(glued(mark.column), mark.role)] for mark in marks)
    if not legend or not rows:
        return list(rows)
    if rows[-1].width + cells_of(legend) + 2 <= width:
        return [*rows[:-1], Row(spread(rows[-1].spans, legend, width))]
    return [*rows, *map(Row, wrap(legend, width))]


def copied(dossier: Dossier, parts: Iterable[Part]) -> Iterator[str]:
    """The whole card as plain text: a line for each entry, behind what it says the type, hedge and whole citation of
    each statement that says it. What one entry says for those after it each of them says."""
    for part in parts:
        yield f"{part.label[:1].upper()}{part.label[1:]}:"
        shared: list[Span] = []
        for entry in part.entries:
            begins = entry[0].role in _STATUSES
            shared = list(entry[:1]) if begins else shared
            yield f"- {_copied(dossier, entry if begins else [*shared, *entry])}"
        if not part.entries:
            yield f"- {part.absent}"


def _copied(dossier: Dossier, entry: Entry) -> str:
    said = ""
    for span in entry:
        if claims := claims_of(dossier, (span.subject,)) if span.role == "cite" else ():
            said += f"[{said_words(dossier, claims[0])}]"
        elif span.role != "hedge":
            said += _GLYPHS.sub("", span.text).replace(CURATOR.glyph, f"[{CURATOR.word}]")
    return " ".join(re.sub(r"\][\s·]*\[", "; ", said).split())
