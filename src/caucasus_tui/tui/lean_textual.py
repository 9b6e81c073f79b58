"""Textual, loaded without what nothing here uses: its command palette, with all the widgets of that, and TLS for
asyncio, which is optional there. Together they are an eighth of what an empty Textual program takes to start.

Whoever imports them later gets them as they are. Another Textual, that takes more of its palette, is loaded whole.
"""

import sys
from contextlib import suppress
from types import ModuleType

_TAKEN = ("CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits", "Provider", "SimpleProvider")

if "textual.app" not in sys.modules:
    _palette = ModuleType("textual.command")
    vars(_palette).update({name: type(name, (), {}) for name in _TAKEN})
    _without = {
        name: found for name, found in (("textual.command", _palette), ("ssl", None)) if name not in sys.modules
    }
    sys.modules.update(_without)  # type: ignore[arg-type]
    try:
        with suppress(ImportError):
            import textual.app  # noqa: F401
    finally:
        for _name in _without:
            del sys.modules[_name]
