"""Keys on their way to what they do: on which layout, into the prompt, after another key, what no screen knows."""

from collections.abc import Awaitable, Callable, Iterable

from textual.events import Key

from caucasus_tui.config.keymap import shown_keys
from caucasus_tui.dossier.addresses import COLLECTED as COLLECTED_AT
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.session.session import Session
from caucasus_tui.session.ways import answer_to
from caucasus_tui.tui.bars import pane_name
from caucasus_tui.tui.keyboard_layout import KeyboardLayout
from caucasus_tui.tui.keys import COLLECTED, EVERY_SCREEN
from caucasus_tui.tui.keys import Key as KeyRow
from caucasus_tui.tui.overlay import Overlay
from caucasus_tui.tui.prompt.controller import PromptController
from caucasus_tui.tui.views import Views

_EARLY = {"ctrl+j": "enter", "ctrl+@": "ctrl+d"}
"""What the terminal's line has made of keys that were typed before the terminal was ours, and what they were."""


class Strokes:
    """Acts on keys, one after the other. `table`: of all keys, also those refused here; `run` does an action,
    `end_prompt` takes the prompt down; `awaiting`: the id of the key of which the second stroke is to come, or
    nothing."""

    def __init__(
        self,
        table: Iterable[KeyRow],
        session: Session,
        prompt: PromptController,
        views: Views,
        *,
        run: Callable[[str], Awaitable[object]],
        end_prompt: Callable[[bool], Awaitable[object]],
    ) -> None:
        self.awaiting = ""
        self.say = views.bottom.say
        self._session, self._prompt, self._views = session, prompt, views
        self._run, self._end_prompt = run, end_prompt
        self._layout = KeyboardLayout()
        self.interrupt = next(key for key in prompt.keys if key.id == "interrupt")
        """The key that quits where it is pressed twice."""
        self._known = {name for key in table if not key.after for name in key.keys.split(",")}
        self._table = {name: key for key in table if not key.comes_after for name in key.keys.split(",")}

    async def take(self, event: Key) -> Key | None:
        """Act on a key; returns it where it is for what lies over the dashboard."""
        covered = self._views.overlays
        top: Overlay | Strokes = covered[-1] if covered else self
        if event.key in _EARLY and event.key not in self._known:
            event = Key(_EARLY[event.key], None)
        if not top.takes_text:
            event = self._layout.latin(event)
        if covered and covered[-1].uses_up(event):
            return None
        row = self._table.get(event.key)
        if covered and top.knows(event.key):
            return event
        if covered and row and row.id in EVERY_SCREEN:
            await self._run(row.action)
        elif not top.takes_text and not top.knows(event.key):
            keys = self._session.lens().key("read.keys" if covered else "keys", "?")
            top.say(self._layout.unknown(event, keys), "dim")
        elif not covered:
            end_message = self._views.bottom.past()
            await self._act(event, row)
            end_message()
        return None

    async def _act(self, event: Key, row: KeyRow | None) -> None:
        """Type it, take it as a second stroke, or do what it is for."""
        if self._prompt.asking and not (row and row.priority):
            if await self._prompt.press(event):
                if (accepted := self._prompt.accepted) is not None:
                    await self._end_prompt(accepted)
                return
        elif await self._follows(event.key):
            return
        if row:
            await self._run(row.action)

    @property
    def takes_text(self) -> bool:
        return bool(self._prompt.asking)

    def knows(self, key: str) -> bool:
        """Whether a key does anything on some screen of the dashboard, or may as a second stroke."""
        return bool(self.awaiting) or key in self._known or answer_to(self._session, key) is not None

    def elsewhere(self, letter: str) -> str:
        """Where a pane's letter works; that it does nothing, in its own pane."""
        key = next(key for key in self._prompt.keys if key.letter == letter)
        if key.pane == self._session.visit.pane:
            return f"{key.shown} changes nothing here: {key.does}."
        return (
            f"{key.shown} works in {pane_name(self._session.dossier, key.pane, self._session.lens().key)}: {key.does}."
        )

    def await_after(self, id: str) -> None:
        """Show what may follow the key `id`."""
        self.awaiting = id
        self._views.bottom.show_which_keys(id)

    async def do(self, row: KeyRow) -> None:
        """What a key is for, whatever was to follow the one before."""
        self.awaiting = ""
        await self._run(row.action)

    async def _follows(self, pressed: str) -> bool:
        """What follows `f` or `e`, the letters of the questions, the keys of the collected lines; False for a key like
        any other."""
        if asked := answer_to(self._session, pressed):
            self._views.go(asked)
            return True
        if not self.awaiting and (own := self._of_collected(pressed)):
            await self._run(own.action)
            return True
        if pressed == "ctrl+q":  # what leaves is no second stroke
            self.awaiting = ""
        if not self.awaiting:
            return False
        first, self.awaiting = self.awaiting, ""
        after = [key for key in self._prompt.keys if key.after == first]
        found = next((key for key in after if pressed in key.keys.split(",")), None)
        if found:
            await self._run(found.action)
        elif pressed == "escape":  # which is offered there as the way out
            self._views.bottom.show_keys()
        else:
            self.say(f"{shown_keys(pressed)} {_NOT[first]}; all stays as it was.", "dim")
        return True

    def _of_collected(self, pressed: str) -> KeyRow | None:
        """A key for collected lines, where they are listed; elsewhere, one that does nothing else."""
        own = [key for key in self._prompt.keys if key.pane == COLLECTED and pressed in key.keys.split(",")]
        there = parse(self._session.visit.address) == COLLECTED_AT
        return own[0] if own and (there or pressed not in self._table) else None


_NOT = {"facet": "narrows nothing", "export": "is no format"}
