"""The panes: each a pure function from dossier and lens to a page. No pane imports another.

A pane is one module here with a `PANE`, and its name in `PaneName`; its place there is its key. Modules are loaded
when first looked at, so that the first screen pays only for what it shows.
"""

from importlib import import_module

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.pane_names import PANES, PaneName
from caucasus_tui.panes.pane import Pane

__all__ = ["DIGITS", "HOME", "PANES", "Pane", "key_of", "pane", "pane_title"]

DIGITS = 10
HOME: tuple[PaneName, ...] = PANES[:4]
"""The panes of the home grid."""


def pane(name: str) -> Pane:
    """The pane called `name`. Raises KeyError where there is none."""
    if name not in PANES:
        raise KeyError(name)
    found = import_module(f"caucasus_tui.panes.{name}").PANE
    assert isinstance(found, Pane)
    return found


def pane_title(dossier: Dossier, name: str) -> str:
    """What the dossier calls a pane."""
    return next((title for pane, title in dossier.about.pane_titles.items() if pane == name), name.capitalize())


def key_of(name: str) -> str:
    """The digit that opens a pane: 1–9, then 0; none for an eleventh, which `tab` and `:` lead to."""
    place = list[str](PANES).index(name) + 1
    return str(place % 10) if place <= DIGITS else ""
