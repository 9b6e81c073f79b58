"""Which terminals are known to give their title back, and which to take links. Only what is known by name counts: a
title that is not given back stays when the program has gone, as in st, urxvt, Konsole and Windows Terminal.

Tried: xterm 379, kitty, Alacritty, tmux 3.3 give the title back, st and urxvt do not. Else as their makers say.
"""

import re
from collections.abc import Mapping

from caucasus_tui.dossier.text import whole_number

_TITLES = ("xterm-kitty", "alacritty", "foot", "tmux")
_TITLES_BY_PROGRAM = ("iTerm.app", "mintty")
_VTE_TITLES, _VTE_LINKS = 5400, 5202
"""Versions as VTE tells them: 0.54, 0.52.2."""
_LINKS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")
_LINKS_BY_PROGRAM = ("iTerm.app", "WezTerm", "ghostty", "vscode", "mintty")
_TMUX_LINKS = (3, 4)


def keeps_titles(environ: Mapping[str, str]) -> bool:
    """Whether the title of now can be put on a stack and taken back from there (XTWINOPS 22 and 23)."""
    name = environ.get("TERM", "")
    if name.startswith(_TITLES) or (name.startswith("screen") and environ.get("TMUX")):
        return True
    if not name.startswith("xterm") or environ.get("KONSOLE_VERSION") or environ.get("WT_SESSION"):
        return False
    known = environ.get("XTERM_VERSION") or environ.get("TERM_PROGRAM") in _TITLES_BY_PROGRAM
    return bool(known) or _number(environ, "VTE_VERSION") >= _VTE_TITLES


def takes_links(environ: Mapping[str, str]) -> bool:
    """Whether text can lead to an address (OSC 8), or what says so is passed over in silence."""
    name, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if name.startswith(("tmux", "screen")):
        version = re.match(r"([0-9]{1,9})\.([0-9]{1,9})", environ.get("TERM_PROGRAM_VERSION", ""))
        return program == "tmux" and version is not None and tuple(map(int, version.groups())) >= _TMUX_LINKS
    if name.startswith(_LINKS):
        return True
    if not name.startswith("xterm"):
        return False
    return program in _LINKS_BY_PROGRAM or "WT_SESSION" in environ or _number(environ, "VTE_VERSION") >= _VTE_LINKS


def _number(environ: Mapping[str, str], name: str) -> int:
    return whole_number(environ.get(name, "")) or 0
