"""The reader's folders, as `platformdirs` has them, which is loaded only where they are not what XDG says: that takes
longer than to read the whole cache. Standard library alone, and little of it: this runs before the first picture."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

_ELSEWHERE = {"cache": ".cache", "state": ".local/state", "data": ".local/share"}


def user_folder(kind: 'Literal["cache", "state", "data"]') -> str:
    """Where the program keeps what it can make again, what outlives a run, what the reader puts there."""
    if sys.platform in ("darwin", "win32"):
        import platformdirs

        return str(getattr(platformdirs, f"user_{kind}_dir")("caucasus-tui", appauthor=False))
    base = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
    return os.path.join(base if os.path.isabs(base) else os.path.expanduser(f"~/{_ELSEWHERE[kind]}"), "caucasus-tui")
