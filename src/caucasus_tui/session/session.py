"""The session: one reader in one dossier. It holds what is read, how it is looked at, and where the reader is and was.

All that changes there is changed here. No screen is known: a screen shows the session, and tests need none.
"""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from caucasus_tui.config.permissions import EVERYTHING, Permissions
from caucasus_tui.dossier.addresses import COLLECTED, PLACES, parse
from caucasus_tui.dossier.addresses.places import exists
from caucasus_tui.dossier.loading.originals import NO_ORIGINALS, Originals
from caucasus_tui.dossier.loading.outline_file import NO_OUTLINE, OutlineFile
from caucasus_tui.dossier.model import Dossier, Layer
from caucasus_tui.page.lens import Facet, Lens
from caucasus_tui.page.rows.cursor import CursorPosition
from caucasus_tui.page.rows.row import Page
from caucasus_tui.panes import pane
from caucasus_tui.session.choosing import NO_THING, actors_of, compared, sources_of
from caucasus_tui.session.coming_back import FIRST
from caucasus_tui.session.history import History, HitAt, Look, Visit
from caucasus_tui.session.own_files import OwnFiles
from caucasus_tui.session.pages import Pages

if TYPE_CHECKING:
    from caucasus_tui.dossier.search.searches import Found, Searches

Clock = Callable[[], date]
"""Says what day it is. It is asked whenever a page is made, so that what stays open for days ages."""


