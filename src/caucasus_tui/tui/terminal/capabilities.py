"""What the terminal can show and be asked to do, decided once, before Textual is imported. Standard library only."""

import codecs
import os
import sys
from collections.abc import Mapping, MutableMapping
from typing import Literal, NamedTuple

from caucasus_tui.dossier.text import whole_number
from caucasus_tui.tui.terminal.brands import keeps_titles, takes_links

Colours = Literal["none", "standard", "256", "truecolor"]
Ground = Literal["", "light", "dark"]

NO_SCREEN = frozenset({"", "dumb", "unknown"})
"""Values of TERM that promise nothing: the brief is printed instead."""


PICTURES, SLOW_PICTURES = "500", "30"
"""How many a second at most. With Textual's own 60 a key waits up to 16 ms for the screen, and again for the detail.
With 1,000 a screen that nobody touches takes half a per cent of a processor; with 500 nothing."""

FILLING = ("xterm", "tmux", "linux", "alacritty", "foot", "rxvt", "konsole", "vte", "wezterm")


class Terminal(NamedTuple):
    """`old`: a console or hardware terminal, which is not asked for a mouse, a second screen or a key protocol.
    `fills`: what it erases takes the ground that is set (terminfo: bce); GNU screen leaves the terminal's own;
    `ground`: what letters stand on by themselves, where that is known; `titles`: whether the window's title is given
    back; `links`: whether text can lead to an address; `in_screen`: whether it may be GNU screen, which reverses
    letters that slant, as the line under the cursor is, and keeps the escape key while there is a mouse."""

    colours: Colours = "256"
    ascii: bool = False
    old: bool = False
    fills: bool = False
    low_bandwidth: bool = False
    ground: Ground = ""
    titles: bool = False
    links: bool = False
    in_screen: bool = False

    @property
    def theme(self) -> str:
        """The theme to start with where the reader names none: in sixteen colours the terminal's own, else ours."""
        if self.colours in ("none", "standard"):
            return "ansi-light" if self.ground == "light" else "ansi-dark"
        return "caucasus-light" if self.ground == "light" else ""


def is_usable() -> bool:
    """Whether a full-screen program can run: keys come from stdin, the screen goes to stdout. stderr may go anywhere,
    since nothing is drawn there."""
    streams = (sys.__stdin__, sys.__stdout__)
    if os.environ.get("TERM", "") in NO_SCREEN:
        return False
    return all(stream is not None and not stream.closed and stream.isatty() for stream in streams)


def terminal(
    environ: Mapping[str, str],
    encoding: str,
    *,
    ascii: bool = False,
    low_bandwidth: bool = False,
    answered: Ground = "",
) -> Terminal:
    """What can be expected of a terminal. `encoding`: stdout's, by the locale; `answered`: what it said of its ground
    the last time. The flags are the reader's wish."""
    name = environ.get("TERM", "")
    old = name.startswith(("linux", "vt", "ansi"))
    return Terminal(
        colours=_colours(environ, name, low_bandwidth),
        ascii=ascii or old or shows_only_ascii(encoding),
        old=old,
        fills=name.startswith(FILLING),
        low_bandwidth=low_bandwidth,
        ground=answered or _ground(environ.get("COLORFGBG", "")),
        titles=keeps_titles(environ),
        links=takes_links(environ) and not low_bandwidth,
        in_screen=_is_gnu_screen(environ, name),
    )


def _ground(colours: str) -> Ground:
    """By `COLORFGBG`, which rxvt, konsole and others set: the last of its numbers is the ground's among sixteen."""
    number = whole_number(colours.rpartition(";")[2])
    if number is None or number > 15:
        return ""
    return "light" if number in (7, *range(9, 16)) else "dark"


def shows_only_ascii(encoding: str) -> bool:
    """Whether text in `encoding` had better be ASCII: no other than UTF-8 holds all that is drawn."""
    try:
        return codecs.lookup(encoding).name != "utf-8"
    except LookupError:
        return True


def _colours(environ: Mapping[str, str], name: str, saving: bool) -> Colours:
    # NO_COLOR counts when it is not empty: https://no-color.org
    if environ.get("NO_COLOR") or name.startswith("vt"):
        return "none"
    forced = environ.get("TEXTUAL_COLOR_SYSTEM", "")
    if forced in ("standard", "256", "truecolor"):
        return forced  # type: ignore[return-value]
    if saving:
        return "standard"
    told = environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    if told and not _is_gnu_screen(environ, name):
        return "truecolor"
    return "256" if name.endswith(("-256color", "-kitty")) else "standard"


def _is_gnu_screen(environ: Mapping[str, str], name: str) -> bool:
    """Whether the program may be in GNU screen, which hands `COLORTERM` on from outside, and takes a colour of 24 bits
    for some of sixteen, and for faint. tmux knows such colours, also where its TERM is that of screen."""
    if environ.get("TMUX"):
        return bool(environ.get("STY")) and not name.startswith("tmux")
    return bool(environ.get("STY")) or name.startswith("screen")


def settle_environment(environ: MutableMapping[str, str], found: Terminal) -> None:
    """Leave Textual nothing to guess: it reads these variables when it is imported, and some values stop it."""
    for name in [name for name in environ if name.startswith("TEXTUAL")]:
        del environ[name]
    for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"):
        environ.pop(name, None)
    environ["TEXTUAL_COLOR_SYSTEM"] = "standard" if found.colours == "none" else found.colours
    environ["TEXTUAL_ANIMATIONS"] = "none"
    environ["TEXTUAL_SMOOTH_SCROLL"] = "0"
    environ["TEXTUAL_FPS"] = SLOW_PICTURES if found.low_bandwidth else PICTURES
