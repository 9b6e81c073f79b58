"""A program run in a terminal of its own, with the moment at which each piece of its output came.

What is on screen is worked out afterwards (`screens`): a terminal emulator in Python would slow down what it measures.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

QUIET = 0.3
"""Seconds without output after which a screen counts as settled."""
NOTHING = 8.0
"""Seconds after which a key is taken to show nothing."""
PATIENCE = 60.0
"""Seconds to wait for anything at all."""


class Piece(NamedTuple):
    """Output, and the seconds from the start of the program to its arrival."""

    at: float
    data: bytes


class Recording:
    """`pieces` grows while the program runs. Times are in seconds since just before the program was started."""

    def __init__(self, command: Sequence[str], size: tuple[int, int], environment: Mapping[str, str]) -> None:
        columns, rows = size
        self.size = size
        self.pieces: list[Piece] = []
        self._began = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), dict(environment))
        self._reaped = self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._reaped:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._terminal)

    @property
    def now(self) -> float:
        return time.perf_counter() - self._began

    def settle(self, quiet: float = QUIET, patience: float = PATIENCE) -> float:
        """Wait until nothing more comes; returns when the last piece came. Raises TimeoutError where nothing does, or
        it never ends, and ChildProcessError where the program ends instead."""
        first, began = len(self.pieces), self.now
        while self._take(quiet if len(self.pieces) > first else patience):
            if self.now - began > PATIENCE:
                raise TimeoutError("the screen never comes to rest")
        if self._closed:
            raise ChildProcessError("the program ended by itself")
        if len(self.pieces) == first:
            raise TimeoutError(f"nothing came within {patience:g} s")
        return self.pieces[-1].at

    def press(self, keys: str) -> tuple[float, float]:
        """Type; returns the seconds to the first piece of the answer, and to the last."""
        first, sent = len(self.pieces), self.now
        os.write(self._terminal, keys.encode())
        self.settle(quiet=0.08, patience=NOTHING)
        return self.pieces[first].at - sent, self.pieces[-1].at - sent

    def rest(self, quiet: float = QUIET) -> None:
        """Take what still comes, if anything, until nothing has come for so many seconds."""
        while self._take(quiet):
            pass

    def end(self, keys: str) -> float:
        """Type what ends the program; returns the seconds until it has gone."""
        sent = self.now
        os.write(self._terminal, keys.encode())
        while self._take(PATIENCE):
            pass
        os.waitpid(self.pid, 0)
        self._reaped = True
        return self.now - sent

    def memory(self) -> float | None:
        """Proportional set size in MB; None where the system does not tell."""
        try:
            with Path(f"/proc/{self.pid}/smaps_rollup").open(encoding="ascii") as lines:
                return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
        except (OSError, StopIteration):
            return None

    def _take(self, longest: float) -> bool:
        """Take what comes within `longest` seconds; False where nothing does, or the program has closed its side."""
        if not select.select([self._terminal], [], [], longest)[0]:
            return False
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:  # what Linux says when the other side is closed
            data = b""
        self._closed = not data
        if data:
            self.pieces.append(Piece(self.now, data))
        return bool(data)
