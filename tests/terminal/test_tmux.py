"""Checks 9, 30 and 49: inside tmux and GNU screen."""

import os
import signal
from pathlib import Path

import pytest
from wcwidth import wcswidth

from tests.terminal.conftest import Start
from tests.terminal.figures import Figure
from tests.terminal.harness import PROGRAM, patience
from tests.terminal.servers import gone_after, need, tmux
from tests.terminal.test_data import HOSTILE

pytestmark = pytest.mark.slow


def test_9_when_its_pane_is_killed_it_is_gone(tmp_path: Path, figure: Figure) -> None:
    with tmux(tmp_path, (80, 24)) as session:
        assert session.shows("q quit")
        pid = session.pid()
        session("kill-pane", "-t", "one")
        took = gone_after(pid, 10)
        assert took is not None
        figure("9", "tmux pane killed: gone after", took, "s", most=2 * patience())


def test_30_tmux_shows_borders_and_marks(tmp_path: Path) -> None:
    with tmux(tmp_path, (120, 36)) as session:
        assert session.shows("q quit")
        screen = session.screen()
        assert all(corner in screen for corner in "╭╮╰╯")
        assert all(mark in screen for mark in "◆◈●○◐")
        assert "3[8;5" not in screen
        session("send-keys", "-t", "one", "2")
        session("send-keys", "-t", "one", "z")
        assert session.shows("29 levers")
        session("send-keys", "-t", "one", "q")
        assert gone_after(session.pid() or 0, 5) is not None or not session.screen()


def test_30_in_tmux_a_kill_is_repaired_by_running_it_again(tmp_path: Path) -> None:
    with tmux(tmp_path, (80, 24), "bash", "--norc", "--noediting", "-i") as session:
        session("send-keys", "-t", "one", f"PYTHONPATH=src {' '.join(PROGRAM)} & wait", "")
        session("send-keys", "-t", "one", "-l", "")
        session("send-keys", "-t", "one", "C-c")
        session("send-keys", "-t", "one", "clear; " + " ".join(PROGRAM), "Enter")
        assert session.shows("q quit")
        children = Path(f"/proc/{session.pid()}/task/{session.pid()}/children").read_text().split()
        os.kill(int(children[-1]), signal.SIGKILL)
        assert session.shows("Killed")
        session("send-keys", "-t", "one", "C-u")
        session("send-keys", "-t", "one", " ".join([*PROGRAM, "--reset-terminal"]), "C-m")
        session("send-keys", "-t", "one", "C-m")
        assert session.shows("$")
        flags = session("display-message", "-p", "-t", "one", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}")
        assert flags.strip() == "0 0 1"


def test_30_gnu_screen_shows_borders_and_marks(start: Start, tmp_path: Path) -> None:
    need("screen")
    (tmp_path / "empty").write_text("startup_message off\n")
    (tmp_path / "sockets").mkdir(mode=0o700)
    session = start(
        command=("screen", "-U", "-c", str(tmp_path / "empty"), "-m", *PROGRAM),
        size=(120, 36),
        SCREENDIR=str(tmp_path / "sockets"),
    ).ready()
    screen = session.screen()
    assert all(corner in screen for corner in "╭╮╰╯")
    assert all(mark in screen for mark in "◆◈●○◐")
    session.send("q")
    assert session.ends(5) is not None
    assert session.disorder() == []


def test_49_other_scripts_leave_the_right_edge_straight(tmp_path: Path, figure: Figure) -> None:
    columns = 140
    with tmux(tmp_path, (columns, 40), *HOSTILE, "scripts") as session:
        assert session.shows("q quit")
        seen = 0
        for key in "1234":
            session("send-keys", "-t", "one", key)
            session.shows("quit")
            lines = [line for line in session.screen().splitlines() if line.startswith("│")]
            ends = {_width(line) for line in lines if line.endswith("│")}
            assert lines and all(line.endswith("│") for line in lines)
            assert ends == {columns}, [line for line in lines if _width(line) != columns]
            seen += len(lines)
        figure("49", "lines with a straight right edge", seen, "")


def _width(line: str) -> int:
    return int(wcswidth(line))
