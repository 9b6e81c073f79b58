"""Writing to the terminal without waiting for it.

A terminal that takes no more (a slow line, ctrl+s, a stopped viewer) blocks whoever writes. So a thread writes, the
program goes on, and while something is still being written no new picture is drawn: the next one shows what is true
then. That also keeps keys quick on a slow line, where pictures would otherwise queue up.
"""

import os
import select
from collections.abc import Callable
from threading import Condition, Thread

CHUNK = 512
"""Bytes at a time: little enough that leaving does not wait long for the one being written."""


class Outgoing(Thread):
    """`on_idle` is called from the thread when all has been written; `on_lost` when the terminal is gone."""

    def __init__(self, fd: int, on_idle: Callable[[], None], on_lost: Callable[[], None]) -> None:
        super().__init__(name="terminal-output", daemon=True)
        self._fd = fd
        self._on_idle = on_idle
        self._on_lost = on_lost
        self._waiting = bytearray()
        self._writing = False
        self._ended = False
        self._changed = Condition()

    @property
    def busy(self) -> bool:
        """Whether something is still to be written."""
        return bool(self._waiting) or self._writing

    def send(self, text: str) -> None:
        """Never blocks."""
        with self._changed:
            self._waiting += text.encode("utf-8", "replace")
            self._changed.notify_all()

    def forget(self) -> None:
        """Drop what has not been written. What comes next must begin with ESC, since a sequence may be cut in two."""
        with self._changed:
            self._waiting.clear()

    def end(self, seconds: float) -> bool:
        """Stop after writing what there is; False if that took longer than `seconds`."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        self.join(seconds)
        return not self.is_alive()

    def run(self) -> None:
        while chunk := self._take():
            try:
                while chunk:
                    chunk = chunk[self._write(chunk) :]
            except OSError:
                self._on_lost()
                return

    def _write(self, chunk: bytes) -> int:
        try:
            return os.write(self._fd, chunk)
        except BlockingIOError:
            # Another program left the terminal so: then waiting is up to us.
            select.select([], [self._fd], [])
            return 0

    def _take(self) -> bytes:
        """The next chunk, when there is one; empty at the end."""
        with self._changed:
            idle, self._writing = self._writing and not self._waiting, False
        if idle:
            self._on_idle()
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ended)
            chunk = bytes(self._waiting[:CHUNK])
            del self._waiting[:CHUNK]
            self._writing = bool(chunk)
            return chunk
