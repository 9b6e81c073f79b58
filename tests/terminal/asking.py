"""The program, with the names of all variables of the environment that it asks for noted in a file, the first argument,
until it ends."""

import os
import sys
from pathlib import Path

notes = Path(sys.argv.pop(1))
asked: set[str] = set()
kind = type(os.environ)
get, has = kind.__getitem__, kind.__contains__


def getting(self: "os._Environ[str]", name: str) -> str:
    asked.add(name)
    return get(self, name)


def having(self: "os._Environ[str]", name: object) -> bool:
    asked.add(str(name))
    return has(self, name)


kind.__getitem__ = getting  # type: ignore[method-assign]
kind.__contains__ = having  # type: ignore[assignment, method-assign]

from caucasus_tui.start import main  # noqa: E402 (watched from the first import on)

try:
    status = main()
finally:
    notes.write_text("\n".join(sorted(asked)))
raise SystemExit(status)
