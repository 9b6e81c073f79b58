"""What is called by a word: records by their ids, actors, places and sources by their names too."""

import re
from collections.abc import Iterator

from caucasus_tui.dossier.addresses.address import Address, RecordAt
from caucasus_tui.dossier.addresses.worded import SourceAt
from caucasus_tui.dossier.model import Actor, Dossier, NameRule, Place, Record
from caucasus_tui.dossier.text.fold import fold

_STATEMENT = re.compile(r"[a-z]+\d+\.\d+")
"""What calls nothing else, and is asked for most."""
KINDS = tuple(form.kind for form in Record.__subclasses__())


def called_so(dossier: Dossier, word: str) -> tuple[Address, ...]:
    """What has just this id or name: `t9`, `eu-economic`, `Ankara`; with a kind before it only that kind: `actor:tr`,
    `source:ap`. Of an actor and others of one name the actor, who is asked about most, and a source, which is cited by
    it; a rule on a name gives way to what has that name."""
    kind, colon, name = word.rpartition(":")
    id, wanted = name.casefold(), fold(name)
    if not id or _STATEMENT.fullmatch(id):
        return ()
    found = {f"{of}:{id}": RecordAt(of, id) for of in KINDS if dossier.record(f"{of}:{id}")}
    if wanted:
        named = (thing for thing in _named(dossier) if any(fold(one) == wanted for one in names_of(thing)))
        found |= {thing.ref: RecordAt(thing.kind, thing.id) for thing in named}
    every: dict[str, Address] = {**found}
    labels = dossier.labels.items() if kind.casefold() in ("", "source") else ()  # each is a look at the shelf
    every |= {f"source:{of}": SourceAt(of) for of, label in labels if id in (of, label.casefold())}
    of_kind = {ref: place for ref, place in every.items() if not colon or ref.startswith(f"{kind.casefold()}:")}
    first = tuple(place for ref, place in of_kind.items() if ref.startswith((f"{Actor.kind}:", "source:")))
    others = tuple(place for ref, place in of_kind.items() if not ref.startswith(f"{NameRule.kind}:"))
    return first if any(isinstance(one, RecordAt) for one in first) else others or tuple(of_kind.values())


def begun_so(dossier: Dossier, word: str) -> Iterator[Actor | Place]:
    """The actors and places with a word in a name that begins so."""
    if wanted := fold(word):
        begun = f" {wanted}"
        yield from (thing for thing in _named(dossier) if any(begun in f" {fold(one)}" for one in names_of(thing)))


def names_of(thing: Actor | Place) -> tuple[str, ...]:
    """All that an actor or a place is called, its id included."""
    short = (thing.short,) if isinstance(thing, Actor) else ()
    return (thing.title, thing.id, *short, *(other.name for other in thing.names))


def _named(dossier: Dossier) -> tuple[Actor | Place, ...]:
    return (*dossier.actors, *dossier.places)
