"""When Python looks for garbage: not while a program starts or a command runs, which would go through all that was just
read, again and again, and find nothing; only once the dashboard is on screen."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def put_off() -> None:
    """Look for no garbage until `begin`."""
    gc.disable()


@contextmanager
def held_off() -> Iterator[None]:
    """Not while a large dossier is read beside the screen, either: each look through it would hold up the screen."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def end() -> None:
    """The process ends: all that is alive goes with it, and need not be looked through for the last time."""
    gc.freeze()


def begin() -> None:
    """What is alive now stays as long as the program, and is not looked through."""
    gc.freeze()
    gc.enable()
