"""What a pane is."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page


class Pane(Struct, frozen=True, kw_only=True):
    """`page` draws it. `letters`: its own keys and
    what they do; `press` answers one with a new lens, given the address under the cursor."""

    page: Callable[[Dossier, Lens], Page]
    empty: str
    """What would fill the pane, for a dossier that has nothing for it."""
    in_full: bool = True
    """Whether the zoomed page says all in words, so that a detail beside it would only repeat it."""
    letters: Mapping[str, str] = {}
    press: Callable[[str, Lens, str], Lens] = lambda key, lens, subject: lens
