"""A program on a pseudo-terminal: press keys, read the screen, and see in what state it leaves the terminal."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from tests.terminal.traces import disorder, lines_of, picture

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "caucasus_tui")
FAULTY = (sys.executable, "-m", "tests.terminal.faulty")
"""The same with a fault put into it; the first argument names it."""

QUIT, CTRL_C, CTRL_Z, ESC, ENTER, TAB = "\x11", "\x03", "\x1a", "\x1b", "\r", "\t"
DOWN = "\x1b[B"


def patience() -> float:
    """How much longer than alone everything takes on this machine now; at least 1."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def environment(home: Path, **changes: str | None) -> dict[str, str]:
    """What a login over SSH has, with a home of its own. None takes a variable away."""
    wanted: dict[str, str | None] = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "PYTHONPATH": str(ROOT),
        **changes,
    }
    return {name: value for name, value in wanted.items() if value is not None}


class Session:
    """A child with a terminal of its own. `ignores_hangup`: SIGHUP does nothing; `controlling`: the terminal is also
    the one that signals come from."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
        *,
        ignores_hangup: bool = False,
        controlling: bool = True,
    ) -> None:
        self.size = size
        self.log = b""
        self.master, self._slave = pty.openpty()
        self.resize(*size)
        self.attributes = termios.tcgetattr(self._slave)
        self.started = time.monotonic()

        def prepare() -> None:
            os.setsid()
            # What runs the tests may ignore some, as `nohup` and a shell's `&` do; what is ignored stays so.
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                signal.signal(number, signal.SIG_DFL)
            if controlling:
                fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            if ignores_hangup:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)

        self._child = subprocess.Popen(
            command,
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=env,
            cwd=env["HOME"],
            preexec_fn=prepare,
        )
        self.pid = self._child.pid
        self._line: int | None = None

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._child.poll() is None:
            self._child.send_signal(signal.SIGKILL)
            self._child.send_signal(signal.SIGCONT)
        self._child.wait()
        self.hang_up()
        os.close(self._slave)

    # The terminal's side

    def resize(self, columns: int, rows: int) -> None:
        self.size = (columns, rows)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def hang_up(self) -> None:
        """The terminal is gone."""
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    def send(self, keys: str | bytes) -> None:
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            readable, writable, _ = select.select([self._source], [self.master], [], 10)
            if readable:
                self._take()
            if writable:
                data = data[os.write(self.master, data[:1024]) :]
            assert readable or writable, "the program takes no keys"

    def slow_line(self, line: int | None) -> None:
        """From now on read what the program sends from here; None: from its terminal again."""
        self._line = line

    @property
    def _source(self) -> int:
        return self.master if self._line is None else self._line

    def _take(self) -> bool:
        try:
            data = os.read(self._source, 65536)
        except OSError:
            return False
        self.log += data
        return bool(data)

    def read(self, seconds: float, until: Callable[[], bool] = lambda: False) -> bool:
        """Read for so long, or until something holds; returns whether it does."""
        end = time.monotonic() + seconds
        while not (held := until()) and (left := end - time.monotonic()) > 0:
            if not select.select([self._source], [], [], min(left, 0.05))[0]:
                continue
            if not self._take():
                time.sleep(min(left, 0.02))
        return held

    def settle(self, quiet: float = 0.4, longest: float = 20.0) -> bytes:
        """Read until nothing came for `quiet` seconds; returns what did."""
        start = before = len(self.log)
        end, last = time.monotonic() + longest, time.monotonic()
        while time.monotonic() < end and time.monotonic() - last < quiet:
            self.read(0.05)
            if len(self.log) > before:
                before, last = len(self.log), time.monotonic()
        return self.log[start:]

    def press(self, keys: str | bytes, quiet: float = 0.25) -> bytes:
        """Send keys; returns what the program then draws."""
        self.settle(0.05)
        self.send(keys)
        start = len(self.log)
        self.read(2, lambda: len(self.log) > start)
        return self.log[start:] + self.settle(quiet)

    def ready(self, text: str = "? keys", *, quiet: float = 0.2) -> "Session":
        """Wait for the first screen, and until nothing has come for `quiet` seconds."""
        assert self.shows(text, 20), f"no {text!r} on screen:\n{self.screen()}"
        if quiet:
            self.settle(quiet)
        return self

    def shows(self, text: str, longest: float = 10.0) -> bool:
        """Whether a text comes to stand on the screen."""
        return self.read(longest * patience(), lambda: text in self.screen())

    def screen(self) -> str:
        """What a person sees, line by line."""
        return "\n".join(lines_of(picture(self.log, self.size)))

    # The program's side

    def ends(self, seconds: float) -> float | None:
        """How long until the program has ended; None if it has not within that time."""
        start = time.monotonic()
        limit = seconds * patience()
        while self._child.poll() is None:
            if time.monotonic() - start > limit:
                return None
            if self.master >= 0:
                self.read(0.02)
            else:
                time.sleep(0.02)
        if self.master >= 0:
            self.read(0.1)
        return time.monotonic() - start

    @property
    def status(self) -> int | None:
        """The exit status as a shell gives it."""
        code = self._child.poll()
        return 128 - code if code is not None and code < 0 else code

    def also(self, *command: str) -> int:
        """Run a command on the same terminal; returns its status."""
        child = subprocess.Popen(command, stdin=self._slave, stdout=self._slave, stderr=self._slave, cwd=ROOT)
        while child.poll() is None:
            self.read(0.05)
        self.read(0.1)
        return child.returncode

    def signal(self, number: int) -> None:
        self._child.send_signal(number)

    @property
    def state(self) -> str:
        """As in ps: R, S, T …"""
        return Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0]

    @property
    def memory(self) -> float:
        """Resident, in MB."""
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.pid}/status").read_text())
        return int(found[1]) / 1024 if found else 0.0

    @property
    def processor(self) -> float:
        """Seconds of processor time so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def disorder(self) -> list[str]:
        """What is not as it was before the program: modes, styles, attributes."""
        left = disorder(self.log)
        now = termios.tcgetattr(self._slave)
        names = ("input", "output", "control", "local", "speed", "speed", "characters")
        left += [f"termios: {name}" for name, was, is_ in zip(names, self.attributes, now, strict=True) if was != is_]
        return left
