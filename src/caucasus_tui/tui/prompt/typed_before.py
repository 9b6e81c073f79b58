"""What was typed into the prompt before, gone through from the last to the first and back."""

from collections.abc import Sequence

LONGEST = 100
"""Lines that are kept of each kind."""


class TypedBefore:
    """`lines`: the oldest first. What is being typed is kept while one goes through them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._at = len(lines)
        self._own = ""

    def older(self, text: str) -> str | None:
        """What stands before `text`, which is in the prompt now; None where nothing does."""
        if self._at == len(self._lines):
            self._own = text
        return self._step(-1)

    def newer(self) -> str | None:
        """What stands after it, last what was being typed; None after that."""
        return self._step(1)

    def _step(self, step: int) -> str | None:
        if not 0 <= self._at + step <= len(self._lines):
            return None
        self._at += step
        return self._own if self._at == len(self._lines) else self._lines[self._at]


def with_line(lines: Sequence[str], text: str) -> list[str]:
    """The lines with another as the last, once; a blank one is none."""
    text = text.strip()
    return [*(line for line in lines if line != text), *([text] if text else [])][-LONGEST:]
