"""What is not installed, and the command that installs it."""

import json
import shlex
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

PROGRAM = "caucasus-tui"
_TELLS = {"import": "pypdf", "pdf": "typst"}
"""Each extra with a module that is there where it is."""


def installing(extra: str) -> str:
    """The command that installs an extra, in the way and from the place that the program itself came: a clone, a built
    file, a repository, else an index of packages. pipx and uv begin anew, so extras that are there are named too."""
    prefix = Path(sys.prefix)
    if (prefix / ".installed").exists():
        return f"make {extra}"
    packages = prefix / "lib" / "python{}.{}".format(*sys.version_info) / "site-packages"
    both = ",".join(name for name, module in _TELLS.items() if name == extra or (packages / module).exists())
    place = prefix.as_posix()
    if "/pipx/" in place:
        return f"pipx install --force {_wanted(packages, both)}"
    if "/uv/tools/" in place:
        return f"uv tool install --force {_wanted(packages, both)}"
    return f"pip install {_wanted(packages, extra)}"


def _wanted(packages: Path, extras: str) -> str:
    """The program with extras, as an installer takes it: by where it came from, which every installer writes down."""
    record = next(packages.glob("caucasus_tui-*.dist-info/direct_url.json"), None)
    came = _came(record) if record else {}
    address = str(came.get("url", ""))
    if "vcs_info" in came:
        return shlex.quote(f"{PROGRAM}[{extras}] @ {came['vcs_info']['vcs']}+{address}")
    path = Path(unquote(urlsplit(address).path)) if address.startswith("file:") else None
    if path and not path.exists():
        return f"'.[{extras}]', in a copy of its repository"
    editable = "--editable " if came.get("dir_info", {}).get("editable") else ""
    return editable + shlex.quote(f"{path or PROGRAM}[{extras}]")


def _came(record: Path) -> dict[str, Any]:
    """What an installer wrote down; nothing where that cannot be read."""
    with suppress(OSError, ValueError):
        if isinstance(came := json.loads(record.read_text("utf-8")), dict):
            return came
    return {}
