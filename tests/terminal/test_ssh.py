"""Over a real SSH server: when the connection goes, so does the program; without a terminal the brief comes out."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.figures import Figure
from tests.terminal.harness import ROOT, environment, patience
from tests.terminal.servers import SshServer, gone_after, ssh_server, tmux

pytestmark = pytest.mark.slow


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SshServer]:
    with ssh_server(tmp_path) as running:
        yield running


@pytest.mark.parametrize(
    ("name", "remote"),
    [
        ("as the command", "echo $$ >$PID; exec $RUN"),
        ("under a shell", "$RUN & echo $! >$PID; fg; wait"),
        ("with SIGHUP ignored", "trap '' HUP; echo $$ >$PID; exec $RUN"),
        ("in a session of its own", "exec setsid -w sh -c 'echo $$ >$PID; exec $RUN'"),
    ],
)
def test_when_the_connection_breaks_it_is_gone(
    start: Start, server: SshServer, figure: Figure, name: str, remote: str
) -> None:
    if "fg" in remote:
        remote = f"set -m; {remote}"
    session = start(command=server.client(remote, "-tt")).ready()
    pid = server.remote_pid()
    session.signal(signal.SIGKILL)
    took = gone_after(pid, 10 * patience())
    assert took is not None
    figure(f"connection broken, {name}: gone after", took, "s", most=2 * patience())


@pytest.mark.timeout(120)
def test_when_the_network_falls_silent_it_costs_nothing_and_the_server_ends_it(
    start: Start, tmp_path: Path, figure: Figure
) -> None:
    with ssh_server(tmp_path, "ClientAliveInterval 5", "ClientAliveCountMax 2") as server:
        session = start(command=server.client("echo $$ >$PID; exec $RUN", "-tt")).ready()
        pid = server.remote_pid()
        session.signal(signal.SIGSTOP)
        used = _processor(pid)
        time.sleep(5)
        figure("silent network: processor over 5 s", (_processor(pid) - used) / 5 * 100, "%", most=2)
        took = gone_after(pid, 60)
        assert took is not None
        figure("silent network, ClientAlive 5 × 2: gone after", took + 5, "s", most=45 * patience())


def test_in_tmux_it_outlives_the_connection(start: Start, server: SshServer, tmp_path: Path) -> None:
    with tmux(tmp_path, (80, 24)) as session:
        assert session.shows("? keys")
        pid = session.pid()
        client = start(command=server.client(" ".join(session.attach()), "-tt")).ready()
        client.press("2")
        client.signal(signal.SIGKILL)
        time.sleep(1)
        os.kill(pid, 0)
        again = start(command=server.client(" ".join(session.attach()), "-tt")).ready()
        assert "holds" in again.screen()
        again.press("1")
        assert again.shows("stated")


def test_over_ssh_without_a_terminal_the_brief_is_printed(server: SshServer, tmp_path: Path) -> None:
    done = subprocess.run(
        server.client("$RUN", "-T"), env=environment(tmp_path), cwd=ROOT, capture_output=True, timeout=60, input=b""
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"Nagorno-Karabakh, September 2023\n")
    assert b"\x1b" not in done.stdout + done.stderr


def test_ctrl_z_over_ssh_without_a_shell_does_not_hang_the_session(start: Start, server: SshServer) -> None:
    session = start(command=server.client("echo $$ >$PID; exec $RUN", "-tt")).ready()
    session.press("\x1a")
    session.press("2")
    assert session.shows("holds")
    session.send("q")
    assert session.ends(5) is not None
    assert session.status == 0


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
