"""Writes the golden files anew: `python -m tests.regenerate`. Read the difference before keeping it."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.golden import FOLDER


def main() -> None:
    """Every file that a test module's `GOLDEN` names."""
    for module in sorted(Path(__file__).parent.glob("test_*.py")):
        try:
            found = getattr(import_module(f"tests.{module.stem}"), "GOLDEN", {})
        except pytest.skip.Exception:  # it tests what is not installed here, and has no such files
            continue
        for name, make in found.items():
            target = FOLDER / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(make(), encoding="utf-8", newline="\n")
            print(target)


if __name__ == "__main__":
    main()
