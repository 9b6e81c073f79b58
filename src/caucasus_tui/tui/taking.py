"""Taking an item away: onto the terminal's clipboard, or into a file, which works everywhere."""

import os
import re
from itertools import count
from pathlib import Path


def clipboard_message() -> str:
    """What can honestly be said after sending text to the terminal: whether it arrives, only the terminal knows."""
    if os.environ.get("TMUX"):
        return "Sent. tmux passes it on after: tmux set -g set-clipboard on. Y writes a file."
    return "Sent to the terminal, which may ignore it. Y writes a file instead."


def free_name(folder: Path, stem: str, extension: str) -> Path:
    """A path in `folder` that nothing has yet: the stem, then with a number."""
    names = (f"{stem}{extension}" if number == 1 else f"{stem}-{number}{extension}" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())


def write_beside(text: str, address: str, folder: Path) -> Path:
    """Write `text` to a new file in `folder`, named after the address; returns its path. Never overwrites. Raises
    OSError where the folder takes no file."""
    stem = re.sub(r"[^a-z0-9.]+", "-", address.casefold()).strip("-.") or "item"
    path = free_name(folder, stem, ".txt")
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    return path
