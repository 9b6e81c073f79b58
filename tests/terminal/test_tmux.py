"""Inside tmux and GNU screen."""

import os
import signal
import time
from pathlib import Path

import pytest
from wcwidth import wcswidth

from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from tests.terminal.conftest import Start
from tests.terminal.figures import Figure
from tests.terminal.harness import PROGRAM, patience
from tests.terminal.servers import gone_after, need, tmux
from tests.terminal.test_data import HOSTILE

pytestmark = pytest.mark.slow


def test_when_its_pane_is_killed_it_is_gone(tmp_path: Path, figure: Figure) -> None:
    with tmux(tmp_path, (80, 24)) as session:
        assert session.shows("? keys")
        pid = session.pid()
        session("kill-pane", "-t", "one")
        took = gone_after(pid, 10)
        assert took is not None
        figure("tmux pane killed: gone after", took, "s", most=2 * patience())


def test_tmux_shows_borders_and_marks(tmp_path: Path) -> None:
    with tmux(tmp_path, (120, 36)) as session:
        assert session.shows("? keys")
        screen = session.screen()
        assert all(rule in screen for rule in "━─")
        assert all(mark in screen for mark in "◆◈●○◐")
        session("send-keys", "-t", "one", "2")
        session("send-keys", "-t", "one", "z")
        assert session.shows(f"{len(load(bundled()).dossier.levers)} levers")
        pid = session.pid()
        session("send-keys", "-t", "one", "q")
        assert gone_after(pid, 10) is not None


def test_in_tmux_a_pane_is_repaired_after_a_kill(tmp_path: Path) -> None:
    with tmux(tmp_path, (80, 24), "env", "PS1=prompt:", "bash", "--norc", "--noediting", "-i") as session:
        state = ("display-message", "-p", "-t", "one", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}")
        assert session.shows("prompt:")
        session("send-keys", "-t", "one", " ".join(PROGRAM), "Enter")
        assert session.shows("? keys")
        assert session(*state).strip() == "1 1 0"
        children = Path(f"/proc/{session.pid()}/task/{session.pid()}/children").read_text().split()
        os.kill(int(children[-1]), signal.SIGKILL)
        assert session.shows("prompt:")  # over the picture; "Killed" stands where the cursor was, and may not fit
        session("send-keys", "-t", "one", " ".join([*PROGRAM, "--reset-terminal"]), "Enter")
        end = time.monotonic() + 10
        while session(*state).strip() != "0 0 1" and time.monotonic() < end:
            time.sleep(0.1)
        assert session(*state).strip() == "0 0 1"
        session("send-keys", "-t", "one", "echo typed", "Enter")
        assert session.shows("\ntyped")


def test_gnu_screen_shows_borders_and_marks(start: Start, tmp_path: Path) -> None:
    need("screen")
    (tmp_path / "empty").write_text("startup_message off\n")
    (tmp_path / "sockets").mkdir(mode=0o700)
    session = start(
        command=("screen", "-U", "-c", str(tmp_path / "empty"), "-m", *PROGRAM),
        size=(120, 36),
        SCREENDIR=str(tmp_path / "sockets"),
    ).ready()
    screen = session.screen()
    assert all(rule in screen for rule in "━─")
    assert all(mark in screen for mark in "◆◈●○◐")
    session.send("q")
    assert session.ends(5) is not None


def test_other_scripts_leave_the_right_edge_straight(tmp_path: Path, figure: Figure) -> None:
    columns = 140
    with tmux(tmp_path, (columns, 40), *HOSTILE, "scripts") as session:
        assert session.shows("? keys")
        seen = 0
        for key in "1234":
            session("send-keys", "-t", "one", key)
            session.shows("quit")
            lines = [line.rstrip() for line in session.screen().splitlines()]
            assert all(_width(line) <= columns for line in lines)
            rules = [line for line in lines if line.endswith(("━", "─"))]
            assert {_width(line) for line in rules} == {columns - 1}, rules
            seen += len(rules)
        figure("lines with a straight right edge", seen, "")


def _width(line: str) -> int:
    return int(wcswidth(line))
