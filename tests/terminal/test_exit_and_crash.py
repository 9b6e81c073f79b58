"""Every way out gives the terminal back, and a fault of ours says so without showing data."""

import re
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import Start, slow
from tests.terminal.faulty import SECRET
from tests.terminal.figures import Figure
from tests.terminal.harness import CTRL_C, FAULTY, QUIT, patience


@pytest.mark.parametrize(
    ("keys", "name"),
    [("q", "q"), slow(QUIT, "ctrl+q"), ("/" + QUIT, "ctrl+q in the prompt"), (CTRL_C + CTRL_C, "ctrl+c twice")],
)
def test_quitting_leaves_the_terminal_as_before(start: Start, figure: Figure, keys: str, name: str) -> None:
    session = start().ready()
    for key in keys[:-1]:
        session.press(key)
    session.send(keys[-1])
    took = session.ends(5)
    assert took is not None
    figure(f"{name}: gone after", took, "s", most=patience())
    assert session.status == 0
    assert session.disorder() == []
    assert session.log.rpartition(b"\x1b[?1049l")[2] in (b"\x1b[?25h", b"")


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        ("loading", ""),
        ("driver", ""),
        ("compose", ""),
        slow("drawing", ""),
        ("action", "t"),
        ("worker", "t"),
        slow("task", "t"),
        ("thread", "t"),
        ("input", "j"),
    ],
)
def test_a_fault_ends_in_one_line_a_private_log_and_status_70(
    start: Start, figure: Figure, tmp_path: Path, fault: str, key: str
) -> None:
    session = start(fault, command=FAULTY)
    if key:
        session.ready().send(key)
    assert session.ends(20) is not None
    assert session.status == 70
    assert session.disorder() == []
    said = session.log.rpartition(b"\x1b[?25h")[2].decode()
    assert said.count("\n") == 1
    said = re.split(r"\r(?!\n)", said)[-1]  # on a slow machine a bar stood there, and was wiped away
    assert said.startswith("caucasus-tui: internal error, ValueError in faulty.py:")
    figure(f"fault in {fault}: said", len(said), "B", most=1000)
    path = re.search(r"/\S+\.txt", said)
    assert path
    log = Path(path[0])
    assert log.is_relative_to(tmp_path)
    assert log.stat().st_mode & 0o777 == 0o600
    trace = log.read_text()
    assert "faulty.py" in trace and "ValueError" in trace
    assert SECRET not in trace.replace(f'SECRET = "{SECRET}"', "") and SECRET.encode() not in session.log


def test_a_log_that_cannot_be_written_is_no_second_fault(start: Start) -> None:
    session = start("loading", command=FAULTY, XDG_STATE_HOME="/proc/nowhere")
    assert session.ends(20) is not None
    assert session.status == 70
    assert "No trace could be written" in session.screen().replace("\n", "")


def test_a_terminal_that_offers_more_is_left_as_before(start: Start, figure: Figure) -> None:
    session = start().ready()
    session.send("\x1b[?2026;2$y\x1b[?2048;2$y")
    session.press("j")
    session.press("2")
    session.send("q")
    assert session.ends(5) is not None
    begun, ended = session.log.count(b"\x1b[?2026h"), session.log.count(b"\x1b[?2026l")
    figure("synchronized updates begun", begun, "")
    assert begun == ended > 0
    assert b"2048h" not in session.log and b"1016h" not in session.log
    assert session.disorder() == []


@pytest.mark.parametrize("browser", ["www-browser", slow("lynx"), slow("w3m")])
def test_no_browser_is_ever_started(start: Start, tmp_path: Path, browser: str) -> None:
    fake, marker = tmp_path / "bin" / browser, tmp_path / "ran"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\ntouch {marker}\nsleep 5\n")
    fake.chmod(0o755)
    session = start("browsing", command=FAULTY, PATH=f"{fake.parent}:/usr/bin:/bin", BROWSER=str(fake)).ready()
    session.press("t")
    began = time.monotonic()
    assert session.press("j")
    assert time.monotonic() - began < 2 * patience()
    assert not marker.exists()
