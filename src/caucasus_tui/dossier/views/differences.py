"""What changed from one dossier to another: statement by statement, record by record, field by field; of one of which
only digests are there, what came, went and changed. Pure."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

import msgspec
from msgspec import Struct

from caucasus_tui.dossier.model import About, Dossier, Link, Paragraph, Record, Source, Statement
from caucasus_tui.dossier.text.blake2 import blake2b

How = Literal["added", "removed", "changed", "renamed"]
GROUPS = ("dossier", "sources", "statements", "records")
Things = Mapping[str, Struct]
"""By address."""
Digests = Mapping[tuple[str, str], str]
"""By group and address: of what a thing says, eight digits."""


class FieldChange(NamedTuple):
    """What a field said and says; empty where it was not there."""

    name: str
    before: str
    after: str


class Difference(NamedTuple):
    """`address` as it is now, or was last; `before` of what was renamed, what it was; `title`: what it says."""

    group: str
    how: How
    address: str
    title: str
    before: str = ""
    fields: tuple[FieldChange, ...] = ()


def differences(old: Dossier, new: Dossier) -> Iterator[Difference]:
    """Everything that changed, in the order of the new dossier, what is gone last in its group. A link that follows a
    record to its new id is no change, nor is what a source says under its new id."""
    inside = _moved_inside(old, new)
    moved = inside | {ref: records[0].ref for ref, records in new.renamed.items() if old.record(ref)}
    for group, things in _things(new).items():
        were = {moved.get(address, address): (address, thing) for address, thing in _things(old)[group].items()}
        for address, thing in things.items():
            before, was = were.pop(address, ("", None))
            fields = tuple(_fields(was, thing, moved)) if was is not None else ()
            follows = before in inside and not isinstance(thing, Source)
            if was is None or fields or (before != address and not follows):
                how: How = "added" if was is None else "changed" if before == address else "renamed"
                yield Difference(group, how, address, _title(thing), before if how == "renamed" else "", fields)
        for address, (_, thing) in were.items():
            yield Difference(group, "removed", address, _title(thing))


def _moved_inside(old: Dossier, new: Dossier) -> dict[str, str]:
    """From the old address to the new one, of each source that has another id, and of what stands in it."""
    come = [source for source in new.sources if old.source(source.id) is None]
    moved: dict[str, str] = {}
    for source in old.sources:
        if new.source(source.id) is None and (now := next((one for one in come if _is_same(source, one)), None)):
            come.remove(now)
            moved[f"source:{source.id}"] = f"source:{now.id}"
            for paragraph in source.paragraphs:
                inside = (paragraph.id, *(statement.id for statement in paragraph.statements))
                moved |= {f"{source.id}:{id}": f"{now.id}:{id}" for id in inside}
    return moved


def _is_same(one: Source, other: Source) -> bool:
    """Whether two sources are one: by address or title, or since four statements of five are the same."""
    said, now = ({each.text for part in source.paragraphs for each in part.statements} for source in (one, other))
    alike = bool(said) and 5 * len(said & now) >= 4 * max(len(said), len(now))
    return alike or one.title == other.title or bool(one.url and one.url == other.url)


def digests(dossier: Dossier) -> dict[tuple[str, str], str]:
    """Enough of a dossier to tell later what has changed in it."""
    groups = _things(dossier).items()
    return {(group, address): _digest(_said(thing)) for group, things in groups for address, thing in things.items()}


def changed_since(old: Digests, new: Dossier, now: Digests) -> Iterator[Difference]:
    """The same differences, but for what the fields said and what is gone said. `now`: the digests of `new`."""
    was = {records[0].ref: ref for ref, records in new.renamed.items() if (GROUPS[-1], ref) in old}
    left = dict(old)
    for group, things in _things(new).items():
        for address, thing in things.items():
            before = was.get(address, address)
            digest = left.pop((group, before), "")
            if before != address:
                yield Difference(group, "renamed", address, _title(thing), before)
            elif digest != now[group, address] and (not was or digest != _digest(_as_before(_said(thing), was))):
                yield Difference(group, "changed" if digest else "added", address, _title(thing))
    for group, address in left:
        yield Difference(group, "removed", address, "")


def _digest(said: bytes) -> str:
    return blake2b(said, digest_size=4).hexdigest()


def _said(thing: Struct) -> bytes:
    """All that a thing says, without what is told by itself, nor what is empty: a field that a later program adds is no
    change."""
    if isinstance(thing, About):
        return "\0".join(f"{name}\0{_plain(getattr(thing, name), {})}" for name in thing.__struct_fields__).encode()
    apart = {name: () for name in thing.__struct_fields__ if _is_apart(getattr(thing, name))}
    return msgspec.json.encode(msgspec.structs.replace(thing, **apart) if apart else thing, enc_hook=str)


def _as_before(said: bytes, was: Mapping[str, str]) -> bytes:
    """With each id as it was: a link that follows a record is no change."""
    for now, before in was.items():
        for new, old in ((now, before), (now.partition(":")[2], before.partition(":")[2])):
            said = said.replace(f'"{new}"'.encode(), f'"{old}"'.encode())
    return said


def _is_apart(value: object) -> bool:
    """Whether the value of a field has addresses of its own, and is told by itself."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Record | Paragraph | Statement)


def _things(dossier: Dossier) -> dict[str, Things]:
    sources: dict[str, Struct] = {}
    for source in dossier.sources:
        sources[f"source:{source.id}"] = source
        sources |= {f"{source.id}:{paragraph.id}": paragraph for paragraph in source.paragraphs}
    records = {record.ref: record for record in dossier.records()}
    return dict(zip(GROUPS, ({"dossier": dossier.about}, sources, dict(dossier.statements()), records), strict=True))


def _title(thing: Struct) -> str:
    return next((said for name in ("title", "text", "about") if (said := getattr(thing, name, ""))), "")


def _fields(old: Struct, new: Struct, moved: Mapping[str, str]) -> Iterator[FieldChange]:
    for name in new.__struct_fields__:
        if name in ("id", "was") or _is_apart(getattr(old, name)) or _is_apart(getattr(new, name)):
            continue
        was, now = _plain(getattr(old, name), moved), _plain(getattr(new, name), {})
        if was != now:
            yield FieldChange(name, was, now)


def _plain(value: object, moved: Mapping[str, str]) -> str:
    """A value in words: what is empty is left out, an id stands as it is called now."""
    if isinstance(value, Link):
        now = moved.get(value.ref, value.ref)
        return now if value.kind == "" else now.partition(":")[2]
    if isinstance(value, Struct):
        inside = ((name, _plain(getattr(value, name), moved)) for name in value.__struct_fields__)
        return " · ".join(said if name == "text" else f"{name} {said}" for name, said in inside if said)
    if isinstance(value, tuple):
        return "; ".join(_plain(item, moved) for item in value)
    if isinstance(value, str):
        return moved.get(value, value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_plain(item, moved)}" for key, item in value.items())
    return "" if value in (None, "", False) else str(value)
