"""Faults made on purpose in a process of its own: a disk that is full after so many bytes, a program killed there or at
any call of the system that changes a folder."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
RAISED = 99
CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.chmod", "os.utime", "os.link")
LOOKS = (*CHANGES, "open", "sqlite3.connect")
"""What Python says aloud before it does it; see `sys.addaudithook`."""


def in_a_child(run: Callable[[], int]) -> int:
    """The status of `run` in a forked process, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        status = RAISED
        try:
            status = run()
        except BaseException:  # noqa: BLE001 (told by its status)
            status = RAISED
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def full_after(size: int, run: Callable[[], int], *, kill: bool = False) -> int:
    """As `in_a_child`, where no file can be longer than `size`: a write that would make it so is cut there. The next
    one fails as on a full disk, or ends the process at once."""

    def limited() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL if kill else signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return run()

    return in_a_child(limited)


def at_change(
    number: int, folder: Path, act: Callable[[], None], run: Callable[[], int], *, only: Sequence[str] = LOOKS
) -> int:
    """As `in_a_child`; `act` is done just before the change or look of that number, from 0, in `folder`."""

    def hooked() -> int:
        seen = [0]

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            if event in only and arguments and str(folder) in os.fsdecode(str(arguments[0])):
                seen[0] += 1
                if seen[0] == number + 1:
                    act()

        sys.addaudithook(hook)
        return run()

    return in_a_child(hooked)


def killed() -> None:
    """End at once, with nothing tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


def command_on_a_full_disk(size: int, arguments: Sequence[str], folder: Path, *, kill: bool = False) -> tuple[int, str]:
    """Status of the program, run in `folder` where no file can be longer than `size`, and what it complained about."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL if kill else signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    kept = {f"XDG_{kind}_HOME": str(folder.parent / kind) for kind in ("STATE", "CACHE", "CONFIG")}
    command = [sys.executable, "-B", "-c", _MAIN.format("DFL" if kill else "IGN"), *arguments]
    environ = {**os.environ, **kept}
    done = subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, text=True, preexec_fn=limit, check=False
    )
    return done.returncode, done.stderr


_MAIN = (
    "import signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_{}); "
    "from caucasus_tui.cli import main; sys.exit(main(sys.argv[1:]))"
)
"""Python ignores the signal from its own start on."""
