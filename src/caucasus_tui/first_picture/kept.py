"""The picture that is kept: found at a start, and left for the next one."""

import os
import sys
from contextlib import suppress

from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.first_picture import shown
from caucasus_tui.first_picture.digest import Size, marks, of_dossier, surroundings

KIND = "picture"
_PARTS = 5
_APART = b"\0"
"""Between what is kept: neither paths nor what is sent to a terminal has it."""


class Start:
    """What a start depends on: `key` for all but the dossier, as it was before anything could change; empty where
    nothing is kept. `size` in columns and rows."""

    def __init__(self, key: str = "", size: Size = (0, 0)) -> None:
        self.key = key
        self.size = size
        self.root = ""
        self.marks: object = None
        self.kept = b""

    def opens(self, root: str) -> None:
        """The dossier in this folder is about to be read."""
        if self.key and root:
            with suppress(OSError):
                self.root, self.marks = root, marks(root)

    def keep(self, size: Size, enter: str, picture: str, leave: str) -> None:
        """Keep what was shown first, where all is still as it was when the dossier was read."""
        if not self.root or size != self.size:
            return
        with suppress(OSError, ValueError):
            content = of_dossier(self.root)
            if self.marks == marks(self.root):
                said = (content, self.root, enter, picture, leave)
                parts = [part.encode("utf-8", "surrogateescape") for part in said]
                kept = _APART.join(parts)
                if kept != self.kept and kept.count(_APART) == _PARTS - 1:
                    Store().write(KIND, self.key, kept)


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
            content, root, enter, picture, leave = start.kept.split(_APART)
            if of_dossier(root.decode("utf-8", "surrogateescape")).encode() == content:
                shown.show(size, enter, picture, leave)
    except (OSError, ValueError):
        return
