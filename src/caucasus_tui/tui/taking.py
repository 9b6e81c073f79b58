"""Taking an item away: onto the terminal's clipboard, or into a file, which works everywhere."""

import os
import re
from pathlib import Path


def clipboard_message() -> str:
    """What can honestly be said after sending text to the terminal: whether it arrives, only the terminal knows."""
    if os.environ.get("TMUX"):
        return "Sent to the terminal; tmux passes it on only after: tmux set -g set-clipboard on. Y writes a file."
    return "Sent to the terminal's clipboard; some terminals ignore that. Y writes a file instead."


def write_beside(text: str, address: str, folder: Path) -> Path:
    """Write `text` to a new file in `folder`, named after the address; returns its path. Never overwrites. Raises
    OSError where the folder takes no file."""
    stem = re.sub(r"[^a-z0-9.]+", "-", address.casefold()).strip("-.") or "item"
    for number in range(1, 1000):
        path = folder / (f"{stem}.txt" if number == 1 else f"{stem}-{number}.txt")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(f"{folder} already holds a thousand copies of {stem}.txt")
