"""The files of the state directory: what outlives a run, and may be thrown away."""

import errno
import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import Literal

from caucasus_tui.user_folders import user_folder

_IS_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def state_folder() -> Path:
    """Where they are."""
    return Path(user_folder("state"))


def state_file(dossier_id: str, what: Literal["collected", "places"]) -> Path | None:
    """The file of something that is kept for a dossier; none for one whose id is no name for a file, or that has
    none."""
    return state_folder() / f"{dossier_id}.{what}.txt" if _IS_NAME.fullmatch(dossier_id) else None


def read(file: Path, most: int) -> bytes:
    """What stands in a file, of more than `most` bytes the beginning. Raises OSError, also for what is no plain file:
    nobody waits for a pipe."""
    with os.fdopen(os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no plain file")
        return opened.read(most)


def keep(file: Path, text: str) -> str:
    """Write a file whole and for nobody else to read, or leave it as it was; returns why it was left, or nothing. A
    link goes on leading to the file."""
    file = Path(os.path.realpath(file))
    passing = file.with_name(f".{file.name}-{os.getpid()}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as opened:
                opened.write(text)
            passing.replace(file)
        except OSError:
            with suppress(OSError):
                passing.unlink()
            raise
    except OSError as error:
        return f"{(error.strerror or 'cannot be written').lower()}, in {file.parent}"
    return ""
