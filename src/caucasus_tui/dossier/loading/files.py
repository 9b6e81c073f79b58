"""Opening a file that somebody else may have prepared: links, pipes and devices are refused before they can do harm."""

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# Absent on Windows, where a link or a pipe in a folder is not the danger it is here.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


SIZE_LIMIT = 2_000_000
"""Bytes of one file, unless the caller allows more."""


class UnsafeFileError(ValueError):
    """The file is not one that we read; the text says why, and what to do."""


def read_bytes(path: "Traversable | str", limit: int, form: str = "YAML") -> bytes:
    """The content of a regular file of at most `limit` bytes. Never follows a link, never blocks. `form`: what such a
    file is written in.

    Raises UnsafeFileError for any other kind of file or a larger one, OSError where the system refuses.
    """
    if not isinstance(path, str | os.PathLike):  # inside a zip: packaged data, with no file descriptor to ask
        return _sized(path.read_bytes(), limit, form)
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        # Opening a link says "too many links" in one word or another; a socket says "no such device".
        if error.errno in (errno.ELOOP, getattr(errno, "EMLINK", None)):
            raise UnsafeFileError("this is a link, and links are not followed; put the file itself here") from error
        if error.errno in (errno.ENXIO, errno.EOPNOTSUPP):
            raise UnsafeFileError(f"this is not a plain file; put a plain {form} file here") from error
        raise
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            kind = "a folder" if stat.S_ISDIR(mode) else "a pipe or a device"
            raise UnsafeFileError(f"this is {kind}, not a file; put a plain {form} file here")
        content = bytearray()
        # One byte more than allowed: the file may have grown since its size was asked.
        while len(content) <= limit and (chunk := os.read(descriptor, limit + 1 - len(content))):
            content += chunk
    finally:
        os.close(descriptor)
    return _sized(bytes(content), limit, form)


def _sized(content: bytes, limit: int, form: str) -> bytes:
    if len(content) > limit:
        remedy = "is no setting" if form == "TOML" else "is not data, or allow more with --max-file"
        raise UnsafeFileError(f"larger than {limit / 1_000_000:g} MB; take out what {remedy}")
    return content
