"""What every rule looks at: the things with an address, each with the parts that are its own."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from caucasus_tui.dossier.model.dossier import Dossier, parts
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Record
from caucasus_tui.dossier.model.sources import Paragraph, Source, Statement

ABOUT = "dossier"
"""The ref of `data/dossier.yaml`, which has no kind and no id."""


class Breach(Struct, frozen=True):
    """A broken rule: which thing breaks it, in which of its texts (`value`), and, for ids used twice, which of them.
    What the rule is about (`kind`), and whether it leaves something to do only, is known to the table of rules."""

    ref: str
    message: str
    value: str | None = None
    nth: int = 0
    kind: str = ""
    todo: bool = False


class Unread(Struct, frozen=True):
    """What could not be read, so that no rule blames others for it. `lever:*` means that any lever may be among it."""

    refs: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    """All that is written in it; `*` where not even that is known."""

    def may_hold(self, ref: str) -> bool:
        return ref in self.refs or f"{ref.rpartition(':')[0]}:*" in self.refs

    def may_cite(self, cite: str) -> bool:
        return cite in self.texts or "*" in self.texts


class Item(NamedTuple):
    """A thing with an address, and all that belongs to it but not to another thing inside it."""

    ref: str
    thing: Struct
    parts: tuple[object, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(dict.fromkeys(part for part in self.parts if isinstance(part, Citation)))


class Scope:
    """A dossier as the rules see it."""

    def __init__(self, dossier: Dossier, unread: Unread) -> None:
        self.dossier, self.unread = dossier, unread
        self.items = tuple(_items(dossier))

    @cached_property
    def records(self) -> tuple[tuple[Item, Record], ...]:
        return tuple((item, item.thing) for item in self.items if isinstance(item.thing, Record))

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """By citation. Unlike the dossier's own table it does not mind an id that nobody could cite."""
        return {item.ref.partition(":")[2]: item.thing for item in self.items if isinstance(item.thing, Statement)}

    @cached_property
    def refs(self) -> frozenset[str]:
        return frozenset(item.ref for item in self.items)


def address(thing: Struct, source_id: str = "") -> str:
    """The ref of a thing in breaches. Statements and paragraphs are named with their source."""
    if isinstance(thing, Record):
        return thing.ref
    if isinstance(thing, Source):
        return f"source:{thing.id}"
    if isinstance(thing, Statement | Paragraph):
        return f"{thing.kind}:{source_id}:{thing.id}"
    return ABOUT


def _items(dossier: Dossier) -> Iterator[Item]:
    source_id = ""
    for field in dossier.__struct_fields__:
        for part in parts(getattr(dossier, field)):
            if not isinstance(part, Struct) or not (getattr(part, "kind", "") or part is dossier.about):
                continue
            source_id = part.id if isinstance(part, Source) else source_id
            yield Item(address(part, source_id), part, tuple(_own(part)))


def _own(thing: Struct) -> Iterator[object]:
    yield thing
    for field in thing.__struct_fields__:
        yield from _inside(getattr(thing, field))


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for part in value:
            yield from _inside(part)
    elif not isinstance(value, Struct):
        yield value
    elif not getattr(value, "kind", ""):
        yield from _own(value)
