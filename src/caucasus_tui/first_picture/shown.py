"""A picture on the terminal before the program is there: shown, handed over, or taken down, whatever comes between.

Keys that are typed meanwhile wait in the terminal's line, in their order, for the keyboard of the program: nothing here
reads them.
"""

import os
import termios
import time

try:  # as `signal` is made of it, which loads enumerations first
    import _signal as signal  # type: ignore[import-not-found]
except ImportError:
    import signal

from caucasus_tui.first_picture import give_back, on_screen
from caucasus_tui.first_picture.digest import Size
from caucasus_tui.line_discipline import raw, set_attributes, unblocked, write_at_once

PATIENCE = 0.05
"""Seconds that the terminal is given to take the picture; what it has not taken then goes out later."""
ENDING = (
    *(signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2),
    *(signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF, signal.SIGXCPU),
)
"""The signals that end a program which does not heed them, but for those that tell of a fault of its own."""


class Shown:
    """`picture`: what the terminal shows, whole, for `size` in columns and rows; empty where that is not certain any
    more. `rest`: what it has not taken yet; `before`: its attributes; `leave`: what gives the screen back."""

    def __init__(self, size: Size, picture: bytes, leave: bytes, before: list[object]) -> None:
        self.size = size
        self.picture = picture
        self.leave = leave
        self.before = before
        self.rest = b""
        self._handlers: dict[int, object] = {}

    def handle(self) -> None:
        """Signals that would end or stop the program leave the terminal as it was. What is ignored stays so."""
        ways = {signal.SIGTSTP: _end, signal.SIGWINCH: _doubt, signal.SIGCONT: _doubt}
        ways |= dict.fromkeys(ENDING, _end)
        for number, way in ways.items():
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._handlers[number] = signal.signal(number, way)

    def let_go(self) -> None:
        """Signals do what they did before, where nobody has seen to them since."""
        for number, before in self._handlers.items():
            if signal.getsignal(number) in (_end, _doubt):
                signal.signal(number, before)

    def give_back(self) -> None:
        """Take the picture down."""
        write_at_once(1, self.leave)
        set_attributes(0, self.before)
        self.let_go()


def is_possible() -> bool:
    """Whether stdin and stdout are a terminal that is ours now: not stopped for, nor in the background."""
    try:
        return os.isatty(0) and os.isatty(1) and os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False


def show(size: Size, enter: bytes, picture: bytes, leave: bytes) -> None:
    """Take the screen and show a picture; nothing where the terminal does not allow it."""
    try:
        before = termios.tcgetattr(0)
    except termios.error:
        return
    own = unblocked(1)
    if own is None:
        return
    shown = Shown(size, picture, leave, before)
    on_screen.append(shown)
    shown.handle()
    set_attributes(0, raw(before))
    shown.rest = _written(own, enter + picture)
    os.close(own)
    if not on_screen:  # given back by a signal in between
        set_attributes(0, before)


def _written(own: int, data: bytes) -> bytes:
    """Write as much as goes in a moment; returns the rest."""
    end = time.monotonic() + PATIENCE
    while data and on_screen and (left := end - time.monotonic()) > 0:
        try:
            data = data[os.write(own, data) :]
        except BlockingIOError:
            import select  # most terminals take it all at once

            select.select([], [own], [], left)
        except OSError:  # it is gone, as the program will find
            break
    return data


def _end(number: int, frame: object) -> None:
    """As the signal does by itself, but with the terminal given back. After a stop the program goes on as if there had
    been no picture."""
    give_back()
    handler = signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    signal.signal(number, handler)


def _doubt(number: int, frame: object) -> None:
    """Another size, if only for a moment, or a stop that nobody could see coming: something else may stand there."""
    for shown in on_screen:
        shown.picture = b""
