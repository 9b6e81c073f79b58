"""Golden files: a test module's `GOLDEN` says which file holds what, and how to make it.

`python -m tests.regenerate` writes them anew.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

Golden = Mapping[str, Callable[[], str]]
FOLDER = Path(__file__).parent / "golden"


def read(name: str) -> str:
    """What a golden file holds."""
    return (FOLDER / name).read_text(encoding="utf-8")
