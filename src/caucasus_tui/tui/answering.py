"""An app that answers a key at once: what it does and what is then to be seen follow each other without messages that
go round, and a picture that the next key would replace is not made."""

import asyncio
import time
from collections.abc import Callable, Iterator

from textual import events

from caucasus_tui.tui.prompt.controller import PromptController
from caucasus_tui.tui.strokes import Strokes
from caucasus_tui.tui.terminal.drawing import DrawnScreen
from caucasus_tui.tui.terminal.terminal_app import TerminalApp
from caucasus_tui.tui.views import Views

LONGEST_BLIND = 0.05
"""Seconds. Where keys come faster than they can be shown, a picture is made this often."""


class AnsweringApp(TerminalApp):
    """What the dashboard does with a key on its way in."""

    prompt: PromptController
    strokes: Strokes
    views: Views
    _interrupted = False
    _owes = False
    """Whether what keys have changed is to be shown once none waits."""
    _shown_at = 0.0
    _early: list[events.Key | events.Paste] | None
    """What was typed before there were places on the screen for it to act on; None once there are."""

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes are acted on here, each wholly before the next; Textual would post them on to whatever is in
        focus, and what opens or closes between them would lose or reorder them."""
        if self._early is not None and isinstance(event, (events.Key, events.Paste)) and self.size:
            self._early.append(event)
        elif isinstance(event, events.Key) and not event.is_forwarded:
            self._interrupted = self._interrupted and event.key in self.strokes.interrupt.keys.split(",")
            self.views.is_answering = True
            try:
                if left := await self.strokes.take(event):
                    await super().on_event(left)
                await self._answer()
            finally:
                self.views.is_answering = False
        elif isinstance(event, events.Paste) and self.prompt.asking and not self.views.overlays:
            self.prompt.paste(event.text)
        else:
            await super().on_event(event)

    async def on_ready(self) -> None:
        early, self._early = self._early or (), None
        for event in early:
            await self.on_event(event)

    async def _answer(self) -> None:
        """Show what the key has changed: the cursor first, then the panes beside, then what it is on. Not while another
        key waits."""
        for show in self._shows():
            if self.message_queue_size and time.monotonic() - self._shown_at < LONGEST_BLIND:
                self._owes = self._owes or self.call_later(self._catch_up)
                return
            show()
            await asyncio.sleep(0)  # what has been read meanwhile is in the queue then
        self._shown_at = time.monotonic()

    async def _catch_up(self) -> None:
        self._owes = False
        while self.views.beside and not self.is_leaving:
            await asyncio.sleep(0)
            self.views.show_beside()
        self._follow()

    def _draw(self) -> None:
        if not self.is_leaving:
            self.views.settle()
            if isinstance(self.screen, DrawnScreen):
                self.screen.draw_now()

    def _shows(self) -> Iterator[Callable[[], None]]:
        yield self._draw
        while self.views.beside and not self.is_leaving:
            yield self.views.show_beside
        yield self._follow

    def _follow(self) -> None:
        if not self.is_leaving and not self.views.overlays:
            self.views.follow()
            self._draw()

    def action_interrupt(self) -> None:
        if self._interrupted:
            self.exit()
        self._interrupted = True
        self.views.say_on_top(f"Press {self.strokes.interrupt.shown} again to quit.")
