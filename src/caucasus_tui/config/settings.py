"""The settings in force: an option counts before the environment, that before the file, that before the default."""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from caucasus_tui.config.config import BUNDLED, SETTINGS, Config, ConfigError, Setting, config_path
from caucasus_tui.config.permissions import EVERYTHING, KIOSK, Permissions

if TYPE_CHECKING:
    import argparse

    from caucasus_tui.config.dossiers import NamedDossier
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
    permissions: Permissions = EVERYTHING

    @property
    def dossiers(self) -> "list[NamedDossier]":
        """The dossiers to choose from."""
        from caucasus_tui.config.dossiers import dossiers, kiosk_dossiers, with_first

        if self.permissions.is_kiosk:
            return kiosk_dossiers(self.config)
        return with_first(dossiers(self.config), self.folder)

    @property
    def cache(self) -> str | None:
        """The folder of the cache; None for the user's own, empty for none."""
        written, origin = self.values["cache"]
        if not written:
            return "" if self.permissions.is_kiosk else None
        return os.path.join(os.path.dirname(self.config.path) if origin == "file" else "", os.path.expanduser(written))

    def __getitem__(self, name: str) -> Any:
        return self.values[name].value

    def blame(self, name: str, message: str) -> str:
        """A message about a setting, with the place that the setting comes from."""
        if self.values[name].origin != "file":
            return f"caucasus-tui: {message}"
        line = self.config.lines.get(name)
        return f"{self.config.path}:{line}: {message}" if line else f"{self.config.path}: {message}"


def settle(
    options: "argparse.Namespace", keys: "Callable[[], KeyTable]", environ: Mapping[str, str] = os.environ
) -> Settings:
    """The settings in force. `keys` gives the table of bindings where it is needed. Raises ConfigError."""
    kiosk = getattr(options, "kiosk", None)
    path = config_path(environ) if kiosk is None else os.path.abspath(kiosk)
    if kiosk is not None and not os.path.exists(path):
        from caucasus_tui.dossier.problems import Problem

        raise ConfigError([Problem(file=path, message="no such file, and a kiosk opens only what its file names")])
    if os.path.lexists(path):
        from caucasus_tui.config.config_file import read_config

        config = read_config(path, keys())
    else:
        config = Config(path=path)
    values = {row.name: _value(row, options, environ, config) for row in SETTINGS}
    settings = Settings(config=config, values=values, folder="")
    if settings.cache and os.path.isfile(settings.cache):
        from caucasus_tui.dossier.problems import Problem, short

        message = f"{short(settings.cache)} is a file; what is kept needs a folder"
        raise ConfigError([Problem(file="caucasus-tui", message=message)])
    if kiosk is not None:
        settings = replace(settings, permissions=KIOSK)
        return replace(settings, folder=settings.dossiers[0].folder)
    return replace(settings, folder=_folder(config, *values["dossier"]))


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
    return Value(value, "file" if row.name in config.lines else "default")


def _is_on(value: str, environ: Mapping[str, str]) -> bool:
    """What a variable says that is a switch: `0` is off, `ssh` is on in a session over SSH, anything else is on."""
    return "SSH_CONNECTION" in environ if value == "ssh" else value != "0"
