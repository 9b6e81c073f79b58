"""A dossier in Latin letters without diacritics, for screens that can show no others.

Done to the dossier, not to the screen: a name may get longer (`Ж` → `Zh`), and what is laid out in columns afterwards
still stands in them.
"""

from typing import TypeVar

from anyascii import anyascii
from msgspec import Struct
from msgspec.structs import replace

from caucasus_tui.dossier.keeping.kept_since import KeptSince
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.relations import RelationsInMemory
from caucasus_tui.dossier.text.signs import with_signs_spelt

T = TypeVar("T")


def in_latin(dossier: Dossier) -> Dossier:
    """The dossier with every text in ASCII. Addresses are ASCII already, so all links hold."""
    if isinstance(dossier.relations, RelationsInMemory):
        return _walk(dossier)
    from caucasus_tui.dossier.keeping.shelf.shelved_dossier import with_texts

    return with_texts(dossier, _walk)


def _walk(value: T) -> T:
    """The value itself where nothing in it changes: most of a dossier is shared."""
    changed: object = value
    if isinstance(value, KeptSince):
        return _walk(value.read)  # type: ignore[return-value]
    if isinstance(value, str):
        changed = value if value.isascii() else type(value)(anyascii(with_signs_spelt(value)))
    elif isinstance(value, Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        walked = {name: _walk(field) for name, field in fields.items()}
        different = {name: field for name, field in walked.items() if field is not fields[name]}
        changed = replace(value, **different) if different else value
    elif isinstance(value, tuple):
        items = tuple(map(_walk, value))
        changed = items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    elif isinstance(value, dict):
        changed = {_walk(key): _walk(item) for key, item in value.items()}
    return changed  # type: ignore[return-value]
