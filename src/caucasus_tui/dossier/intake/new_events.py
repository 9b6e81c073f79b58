"""Lines of a table as events of a dossier, each held against all that the dossier has. Nothing is written."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from caucasus_tui.dossier.intake.event_table import ID, TableLine
from caucasus_tui.dossier.loading.by_place import EditError, Edits
from caucasus_tui.dossier.loading.check import check
from caucasus_tui.dossier.loading.convert import convert
from caucasus_tui.dossier.loading.reader import Document, Value
from caucasus_tui.dossier.model import Dossier, Edtf, Event, is_record_id
from caucasus_tui.dossier.model.dates import NOT_STATED
from caucasus_tui.dossier.text.fold import fold

_WORDS_OF_AN_ID = 6
_ROLE = re.compile(r"(.+?)\s*\((.*)\)")


class NewEvent(NamedTuple):
    """`plain`: as YAML has it; `event` is None where it cannot be read. `faults`: why it cannot be taken."""

    line: int
    plain: dict[str, Value]
    event: Event | None
    faults: tuple[str, ...]


def new_events(dossier: Dossier, lines: Sequence[TableLine], table: str) -> list[NewEvent]:
    """An event for each line; `table` is what the file is called."""
    taken = {event.id for event in dossier.events}
    known = {_likeness(event): event.ref for event in dossier.events}
    found = [_new_event(dossier, line, table, taken, known) for line in lines]
    events = tuple(one.event for one in found if one.event)
    wrong: dict[str, list[str]] = {}
    for breach in check(replace(dossier, events=(*dossier.events, *events))):
        if not breach.todo:
            wrong.setdefault(breach.ref, []).append(breach.message)
    return [
        one._replace(faults=(*one.faults, *wrong.get(one.event.ref, ()))) if one.event and not one.faults else one
        for one in found
    ]


def _new_event(
    dossier: Dossier, line: TableLine, table: str, taken: set[str], known: dict[tuple[str, Edtf | None], str]
) -> NewEvent:
    plain = _plain(dossier, line, table)
    faults = [f"{name} is a formula; save the sheet with its values" for name in line.formulas]
    faults += [f"{name} says nothing" for name in ("title", "lane", "citation") if not line.cells.get(name)]
    given = line.cells.get(ID, "")
    if given and given in taken:
        faults.append(f"there is an event {given!r} already")
    plain = {"id": given or _id(line.cells.get("title", ""), taken), **plain}
    taken.add(str(plain["id"]))
    converted = convert([plain], tuple[Event, ...])
    event = converted.value[0] if converted.value else None
    faults += [] if faults else [fault.message for fault in converted.faults]
    if event and not faults and (there := known.setdefault(_likeness(event), event.ref)) != event.ref:
        faults.append(f"it is there already, as {there}")
    return NewEvent(line.number, plain, event, tuple(faults))


def _plain(dossier: Dossier, line: TableLine, table: str) -> dict[str, Value]:
    cells, cites = line.cells, line.several("citation")
    actors: list[Value] = []
    for said in line.several("actors"):
        named = _ROLE.fullmatch(said)
        name, role = named.groups() if named else (said, "")
        actors.append({"actor": _id_of(dossier.actors, name), **({"role": role} if role else {})})
    places: list[Value] = [_id_of(dossier.places, name) for name in line.several("place")]
    return {
        "title": cells.get("title", ""),
        "when": _when(dossier, cells.get("date", ""), cells.get("end", ""), cites, table),
        "lane": cells.get("lane", "").casefold(),
        "actors": actors,
        **({"places": places} if places else {}),
        "cites": list[Value](cites),
    }


def _when(dossier: Dossier, start: str, end: str, cites: list[str], table: str) -> dict[str, Value]:
    """In the words of the first statement cited that has this date; else the table is where it is from."""
    if not start and not end:
        return {"role": "point", "as_stated": NOT_STATED}
    edtf = f"{start}/{end}" if end else start
    role = "span" if end else "point"
    for cite in cites:
        said = dossier.statement(cite)
        if said and said.when and said.when.edtf == edtf:
            more: dict[str, Value] = {name: value for name in ("year", "basis") if (value := getattr(said.when, name))}
            if said.when.role == "onset":  # what began then has not ended there
                role, more = "onset", {**more, **({"ongoing": "true"} if said.when.ongoing else {})}
            return {"edtf": edtf, "role": role, "as_stated": said.when.as_stated, **more}
    return {"edtf": edtf, "role": role, "as_stated": NOT_STATED, "basis": f"as {table} has it"}


def _id_of(records: Sequence[object], name: str) -> str:
    """The id of what is called so, by id, title or short name; else the name as an id, which then leads nowhere."""
    wanted = fold(name)
    for record in records:
        names = (getattr(record, field, None) for field in ("id", "title", "short"))
        if any(said and fold(said) == wanted for said in names):
            return str(getattr(record, "id"))  # noqa: B009 (any record has one)
    return name if is_record_id(name) else wanted.replace(" ", "-") or name


def _id(title: str, taken: set[str]) -> str:
    stem = "-".join(fold(title).split()[:_WORDS_OF_AN_ID]) or "event"
    return next(
        id for number in range(1, len(taken) + 2) if (id := f"{stem}-{number}" if number > 1 else stem) not in taken
    )


def _likeness(event: Event) -> tuple[str, Edtf | None]:
    return fold(event.title), event.when.edtf


def appended(content: bytes, document: Document, records: Sequence[dict[str, Value]]) -> bytes:
    """A file of records with these below what stands in it. Raises EditError where that is not written in lines."""
    edits, value = Edits(content, document), document.value
    blanks = ""
    if value == [] and (start := document.marks.get(())) and edits.text.startswith("[]", edits.offset(start)):
        edits.replace(start, "[]", "")
    elif value is not None:
        mark = document.marks.get((0,)) if isinstance(value, list) else None
        blanks, dash, _ = edits.before(mark).partition("-") if mark else ("", "", "")
        if not dash or blanks.strip():
            raise EditError(
                f"{document.file}: its records are in brackets; write each in lines, beginning with '- id:'"
            )
    parted = "" if not edits.text or edits.text.endswith(edits.line_end) else edits.line_end
    text = "".join(
        f"{edits.line_end}{''.join(f'{blanks}{line}{edits.line_end}' for line in _lines(one))}" for one in records
    )
    edits.insert(len(edits.text), parted + text)
    return edits.done([*(value if isinstance(value, list) else ()), *records])


def _lines(record: dict[str, Value]) -> Iterator[str]:
    """A record in block style: a line for each field, its value on that line."""
    for number, (name, value) in enumerate(record.items()):
        yield f"{'  ' if number else '- '}{name}: {_in_line(value)}"


def _in_line(value: Value) -> str:
    if isinstance(value, dict):
        said = (f"{name}: {item if name == 'ongoing' else _in_line(item)}" for name, item in value.items())
        return f"{{{', '.join(said)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_in_line, value))}]"
    plain = value is not None and re.fullmatch("[a-z][a-z0-9]*(?:[-:.][a-z0-9]+)*", value)
    return (
        str(value)
        if plain and value not in ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
        else json.dumps(value, ensure_ascii=False)
    )
