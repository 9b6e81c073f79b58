"""What every rule looks at: the things with an address, each with the parts that are its own."""

from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from caucasus_tui.dossier.model import Citation, Dossier, Link, Paragraph, Record, Source, Statement
from caucasus_tui.dossier.model.walks import parts_of

ABOUT = "dossier"
"""The ref of `data/dossier.yaml`, which has no kind and no id."""


class Breach(Struct, frozen=True):
    """A broken rule: which thing breaks it, in which of its texts (`value`), and, for ids used twice, which of them;
    `again`: where that text stands in a list a second time. What the rule is about (`kind`), and whether it leaves
    something to do only, is known to the table of rules."""

    ref: str
    message: str
    value: str | None = None
    nth: int = 0
    again: bool = False
    kind: str = ""
    todo: bool = False


class Unread(Struct, frozen=True):
    """What could not be read, so that no rule blames others for it. `lever:*` means that any lever may be among it."""

    refs: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    """All that is written in it; `*` where not even that is known."""

    def may_hold(self, ref: str) -> bool:
        """Whether a record or statement of that ref may be in what was not read."""
        return bool(self.refs) and (ref in self.refs or f"{ref.rpartition(':')[0]}:*" in self.refs)

    def may_cite(self, cite: str) -> bool:
        """Whether what was not read may cite that statement."""
        return cite in self.texts or "*" in self.texts


class Item(NamedTuple):
    """A thing with an address, and all that belongs to it but not to another thing inside it, by what it is and in
    order: structs, itself first; links; all other texts, without its citations; these, each once."""

    ref: str
    thing: Struct
    structs: list[Struct]
    links: list[Link]
    texts: list[str]
    citations: tuple[Citation, ...]


class Scope:
    """A dossier as the rules see it."""

    def __init__(self, dossier: Dossier, unread: Unread) -> None:
        self.dossier, self.unread = dossier.whole, unread
        self.items = tuple(_items(replace(self.dossier, todo=())))  # what was found before is no part of it

    @cached_property
    def records(self) -> tuple[tuple[Item, Record], ...]:
        """The records, each with what is its own."""
        return tuple((item, item.thing) for item in self.items if isinstance(item.thing, Record))

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """By citation. Unlike the dossier's own table it does not mind an id that nobody could cite."""
        return {item.ref.partition(":")[2]: item.thing for item in self.items if isinstance(item.thing, Statement)}

    @cached_property
    def refs(self) -> frozenset[str]:
        """The refs of all that has one, sources and statements too."""
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
    for thing, (structs, links, texts, cites, _) in _things(dossier):
        source_id = thing.id if isinstance(thing, Source) else source_id
        yield Item(address(thing, source_id), thing, structs, links, texts, tuple(dict.fromkeys(cites)))


_Own = tuple[list[Struct], list[Link], list[str], list[Citation], list[object]]
"""What belongs to a thing, by what it is; last what no rule asks for, such as numbers."""


def _own() -> _Own:
    return [], [], [], [], []


@cache
def _place(form: type) -> int:
    """Where a value that holds no others stands in `_Own`."""
    return 3 if issubclass(form, Citation) else 1 if issubclass(form, Link) else 2 if issubclass(form, str) else 4


def _things(dossier: Dossier) -> list[tuple[Struct, _Own]]:
    """What has an address, in order, each with what it is made of."""
    found: list[tuple[Struct, _Own]] = []
    for part in parts_of(Dossier)(dossier):
        _visit(part, _own(), found, dossier.about)
    return found


def _visit(value: object, own: _Own, found: list[tuple[Struct, _Own]], about: Struct) -> None:
    """Without a generator at each level: all of a dossier goes through here. And no function within a function, which
    would keep all of it in memory: nobody looks for garbage while a dossier is read."""
    if isinstance(value, tuple):
        for part in value:
            _visit(part, own, found, about)
    elif isinstance(value, Struct):
        if getattr(value, "kind", "") or value is about:
            own = _own()
            found.append((value, own))
        own[0].append(value)
        for part in parts_of(type(value))(value):
            if part is None or part == ():
                continue
            if type(part) is str:
                own[2].append(part)
            elif isinstance(part, tuple | Struct):
                _visit(part, own, found, about)
            else:
                own[_place(type(part))].append(part)  # type: ignore[arg-type]
    elif value is not None:
        own[_place(type(value))].append(value)  # type: ignore[arg-type]
