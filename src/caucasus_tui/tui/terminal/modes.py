"""What is asked of the terminal, and how it is taken back. Standard library only, so that a repair costs nothing."""

import errno
import os
import sys
import termios
import time
from contextlib import suppress

from caucasus_tui.tui.terminal.brands import keeps_titles, takes_links
from caucasus_tui.tui.terminal.capabilities import Terminal
from caucasus_tui.tui.terminal.hyperlinks import END

ALTERNATE_SCREEN, HIDDEN_CURSOR, NO_WRAP, PASTE = 1049, 25, 7, 2004
MOUSE = (1000, 1006)
"""Buttons and wheel, in decimal. Not motion: nothing here reacts to it, and a sweep over a slow line costs seconds."""

_DISAMBIGUATE_KEYS = "\x1b[>5u"
_KEYS_BEFORE = "\x1b[<u"
"""The kitty keyboard protocol, one level, with the key of the base layout: https://sw.kovidgoyal.net/kitty/keyboard-protocol/"""

_TITLE_ON_STACK, _TITLE_FROM_STACK = "\x1b[22;2t", "\x1b[23;2t"
LONGEST_TITLE = 80

ASK_SYNCHRONIZED = "\x1b[?2026$p"
BEGIN_UPDATE, END_UPDATE = "\x1b[?2026h", "\x1b[?2026l"

ATTEMPTS = 30

_EVER_SET = (1000, 1002, 1003, 1004, 1005, 1006, 1015, 1016, 2004, 2026, 2048)
"""Every mode that this program or Textual has ever set."""

REPAIR = (
    "\x1b\\\x1b[0m\x1b(B\x0f"  # end an unfinished sequence; plain style; ASCII in both character sets
    + _KEYS_BEFORE
    + "".join(f"\x1b[?{mode}l" for mode in _EVER_SET)
    + "\x1b[?7h\x1b[?1049l\x1b[?25h\x1b[?1l\x1b>\r\n"
)


def _set(mode: int, on: bool) -> str:
    return f"\x1b[?{mode}{'h' if on else 'l'}"


def enter(terminal: Terminal, mouse: bool) -> str:
    """Takes the whole screen."""
    if terminal.old:
        return "\x1b[0m\x1b[2J" + _set(HIDDEN_CURSOR, False) + _set(NO_WRAP, False)
    kept = _TITLE_ON_STACK if terminal.titles else ""
    return _set(ALTERNATE_SCREEN, True) + kept + _DISAMBIGUATE_KEYS + assert_modes(terminal, mouse)


def title(terminal: Terminal, text: str) -> str:
    """Makes a text the title of the window, where that is given back; of whatever it is made, it ends nothing."""
    shown = "".join(filter(str.isprintable, text))[:LONGEST_TITLE]
    return f"\x1b]2;{shown}\x1b\\" if terminal.titles and shown else ""


def assert_modes(terminal: Terminal, mouse: bool) -> str:
    """The same without what must be taken back as often as it is asked; for when something else may have changed it."""
    modes = "" if terminal.old else "".join(_set(mode, True) for mode in (PASTE, *(MOUSE if mouse else ())))
    return _set(HIDDEN_CURSOR, False) + _set(NO_WRAP, False) + modes


def leave(terminal: Terminal) -> str:
    """Gives the screen back. Begins with ESC, which ends a sequence cut off half-way."""
    ordinary = "\x1b[0m" + (END if terminal.links else "") + _set(NO_WRAP, True)
    if terminal.old:
        return ordinary + "\x1b[2J\x1b[H" + _set(HIDDEN_CURSOR, True)
    asked = "".join(_set(mode, False) for mode in (*MOUSE, PASTE))
    before = _KEYS_BEFORE + (_TITLE_FROM_STACK if terminal.titles else "")
    return ordinary + asked + before + _set(ALTERNATE_SCREEN, False) + _set(HIDDEN_CURSOR, True)


def raw(before: list[object]) -> list[object]:
    """Terminal attributes for reading key by key and writing byte by byte, from those before: no echo, lines, signals,
    flow control, nor any change between CR and LF."""
    after = [*before]
    after[0] = _flags(before[0]) & ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    after[1] = _flags(before[1]) & ~termios.OPOST
    after[3] = _flags(before[3]) & ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    control = before[6]
    assert isinstance(control, list)
    after[6] = [*control]
    after[6][termios.VMIN], after[6][termios.VTIME] = 1, 0  # type: ignore[index]
    return after


def sane(now: list[object]) -> list[object]:
    """Attributes to type a command with, as `stty sane` sets them, keeping what it leaves alone."""
    after = [*now]
    after[0] = (_flags(now[0]) | termios.ICRNL | termios.IXON) & ~(termios.INLCR | termios.IGNCR)
    after[1] = _flags(now[1]) | termios.OPOST | termios.ONLCR
    echo = termios.ECHO | termios.ECHOE | termios.ECHOK
    after[3] = _flags(now[3]) | termios.ISIG | termios.ICANON | termios.IEXTEN | echo
    return after


def _flags(value: object) -> int:
    assert isinstance(value, int)
    return value


def set_attributes(fd: int, attributes: list[object]) -> None:
    """As far as the terminal takes them: one that is gone takes none."""
    while True:
        try:
            termios.tcsetattr(fd, termios.TCSANOW, attributes)  # type: ignore[arg-type]
        except InterruptedError:
            continue
        except termios.error as error:
            if error.args[0] == errno.EINTR:  # stopped in the background, and continued
                continue
        return


def flush(fd: int, queue: int) -> None:
    """Drop what is queued for (`termios.TCOFLUSH`) or from (`TCIFLUSH`) a terminal."""
    with suppress(termios.error):
        termios.tcflush(fd, queue)


def write_at_once(fd: int, text: str) -> None:
    """Write without waiting, dropping whatever is queued: the last resort when nobody reads the terminal."""
    data = text.encode()
    with suppress(OSError):
        # Opened anew, so that not waiting is a property of this descriptor, not of the shell's as well.
        own = os.open(os.ttyname(fd), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        try:
            for _ in range(ATTEMPTS):
                # Another thread may be in the middle of writing, and fill what this frees.
                flush(fd, termios.TCOFLUSH)
                with suppress(BlockingIOError):
                    if os.write(own, data) == len(data):
                        return
                time.sleep(0.01)
        finally:
            os.close(own)


def reset_terminal() -> bool:
    """Put right the terminal on stdin, stdout or stderr that a program left in disorder; False if none is one."""
    for fd in (0, 1, 2):
        try:
            now = termios.tcgetattr(fd)
        except termios.error:
            continue
        set_attributes(fd, sane(now))
        kept = _TITLE_FROM_STACK if keeps_titles(os.environ) else ""
        write_at_once(fd, (END if takes_links(os.environ) else "") + kept + REPAIR)
        return True
    print("caucasus-tui: none of the standard streams is a terminal", file=sys.stderr)
    return False
