"""The panes: each a pure function from dossier and lens to a page. No pane imports another.

A pane is one module here with a `PANE`, and its name in `PaneName`; its place there is its key. Modules are loaded
when first looked at, so that the first screen pays only for what it shows.
"""

from collections.abc import Callable, Mapping
from importlib import import_module

from msgspec import Struct

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.pane_names import PANES, PaneName
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page

__all__ = ["DIGITS", "HOME", "PANES", "Pane", "key_of", "pane", "pane_title"]

DIGITS = 10
HOME: tuple[PaneName, ...] = PANES[:4]
"""The panes of the home grid."""


class Pane(Struct, frozen=True, kw_only=True):
    """What a pane is. `page` draws it. `letters`: its own keys, whose row in the key table says what they do and by
    which key; `press` answers one with a new lens, given the address under the cursor; `takes_back`: from the first
    word of a pick to the letter that takes it back, where that is not what stands behind the word."""

    page: Callable[[Dossier, Lens], Page]
    empty: str
    """What would fill the pane, for a dossier that has nothing for it."""
    in_full: bool = True
    """Whether the zoomed page says all in words, so that a detail beside it would only repeat it."""
    letters: str = ""
    press: Callable[[str, Lens, str], Lens] = lambda key, lens, subject: lens
    takes_back: Mapping[str, str] = {}
    picture: tuple[str, ...] = ()
    """How picks begin that show a picture alone, for which the screen makes room."""

    def letter_on(self, pick: str) -> str:
        """The letter that takes a pick back, or nothing."""
        word, _, rest = pick.partition(":")
        return self.takes_back.get(word, rest if rest and rest in self.letters else "")


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
