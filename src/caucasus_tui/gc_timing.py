"""When Python looks for garbage: not while a program starts or a command runs, which would go through all that was just
read, again and again, and find nothing; only once the dashboard is on screen."""

import gc


def put_off() -> None:
    """Look for no garbage until `begin`."""
    gc.disable()


def end() -> None:
    """The process ends: all that is alive goes with it, and need not be looked through for the last time."""
    gc.freeze()


def begin() -> None:
    """What is alive now stays as long as the program, and is not looked through."""
    gc.freeze()
    gc.enable()
