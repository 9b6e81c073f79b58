"""Where nothing can be printed: a full disk, a reader that has gone, a removed folder. One line, never a trace."""

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from caucasus_tui.cli import main
from caucasus_tui.commands import COMMANDS

FULL = Path("/dev/full")
LARGEST = "docx" if find_spec("docx") else "html"
"""Bytes, where what makes them is installed."""
STARTER = Path(__file__).parent / "dossiers" / "0.1-starter"
TESTS = Path(__file__).parent
PRINTING = {
    "add": ["--dossier", str(TESTS / "tiny"), "add", "--dry-run", str(TESTS / "texts" / "weir.txt")],
    "ask": ["ask", "a"],
    "brief": ["brief"],
    "check": ["check"],
    "completion": ["completion", "bash"],
    "config": ["config"],
    "draft": ["--dossier", "begun", "draft", "weir"],
    "import": ["--dossier", str(TESTS / "tiny"), "import", "--dry-run", "events", str(TESTS / "texts" / "weir.csv")],
    "keys": ["keys"],
    "list": ["list", "lever"],
    "new": ["new", "made"],
    "changes": ["changes", str(STARTER), str(STARTER)],
    "compare": ["compare", "armenia", "azerbaijan"],
    "rename": ["--dossier", str(Path(__file__).parent / "tiny"), "rename", "--dry-run", "place:stone-bridge", "span"],
    "schema": ["schema", "events"],
    "search": ["search", "lachin"],
    "show": ["show", "pane:timeline"],
    "upgrade": ["upgrade", "--dry-run", str(STARTER)],
    "json": ["list", "--json"],
    "binary": ["brief", "--minutes", "1", "--format", LARGEST],
    "help": ["--help"],
    "help of a command": ["brief", "--help"],
    "version": ["--version"],
    "nothing given": [],
}
COMPLAINING = {
    "check": ["check", "nosuch"],
    "show": ["show", "lever:nosuch"],
    "list": ["list", "nosuch"],
    "brief": ["brief", "--for", "nosuch"],
}


@pytest.fixture(autouse=True)
def begun(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """What can only be drafted from a text of its own."""
    if request.node.name.endswith("[draft]"):
        assert main(["new", str(tmp_path / "begun"), "--from", str(TESTS / "texts" / "weir.txt")]) == 0


def run(arguments: Sequence[str], folder: Path, *, unbuffered: bool = False, **streams: int) -> tuple[int, str, str]:
    """Status, what came out and what was complained about; an end of the streams may be another file."""
    made = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
        **({"PYTHONUNBUFFERED": "1"} if unbuffered else {}),
        **{f"XDG_{kind}_HOME": str(folder / kind) for kind in ("STATE", "CACHE", "CONFIG")},
    }
    taken = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    done = subprocess.run(
        [sys.executable, "-m", "caucasus_tui", *arguments],
        stdin=subprocess.DEVNULL,
        cwd=folder,
        env=made,
        text=True,
        errors="replace",
        **taken,  # type: ignore[call-overload]
    )
    return done.returncode, done.stdout or "", done.stderr or ""


def faults(folder: Path) -> list[Path]:
    """The traces of faults that were kept."""
    return [*folder.rglob("fault-*")]


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) <= set(PRINTING)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("name", PRINTING)
def test_a_full_disk_is_one_line_and_wrong_use(tmp_path: Path, name: str) -> None:
    with FULL.open("w") as full:
        status, _, err = run(PRINTING[name], tmp_path, unbuffered=name in ("help", "list"), stdout=full.fileno())
    assert (status, err) == (2, "caucasus-tui: stdout cannot be written (no space left on device)\n")
    assert faults(tmp_path) == []


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", COMPLAINING.values(), ids=COMPLAINING)
def test_a_complaint_that_cannot_be_written_is_no_fault(tmp_path: Path, arguments: list[str]) -> None:
    with FULL.open("w") as full:
        assert run(arguments, tmp_path, stderr=full.fileno()) == (2, "", "")
        assert run(arguments, tmp_path, stdout=full.fileno(), stderr=full.fileno())[0] == 2
    assert faults(tmp_path) == []


@pytest.mark.parametrize("name", PRINTING)
def test_a_reader_that_has_read_enough_gets_no_complaint(tmp_path: Path, name: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    status, _, err = run(PRINTING[name], tmp_path, stdout=writer)
    os.close(writer)
    assert (status, err) == (128 + 13, "")
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["brief", "-o", "x.txt"], 2),
        (["brief", "-o", "x.docx"], 2),
        (["new", "made"], 2),
        (["schema", "--out", "made"], 2),
        (["check", "made"], 1),
        (["--dossier", ".", "check"], 1),
        (["--dossier", "made", "brief"], 1),
        (["show", "pane:timeline"], 0),
        (["brief"], 0),
    ],
    ids=str,
)
def test_a_removed_folder_is_one_line_where_it_matters(tmp_path: Path, arguments: list[str], expected: int) -> None:
    gone = "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')"
    script = f"{gone}; from caucasus_tui.cli import main; sys.exit(main({arguments!r}))"
    environ = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == expected, done.stderr
    assert done.stderr.count("\n") == bool(expected) and "internal" not in done.stderr
    assert faults(tmp_path) == []
