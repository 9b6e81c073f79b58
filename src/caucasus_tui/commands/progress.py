"""A bar on stderr while a large dossier is read for the first time."""

import sys
import time
from types import TracebackType
from typing import Self, TextIO

from caucasus_tui.dossier.keeping.cache import share_done

PATIENCE = 0.5
"""Seconds before the bar comes: what is done sooner needs none."""
CELLS = 24


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
        done = share_done(stage, share)
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
