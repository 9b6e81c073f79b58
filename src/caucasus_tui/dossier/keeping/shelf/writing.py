"""Writing the shelf: every table once, in the order it will be read."""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from itertools import islice
from typing import TypeVar

import msgspec

from caucasus_tui.dossier.ask.selections import selections
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.mentions import mentions
from caucasus_tui.dossier.model.relations import outline, sources_with
from caucasus_tui.dossier.model.shown_alone import bits, shown_alone
from caucasus_tui.dossier.model.walks import cites_and_links
from caucasus_tui.dossier.search.catalogue import Columns, EntryTable, Heads, heads
from caucasus_tui.dossier.search.entries import entries
from caucasus_tui.dossier.search.postings import WordTable
from caucasus_tui.dossier.views.dating import all_dated_by_curator
from caucasus_tui.dossier.views.naming import all_named_by_curator

T = TypeVar("T")

_KEYED = (
    "paragraphs",
    "outlines",
    "sources_with",
    "cited_by",
    "linked_from",
    "alone",
    "bits",
    "selected",
    "mentions",
    "said_by",
    "addresses",
    "about",
    "columns",
)
_SCHEMA = (
    *(f"CREATE TABLE {name} (key TEXT PRIMARY KEY, body BLOB)" for name in _KEYED),
    "CREATE TABLE sources (key TEXT PRIMARY KEY, body BLOB, first INTEGER, last INTEGER, statements INTEGER)",
    "CREATE TABLE entries (key INTEGER PRIMARY KEY, ref TEXT, heads TEXT)",
    "CREATE TABLE words (key TEXT PRIMARY KEY, written TEXT, numbers BLOB, weights BLOB)",
    "CREATE TABLE beginnings (key TEXT PRIMARY KEY, numbers BLOB, weights BLOB)",
)


def write(path: str, dossier: Dossier, progress: Callable[[float], None]) -> None:
    """Fill an empty file. Raises OSError where that cannot be done; `progress` is told the share that is done."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            # The file is moved into place whole or thrown away, so nothing needs to survive a fall in between.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN")
            for statement in _SCHEMA:
                connection.execute(statement)
            _write_sources(connection, dossier)
            _fill(connection, "sources_with", _text(sources_with(dossier.sources)))
            progress(0.1)
            _write_relations(connection, dossier)
            progress(0.2)
            _write_index(connection, dossier, progress)
            connection.execute("COMMIT")
    except sqlite3.Error as error:  # connecting fails too, where the folder is gone
        raise OSError(str(error)) from error


def _write_sources(connection: sqlite3.Connection, dossier: Dossier) -> None:
    """Paragraphs in order, and for each source the first and the last of them."""
    last = 0
    for source in dossier.sources:
        rows = [(f"{source.id}:{part.id}", _json(part)) for part in source.paragraphs]
        connection.executemany("INSERT INTO paragraphs VALUES (?, ?)", rows)
        bare = msgspec.structs.replace(source, paragraphs=())
        connection.execute(
            "INSERT INTO sources VALUES (?, ?, ?, ?, ?)",
            (source.id, _json(bare), last + 1, last + len(rows), source.size),
        )
        last += len(rows)
    _fill(connection, "outlines", ((source.id, _json(outline(source))) for source in dossier.sources))


def _write_relations(connection: sqlite3.Connection, dossier: Dossier) -> None:
    """What rests on what, and who names whom."""
    told = [(record.ref, *cites_and_links(record)) for record in dossier.records()]
    cited_by = _turned((ref, cites) for ref, cites, _ in told)
    linked_from = _turned((ref, links) for ref, _, links in told)
    _fill(connection, "cited_by", _text(cited_by))
    _fill(connection, "linked_from", _text(linked_from))
    alone = shown_alone(dossier, cited_by.items(), linked_from.items())
    _fill(connection, "alone", _text({**alone, **all_dated_by_curator(dossier), **all_named_by_curator(dossier)}))
    _fill(connection, "selected", _text(selections(dossier)))
    found = mentions(dossier.statements())
    _fill(connection, "mentions", _text(found.of))
    _fill(connection, "said_by", _text(found.by))
    rows = bits(dossier.statements(), alone, found).items()
    _fill(connection, "bits", ((key, row.to_bytes(row.bit_length() // 8 + 1, "little")) for key, row in rows))


_AT_ONCE = 1_000
"""Entries that are in memory together."""


def _write_index(connection: sqlite3.Connection, dossier: Dossier, progress: Callable[[float], None]) -> None:
    """What a search looks at; see `caucasus_tui.dossier.search`."""
    postings = WordTable(dossier.relations.descriptors)
    _write_entries(connection, dossier, postings, progress)
    progress(0.9)
    connection.executemany(
        "INSERT INTO words VALUES (?, ?, ?, ?)",
        ((word, postings.written(word), *postings.held(word)) for word in postings.words),
    )
    connection.executemany(
        "INSERT INTO beginnings VALUES (?, ?, ?)", ((start, *held) for start, held in postings.beginnings)
    )


def _write_entries(
    connection: sqlite3.Connection, dossier: Dossier, postings: WordTable, progress: Callable[[float], None]
) -> None:
    """The entries, whose words go into `postings`. No entry is kept: there are many, and large."""
    table = EntryTable()
    total = len(dossier.records()) + len(dossier.relations.paragraphs) + len(dossier.statements())
    found = enumerate(entries(dossier))
    while some := list(islice(found, _AT_ONCE)):
        for number, entry in some:
            table.add(number, entry)
        for number, entry in some:
            postings.add(number, entry)
        rows = ((number, entry.ref, _lines(heads(entry))) for number, entry in some)
        connection.executemany("INSERT INTO entries VALUES (?, ?, ?)", rows)
        progress(0.2 + 0.6 * min(some[-1][0] / total, 1.0))
    _fill(connection, "about", _packed(table.about))
    _fill(connection, "addresses", _packed(table.addresses))
    kinds, types, ours, *days = msgspec.structs.astuple(table.columns)
    columns = (kinds, types, ours, *(array("i", one).tobytes() for one in days))
    connection.executemany("INSERT INTO columns VALUES (?, ?)", zip(Columns.__struct_fields__, columns, strict=True))


def _lines(found: Heads) -> str:
    return "\n".join(map(" ".join, found))


def _json(value: object) -> bytes:
    return msgspec.json.encode(value, enc_hook=str)


def _turned(pairs: Iterable[tuple[T, Iterable[str]]]) -> dict[str, list[T]]:
    """From `a: b c` to `b: a`, `c: a`."""
    found: dict[str, list[T]] = {}
    for one, others in pairs:
        for other in others:
            found.setdefault(other, []).append(one)
    return found


def _text(table: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, bytes]]:
    return ((key, " ".join(values).encode()) for key, values in sorted(table.items()))


def _packed(table: Mapping[str, Iterable[int]]) -> Iterator[tuple[str, bytes]]:
    return ((key, array("I", values).tobytes()) for key, values in sorted(table.items()))


def _fill(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[str, bytes]]) -> None:
    connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)
