"""What a pane is."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page


class Pane(Struct, frozen=True, kw_only=True):
    """`page` draws it. `letters`: its own keys, whose row in the key table says what they do and by which key;
    `press` answers one with a new lens, given the address under the cursor; `takes_back`: from the first word of a
    pick to the letter that takes it back, where that is not what stands behind the word."""

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
