"""What differs between systems: keys for words, poll without terminals, no termios."""

import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from textual import events
from textual.message import Message

from caucasus_tui.cli import main
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.tui.terminal.driver import SafeDriver
from caucasus_tui.tui.terminal.keyboard import Keyboard
from tests.screen import reading

BLOCKED = """
import sys
for name in ("termios", "tty", "pty", "fcntl", "resource", "pwd", "grp"):
    sys.modules[name] = None
from caucasus_tui.cli import main
"""


def heard(*sent: bytes) -> list[Message]:
    """What the app is told of bytes from a terminal."""
    reader, writer = os.pipe()
    told: list[Message] = []
    done = threading.Event()
    keyboard = Keyboard(reader, told.append, lambda answer: None, lambda answer: None, done.set)
    keyboard._read = lambda: os.read(reader, 4096) or done.set() or b""  # type: ignore[method-assign,func-returns-value]
    keyboard.start()
    for chunk in sent:
        os.write(writer, chunk)
    os.close(writer)
    done.wait(10)
    keyboard.end()
    os.close(reader)
    return told


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        (b"\x1bb", "alt+b"),
        (b"\x1bf", "alt+f"),
        (b"\x1bd", "alt+d"),
        (b"\x1b\x7f", "alt+backspace"),
        (b"\x1b[1;3D", "alt+left"),
        (b"\x1b[1;5D", "ctrl+left"),
        (b"\x1b[1;3C", "alt+right"),
        (b"\x1b[3;3~", "alt+delete"),
        (b"\x1bz", "alt+z"),
    ],
)
def test_keys_for_words_are_keys_and_type_nothing(sent: bytes, key: str) -> None:
    (message,) = heard(sent)
    assert isinstance(message, events.Key) and (message.key, message.is_printable) == (key, False)


@pytest.mark.parametrize(
    ("key", "left"),
    [
        ("alt+backspace", "Lachin "),
        ("ctrl+backspace", "Lachin "),
        ("alt+left", "Lachin Xcorridor"),
        ("alt+b", "Lachin Xcorridor"),
        ("ctrl+left", "Lachin Xcorridor"),
    ],
)
async def test_keys_for_words_act_in_a_prompt(real: Dossier, key: str, left: str) -> None:
    async with reading(real) as reader:
        await reader.press("slash", *"Lachin", "space", *"corridor", key, *("X" if "X" in left else ""))
        assert left.strip() in reader.screen
        assert "X" in left or "corridor" not in reader.screen.splitlines()[-1]


class _NoTerminals:
    """A poll that answers as that of macOS does for a terminal."""

    def __init__(self) -> None:
        self._known: list[int] = []

    def register(self, fd: int, events: int = 0) -> None:
        self._known.append(fd)

    def poll(self, timeout: float | None = None) -> list[tuple[int, int]]:
        return [(fd, select.POLLNVAL) for fd in self._known]


def test_a_poll_that_knows_no_terminals_is_no_hang_up_and_keys_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(select, "poll", _NoTerminals)
    driver = SafeDriver.__new__(SafeDriver)
    driver._in = 0
    monkeypatch.setattr(driver, "_lost", lambda: pytest.fail("taken for a hang-up"))
    driver._watch()
    assert [message.key for message in heard(b"j") if isinstance(message, events.Key)] == ["j"]


@pytest.mark.parametrize("told", [select.POLLHUP, select.POLLERR])
def test_a_hang_up_is_one(monkeypatch: pytest.MonkeyPatch, told: int) -> None:
    answers = iter([[(0, told)], [(0, select.POLLNVAL)]])
    monkeypatch.setattr(_NoTerminals, "poll", lambda self: next(answers))
    monkeypatch.setattr(select, "poll", _NoTerminals)
    driver = SafeDriver.__new__(SafeDriver)
    driver._in = 0
    lost: list[bool] = []
    monkeypatch.setattr(driver, "_lost", lambda: lost.append(True))
    driver._watch()
    assert lost == [True]


@pytest.mark.parametrize(
    "arguments",
    [["brief"], ["check"], ["ask", "a"], ["search", "lachin"], ["show", "pane:timeline"], ["list"], ["--version"]],
    ids=" ".join,
)
def test_commands_that_print_work_without_termios(arguments: list[str], tmp_path: Path) -> None:
    script = f"{BLOCKED}\nsys.exit(main({arguments!r}))"
    environ = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environ, check=False)
    assert (done.returncode, done.stderr) == (0, "") and done.stdout


@pytest.mark.parametrize("arguments", [[], ["timeline"], ["--reset-terminal"]], ids=str)
def test_the_dashboard_says_in_a_line_what_it_needs(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "termios", None)
    monkeypatch.setattr("caucasus_tui.cli.is_usable", lambda: True)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "needs a Unix terminal, as in WSL" in err


@pytest.mark.parametrize(("width", "status"), [("1000", 0), ("1001", 2), ("9" * 5000, 2), ("²", 2), ("19", 2)])
def test_a_width_has_a_least_and_a_most(width: str, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        found = main(["show", "pane:names", "--width", width])
    except SystemExit as left:
        found = int(left.code or 0)
    assert found == status
    assert not status or "is not a whole number from 20 to 1000" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="there the key is no signal")
@pytest.mark.parametrize("here", ["gc_timing.put_off = interrupt", "cli.main = lambda: guarded(interrupt)"])
def test_ctrl_c_ends_it_in_silence_as_soon_as_it_begins(here: str) -> None:
    code = f"""
import os, signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may pass over it
from caucasus_tui import cli, gc_timing
from caucasus_tui.crash import guarded
from caucasus_tui.start import main
def interrupt(): os.kill(os.getpid(), signal.SIGINT)
{here}
raise SystemExit(main())
"""
    ended = subprocess.run([sys.executable, "-c", code, "brief"], capture_output=True, text=True, check=False)
    assert (abs(ended.returncode) % 128, ended.stderr, ended.stdout) == (signal.SIGINT, "", "")
