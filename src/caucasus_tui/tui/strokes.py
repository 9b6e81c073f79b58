"""Keys on their way to the bindings: on which layout, what follows another key, what no screen knows."""

from collections.abc import Callable, Iterable
from typing import Protocol

from textual.events import Key

from caucasus_tui.config.keymap import shown_keys
from caucasus_tui.dossier.addresses import COLLECTED as COLLECTED_AT
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.session.history import Visit
from caucasus_tui.session.session import Session
from caucasus_tui.tui.bars import pane_name
from caucasus_tui.tui.keyboard_layout import KeyboardLayout
from caucasus_tui.tui.keys import COLLECTED
from caucasus_tui.tui.keys import Key as KeyRow
from caucasus_tui.tui.prompt.controller import PromptController
from caucasus_tui.tui.views import Views


class Taker(Protocol):
    """Who may have a key before the bindings: the dashboard, or what lies over it."""

    @property
    def takes_text(self) -> bool: ...
    def uses_up(self, event: Key) -> bool: ...
    def knows(self, key: str) -> bool: ...
    def say(self, text: str, role: str = "strong") -> None: ...


class Strokes:
    """The dashboard's own keys of two strokes. `table`: of all keys, also those refused here; `go` steps on,
    `run` does an action; `awaiting`: the id of the key of which the second stroke is to come, or nothing."""

    def __init__(
        self,
        table: Iterable[KeyRow],
        session: Session,
        prompt: PromptController,
        views: Views,
        *,
        go: Callable[[Visit], None],
        run: Callable[[str], object],
    ) -> None:
        self.awaiting = ""
        self.say = views.say
        self._session, self._prompt, self._views = session, prompt, views
        self._go, self._run = go, run
        self._layout = KeyboardLayout()
        self._known = {name for key in table if not key.after for name in key.keys.split(",")}
        self._bound = {name for key in table if not key.comes_after for name in key.keys.split(",")}

    def meant(self, event: Key) -> Key | None:
        """The key for the bindings; None where it has been seen to."""
        covered = self._views.overlays
        if covered:  # a key may have been to open the prompt just as a screen came over it
            self._prompt.stays_closed()
        top: Taker = covered[-1] if covered else self
        if not top.takes_text:
            event = self._layout.latin(event)
        if self._prompt.keeps(event, free=not (self.awaiting or covered)) or top.uses_up(event):
            return None
        if not top.takes_text and not top.knows(event.key):
            top.say(self._layout.unknown(event), "dim")
            return None
        return event

    @property
    def takes_text(self) -> bool:
        return bool(self._prompt.asking) or self._prompt.is_opening

    def knows(self, key: str) -> bool:
        """Whether a key does anything on some screen of the dashboard."""
        return key in self._known

    def elsewhere(self, letter: str) -> str:
        """Where a pane's letter works."""
        key = next(key for key in self._prompt.keys if key.letter == letter)
        return f"{key.shown} works in {pane_name(self._session.dossier, key.pane)}: {key.does}."

    def await_after(self, id: str) -> None:
        """Show what may follow the key `id`."""
        self.awaiting = id
        self._views.show_which_keys(id)

    def uses_up(self, event: Key) -> bool:
        """What follows `f`, the letters of the questions, the keys of the collected lines."""
        if not self._prompt.asking and (asked := self._session.question(event.key)):
            self._go(asked)
            return True
        if not self._prompt.asking and not self.awaiting and (own := self._of_collected(event.key)):
            self._run(own.action)
            return True
        if self._prompt.asking or event.key == "ctrl+q":  # what is typed, and what leaves, is no second stroke
            self.awaiting = ""
        if not self.awaiting:
            return False
        first, self.awaiting = self.awaiting, ""
        after = [key for key in self._prompt.keys if key.after == first]
        found = next((key for key in after if event.key in key.keys.split(",")), None)
        if found:
            self._run(found.action)
        else:
            self.say(f"{shown_keys(event.key)} {_NOT[first]}; all stays as it was.", "dim")
        return True

    def _of_collected(self, pressed: str) -> KeyRow | None:
        """A key for collected lines, where they are listed; elsewhere, one that does nothing else."""
        own = [key for key in self._prompt.keys if key.pane == COLLECTED and pressed in key.keys.split(",")]
        there = parse(self._session.visit.address) == COLLECTED_AT
        return own[0] if own and (there or pressed not in self._bound) else None


_NOT = {"facet": "narrows nothing", "export": "is no format"}
