"""The shelf as mappings and sequences: a dossier that rests on it looks like one that is all in memory."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from itertools import repeat
from typing import Any, Generic, TypeVar, overload
from urllib.parse import quote

import msgspec

from caucasus_tui.dossier.keeping.trusted import trusted
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.mentions import Mentions
from caucasus_tui.dossier.model.records import Record
from caucasus_tui.dossier.model.relations import Outline
from caucasus_tui.dossier.model.sources import Paragraph, Source, Statement

T = TypeVar("T")

KEPT = 1_000
"""Paragraphs and the like, once read, that are kept."""


class _Connection(sqlite3.Connection):
    """One that is closed when the last shelf that reads through it is gone; Python leaves that open, and complains."""

    def __del__(self) -> None:
        with suppress(sqlite3.Error):  # it was never opened
            self.close()


class Shelf:
    """An open shelf, for reading: the relations of a dossier, reckoned when it was written. Raises OSError where there
    is none at `path`, or it is none of ours."""

    def __init__(self, path: str) -> None:
        self._one_at_a_time = threading.Lock()
        try:
            # Opened by whichever thread read the dossier, and asked by several: that of the screen, and a brief's.
            path = f"file:{quote(path)}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(path, uri=True, check_same_thread=False, factory=_Connection)
            self._furnish(lambda value: value)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def changed(self, change: Callable[[Any], Any]) -> "Shelf":
        """The same shelf; whatever is read from it goes through `change` first."""
        other = object.__new__(Shelf)
        other._connection, other._one_at_a_time = self._connection, self._one_at_a_time
        other._furnish(change)
        return other

    def _furnish(self, change: Callable[[Any], Any]) -> None:
        paragraph = msgspec.json.Decoder(Paragraph, dec_hook=trusted)
        source = msgspec.json.Decoder(Source, dec_hook=trusted)
        self.paragraphs = Table[Paragraph](self, "paragraphs", lambda body: change(paragraph.decode(body)))
        self.statements = Statements(self.paragraphs)
        self.order = Order(self)
        self.descriptors = Table[Source](self, "sources", lambda body: change(source.decode(body)))
        self.sizes = dict(self.rows("SELECT key, statements FROM sources ORDER BY rowid"))
        self.outlines = Table(self, "outlines", msgspec.json.Decoder(Outline).decode)
        self.sources_with = Table(self, "sources_with", lambda body: tuple(body.decode().split(" ")))
        self.alone = Table(self, "alone", lambda body: frozenset(body.decode().split(" ")))
        self.bits = Table(self, "bits", lambda body: int.from_bytes(body, "little"))
        self.sources = Sources(self, lambda body: change(source.decode(body)))

        self.selected, of, by = (
            Table(self, name, lambda body: Cites(body.decode())) for name in ("selected", "mentions", "said_by")
        )
        self.mentions = Mentions(of, by)

    def relate(self, record: Callable[[str], Record | None]) -> None:
        """Lead to the records of a dossier. `record`: from an address to one of them."""

        def make(body: bytes) -> tuple[Record, ...]:
            return tuple(found for ref in body.decode().split(" ") if (found := record(ref)))

        self.cited_by, self.linked_from = (Table(self, name, make) for name in ("cited_by", "linked_from"))

    def source(self, source_id: str) -> Source | None:
        """The source of that id, or None."""
        return self.sources.by_id(source_id)

    def row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        """The first row of what is asked for, or None."""
        with self._one_at_a_time:
            found: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        return found

    def rows(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        with self._one_at_a_time:
            return iter(self._connection.execute(query, values).fetchall())


class Cites(Sequence[Citation]):
    """Citations, made when they are asked for: often it is only asked how many there are."""

    def __init__(self, body: str) -> None:
        """`body`: citations with blanks between."""
        self._body = body

    @cached_property
    def _texts(self) -> list[str]:
        return self._body.split()

    def __len__(self) -> int:
        return self._body.count(" ") + bool(self._body)

    def __contains__(self, cite: object) -> bool:
        return cite in self._texts

    @overload
    def __getitem__(self, index: int) -> Citation: ...
    @overload
    def __getitem__(self, index: slice) -> "Cites": ...
    def __getitem__(self, index: int | slice) -> "Citation | Cites":
        return (
            Cites(" ".join(self._texts[index])) if isinstance(index, slice) else trusted(Citation, self._texts[index])
        )

    def __iter__(self) -> Iterator[Citation]:
        return map(str.__new__, repeat(Citation), self._texts)


class Table(Mapping[str, T], Generic[T]):
    """A table of the shelf as a mapping; `make` turns a row's body into its value."""

    def __init__(self, shelf: Shelf, name: str, make: Callable[[bytes], T]) -> None:
        self._shelf = shelf
        self._name = name
        self._make = make
        self._look_up = lru_cache(maxsize=KEPT)(self._found)

    def __getitem__(self, key: str) -> T:
        found = self._look_up(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return (key for (key,) in self._shelf.rows(f"SELECT key FROM {self._name} ORDER BY rowid"))

    def __len__(self) -> int:
        (count,) = self._shelf.row(f"SELECT count(*) FROM {self._name}") or (0,)
        return int(count)

    def between(self, first: int, last: int) -> tuple[T, ...]:
        """The values of some rows, in order."""
        rows = self._shelf.rows(
            f"SELECT body FROM {self._name} WHERE rowid BETWEEN ? AND ? ORDER BY rowid", first, last
        )
        return tuple(self._make(body) for (body,) in rows)

    def _found(self, key: str) -> T | None:
        row = self._shelf.row(f"SELECT body FROM {self._name} WHERE key = ?", key)
        return None if row is None else self._make(row[0])


class Statements(Mapping[str, Statement]):
    """Statements by citation. Each stands in the paragraph that its id begins with."""

    def __init__(self, paragraphs: Mapping[str, Paragraph]) -> None:
        self._paragraphs = paragraphs

    def __getitem__(self, cite: str) -> Statement:
        source, _, name = cite.partition(":")
        paragraph = self._paragraphs[f"{source}:{name.partition('.')[0]}"]
        found = next((statement for statement in paragraph.statements if statement.id == name), None)
        if found is None:
            raise KeyError(cite)
        return found

    def __iter__(self) -> Iterator[str]:
        for address in self._paragraphs:
            source = address.partition(":")[0]
            yield from (f"{source}:{statement.id}" for statement in self._paragraphs[address].statements)

    def __len__(self) -> int:
        return sum(len(paragraph.statements) for paragraph in self._paragraphs.values())


class Order(Mapping[str, tuple[int, int]]):
    """The place of each statement in the order of the sources: that of its paragraph, and its own in it."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __getitem__(self, cite: str) -> tuple[int, int]:
        address = cite.partition(".")[0]
        row = self._shelf.row("SELECT rowid FROM paragraphs WHERE key = ?", address)
        if row is None or cite not in self._shelf.statements:
            raise KeyError(cite)
        said = self._shelf.statements[cite]
        return row[0], self._shelf.paragraphs[address].statements.index(said)

    def __iter__(self) -> Iterator[str]:
        return iter(self._shelf.statements)

    def __len__(self) -> int:
        return len(self._shelf.statements)


class Sources(Sequence[Source]):
    """The sources, each made with its paragraphs when it is asked for."""

    def __init__(self, shelf: Shelf, make: Callable[[bytes], Source]) -> None:
        self._shelf = shelf
        self._make = make
        self._ids: list[str] = [key for (key,) in shelf.rows("SELECT key FROM sources ORDER BY rowid")]
        self._source = lru_cache(maxsize=8)(self._made)

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> Source: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Source]: ...
    def __getitem__(self, index: int | slice) -> Source | Sequence[Source]:
        if isinstance(index, slice):
            return [self._source(name) for name in self._ids[index]]
        return self._source(self._ids[index])

    def by_id(self, name: str) -> Source | None:
        return self._source(name) if name in self._ids else None

    def _made(self, name: str) -> Source:
        body, first, last = self._shelf.row("SELECT body, first, last FROM sources WHERE key = ?", name) or (b"", 0, 0)
        return msgspec.structs.replace(self._make(body), paragraphs=self._shelf.paragraphs.between(first, last))
