"""Taking something away: onto the terminal's clipboard, or into a new file where the program was started."""

import os
import re
from itertools import count
from pathlib import Path

from caucasus_tui.page.rows.widths import cut


def clipboard_message(text: str, *, file: bool = True) -> str:
    """What can honestly be said after sending text to the terminal: whether it arrives, only the terminal knows.
    `file`: whether a file can be had instead."""
    instead = " Y: a file." if file else ""
    head = text.partition("\n")[0]
    what = head if (kept := cut(head, 29)) == head else f"{kept}…"
    if os.environ.get("TMUX"):
        return f"Sent: {what} · tmux needs: tmux set -g set-clipboard on.{instead}"
    return f"Sent: {what} · The terminal may ignore it.{instead}"


def free_name(folder: Path, name: str, extension: str) -> Path:
    """A path in `folder` that nothing has yet, after a name or an address; where that is taken, with a number."""
    stem = re.sub(r"[^a-z0-9.]+", "-", name.casefold()).strip("-.") or "item"
    names = (f"{stem}{extension}" if number == 1 else f"{stem}-{number}{extension}" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())


def write_beside(text: str, address: str, folder: Path) -> Path:
    """Write `text` to a new file in `folder`, named after the address, whole or not at all; returns its path. Never
    overwrites. Raises OutputError where the folder takes no file."""
    from caucasus_tui.brief.export import write_whole

    path = free_name(folder, address, ".txt")
    write_whole(path, text.encode(), force=False)
    return path


def written(text: str, address: str) -> tuple[str, str]:
    """Write `text` where the program was started; returns what to say of it, and the role of that line."""
    from caucasus_tui.brief.export import OutputError  # what writes is loaded then

    try:
        return f"Written to {write_beside(text, address, Path.cwd())}", "strong"
    except OutputError as error:
        return f"Nothing was written: {error}", "warn"
    except OSError as error:  # the folder may be gone, too
        return f"Nothing was written: {error.strerror or error}", "warn"
