"""Writing to the terminal without waiting for it.

A terminal that takes no more (a slow line, ctrl+s, a stopped viewer) blocks whoever writes. So what it does not take at
once is left to a thread, the program goes on, and while something is still being written no new picture is drawn: the
next one shows what is true then. That also keeps keys quick on a slow line, where pictures would otherwise queue up.
"""

import os
import select
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread

from caucasus_tui.line_discipline import unblocked

CHUNK = 512
"""Bytes at a time where writing blocks: little enough that leaving does not wait long for the one being written."""
LOOK_AGAIN = 0.05
"""Seconds."""


class Outgoing(Thread):
    """`on_idle` is called from the thread when all has been written; `on_lost` when the terminal is gone."""

    def __init__(self, fd: int, on_idle: Callable[[], None], on_lost: Callable[[], None]) -> None:
        super().__init__(name="terminal-output", daemon=True)
        self._own = unblocked(fd)
        self._fd = fd if self._own is None else self._own
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

    def send(self, what: str | bytes) -> None:
        """Never blocks."""
        data = what if isinstance(what, bytes) else what.encode("utf-8", "replace")
        with self._changed:  # held while writing, too: what comes later must not go out earlier
            if self._own is not None and not self.busy:
                with suppress(OSError):  # it takes nothing now, or has gone: for the thread to find out
                    data = data[os.write(self._own, data) :]
            if data:
                self._waiting += data
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
        if self.is_alive():
            return False
        if self._own is not None:
            os.close(self._own)
            self._own = None
        return True

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
            # Ours, or left so by another program: then waiting is up to us. What was flushed away wakes nobody.
            select.select([], [self._fd], [], LOOK_AGAIN)
            return 0

    def _take(self) -> bytes:
        """The next chunk, when there is one; empty at the end."""
        with self._changed:
            idle, self._writing = self._writing and not self._waiting, False
        if idle:
            self._on_idle()
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ended)
            size = CHUNK if self._own is None else len(self._waiting)
            chunk = bytes(self._waiting[:size])
            del self._waiting[:size]
            self._writing = bool(chunk)
            return chunk
