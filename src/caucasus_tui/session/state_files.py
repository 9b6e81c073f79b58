"""The files of the state directory: what outlives a run, and may be thrown away."""

import os
import re
import sys
from pathlib import Path
from typing import Literal

_IS_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def state_folder() -> Path:
    """Where they are."""
    if sys.platform in ("darwin", "win32"):
        from platformdirs import user_state_dir

        return Path(user_state_dir("caucasus-tui", appauthor=False))
    base = Path(os.environ.get("XDG_STATE_HOME", "").strip())
    return (base if base.is_absolute() else Path.home() / ".local" / "state") / "caucasus-tui"


def state_file(dossier_id: str, what: Literal["collected", "places"]) -> Path | None:
    """The file of something that is kept for a dossier; none for one whose id is no name for a file, or that has
    none."""
    return state_folder() / f"{dossier_id}.{what}.txt" if _IS_NAME.fullmatch(dossier_id) else None
