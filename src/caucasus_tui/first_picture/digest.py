"""All that a first picture depends on, in one word. What is forgotten here would show a picture that is out of date;
what is here too much makes only a start slower. So where it cannot be told, it counts."""

import os
import sys
import time

from caucasus_tui.dossier.keeping.store import digest
from caucasus_tui.user_folders import settings_folder, user_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
"""Bytes of a file of the reader's that is read at each start, at most."""
MOST = 2000
"""Files that are looked at at each start, at most."""
LEFT_BY_A_READER = ".places.txt"
"""What files of the state folder end with that do not show at first."""

Size = tuple[int, int]


def surroundings(arguments: list[str], size: Size) -> str:
    """The word for where the program runs and what it is asked: Python, arguments, `size` in columns and rows, the day,
    environment, settings, what was remembered. Raises OSError where something of it cannot be read."""
    environ = os.environ
    names = sorted(name for name in environ if name in VARIABLES or name.startswith(PREFIXES))
    return _word(
        (sys.version, sys.executable, sys.flags, sys.path, getattr(sys.__stdout__, "encoding", "")),
        (arguments, _here() if arguments or "CAUCASUS_DOSSIER" in environ else ""),
        (tuple(size), time.localtime()[:3]),
        (
            [(name, environ[name]) for name in names],
            [(name in environ, bool(environ.get(name))) for name in SET_OR_NOT],
        ),
        _content(os.path.join(settings_folder(), "config.toml")),
        [*_remembered(user_folder("state"))],
        [*_remembered(os.path.join(user_folder("data"), "originals"))],
    )


def made_of(root: str) -> list[str]:
    """Whatever on disk the first picture of the dossier in a folder has been made of: modules that are loaded by now,
    style sheet, packages and where they are installed, all that stands in the dossier. Raises OSError, and ValueError
    where it is too much to be looked at."""
    package = os.path.dirname(os.path.dirname(__file__))
    modules = {name: str(module.__file__) for name, module in sys.modules.items() if getattr(module, "__file__", "")}
    own = [path for path in modules.values() if path.startswith(os.path.join(package, ""))]
    built_on = [modules[name] for name in BUILT_ON if name in modules]
    installed = {os.path.dirname(os.path.dirname(path)) for path in built_on}
    found = [*own, os.path.join(package, "tui", "app.tcss"), *built_on, *installed]
    for folder in ("data", "seeds"):
        for path in _below(os.path.join(root, folder)):
            found.append(path)
            if len(found) > MOST:
                raise ValueError(path)
    return found


def looks(paths: "Sequence[str | bytes]") -> str:
    """The word for files and folders, which no change to one of them leaves as it is. Raises OSError."""
    found = [os.stat(path) for path in paths]
    return _word([(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino) for status in found])


def _word(*parts: object) -> str:
    return digest(repr(parts).encode("utf-8", "surrogateescape"))


def _here() -> str:
    try:
        return os.getcwd()
    except OSError:  # it is gone
        return ""


def _remembered(folder: str) -> "Iterator[object]":
    """What stands in a folder of the reader's: grounds, themes, collected lines, original texts, whatever comes."""
    try:
        names = sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for name in names:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not name.endswith(LEFT_BY_A_READER):
            yield name, _content(path)


def _below(folder: str) -> "Iterator[str]":
    """A folder and all in it: also what is not read, which is simpler and no less safe."""
    yield folder
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _below(entry.path)
            else:
                yield entry.path


def _content(path: str) -> bytes | None:
    """What stands in a file; None where there is none. Waits for no pipe. Raises ValueError for a large one."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return None
    content = b""
    try:
        while len(content) <= LARGEST and (piece := os.read(descriptor, LARGEST + 1 - len(content))):
            content += piece
    finally:
        os.close(descriptor)
    if len(content) > LARGEST:
        raise ValueError(path)
    return content
