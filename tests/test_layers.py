"""Commands that print load no screen: proved in a fresh interpreter, where import-linter can only read."""

import subprocess
import sys

import pytest

HEAVY = ("textual", "rich")


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
