"""What is asked of the terminal, and how it is taken back. Standard library only, so that a repair costs nothing."""

import os
import sys
import termios

from caucasus_tui.line_discipline import flags, set_attributes, write_at_once
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
    """What a terminal is sent so that the program has the whole screen."""
    if terminal.old:
        return "\x1b[0m\x1b[2J" + _set(HIDDEN_CURSOR, False) + _set(NO_WRAP, False)
    kept = _TITLE_ON_STACK if terminal.titles else ""
    return _set(ALTERNATE_SCREEN, True) + kept + _DISAMBIGUATE_KEYS + assert_modes(terminal, mouse)


def title(terminal: Terminal, text: str) -> str:
    """What makes a text the title of the window, where that is given back; whatever the text holds, it ends nothing."""
    shown = "".join(filter(str.isprintable, text))[:LONGEST_TITLE]
    return f"\x1b]2;{shown}\x1b\\" if terminal.titles and shown else ""


def assert_modes(terminal: Terminal, mouse: bool) -> str:
    """The same without what must be taken back as often as it is asked; for when something else may have changed it."""
    pointed = MOUSE if mouse and not terminal.in_screen else ()
    modes = "" if terminal.old else "".join(_set(mode, True) for mode in (PASTE, *pointed))
    return _set(HIDDEN_CURSOR, False) + _set(NO_WRAP, False) + modes


def leave(terminal: Terminal) -> str:
    """What gives the screen back. It begins with ESC, which ends a sequence cut off half-way."""
    ordinary = "\x1b[0m" + (END if terminal.links else "") + _set(NO_WRAP, True)
    if terminal.old:
        return ordinary + "\x1b[2J\x1b[H" + _set(HIDDEN_CURSOR, True)
    asked = "".join(_set(mode, False) for mode in (*MOUSE, PASTE))
    before = _KEYS_BEFORE + (_TITLE_FROM_STACK if terminal.titles else "")
    return ordinary + asked + before + _set(ALTERNATE_SCREEN, False) + _set(HIDDEN_CURSOR, True)


def sane(now: list[object]) -> list[object]:
    """Attributes to type a command with, as `stty sane` sets them, keeping what it leaves alone."""
    after = [*now]
    after[0] = (flags(now[0]) | termios.ICRNL | termios.IXON) & ~(termios.INLCR | termios.IGNCR)
    after[1] = flags(now[1]) | termios.OPOST | termios.ONLCR
    echo = termios.ECHO | termios.ECHOE | termios.ECHOK
    after[3] = flags(now[3]) | termios.ISIG | termios.ICANON | termios.IEXTEN | echo
    return after


def reset_terminal() -> bool:
    """Put right the terminal on stdin, stdout or stderr that a program left in disorder; False if none is one."""
    for fd in (0, 1, 2):
        try:
            now = termios.tcgetattr(fd)
        except termios.error:
            continue
        set_attributes(fd, sane(now))
        kept = _TITLE_FROM_STACK if keeps_titles(os.environ) else ""
        write_at_once(fd, f"{END if takes_links(os.environ) else ''}{kept}{REPAIR}".encode())
        return True
    print("caucasus-tui: none of the standard streams is a terminal", file=sys.stderr)
    return False
