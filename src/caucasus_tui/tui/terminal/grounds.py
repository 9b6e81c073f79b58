"""Whether terminals are light or dark, as each said when it was asked. The question is never waited for, so an answer
counts from the next start on: it is kept by the terminal's name."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from caucasus_tui.tui.terminal.capabilities import Ground

ASK_GROUND = "\x1b]11;?\x07"
"""OSC 11, as in xterm: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html"""
MOST_NAMES = 50
_SPOKEN = re.compile(r"(?:rgba?:|#)[0-9a-fA-F/]{3,24}")


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


class Grounds:
    """`file`: a line a terminal, its name and its ground; None: nothing is kept."""

    def __init__(self, file: Path | None, environ: Mapping[str, str]) -> None:
        self._file = file
        names = (environ.get(name, "") for name in ("TERM", "TERM_PROGRAM"))
        self._name = re.sub(r"[^A-Za-z0-9._+-]", "", " ".join(names).strip().replace(" ", "+"))[:80]

    def known(self) -> Ground:
        """What the terminal of this name said the last time."""
        found = self._read().get(self._name, "")
        return found if found in ("light", "dark") else ""  # type: ignore[return-value]

    def take(self, answer: str) -> None:
        """Keep what the terminal says, for the next start; where that cannot be, nothing is said: it is a comfort."""
        ground = ground_of(answer)
        if self._file is None or not self._name or not ground or ground == self.known():
            return
        names = {**{name: kept for name, kept in self._read().items() if name != self._name}, self._name: ground}
        lines = [f"{name} {kept}\n" for name, kept in list(names.items())[-MOST_NAMES:]]
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            passing = self._file.with_name(f".{self._file.name}-{os.getpid()}")
            passing.write_text("".join(lines), "utf-8")
            passing.replace(self._file)

    def _read(self) -> dict[str, str]:
        if self._file is None:
            return {}
        try:
            lines = self._file.read_text("utf-8").splitlines()
        except (OSError, UnicodeError):
            return {}
        return dict(line.split() for line in lines if len(line.split()) == 2)
