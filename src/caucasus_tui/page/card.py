"""Cards: what a reader needs of a thing at a glance, on one screen; copied whole."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import count
from typing import NamedTuple

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Record
from caucasus_tui.page.aspects import Entry
from caucasus_tui.page.claim.citations import said_words
from caucasus_tui.page.marks import CURATOR, STATUS_MARKS, TYPE_MARKS, UNNOTED
from caucasus_tui.page.rows import Row, Span, cell_width, glued, hanging, spread, wrap

LABEL = 12
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

    @cache
    def made(at: int, number: int) -> list[Row]:
        return _rows(parts[at], number, width)

    def taken(at: int, number: int) -> int:
        return len(made(at, number))

    shown = [len(part.entries) for part in parts]
    if height:
        for most in (height // 2, height):  # what cannot fit is not even made
            shown = [_enough(part, partial(taken, at), most) for at, part in enumerate(parts)]
            full = [*map(taken, count(), shown)]
            least = [taken(at, min(number, 1)) for at, number in enumerate(shown)]
            rows = [*full]
            while sum(rows) > height and rows != least:
                cut = (at for at in range(len(parts)) if rows[at] > least[at])
                rows[max(cut, key=lambda at: (rows[at] - parts[at].favour, at))] -= 1
            every = zip(parts, shown, rows, full, strict=True)
            if all(number == len(part.entries) or left < whole - 1 for part, number, left, whole in every):
                break
        fits = enumerate(zip(shown, full, rows, strict=True))
        shown = [
            most if whole <= room else _fitting(partial(taken, at), most, room) for at, (most, whole, room) in fits
        ]
    return [row for at, number in enumerate(shown) for row in made(at, number)]


def _enough(part: Part, taken: Callable[[int], int], height: int) -> int:
    """A number of entries that fill so many rows, or all, or as many as may fit. `taken`: the rows of so many."""
    most = min(len(part.entries), MOST * height if part.running else height)
    number = min(most, height)
    while number < most and taken(number) <= height + part.favour:
        number = min(2 * number, most)
    return number


def _fitting(taken: Callable[[int], int], most: int, room: int) -> int:
    """How many of the first entries of a part, fewer than `most`, fit into rows."""
    return max(bisect_right(range(1, most), room, key=taken), 1)


def _rows(part: Part, shown: int, width: int) -> list[Row]:
    """A part with so many of its entries."""
    entries = list(part.entries[:shown]) or [[Span(part.absent, "absent")]]
    if left := len(part.entries) - shown:
        entries.append([Span(f"+{left} below, {part.where}", "dim")])
    if part.running:
        entries = [[part for entry in entries for part in (Span(" · ", "dim"), *entry)][1:]]
    label = (Span(part.label, "strong"),)
    return [row for at, entry in enumerate(entries) for row in hanging(() if at else label, entry, width, LABEL)]


def with_legend(rows: Sequence[Row], width: int) -> list[Row]:
    """Rows, and each type in use on them by its word: behind the last row where there is room, else below it."""
    used = {(span.text, span.role) for row in rows for span in row.spans}
    marks = [mark for mark in TYPE_MARKS.values() if (mark.glyph, mark.role) in used]
    legend = [part for mark in marks for part in (Span(" · ", "dim"), Span(glued(mark.column), mark.role))][1:]
    if not legend or not rows:
        return list(rows)
    if rows[-1].width + sum(cell_width(span.text) for span in legend) + 2 <= width:
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
        if words := said_words(dossier, span.subject) if span.role == "cite" else "":
            said += f"[{words}]"
        elif span.role != "hedge":
            said += _GLYPHS.sub("", span.text).replace(CURATOR.glyph, f"[{CURATOR.word}]")
    return " ".join(re.sub(r"\][\s·]*\[", "; ", said).split())
