"""Whether terminals are light or dark, as each said when it was asked, and the theme that was chosen in each.

The question is never waited for, so an answer counts from the next start on: both are kept by the terminal's name.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from caucasus_tui.state_files import keep, read
from caucasus_tui.tui.terminal.capabilities import Colours, Ground

ASK_GROUND = "\x1b]11;?\x07"
"""OSC 11, as in xterm: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html"""
MOST_NAMES = 50
MOST_BYTES = 1 << 14
_SPOKEN = re.compile(r"rgba?:[0-9a-fA-F/]{3,24}|#[0-9a-fA-F]{3,24}")


def ground_of(answer: str) -> Ground:
    """Light or dark, by an answer such as `rgb:ffff/ffff/ffff`; nothing where it is none."""
    if not _SPOKEN.fullmatch(answer):
        return ""
    if answer[0] == "#":
        size = (len(answer) - 1) // 3
        parts = [answer[at : at + size] for at in range(1, 1 + 3 * size, size or 1)]
    else:
        parts = answer.partition(":")[2].split("/")[:3]
    if len(parts) < 3 or not all(parts):
        return ""
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in parts)
    return "light" if 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 else "dark"


class Known(NamedTuple):
    """What is known of a terminal: its ground, the theme chosen there, in how many colours it was."""

    ground: str = "-"
    theme: str = "-"
    colours: str = "-"


class Grounds:
    """`file`: a line a terminal, its name and what is known; None: nothing is kept. It is read once for a start."""

    def __init__(self, file: Path | None, environ: Mapping[str, str]) -> None:
        self._file = file
        names = (environ.get(name, "") for name in ("TERM", "TERM_PROGRAM"))
        self._name = re.sub(r"[^A-Za-z0-9._+-]", "", " ".join(names).strip().replace(" ", "+"))[:80]
        self._here = self._read().get(self._name, Known())

    def known(self) -> Ground:
        """What the terminal of this name said the last time."""
        return self._here.ground if self._here.ground in ("light", "dark") else ""  # type: ignore[return-value]

    def theme(self, colours: Colours) -> str:
        """The theme chosen in it with as many colours, or nothing."""
        return self._here.theme if self._here.colours == colours and self._here.theme != "-" else ""

    def take(self, answer: str) -> None:
        """Keep what the terminal says, for the next start; where that cannot be, nothing is said: it is a comfort."""
        if ground := ground_of(answer):
            self._keep(self._here._replace(ground=ground))

    def choose(self, theme: str, colours: Colours) -> None:
        """Keep the theme that the reader has chosen; without one, none is."""
        self._keep(self._here._replace(theme=theme or "-", colours=colours if theme else "-"))

    def _keep(self, known: Known) -> None:
        if self._file is None or not self._name or known == self._here:
            return
        self._here = known
        names = {**{name: kept for name, kept in self._read().items() if name != self._name}, self._name: known}
        lines = [f"{' '.join((name, *kept))}\n" for name, kept in list(names.items())[-MOST_NAMES:]]
        keep(self._file, "".join(lines))

    def _read(self) -> dict[str, Known]:
        if self._file is None:
            return {}
        try:
            lines = read(self._file, MOST_BYTES).decode().splitlines()
        except (OSError, UnicodeError):
            return {}
        parts = (line.split() for line in lines)
        return {name: Known(*kept) for name, *kept in (part for part in parts if len(part) == 4)}
