"""A disposable folder of files that can be made again: each named by what it was made from, so none is out of date.

Files are written beside their place and moved into it whole, so that programs started together do not disturb each
other. What cannot be read, written or trusted is as good as not there: nothing here raises.
"""

import os
import stat
import time

from caucasus_tui.dossier.text.blake2 import blake2b
from caucasus_tui.user_folders import user_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = {"known": 64, "dossier": 8, "search": 8, "later": 8, "shelf": 4}
"""How many files of a kind are kept; those go that were not used for longest. Of other kinds: 16."""
TICK = 2_000_000_000
"""Nanoseconds. Two changes within a tick of a file system's clock look like one, so times prove nothing when fresh."""
_ABANDONED = 3600
"""Seconds after which an unfinished file belongs to a program that was killed."""
_FLAGS = os.O_RDONLY
for _name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)
_DIGEST = 64
"""Characters of a digest, which every file begins with: of the rest of it."""


def digest(*pieces: bytes) -> str:
    """A BLAKE2b digest of 32 bytes in hexadecimal."""
    state = blake2b(digest_size=_DIGEST // 2)
    for piece in pieces:
        state.update(piece)
    return state.hexdigest()


class Store:
    """`folder`, made for its owner alone when something is first written; None: the user's; empty: nothing is kept."""

    def __init__(self, folder: str | None = None) -> None:
        self.folder = user_folder("cache") if folder is None else folder

    def path(self, kind: str, key: str) -> str:
        """Where a file is or would be; whether it is there, is not looked at."""
        return os.path.join(self.folder, f"{kind}-{key[:40]}")

    def read(self, kind: str, key: str) -> bytes | None:
        """What was written, or None where it is not there, not whole, or not ours alone to write."""
        if not self.folder:
            return None
        try:
            descriptor = os.open(self.path(kind, key), _FLAGS)
        except OSError:
            return None
        try:
            with open(descriptor, "rb") as file:
                status = os.fstat(descriptor)
                if not (stat.S_ISREG(status.st_mode) and _is_ours(status) and _is_ours(os.stat(self.folder))):
                    return None
                found = file.read(_DIGEST)
                content = file.read()
        except OSError:
            return None
        if found != digest(content).encode():
            return None
        try:
            os.utime(self.path(kind, key))
        except OSError:
            pass
        return content

    def write(self, kind: str, key: str, content: bytes) -> bool:
        """Whether it could be kept."""

        def fill(path: str) -> None:
            with open(path, "wb") as file:
                file.write(digest(content).encode())
                file.write(content)

        return self.make(kind, key, fill)

    def make(self, kind: str, key: str, fill: "Callable[[str], None]") -> bool:
        """Have a file written by `fill` at a path that is moved into place; whether it could be kept.

        What `fill` raises, other than OSError, comes through, and leaves nothing behind.
        """
        if not self.folder:
            return False
        unfinished = os.path.join(self.folder, f".{kind}-{key[:40]}.{os.getpid()}-{time.monotonic_ns()}")
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            if not _is_ours(os.stat(self.folder)):
                return False
            os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            try:
                fill(unfinished)
                os.replace(unfinished, self.path(kind, key))
            except BaseException:
                try:
                    os.unlink(unfinished)
                except OSError:  # the folder itself may be gone
                    pass
                raise
        except OSError:
            return False
        try:
            self._tidy(kind, key[:40])
        except OSError:  # another program may tidy up at the same time
            pass
        return True

    def _tidy(self, kind: str, new: str) -> None:
        """Let go of what was not used for longest of a kind, and of what was never finished. Files with one key, of
        whatever kinds, are used together; those with the key `new` stay, even where a clock that was set back makes all
        others look newer."""
        with os.scandir(self.folder) as entries:
            found = {entry.name: entry.stat(follow_symlinks=False).st_mtime_ns for entry in entries}
        used: dict[str, int] = {}
        for name, at in found.items():
            key = name.partition("-")[2]
            used[key] = max(at, used.get(key, 0))
        same_kind = [name for name in found if name.startswith(f"{kind}-")]
        same_kind.sort(key=lambda name: (name.endswith(f"-{new}"), used[name.partition("-")[2]]), reverse=True)
        now = time.time_ns()
        abandoned = [name for name, at in found.items() if name[0] == "." and abs(now - at) > _ABANDONED * 10**9]
        for name in (*same_kind[KEPT.get(kind, 16) :], *abandoned):
            os.unlink(os.path.join(self.folder, name))


def _is_ours(status: os.stat_result) -> bool:
    """Whether nobody but the user may write to it. Windows keeps its folders apart by other means."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
