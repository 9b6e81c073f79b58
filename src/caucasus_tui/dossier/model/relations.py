"""How sources and records hang together, by address: reckoned once from a dossier in memory.

A large one, of which that was done before, has relations of the same shape (`keeping/shelf/shelved_dossier.py`).
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.mentions import Mentions, mentions
from caucasus_tui.dossier.model.records import Record
from caucasus_tui.dossier.model.shown_alone import bits, shown_alone
from caucasus_tui.dossier.model.sources import Paragraph, Source, Statement
from caucasus_tui.dossier.model.walks import cites_and_links

if TYPE_CHECKING:
    from caucasus_tui.dossier.model.dossier import Dossier


class Outline(Struct, frozen=True, array_like=True):
    """What a list of a source's paragraphs is made from, without reading them: their ids, and whether any of them can
    be compared with the original."""

    paragraphs: tuple[str, ...]
    fingerprinted: bool


def outline(source: Source) -> Outline:
    """The outline of a source that is at hand with its paragraphs."""
    return Outline(tuple(part.id for part in source.paragraphs), any(part.sha256 for part in source.paragraphs))


RecordsAt = Mapping[str, tuple[Record, ...]]
"""From an address to records."""


class Relations(Protocol):
    """Read-only tables by address: of a paragraph `source:p8`, of a statement `source:p8.2`. `order`: the place of each
    statement in the order of the sources; `cited_by`: from a citation to the records that cite it; `linked_from`: from
    `kind:id` to the records that name it."""

    @property
    def paragraphs(self) -> Mapping[str, Paragraph]: ...
    @property
    def statements(self) -> Mapping[str, Statement]: ...
    @property
    def descriptors(self) -> Mapping[str, Source]:
        """The sources by id, as they are described; perhaps without their paragraphs."""
        ...

    @property
    def sizes(self) -> Mapping[str, int]:
        """From the id of a source to how many statements it has, in the order of the sources."""
        ...

    @property
    def outlines(self) -> Mapping[str, Outline]:
        """By the id of a source."""
        ...

    @property
    def sources_with(self) -> Mapping[str, tuple[str, ...]]:
        """From the id of a statement or paragraph, without its source, to the ids of the sources that have it."""
        ...

    @property
    def order(self) -> Mapping[str, tuple[int, int]]: ...
    @property
    def cited_by(self) -> RecordsAt: ...
    @property
    def linked_from(self) -> RecordsAt: ...
    @property
    def mentions(self) -> Mentions: ...
    @property
    def alone(self) -> Mapping[str, Set[str]]:
        """From a type of statement, the address of a source or an actor to what is shown where it alone is: citations,
        and the addresses of records. In parts, each under the key that `part_of` has for its addresses: a pane of
        levers needs no others."""
        ...

    @property
    def bits(self) -> Mapping[str, int]:
        """The statements of `alone`, those of all parts as one, and under `by actor:…` and `about actor:…` those of
        `mentions`, as the bits of a number: how many there are of several of these is known without a look at any."""
        ...

    @property
    def selected(self) -> Mapping[str, Sequence[Citation]]:
        """Citations that were looked for when the dossier was kept, under names of `ask/selections.py`; of one in
        memory none, as a look at all of it takes no time."""
        ...

    def source(self, source_id: str) -> Source | None:
        """The source of that id, or None."""
        ...


class RelationsInMemory:
    """Relations reckoned from the dossier; each table is made when first asked for."""

    selected: Mapping[str, Sequence[Citation]] = MappingProxyType({})

    def __init__(self, dossier: "Dossier") -> None:
        self._dossier = dossier

    def source(self, source_id: str) -> Source | None:
        return next((source for source in self._dossier.sources if source.id == source_id), None)

    @cached_property
    def paragraphs(self) -> Mapping[str, Paragraph]:
        sources = self._dossier.sources
        return {f"{source.id}:{paragraph.id}": paragraph for source in sources for paragraph in source.paragraphs}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return {
            f"{source.id}:{statement.id}": statement
            for source in self._dossier.sources
            for paragraph in source.paragraphs
            for statement in paragraph.statements
        }

    @cached_property
    def descriptors(self) -> Mapping[str, Source]:
        return {source.id: source for source in self._dossier.sources}

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        return {source.id: source.size for source in self._dossier.sources}

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        return {source.id: outline(source) for source in self._dossier.sources}

    @cached_property
    def sources_with(self) -> Mapping[str, tuple[str, ...]]:
        return sources_with(self._dossier.sources)

    @cached_property
    def order(self) -> Mapping[str, tuple[int, int]]:
        return {cite: (number, 0) for number, cite in enumerate(self.statements)}

    @property
    def cited_by(self) -> RecordsAt:
        return self._pointing[0]

    @property
    def linked_from(self) -> RecordsAt:
        return self._pointing[1]

    @cached_property
    def _pointing(self) -> tuple[RecordsAt, RecordsAt]:
        """From a citation, and from an address, to the records: in one walk, as the first screen asks for both."""
        told = [(record, *cites_and_links(record)) for record in self._dossier.records()]
        return _grouped((one[0], one[1]) for one in told), _grouped((one[0], one[2]) for one in told)

    @cached_property
    def mentions(self) -> Mentions:
        return mentions((Citation(cite), statement) for cite, statement in self.statements.items())

    @cached_property
    def bits(self) -> Mapping[str, int]:
        return bits(self.statements.items(), self.alone, self.mentions)

    @cached_property
    def alone(self) -> Mapping[str, Set[str]]:
        resting, linked = self.cited_by.items(), self.linked_from.items()
        return shown_alone(
            self._dossier,
            ((cite, [record.ref for record in records]) for cite, records in resting),
            ((ref, [record.ref for record in records]) for ref, records in linked),
        )


def sources_with(sources: Iterable[Source]) -> dict[str, tuple[str, ...]]:
    """From each id of a statement or paragraph to the sources that have it, in their order."""
    found: dict[str, list[str]] = {}
    for source in sources:
        names = {name for part in source.paragraphs for name in (part.id, *(one.id for one in part.statements))}
        for name in names:
            found.setdefault(name, []).append(source.id)
    return {name: tuple(ids) for name, ids in found.items()}


def _grouped(pointing: Iterable[tuple[Record, Iterable[str]]]) -> RecordsAt:
    found: dict[str, list[Record]] = {}
    for record, addresses in pointing:
        for address in addresses:
            found.setdefault(address, []).append(record)
    return {address: tuple(group) for address, group in found.items()}
