"""What the user's configuration says, and where it lies."""

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from caucasus_tui.dossier.problems import Problem

BUNDLED = "bundled"
"""The name of the dossier that comes with the program."""


class Config(Struct, frozen=True, kw_only=True):
    """What `config.toml` says; where there is none, the defaults."""

    path: str = ""
    lines: tuple[tuple[str, int | None], ...] = ()
    """The keys that the file gives, dotted, each with its line."""
    dossier: str = BUNDLED
    """Which one to open: a name from `dossiers`, or a folder."""
    theme: str = ""
    """The name of a colour theme; empty: the program chooses."""
    mouse: bool = True
    ascii: bool = False
    low_bandwidth: bool | Literal["ssh"] = False
    """`ssh`: in sessions over SSH."""
    watch: bool = False
    dossiers: tuple[tuple[str, str], ...] = ()
    """Name and folder of each, in the order of the file."""
    keymap: tuple[tuple[str, str], ...] = ()
    """The id of a binding and its keys, comma-separated, as Textual names them."""

    def gives(self, key: str) -> bool:
        """Whether the file has a value for a key, such as `theme` or `keymap.zoom`."""
        return key in dict(self.lines)

    def line(self, key: str) -> int | None:
        """The line of a key, from 1; None where the file has none, or where the line is not certain."""
        return dict(self.lines).get(key)


class ConfigError(Exception):
    """The settings cannot be used. Holds every problem, each with its line where there is one."""

    def __init__(self, problems: "Iterable[Problem]") -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def config_path(environ: Mapping[str, str] = os.environ) -> str:
    """Where the file is looked for: below `$XDG_CONFIG_HOME`, else below `~/.config`, on every system."""
    base = environ.get("XDG_CONFIG_HOME", "")
    folder = base if os.path.isabs(base) else os.path.expanduser("~/.config")
    return os.path.join(folder, "caucasus-tui", "config.toml")
