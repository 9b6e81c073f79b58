"""Answers as queries over the dossier: selectors find records and statements, in a declared order. Pure.

A key of `where` is a field (`status`), one inside it (`contention.level`, `hedge.code`), or several fields of which any
will do (`targets or toward`). Keys with the same beginning, such as `effects.to` and `effects.strength`, hold for one
part of a record and not for two. A value matches as it is written in the data; `any` matches whatever is there.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from caucasus_tui.dossier.model import Dossier, Record, Selector, Statement, When, parts, sort_key

STATEMENT = Statement.kind
ANY_OF = " or "
ANY = "any"
"""As a value: whatever the field holds, if it holds something."""

Pair = tuple[str, Record | Statement]
"""A thing and its address: the ref of a record, the citation of a statement."""
Found = tuple[str, Record | None]
"""The address of what was found, and the record; of a statement None."""


def values(thing: object, path: str) -> Iterator[object]:
    """What stands at a dotted path, each item of a tuple by itself; nothing where the field is empty."""
    name, _, rest = path.partition(".")
    found = getattr(thing, name, None)
    for item in found if isinstance(found, tuple) else (found,):
        if rest:
            yield from values(item, rest)
        elif item not in (None, ""):
            yield item


def matches(thing: object, where: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether every key of `where` holds for a thing."""
    alternatives = [(key, wanted) for key, wanted in where.items() if ANY_OF in key]
    if any(not any(_holds(thing, path, wanted) for path in key.split(ANY_OF)) for key, wanted in alternatives):
        return False
    single = sorted((key.rpartition(".")[::2], wanted) for key, wanted in where.items() if ANY_OF not in key)
    for parent, keys in groupby(single, key=lambda pair: pair[0][0]):
        wanted_of = [(name, wanted) for (_, name), wanted in keys]
        owners = values(thing, parent) if parent else (thing,)
        if not any(all(_holds(owner, name, wanted) for name, wanted in wanted_of) for owner in owners):
            return False
    return True


def _holds(thing: object, path: str, wanted: tuple[str, ...]) -> bool:
    found = [as_text(value) for value in values(thing, path)]
    return any(value in wanted or ANY in wanted for value in found) if wanted else not found


def as_text(value: object) -> str:
    """A value as it is written in YAML."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def everything(dossier: Dossier, selector: Selector) -> Iterator[Pair]:
    """All of the selector's kind, before `where`: in the dossier, or inside the record that `of` names."""
    if selector.every == STATEMENT:
        yield from dossier.statements()
        return
    inside = dossier.record(selector.of) if selector.of else None
    records = dossier.records() if selector.of is None else parts(inside)
    for record in records:
        if isinstance(record, Record) and record.kind == selector.every and record is not inside:
            yield record.ref, record


def select(dossier: Dossier, selector: Selector, kept: Sequence[str] | None = None) -> list[Found]:
    """What a selector finds, each once: by kind, sorted by `order`; then what it names, as it names it. `kept`: what it
    finds by kind, where that is known."""
    found: dict[str, Record | Statement | None] = dict.fromkeys(kept or ())
    if selector.every and kept is None:
        matching = [pair for pair in everything(dossier, selector) if matches(pair[1], selector.where)]
        if selector.order:
            ranks = selector.where.get(selector.order, ())
            matching.sort(key=lambda pair: _sort_key(pair[1], selector.order or "", ranks))
        found.update(matching)
    for ref in selector.refs:
        if record := dossier.record(ref):
            found.setdefault(ref, record)
    for cite in selector.statements:
        if statement := dossier.statement(cite):
            found.setdefault(cite, statement)
    return [(address, thing if isinstance(thing, Record) else None) for address, thing in found.items()]


def _sort_key(thing: object, order: str, ranks: tuple[str, ...]) -> tuple[object, ...]:
    """In the order in which `where` lists the values; else dates by the calendar, numbers by size, words by the
    alphabet. What has no value comes last."""
    value = next(values(thing, order), None)
    if value is None:
        return (1,)
    if ranks:
        return 0, ranks.index(as_text(value)) if as_text(value) in ranks else len(ranks)
    if isinstance(value, When):
        return 0, *sort_key(value)
    return (0, value) if isinstance(value, int | float) else (0, str(value))
