"""Keys of two strokes: after the first, the next key means something else for once."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class TakesKeys(Protocol):
    """An app or screen that looks at each key before the bindings do."""

    def uses_up(self, key: str) -> bool:
        """Act on the key if it is the second of a chord. True where no binding may have it."""
        ...
