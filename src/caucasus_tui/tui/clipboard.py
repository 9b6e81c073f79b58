"""Taking something away: onto the terminal's clipboard, or into a new file where the program was started."""

import os
import re
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from caucasus_tui.dossier.text import reason
from caucasus_tui.page.rows.widths import cut

LONGEST = 100
"""Characters of a file's name, before what is added to it: systems take 255 bytes."""


def clipboard_message(text: str, *, file: bool = True) -> str:
    """What can honestly be said after sending text to the terminal: whether it arrives, only the terminal knows.
    `file`: whether a file can be had instead."""
    instead = " Y: a file." if file else ""
    head = text.partition("\n")[0]
    may = "tmux needs: set -g set-clipboard on" if os.environ.get("TMUX") else "The terminal may ignore it"
    what = head if (kept := cut(head, 55 - len(may))) == head else f"{kept}…"
    return f"Sent: {what} · {may}.{instead}"


def free_name(folder: Path, name: str, extension: str) -> Path:
    """A path in `folder` that nothing has yet, after a name or an address; where that is taken, with a number."""
    stem = re.sub(r"[^a-z0-9.]+", "-", name.casefold())[:LONGEST].strip("-.") or "item"
    names = (f"{stem}{extension}" if number == 1 else f"{stem}-{number}{extension}" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())


def written(name: str, extension: str, content: Callable[[], bytes], told: Sequence[str] = ()) -> tuple[str, str]:
    """Write a new file where the program was started, whole or not at all; what to say of it, with what has been `told`
    meanwhile, and the role of that line. The folder is last: of what has no room the end is not seen."""
    from caucasus_tui.brief.export import OutputError, write_whole  # what writes is loaded then

    try:
        folder = Path.cwd()
    except OSError:
        return "Nothing was written: the folder that the program was started in is gone.", "warn"
    try:
        path = free_name(folder, name, extension)
        write_whole(path, content(), force=False)
    except OutputError as error:
        why = reason(error.__cause__) if isinstance(error.__cause__, OSError) else str(error)
    except OSError as error:
        why = reason(error)
    else:
        return f"{'; '.join((f'Written to {path.name}', *told))}, in {folder}", "strong"
    return f"Nothing was written: {why}, in {folder}", "warn"
