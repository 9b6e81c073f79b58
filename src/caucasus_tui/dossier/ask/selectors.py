"""Answers as queries over the dossier: selectors find records and statements, in a declared order. Pure.

A key of `where` is a field (`status`), one inside it (`contention.level`, `hedge.code`), or several fields of which any
will do (`targets or toward`). Keys with the same beginning, such as `effects.to` and `effects.strength`, hold for one
part of a record and not for two. A value matches as it is written in the data; `any` matches whatever is there.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
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


def matching(where: Mapping[str, tuple[str, ...]]) -> Callable[[object], bool]:
    """Whether every key of `where` holds for a thing. Made once for all the things that are looked through."""
    alternatives = [(key.split(ANY_OF), wanted) for key, wanted in where.items() if ANY_OF in key]
    single = sorted((key.rpartition(".")[::2], wanted) for key, wanted in where.items() if ANY_OF not in key)
    grouped = groupby(single, key=lambda pair: pair[0][0])
    of_one_part = [(parent, [(name, wanted) for (_, name), wanted in keys]) for parent, keys in grouped]

    def holds(thing: object) -> bool:
        for parent, keys in of_one_part:
            for owner in values(thing, parent) if parent else (thing,):
                if all(_holds(owner, name, wanted) for name, wanted in keys):
                    break
            else:
                return False
        return all(any(_holds(thing, path, wanted) for path in paths) for paths, wanted in alternatives)

    return holds


def _holds(thing: object, path: str, wanted: tuple[str, ...]) -> bool:
    if "." not in path and isinstance(found := getattr(thing, path, None), str):  # most are
        return (str(found) in wanted or ANY in wanted) if wanted and found else not (wanted or found)
    texts = [as_text(value) for value in values(thing, path)]
    return any(text in wanted or ANY in wanted for text in texts) if wanted else not texts


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
        holds = matching(selector.where)
        pairs = [pair for pair in everything(dossier, selector) if holds(pair[1])]
        if selector.order:
            ranks = selector.where.get(selector.order, ())
            pairs.sort(key=lambda pair: _sort_key(pair[1], selector.order or "", ranks))
        found.update(pairs)
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
