"""The reader's folders: that of the settings by XDG everywhere, the others as `platformdirs` has them. That is loaded
only where it says something else than XDG, as it takes longer than to read the whole cache. Standard library alone, and
little of it: this runs before the first picture."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

_ELSEWHERE = {"cache": ".cache", "state": ".local/state", "data": ".local/share"}


def user_folder(kind: 'Literal["cache", "state", "data", "log"]') -> str:
    """Where the program keeps what it can make again, what outlives a run, what the reader puts there, its faults."""
    if sys.platform in ("darwin", "win32"):
        import platformdirs

        return str(getattr(platformdirs, f"user_{kind}_dir")("caucasus-tui", appauthor=False))
    if kind == "log":
        return os.path.join(user_folder("state"), "log")
    return _below(os.environ.get(f"XDG_{kind.upper()}_HOME", ""), _ELSEWHERE[kind])


def settings_folder(environ: "Mapping[str, str]" = os.environ) -> str:
    """Where the reader's settings are: below `$XDG_CONFIG_HOME`, else below `~/.config`, on every system."""
    return _below(environ.get("XDG_CONFIG_HOME", ""), ".config")


def _below(base: str, below_home: str) -> str:
    if not os.path.isabs(base):
        home = os.path.expanduser("~")
        # Who has none, as an account of a container may, gets no folder called `~` where they stand, but none.
        base = os.path.join(home if os.path.isabs(home) else os.devnull, below_home)
    return os.path.join(base, "caucasus-tui")
