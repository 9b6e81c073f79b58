"""The picture that is kept: found at a start, and left for the next one."""

import os
import sys
import time

from caucasus_tui.dossier.keeping.store import TICK, Store
from caucasus_tui.first_picture import shown
from caucasus_tui.first_picture.digest import Size, looks, made_of, surroundings

KIND = "picture"
_APART = b"\0"
"""Between what is kept: neither paths nor what is sent to a terminal has it."""


class Start:
    """What a start depends on: `key` for its surroundings, as they were before anything could change; empty where
    nothing is kept. `size` in columns and rows; `root`: the folder of the dossier that it opens, if any."""

    def __init__(self, key: str = "", size: Size = (0, 0)) -> None:
        self.key = key
        self.size = size
        self.root = ""
        self.kept = b""
        self._began = time.time_ns()

    def keep(self, size: Size, enter: str, picture: str, leave: str) -> None:
        """Keep what was shown first, where what it was made of was the same before the start, and had been for long
        enough."""
        if not (self.key and self.root) or size != self.size:
            return
        try:
            made = made_of(self.root)
            said = (enter, picture, leave, looks(made), *made)
            # Only once they were looked at, or a change between the two would be missed.
            if max(os.stat(path).st_ctime_ns for path in made) + TICK < self._began:
                parts = [part.encode("utf-8", "surrogateescape") for part in said]
                kept = _APART.join(parts)
                if kept != self.kept and kept.count(_APART) == len(parts) - 1:
                    Store().write(KIND, self.key, kept)
        except (OSError, ValueError):
            return


this_start = [Start()]
"""That of this run; without a key until `begin`."""


def begin(arguments: list[str]) -> None:
    """Show the picture of the last start, where this one is just like it."""
    if sys.platform in ("darwin", "win32") or not shown.is_possible():  # there folders are called otherwise
        return
    try:
        size: Size = tuple(os.get_terminal_size(1))  # type: ignore[assignment]
        start = this_start[0] = Start(surroundings(arguments, size), size)
        start.kept = Store().read(KIND, start.key) or b""
        if start.kept:
            enter, picture, leave, look, *made = start.kept.split(_APART)
            if looks(made) == look.decode():
                shown.show(size, enter, picture, leave)
    except (OSError, ValueError):
        return
