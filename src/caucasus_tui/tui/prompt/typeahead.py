"""Keys that come faster than the prompt opens, as over a slow link: they were meant for it, and go into it."""

from collections.abc import Iterable

from textual.events import Key


class TypeAhead:
    """Between the key that opens the prompt and the prompt: what is typed is kept."""

    def __init__(self, opening: Iterable[str]) -> None:
        self._opening = frozenset(opening)
        self._kept: list[str] | None = None
        self._sent = False

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
        if self._sent:
            return False
        if event.key == "enter":
            self._sent = True
        elif event.is_printable and event.character:
            self._kept.append(event.character)
        else:
            return False
        return True

    def take(self) -> tuple[str, bool]:
        """What was typed, and whether it was sent off; from now on keys are the prompt's."""
        kept, sent = "".join(self._kept or ()), self._sent
        self._kept, self._sent = None, False
        return kept, sent