class Session:
    """A reader's place in a dossier. `start`: an address, from which the first step back leads to the first pane;
    `layers`: those laid over the seed layer; with them another dossier is opened too; `facet`: the one statement type
    that is shown, or None; `keeps`, `compares`: as `OwnFiles` has them."""

    def __init__(
        self,
        dossier: Dossier,
        *,
        clock: Clock,
        start: str = "",
        originals: Originals = NO_ORIGINALS,
        outline: OutlineFile = NO_OUTLINE,
        permissions: Permissions = EVERYTHING,
        keeps: bool = False,
        compares: bool = True,
        layers: frozenset[Layer] = frozenset(),
    ) -> None:
        self.dossier = dossier
        self.permissions = permissions
        self.originals, self.outline = originals, outline
        self.layers = self._layers_at_first = layers
        self.facet: Facet | None = None
        self.held = ""
        """What alone is shown on every screen: the address of a source or an actor; empty: everything."""
        self._compared = ""
        self.pages, self._clock = Pages(), clock
        self.own = OwnFiles(dossier, keeps=keeps, compares=compares)
        self.last_hit: HitAt | None = None
        """The hit of a search that was looked at last."""
        self.history = History(FIRST, self._look)
        if start:
            self.go(Visit(str(parse(start))))
        self._day = clock()
        self.own_keys: tuple[tuple[str, str], ...] = ()
        """The reader's own keys, as shown, by binding id."""

    # Where the reader is

    @property
    def visit(self) -> Visit:
        return self.history.current

    def remember(self, subject: str, position: CursorPosition | None = None) -> None:
        """Note what the cursor is on and where that is, for coming back to."""
        self.history.remember(subject, position)

    def go(self, visit: Visit) -> bool:
        """One step forward; False where that is the place already."""
        self.last_hit = visit.hit or self.last_hit
        if visit.look:
            self.facet = visit.look.facet
            self.held = visit.look.held if exists(self.seen, parse(visit.look.held)) else ""
        return self.history.go(visit._replace(look=None))

    def _look(self) -> Look | None:
        return Look(self.facet, self.held) if self.facet or self.held else None

    def zoom(self, subject: str) -> bool:
        """Give the pane the whole screen, or take it back; False on what is no pane."""
        return bool(self.visit.pane) and self.go(self.visit._replace(zoomed=not self.visit.zoomed, subject=subject))

    def press(self, letter: str, subject: str) -> bool:
        """A key of the pane's own, with the cursor on `subject`; False where the pane has none such."""
        name = self.visit.pane
        if not name or letter not in pane(name).letters:
            return False
        lens = pane(name).press(letter, self.lens(zoomed=self.visit.zoomed, pick=self.visit.pick), subject)
        self.go(self.visit._replace(pick=lens.pick, zoomed=lens.zoomed, subject="", left_at=None))
        return True

    def compare(self, subject: str) -> Visit | str:
        """Where what the cursor is on stands beside what was chosen before it, or by its own sides or sources; else
        what to say: it is chosen now."""
        found = compared(self.dossier, self._compared, subject)
        self._compared = "" if isinstance(found, Visit) or found == NO_THING else subject
        return found

    # How it is looked at

    @property
    def seen(self) -> Dossier:
        """What can be gone to: the seed layer, or both where the later one is on."""
        return self.lens().seen(self.dossier)

    def toggle_later(self) -> bool:
        """Lay the later layer over the dossier, or take it off; False where there is none."""
        if self.dossier.since:
            self.layers ^= {"later"}
        return self.dossier.since is not None

    def narrow(self, facet: Facet | None) -> None:
        """Show only one type of statement; all of them again where it is that already; with None everything."""
        self.held = self.held if facet else ""
        self.facet = None if facet == self.facet else facet

    def hold(self, kind: str, subject: str) -> bool:
        """Show only what is of one source or about one actor, of those that `subject` is of or about; with the next
        call the next of them, after the last everything again; so without a kind. False where there is none."""
        if not kind:
            self.held = ""
            return True
        found = (sources_of if kind == "source" else actors_of)(self.dossier, subject)
        if found:
            after = found.index(self.held) + 1 if self.held in found else 0
            self.held = found[after] if after < len(found) else ""
        return bool(found)

    @property
    def today(self) -> date:
        return self._clock()

    def day_has_changed(self) -> bool:
        """Whether another day has begun since this was last asked: then what is on screen tells ages of yesterday."""
        before, self._day = self._day, self.today
        return self._day != before

    def lens(self, width: int = 80, *, zoomed: bool = False, pick: str = "") -> Lens:
        return Lens(
            width=width,
            zoomed=zoomed,
            facet=self.facet,
            held=self.held,
            pick=pick,
            today=self.today,
            originals=self.originals,
            outline=self.outline,
            layers=self.layers,
            own_keys=self.own_keys,
        )

    def page(self, visit: Visit, width: int, height: int = 0, picture: int = 0) -> Page:
        """What stands at a place, `width` cells wide, in `height` rows where that counts, a picture in `picture`."""
        if parse(visit.address) in (COLLECTED, PLACES) or visit.query:
            from caucasus_tui.session.own_pages import own_page

            return own_page(self, visit, width)
        high, drawn = (height, picture) if visit.pane and pane(visit.pane).picture else (0 if visit.pane else height, 0)
        lens = replace(self.lens(width, zoomed=visit.zoomed, pick=visit.pick), height=high, picture=drawn)
        page = self.pages.page(self.dossier, visit.address, lens)
        if visit.hit is None:
            return page
        from caucasus_tui.page.matches import with_matches

        return with_matches(page, self.search(visit.hit.query).words)

    # What is searched for

    @cached_property
    def searches(self) -> "Searches":
        """Those in the dossier; loaded when first asked for, as the first screen does not need them."""
        from caucasus_tui.dossier.search.searches import Searches

        return Searches(self.dossier)

    def search(self, query: str) -> "Found":
        """What a query finds in the layers that are on."""
        return self.searches.found(query, later=self.lens().since and self.dossier.since is not None)

    # What is read

    def read_on(self, dossier: Dossier, originals: Originals, outline: OutlineFile = NO_OUTLINE) -> None:
        """Go on in the same dossier, edited; the reader stays where they are."""
        self.dossier, self.originals, self.outline = dossier, originals, outline
        self.__dict__.pop("searches", None)
        if self.held and not exists(dossier, parse(self.held)):
            self.held = ""

    def open(self, dossier: Dossier, originals: Originals, outline: OutlineFile = NO_OUTLINE) -> None:
        """Begin in another dossier, at its first pane, with nothing behind."""
        self.leave()
        self.held, self._compared, self.last_hit = "", "", None
        self.read_on(dossier, originals, outline)
        self.own = OwnFiles(dossier, keeps=self.own.keeps, compares=self.own.compares)
        self.layers = self._layers_at_first
        self.history = History(FIRST, self._look)

    def leave(self) -> None:
        """Keep for the next time where the reader is, and what the dossier says."""
        self.own.memory.keep(self.dossier, self.history.places, self.today.isoformat())
