"""All that a first picture depends on, in one word. What is forgotten here would show a picture that is out of date;
what is here too much makes only a start slower. So where it cannot be told, it counts."""

import os
import sys
import time
from collections.abc import Iterator

from caucasus_tui.dossier.keeping.store import digest
from caucasus_tui.user_folders import settings_folder, user_folder

VARIABLES = (
    *("TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM", "COLORFGBG", "NO_COLOR", "FORCE_COLOR"),
    *("XTERM_VERSION", "VTE_VERSION", "KONSOLE_VERSION", "WT_SESSION", "COLUMNS", "LINES", "TZ", "HOME"),
    *("TTY_COMPATIBLE", "TTY_INTERACTIVE", "UNICODE_VERSION"),
    *("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"),
)
"""Of the environment, by name."""
PREFIXES = ("CAUCASUS_", "LANG", "LC_", "PYTHON", "TEXTUAL")
"""And by how names begin."""
SET_OR_NOT = ("SSH_CONNECTION", "TMUX", "STY")
"""Of which only that they are set is asked: what they say is another at each login."""
BUILT_ON = ("textual", "rich", "msgspec", "anyascii", "platformdirs")
LARGEST = 2_000_000
"""Bytes of a dossier that are read at each start, at most."""
LEFT_BY_A_READER = ".places.txt"
"""What files of the state folder end with that do not show at first."""

Size = tuple[int, int]


def surroundings(arguments: list[str], size: Size) -> str:
    """The word for everything but the dossier: programs, arguments, `size` in columns and rows, the day, environment,
    settings, what was remembered. Raises OSError where something of it cannot be read, as inside a zip."""
    environ = os.environ
    names = sorted(name for name in environ if name in VARIABLES or name.startswith(PREFIXES))
    return _word(
        (sys.version, sys.executable, sys.flags, getattr(sys.__stdout__, "encoding", "")),
        (arguments, _here() if arguments or "CAUCASUS_DOSSIER" in environ else ""),
        (tuple(size), time.localtime()[:3]),
        (
            [(name, environ[name]) for name in names],
            [(name in environ, bool(environ.get(name))) for name in SET_OR_NOT],
        ),
        [*_modules(os.path.dirname(os.path.dirname(__file__)))],
        [*_packages()],
        _content(os.path.join(settings_folder(), "config.toml")),
        [*_remembered(user_folder("state"))],
        [*_remembered(os.path.join(user_folder("data"), "originals"))],
    )


def of_dossier(root: str) -> str:
    """The word for all that stands in the folder of a dossier. Raises OSError, and ValueError for a large one."""
    found, left = [], LARGEST
    for path, status in _files(root, ("data", "seeds")):
        left -= status.st_size
        if left < 0:
            raise ValueError(path)
        found.append((path, digest(_content(path, status.st_size) or b"")))
    return _word(root, found)


def marks(root: str) -> object:
    """What no change to the folder of a dossier leaves as it is, without reading it. Raises OSError."""
    return [(path, *_times(status), status.st_ino) for path, status in _files(root, ("data", "seeds"))]


def _word(*parts: object) -> str:
    return digest(repr(parts).encode("utf-8", "surrogateescape"))


def _here() -> str:
    try:
        return os.getcwd()
    except OSError:  # it is gone
        return ""


def _times(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _modules(folder: str) -> Iterator[object]:
    """Every module and style sheet below a folder."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.endswith((".py", ".tcss")):
                yield entry.path, *_times(entry.stat())
            elif entry.name.isidentifier() and not entry.name.startswith("_") and entry.is_dir():
                yield from _modules(entry.path)


def _packages() -> Iterator[object]:
    """Where each package that this is built on would be loaded from, when it was put there, and as which version."""
    for name in BUILT_ON:
        for folder in sys.path:
            try:
                yield name, folder, *_times(os.stat(os.path.join(folder, name, "__init__.py")))
            except OSError:
                continue
            yield sorted(found for found in os.listdir(folder) if found.startswith((f"{name}-", f"{name}.")))
            break


def _remembered(folder: str) -> Iterator[object]:
    """What stands in a folder of the reader's: grounds, themes, collected lines, original texts, whatever comes."""
    try:
        names = sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for name in names:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not name.endswith(LEFT_BY_A_READER):
            yield name, _content(path)


def _files(root: str, folders: tuple[str, ...]) -> Iterator[tuple[str, os.stat_result]]:
    """Every file in folders and below: also those that are not read, which is simpler and no less safe."""
    for folder in folders:
        with os.scandir(os.path.join(root, folder)) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(root, (os.path.join(folder, entry.name),))
                else:
                    yield entry.path, entry.stat(follow_symlinks=False)


def _content(path: str, limit: int = LARGEST) -> bytes | None:
    """What stands in a file of at most so many bytes; None where there is none. Waits for no pipe."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return None
    content = b""
    try:
        while len(content) <= limit and (piece := os.read(descriptor, limit + 1 - len(content))):
            content += piece
    finally:
        os.close(descriptor)
    if len(content) > limit:
        raise ValueError(path)
    return content
