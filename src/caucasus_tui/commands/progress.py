"""A bar on stderr while a large dossier is read for the first time."""

import sys
import time
from types import TracebackType
from typing import Self, TextIO

PATIENCE = 0.5
"""Seconds before the bar comes: what is done sooner needs none."""
CELLS = 24
STAGES = {"reading": (0.0, 0.5), "checking": (0.5, 0.2), "keeping": (0.7, 0.3)}
"""Where on the bar each stage begins, and how much of it is its own; as measured on 100,000 statements."""


class Bar:
    """Told how far one is, it draws that on a terminal, and in the end wipes it away. Elsewhere it is silent."""

    def __init__(self, stream: TextIO | None = None, *, ascii: bool = False) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._full, self._empty = ("#", "-") if ascii else ("█", "░")
        self._began = time.monotonic()
        self._width = 0
        self._line = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._width:
            self._draw("")
            self._stream.write("\r")
            self._stream.flush()

    def __call__(self, stage: str, share: float) -> None:
        """A share of a stage is done."""
        if self._stream is None or not self._stream.isatty() or time.monotonic() - self._began < PATIENCE:
            return
        start, part = STAGES[stage]
        done = start + part * share
        full = round(CELLS * done)
        bar = self._full * full + self._empty * (CELLS - full)
        self._draw(f"{bar} {100 * done:3.0f} %  {stage} a large dossier, once")

    def _draw(self, line: str) -> None:
        if line == self._line:
            return
        self._line = line
        self._stream.write(f"\r{line.ljust(self._width)}")
        self._stream.flush()
        self._width = len(line)
