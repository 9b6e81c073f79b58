"""Keys that come faster than the prompt opens, as over a slow link: they were meant for it, and go into it."""

import time
from collections.abc import Iterable

from textual.events import Key

GIVES_UP = 2.0
"""Seconds. A prompt opens within a fraction of one, on whatever line."""


class TypeAhead:
    """Between the key that opens the prompt and the prompt: what is typed is kept. `opening`: the keys that open one;
    `elsewhere`: those that are never for it."""

    def __init__(self, opening: Iterable[str], elsewhere: Iterable[str]) -> None:
        self._opening = frozenset(opening)
        self._elsewhere = frozenset(elsewhere)
        self._kept: list[Key] | None = None
        self._since = 0.0

    @property
    def waits(self) -> bool:
        """Whether what comes now is for the prompt."""
        return self._kept is not None

    def keeps(self, event: Key, *, free: bool) -> bool:
        """Whether this key waits for the prompt. `free`: an opening key would open it now."""
        if self._kept is not None and time.monotonic() - self._since > GIVES_UP:
            self._kept = None  # whatever came in between, the prompt did not open: keys are keys again
        if self._kept is None:
            if free and event.key in self._opening:
                self._kept, self._since = [], time.monotonic()
            return False
        if event.key in self._elsewhere:
            return False
        self._kept.append(Key(event.key, event.character))
        return True

    def take(self) -> list[Key]:
        """What was typed; from now on keys are the prompt's."""
        kept, self._kept = self._kept or [], None
        return kept
