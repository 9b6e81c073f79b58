"""The program goes when its terminal goes, and gives it back as it was whenever it can."""

import signal
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import Start, slow
from tests.terminal.figures import Figure
from tests.terminal.harness import CTRL_C, CTRL_Z, FAULTY, PROGRAM, QUIT, patience


def test_gone_when_the_terminal_is_closed(start: Start, figure: Figure) -> None:
    session = start().ready()
    session.hang_up()
    took = session.ends(5)
    assert took is not None
    figure("terminal closed: gone after", took, "s", most=patience())


def test_gone_though_hangups_are_ignored(start: Start, figure: Figure) -> None:
    session = start(ignores_hangup=True).ready()
    session.hang_up()
    took = session.ends(5)
    assert took is not None
    figure("terminal closed, SIGHUP ignored: gone after", took, "s", most=2 * patience())
    assert session.status == 129


def test_gone_though_no_signal_comes_at_all(start: Start, figure: Figure) -> None:
    session = start(controlling=False).ready()
    session.hang_up()
    took = session.ends(5)
    assert took is not None
    figure("terminal closed, not the controlling one: gone after", took, "s", most=2 * patience())
    assert session.status == 129


def test_gone_while_something_is_always_being_drawn(start: Start, figure: Figure) -> None:
    session = start("busy", command=FAULTY, ignores_hangup=True).ready(quiet=0)
    session.hang_up()
    took = session.ends(5)
    assert took is not None
    figure("terminal closed while drawing every 50 ms: gone after", took, "s", most=2 * patience())


@pytest.mark.parametrize(
    ("name", "status"), [("TERM", 143), ("HUP", 129), ("INT", 130), ("USR1", 138), slow("QUIT", 131)]
)
def test_a_signal_ends_it_and_the_terminal_is_as_before(start: Start, figure: Figure, name: str, status: int) -> None:
    session = start().ready()
    session.signal(signal.Signals[f"SIG{name}"])
    took = session.ends(5)
    assert took is not None
    figure(f"SIG{name}: gone after", took, "s", most=1.5 * patience())
    assert session.status == status
    assert session.disorder() == []


def test_a_signal_ends_it_though_nobody_reads_the_terminal(start: Start, figure: Figure) -> None:
    session = start("busy", command=FAULTY).ready(quiet=0)
    time.sleep(2)  # in which the terminal fills up
    began = time.monotonic()
    session.signal(signal.SIGTERM)
    while session.status is None and time.monotonic() - began < 10:
        time.sleep(0.02)
    figure("SIGTERM while nobody reads: gone after", time.monotonic() - began, "s", most=3 * patience())
    assert session.status == 143
    session.read(0.5)
    assert session.disorder() == []


@pytest.mark.parametrize("name", ["xterm-256color", slow("xterm-kitty")])
def test_ctrl_z_under_a_shell_gives_the_terminal_back_and_fg_takes_it_again(start: Start, name: str) -> None:
    shell = start(command=("bash", "--norc", "--noediting", "-i"), PS1="prompt> ", TERM=name).ready("prompt>")
    shell.send(" ".join(PROGRAM) + "\n")
    shell.ready("? keys")
    screen = shell.screen()
    shell.send(CTRL_Z)
    assert shell.shows("Stopped")
    assert shell.disorder() == []
    shell.send("fg\n")
    assert shell.read(10 * patience(), lambda: shell.screen().splitlines()[:20] == screen.splitlines()[:20])
    shell.send("j" + QUIT)
    assert shell.read(5 * patience(), lambda: shell.log.rstrip().endswith(b"prompt>"))
    assert shell.disorder() == []


def test_a_line_that_drops_loses_neither_the_place_nor_the_file_being_written(start: Start, tmp_path: Path) -> None:
    session = start("waiting-disk", command=FAULTY, controlling=False).ready()
    session.press("8")
    session.press("em")
    session.hang_up()
    time.sleep(0.2)
    (tmp_path / "go").touch()
    assert session.ends(5) is not None
    assert session.status == 129
    assert [path.name for path in tmp_path.glob("*.md")] == ["actors.md"]
    (places,) = (tmp_path / ".local/state/caucasus-tui").glob("*.places.txt")
    assert "place\tpane:actors\t" in places.read_text()


@pytest.mark.parametrize("goes_on", [signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH])
def test_a_file_that_is_waited_for_is_told_of_and_there_whatever_comes_meanwhile(
    start: Start, tmp_path: Path, goes_on: int
) -> None:
    session = start("waiting-disk", command=FAULTY).ready()
    session.press("em")
    session.send("q")
    assert session.shows("md is still being written; ctrl+c leaves without it")
    assert session.disorder() == []
    session.signal(goes_on)
    session.read(0.2)
    (tmp_path / "go").touch()
    assert session.ends(5) is not None
    assert session.status == 0 and (tmp_path / "timeline.md").exists()
    assert session.disorder() == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_who_does_not_wait_for_a_file_leaves_nothing_half(start: Start, tmp_path: Path, number: int) -> None:
    session = start("waiting-disk", command=FAULTY).ready()
    session.press("em")
    session.send("q")
    assert session.shows("ctrl+c leaves without it")
    session.send(CTRL_C) if number == signal.SIGINT else session.signal(number)
    assert session.ends(5) is not None
    assert session.status == 128 + number
    assert not [path.name for path in tmp_path.iterdir() if "timeline" in path.name]


def test_stop_and_continue_leave_the_terminal_as_before(start: Start) -> None:
    session = start().ready()
    session.signal(signal.SIGSTOP)
    time.sleep(0.3)
    assert session.state == "T"
    session.signal(signal.SIGCONT)
    session.settle()
    session.send("q")
    assert session.ends(5) is not None
    assert session.status == 0
    assert session.disorder() == []


def test_reset_terminal_repairs_one_after_a_kill(start: Start) -> None:
    session = start().ready()
    session.signal(signal.SIGKILL)
    assert session.ends(5) is not None
    assert "termios: local" in session.disorder()
    assert "mode 1049" in session.disorder()
    session.also(*PROGRAM, "--reset-terminal")
    assert session.disorder() == []


@pytest.mark.parametrize("keys", ["/", slow(""), slow("a")], ids=["prompt", "list", "questions"])
def test_idle_it_sends_nothing_and_takes_no_time(start: Start, figure: Figure, keys: str) -> None:
    session = start().ready()
    if keys:
        session.press(keys)
    session.settle(0.5)
    sent, used, began = len(session.log), session.processor, time.monotonic()
    session.read(2)
    share = (session.processor - used) / (time.monotonic() - began) * 100
    figure(f"idle, {keys or 'list'}: sent in 2 s", len(session.log) - sent, "B", most=0)
    figure(f"idle, {keys or 'list'}: processor", share, "%", most=2)


@pytest.mark.slow
def test_idle_for_half_a_minute(start: Start, figure: Figure) -> None:
    session = start().ready()
    session.settle(1.0)
    sent, used = len(session.log), session.processor
    session.read(30)
    figure("idle for 30 s: sent", len(session.log) - sent, "B", most=0)
    figure("idle for 30 s: processor", (session.processor - used) / 30 * 100, "%", most=2)
