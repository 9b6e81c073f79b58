"""msgspec, loaded without what nothing here asks it for: UUIDs, decimal numbers, and its own look at types, which JSON
Schemas alone need and load then. Nor with `typing_extensions`: on the Pythons that this runs on, `typing` has all that
msgspec takes from there. Nor does its one try at a forward reference ask `compile`, which would have Python make
all classes of its syntax trees: nothing else here does. Together that is two thirds of what msgspec takes to load.
"""

import sys
import typing
from types import SimpleNamespace


class _Absent:
    """Stands for a class that no value here is of."""

    unknown = None


def _schema(*args: object, **how: object) -> object:
    """`msgspec.json.schema`, loaded when first asked."""
    from msgspec import _json_schema, json

    json.schema, json.schema_components = _json_schema.schema, _json_schema.schema_components
    return json.schema(*args, **how)  # type: ignore[arg-type]


_SPARED: dict[str, dict[str, object]] = {
    "uuid": {"UUID": _Absent, "SafeUUID": _Absent},
    "decimal": {"Decimal": _Absent},
    "msgspec.inspect": {},
    "msgspec._json_schema": {"schema": _schema, "schema_components": _schema},
}
"""Modules, and what msgspec takes from them as it is loaded."""


def _load() -> None:
    spared = [name for name in ("typing_extensions", *_SPARED) if name not in sys.modules]
    for name in spared:
        sys.modules[name] = SimpleNamespace(**_SPARED[name]) if name in _SPARED else None  # type: ignore[assignment]
    reference, typing.ForwardRef = typing.ForwardRef, lambda *_, **__: None  # type: ignore[assignment, misc]
    try:
        import msgspec
    finally:
        typing.ForwardRef = reference  # type: ignore[misc]
        for name in spared:
            del sys.modules[name]
    vars(msgspec).pop("inspect", None)  # the next who asks loads the real one


if "msgspec" not in sys.modules:
    _load()
