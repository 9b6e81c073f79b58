"""Without a terminal the brief comes out, as plain text, and nothing stays behind."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.harness import PROGRAM, ROOT, environment

SHELL = {
    "into a pipe": "{} | cat",
    "from /dev/null": "{} </dev/null",
    "from a pipe": "echo q | {}",
    "stdin closed": "{} <&-",
    "stderr closed": "{} 2>&- </dev/null",
    "stdout a file": "{} >out; cat out",
    "from cron": "env -i {} </dev/null 2>&1 | cat",
    "env -i": "env -i {}",
}


@pytest.mark.parametrize("case", SHELL)
def test_without_a_terminal_the_brief_is_printed(start: Start, tmp_path: Path, case: str) -> None:
    """In a terminal, by a shell, so that only what the case takes away is missing."""
    line = SHELL[case].format(f"PYTHONPATH={ROOT / 'src'} HOME={tmp_path} " + " ".join(PROGRAM))
    line = line.replace("env -i PYTHONPATH", "env -i PYTHONPATH").replace("echo q | PYTHON", "echo q | env PYTHON")
    began = time.monotonic()
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        timeout=30,
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"Nagorno-Karabakh, September 2023\n")
    assert b"\x1b" not in done.stdout + done.stderr
    assert not done.stderr
    assert time.monotonic() - began < 20
    assert _nothing_left(tmp_path)


def test_in_a_terminal_an_address_opens_there_and_esc_leads_to_the_first_screen(start: Start) -> None:
    session = start("lever:eu-economic").ready()
    assert session.shows("domain economic")
    session.press("\x1b")
    assert session.shows(" events ")
    session.send("q")
    assert session.ends(10) is not None


@pytest.mark.parametrize("term", ["dumb", "unknown", "", None])
def test_a_terminal_that_promises_nothing_gets_the_brief(start: Start, term: str | None) -> None:
    session = start(TERM=term)
    assert session.ends(20) is not None
    assert session.status == 0
    assert b"Nagorno-Karabakh, September 2023" in session.log
    assert b"\x1b" not in session.log
    assert session.disorder() == []


def test_stderr_may_go_elsewhere(start: Start, tmp_path: Path) -> None:
    command = ("bash", "-c", f"exec {' '.join(PROGRAM)} 2>{tmp_path / 'said'}")
    session = start(command=command).ready()
    session.send("q")
    assert session.ends(5) is not None
    assert session.status == 0
    assert (tmp_path / "said").read_bytes() == b""
    assert session.disorder() == []


@pytest.mark.parametrize("arguments", ["", "brief", "show lever:eu-economic"])
def test_with_stdout_closed_it_says_so_in_one_line(tmp_path: Path, arguments: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{' '.join(PROGRAM)} {arguments} >&-"],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        timeout=30,
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1 and len(done.stderr) <= 200
    assert done.stdout == b""


def test_a_reader_that_has_read_enough_is_no_fault(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {' '.join(PROGRAM)} brief | head -n 1"],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        timeout=30,
    )
    assert done.returncode in (0, 141)
    assert done.stdout == b"Nagorno-Karabakh, September 2023\n"
    assert done.stderr == b""


def _nothing_left(home: Path) -> bool:
    """No process has this home."""
    wanted = f"HOME={home}".encode()
    for process in Path("/proc").iterdir():
        if process.name.isdigit() and int(process.name) != os.getpid():
            try:
                if wanted in (process / "environ").read_bytes().split(b"\0"):
                    return False
            except OSError:
                continue
    return True
