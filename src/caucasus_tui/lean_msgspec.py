"""msgspec, loaded without what nothing here asks it for: UUIDs, decimal numbers, and its own look at types, which JSON
Schemas alone need and load then. Nor with `typing_extensions`: on the Pythons that this runs on, `typing` has all that
msgspec takes from there. Together that is half of what msgspec takes to load.
"""

import sys
from types import ModuleType


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
        sys.modules[name] = None  # type: ignore[assignment]
        if name in _SPARED:
            sys.modules[name] = module = ModuleType(name)
            vars(module).update(_SPARED[name])
    try:
        import msgspec
    finally:
        for name in spared:
            del sys.modules[name]
    vars(msgspec).pop("inspect", None)  # the next who asks loads the real one


if "msgspec" not in sys.modules:
    _load()
