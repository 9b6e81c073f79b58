"""Events as a table of seven columns, for spreadsheets and other programs; what is written here reads the same."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import NamedTuple

from caucasus_tui.dossier.intake.kinds import CALLED, TEXT, kind_of
from caucasus_tui.dossier.intake.passages import IntakeError
from caucasus_tui.dossier.model.records import Event
from caucasus_tui.dossier.text.clean import clean

COLUMNS = ("date", "end", "title", "lane", "actors", "place", "citation")
"""Several actors, places or citations of a line are parted by semicolons; an actor's role stands in brackets."""
ID, MARKING = "id", "marking"
SAID = ("type", "hedge", "leading statement", "superseded by")
"""Columns of what says a line, which a table of events has too; like the marking, they are in no field of an event."""
LINES = 5_000
_NEEDED = ("title", "lane", "citation")
_PARTING = ";"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


class TableLine(NamedTuple):
    """`number`: where it begins in the file, from 1; `cells` by column; `formulas`: the columns whose cell says how to
    reckon, not what came of it."""

    number: int
    cells: Mapping[str, str]
    formulas: tuple[str, ...] = ()

    def several(self, column: str) -> list[str]:
        """The values of a cell that may hold several."""
        return [value for part in self.cells.get(column, "").split(_PARTING) if (value := part.strip())]


class Table(NamedTuple):
    """`unread`: the columns that no event has a field for."""

    lines: tuple[TableLine, ...]
    unread: tuple[str, ...]


def table_in(content: bytes) -> Table:
    """The lines of a CSV file that say something, parted by commas, semicolons or tabs. Raises IntakeError."""
    kind = kind_of(content, "")
    if kind.name not in (TEXT, ""):
        raise IntakeError(f"this is no CSV but {CALLED[kind.name]}; save the sheet as CSV UTF-8")
    if kind.instead and not kind.instead.startswith("not a text"):
        raise IntakeError(f"this is no CSV but {kind.instead}")
    text = _decoded(content)
    if "\0" in text:
        raise IntakeError("this is no CSV: there are NUL bytes in it; save the sheet as CSV UTF-8")
    if re.match("(?i)sep=.\r?\n", text):
        text = text[text.index("\n") + 1 :]
    head = text.lstrip().partition("\n")[0]
    parting = max(",;\t", key=head.count)
    found: list[tuple[int, list[str]]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=parting, strict=True)
    try:
        before = 0
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((before + 1, cells))
            before = reader.line_num
            if len(found) > LINES + 1:
                raise IntakeError(f"more than {LINES} lines; part the table")
    except csv.Error as error:
        raise IntakeError(f"line {reader.line_num} cannot be read as CSV: {error}") from error
    if not found:
        raise IntakeError("there is nothing in it")
    return _table(found)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise IntakeError(f"line {line} is not UTF-8; save the sheet as CSV UTF-8") from error


def _table(found: list[tuple[int, list[str]]]) -> Table:
    known = {name.removesuffix("s"): name for name in (*COLUMNS, ID)}
    written = [clean(name).casefold() for name in found[0][1]]
    names = [known.get(name.removesuffix("s"), "") for name in written]
    if missing := [name for name in _NEEDED if name not in names]:
        raise IntakeError(f"no column is called {' or '.join(missing)}; the first line names {', '.join(COLUMNS)}")
    if twice := next((name for name in names if name and names.count(name) > 1), ""):
        raise IntakeError(f"two columns are called {twice}; take one out")
    lines = []
    for number, cells in found[1:]:
        if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            raise IntakeError(f"line {number} has more cells than the first line has names; put texts in quotes")
        named = {name: cell for name, cell in zip(names, cells, strict=False) if name}
        formulas = tuple(name for name, cell in named.items() if cell.lstrip().startswith("="))
        lines.append(TableLine(number, {name: _cell(cell) for name, cell in named.items()}, formulas))
    unread = (said for said, name in zip(written, names, strict=True) if said not in ("", *SAID, MARKING) and not name)
    return Table(tuple(lines), tuple(unread))


def _cell(text: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from reckoning."""
    text = " ".join(clean(text).split())
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def event_lines(events: Iterable[Event]) -> Iterator[list[str]]:
    """The cells of each event, in the order of COLUMNS."""
    for event in events:
        start, _, end = (event.when.edtf or "").partition("/")
        actors = (f"{part.actor} ({part.role})" if part.role else str(part.actor) for part in event.actors)
        several = (f"{_PARTING} ".join(values) for values in (actors, event.places, event.cites))
        shown, places, cites = several
        yield [start, end, event.title, event.lane, shown, places, cites]


def as_csv(names: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    """A table in which nothing is a formula to a spreadsheet."""
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in line] for line in lines)
    return written.getvalue()
