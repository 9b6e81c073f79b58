"""Work beside the screen, which goes on meanwhile."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from caucasus_tui.dossier.model import Dossier

T = TypeVar("T")

NAME = "beside the screen"
"""What its threads are called."""
MANY = 5_000
"""Statements. What goes through a dossier of fewer is there before a key is seen to wait."""


def takes_long(dossier: Dossier) -> bool:
    """Whether a dossier is so large that what goes through it is done beside the screen."""
    return sum(dossier.relations.sizes.values()) >= MANY


class Background:
    """Each piece of work is in a thread of its own. `call` runs a function where the screen is, and may be called from
    any thread."""

    def __init__(self, call: Callable[..., object]) -> None:
        self._call = call
        self._waited_for: list[threading.Thread] = []

    def start(self, work: Callable[[], T], then: Callable[[T], object], *, waited_for: bool = False) -> None:
        """Hand what `work` returns to `then`, where the screen is; `waited_for`: the program does not end before."""
        thread = threading.Thread(target=lambda: self.hand_over(then, work()), name=NAME, daemon=not waited_for)
        try:
            thread.start()
        except RuntimeError:  # the system gives no more threads: the screen waits
            return thread.run()
        if waited_for:
            self._waited_for = [*filter(threading.Thread.is_alive, self._waited_for), thread]

    def finish(self, seconds: float | None = None) -> bool:
        """Wait for what is waited for, or no longer than so many seconds each; whether it has ended."""
        for thread in self._waited_for:
            thread.join(seconds)
        return not any(thread.is_alive() for thread in self._waited_for)

    def hand_over(self, to: Callable[[T], object], thing: T) -> None:
        """Call a function with a thing where the screen is, unless that has gone meanwhile."""
        with suppress(RuntimeError):
            self._call(to, thing)
