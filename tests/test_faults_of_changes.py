"""Faults on purpose in what changes a dossier: nothing half written, and the same command once more ends it."""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caucasus_tui.cli import main
from tests.faults import CHANGES, at_change, command_on_a_full_disk, forks, full_after, in_a_child, killed

TESTS = Path(__file__).parent
COMMANDS = {
    "add": ["add", str(TESTS / "texts" / "weir.txt")],
    "draft": ["draft", "weir", "-o"],
    "import": ["import", "events", str(TESTS / "texts" / "weir.csv")],
    "rename": ["rename", "actor:lower-mill", "mill-below"],
    "rename of a source": ["rename", "source:valley-letter", "letter"],
}
"""`upgrade` is in tests/test_faults.py."""
Contents = dict[str, bytes]


def contents(folder: Path) -> Contents:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Case:
    """A dossier, a command that changes it, and what it is before and after."""

    def __init__(self, name: str, folder: Path) -> None:
        self.root, self._kept = folder / "own", folder / "kept"
        shutil.copytree(TESTS / "tiny", self._kept)
        if name == "draft":
            assert main(["--dossier", str(self._kept), *COMMANDS["add"]]) == 0
        self.stride = 7 if "rename" in name else 1  # of the many files that a rename writes some are enough
        self.moves = name == "rename of a source"
        self.command = ["--dossier", str(self.root), *COMMANDS[name]]
        self.begin()
        self.before = contents(self.root)
        assert self.run() == 0
        self.after = contents(self.root)
        assert self.before != self.after
        self.begin()

    def begin(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self._kept, self.root)

    def run(self) -> int:
        return main(self.command)

    def is_whole(self) -> bool:
        """Whether each file is as before or as after, but for hidden ones, and the command once more ends it."""
        found, known = self.shown(), {*self.before.items(), *self.after.items()}
        if not self.moves and not found.items() <= known:
            return False
        if not {*found.values()} <= {content for _, content in known}:
            return False
        return found == self.after or (self.run() == 0 and self.shown() == self.after)

    def shown(self) -> Contents:
        return {name: content for name, content in contents(self.root).items() if not Path(name).name.startswith(".")}


@pytest.fixture
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    return Case(request.param, tmp_path)


every = pytest.mark.parametrize("case", COMMANDS, indirect=True)


@forks
@every
@pytest.mark.parametrize("size", [0, 300])
def test_on_a_full_disk_each_file_is_whole_and_it_is_said_in_a_line(case: Case, size: int) -> None:
    ended, err = command_on_a_full_disk(size, case.command, case.root.parent)
    assert (ended, err.count("\n")) == (2, 1) and "too large" in err and "internal" not in err
    assert contents(case.root) == case.shown()  # nothing hidden is left
    assert case.is_whole()


@forks
@every
@pytest.mark.parametrize("size", [0, 300])
def test_killed_within_a_write_each_file_is_whole(case: Case, size: int) -> None:
    assert full_after(size, case.run, kill=True) == -signal.SIGXFSZ
    assert case.is_whole()


@forks
@every
def test_killed_between_any_two_changes(case: Case) -> None:
    steps = killings = 0
    while at_change(steps, case.root, killed, case.run, only=CHANGES) != 0:
        assert case.is_whole(), steps
        case.begin()
        steps += 1 if steps < 4 else case.stride
        killings += 1
    assert killings >= 1


@forks
@every
def test_a_folder_that_may_only_be_read_is_one_line(case: Case, capfd: pytest.CaptureFixture[str]) -> None:
    assert in_a_child(_refused(case.root, case.run)) == 2
    err = capfd.readouterr().err
    assert err.count("\n") == 1 and "permission denied" in err and "internal" not in err and "Errno" not in err
    assert contents(case.root) == case.before


def _refused(folder: Path, run: Callable[[], int]) -> Callable[[], int]:
    """`run` where nothing in the folder may be written, made or moved: a system does not refuse that to root."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        writes = event in CHANGES or (event == "open" and int(str(arguments[2])) & (os.O_WRONLY | os.O_RDWR))
        if writes and str(folder) in str(arguments[0]):
            raise PermissionError(13, "Permission denied", str(arguments[0]))

    def hooked() -> int:
        sys.addaudithook(hook)
        return run()

    return hooked
