"""Keys that come faster than the prompt opens, as over a slow link: they were meant for it, and go into it."""

from collections.abc import Iterable

from textual.events import Key


class TypeAhead:
    """Between the key that opens the prompt and the prompt: what is typed is kept. `opening`: the keys that open one;
    `elsewhere`: those that are never for it."""

    def __init__(self, opening: Iterable[str], elsewhere: Iterable[str]) -> None:
        self._opening = frozenset(opening)
        self._elsewhere = frozenset(elsewhere)
        self._kept: list[Key] | None = None

    @property
    def waits(self) -> bool:
        """Whether what comes now is for the prompt."""
        return self._kept is not None

    def keeps(self, event: Key, *, free: bool) -> bool:
        """Whether this key waits for the prompt. `free`: an opening key would open it now."""
        if self._kept is None:
            if free and event.key in self._opening:
                self._kept = []
            return False
        if event.key in self._elsewhere:
            return False
        self._kept.append(Key(event.key, event.character))
        return True

    def take(self) -> list[Key]:
        """What was typed; from now on keys are the prompt's."""
        kept, self._kept = self._kept or [], None
        return kept
