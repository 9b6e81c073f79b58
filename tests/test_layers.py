"""Commands that print load no screen: proved in a fresh interpreter, where import-linter can only read."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import caucasus_tui

HEAVY = ("textual", "rich")
SHARED = {
    *("__init__", "actors", "levers", "names", "outlook", "points", "questions", "sources", "terms"),
    *("check", "config", "keys"),
}
"""File names that may stand in several packages: what every layer deals with, and commands beside what they drive."""


@pytest.mark.parametrize(
    "arguments",
    [
        ["brief"],
        ["ask", "a"],
        ["show", "pane:terms"],
        ["search", "Lachin"],
        ["list", "lever"],
        ["check"],
        ["keys"],
        ["--version"],
        ["--help"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_that_prints_loads_neither_textual_nor_rich(arguments: list[str]) -> None:
    program = (
        "import sys\n"
        "from caucasus_tui.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"
    assert done.stdout


def test_a_file_name_says_one_thing() -> None:
    names = Counter(path.stem for path in Path(caucasus_tui.__file__).parent.rglob("*.py"))
    assert {name for name, count in names.items() if count > 1} <= SHARED, "call the new one after what it holds"
