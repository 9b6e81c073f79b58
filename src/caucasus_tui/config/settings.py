"""The settings in force: an option counts before the environment, that before the file, that before the default."""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from msgspec import Struct

from caucasus_tui.config.config import BUNDLED, SETTINGS, Config, Setting, config_path

if TYPE_CHECKING:
    import argparse

    from caucasus_tui.config.keymap import KeyTable

Origin = Literal["option", "environment", "file", "default"]


class Value(NamedTuple):
    """What counts for a setting, and where it comes from. Options are called as settings are; one that was not given
    is None."""

    value: Any
    origin: Origin


class Settings(Struct, frozen=True, kw_only=True):
    """`values` by name. `folder` of the dossier to open; empty for the bundled one."""

    config: Config
    values: dict[str, Value]
    folder: str

    def __getitem__(self, name: str) -> Any:
        return self.values[name].value

    def blame(self, name: str, message: str) -> str:
        """A message about a setting, with the place that the setting comes from."""
        if self.values[name].origin != "file":
            return f"caucasus-tui: {message}"
        line = self.config.line(name)
        return f"{self.config.path}:{line}: {message}" if line else f"{self.config.path}: {message}"


def settle(
    options: "argparse.Namespace",
    keys: "Callable[[], KeyTable]",
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """The settings in force. `keys` gives the table of bindings where it is needed. Raises ConfigError."""
    path = config_path(environ)
    if os.path.lexists(path):
        from caucasus_tui.config.config_file import read_config

        config = read_config(path, keys())
    else:
        config = Config(path=path)
    values = {row.name: _value(row, options, environ, config) for row in SETTINGS}
    return Settings(config=config, values=values, folder=_folder(config, *values["dossier"]))


def _folder(config: Config, wanted: str, origin: Origin) -> str:
    if wanted == BUNDLED:
        return ""
    from caucasus_tui.config.dossiers import find_dossier

    return find_dossier(config, wanted, base=os.path.dirname(config.path) if origin == "file" else "").folder


def _value(row: Setting, options: "argparse.Namespace", environ: Mapping[str, str], config: Config) -> Value:
    if (given := getattr(options, row.name, None)) is not None:
        return Value(given, "option")
    if own := environ.get(row.variable):
        return Value(_is_on(own, environ) if isinstance(row.default, bool) else own, "environment")
    value = config[row.name]
    if row.over_ssh and value == "ssh":
        value = _is_on(value, environ)
    return Value(value, "file" if config.gives(row.name) else "default")


def _is_on(value: str, environ: Mapping[str, str]) -> bool:
    """What a variable says that is a switch: `0` is off, `ssh` is on in a session over SSH, anything else is on."""
    return "SSH_CONNECTION" in environ if value == "ssh" else value != "0"
