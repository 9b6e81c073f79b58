"""What the user's configuration may say, what it says, and where it lies."""

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from caucasus_tui.user_folders import settings_folder

if TYPE_CHECKING:
    from caucasus_tui.dossier.problems import Problem

BUNDLED = "bundled"
"""The name of the dossier that comes with the program."""
KIOSK_FILE = "/etc/caucasus-tui/config.toml"
"""What a kiosk is configured by where nothing else is said."""


class Setting(NamedTuple):
    """A row for each setting with one value. `name`: in the file, and of the option, there with `-` for `_`; `takes`:
    what is written for it; `does`: what the help says; `variable`: of the environment; `metavar`: of an option that
    takes a text, where others are switched; `over_ssh`: whether `ssh` may stand for "in sessions over SSH"."""

    name: str
    default: str | bool
    takes: str
    does: str
    variable: str = ""
    metavar: str = ""
    over_ssh: bool = False


SETTINGS = (
    Setting(
        "dossier",
        BUNDLED,
        "a name from `[dossiers]`, a folder, or `bundled`",
        "a folder with data/ and seeds/, or a name from the configuration; 'bundled' is the program's own",
        "CAUCASUS_DOSSIER",
        "DIR",
    ),
    Setting(
        "theme",
        "",
        "the name of a theme; empty: as fits the terminal",
        "a colour theme; t changes it while running",
        metavar="NAME",
    ),
    Setting("mouse", True, "`true` or `false`", "use the mouse, or leave it to the terminal"),
    Setting(
        "ascii",
        False,
        "`true` or `false`",
        "print and draw in ASCII only (default: where the locale or the terminal shows no more)",
        "CAUCASUS_ASCII",
    ),
    Setting(
        "low_bandwidth",
        False,
        '`true`, `false` or `"ssh"`: in sessions over SSH',
        "sixteen colours, and searching when typing pauses: for slow lines",
        "CAUCASUS_LOW_BANDWIDTH",
        over_ssh=True,
    ),
    Setting(
        "since_then",
        False,
        "`true` or `false`; it counts for the dashboard, what is printed needs the option",
        "with what later sources tell of it, marked and apart (L in the dashboard)",
    ),
    Setting("resume", False, "`true` or `false`", "begin where you were last time (without it, < leads there)"),
    Setting(
        "memory",
        True,
        "`true` or `false`",
        "keep for the next start where you were, the theme chosen with t and what was collected",
    ),
    Setting("watch", False, "`true` or `false`", "read the dossier anew whenever a file of it changes"),
    Setting(
        "cache",
        "",
        "a folder; empty: the user's own for caches, and in a kiosk none",
        "the folder for the cache, so that files need not be read again",
        metavar="DIR",
    ),
)
"""Options, the environment, the file, `caucasus-tui config` and the table of the documentation come from here."""
DEFAULTS = {row.name: row.default for row in SETTINGS}


class Config(Struct, frozen=True, kw_only=True):
    """What `config.toml` says; where there is none, the defaults."""

    path: str = ""
    lines: dict[str, int | None] = {}
    """The keys that the file gives, dotted, such as `keymap.zoom`; each with its line, where that is certain."""
    given: dict[str, Any] = {}
    """The settings that the file gives a value."""
    dossiers: dict[str, str] = {}
    """Name and folder of each, in the order of the file."""
    keymap: dict[str, str] = {}
    """The id of a binding and its keys, comma-separated, as Textual names them."""

    def __getitem__(self, name: str) -> Any:
        return self.given.get(name, DEFAULTS[name])


class ConfigError(Exception):
    """The settings cannot be used. Holds every problem, each with its line where there is one."""

    def __init__(self, problems: "Iterable[Problem]") -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def config_path(environ: Mapping[str, str] = os.environ) -> str:
    """Where the file is looked for."""
    return os.path.join(settings_folder(environ), "config.toml")
