"""Programs between the reader and the dashboard: an SSH server on loopback, tmux, screen. Skipped where missing."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.harness import PROGRAM, ROOT, environment, patience

WHY = "is not installed; `make test-terminal` installs it where it can"


def need(program: str) -> str:
    """The path of a program; skips the test without it."""
    found = shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip(f"{program} {WHY}")
    return found


class SshServer:
    """Lets this user in, with a key made for it, on a port of its own."""

    def __init__(self, folder: Path, *settings: str) -> None:
        sshd, keygen = need("sshd"), need("ssh-keygen")
        need("ssh")
        self._folder = folder
        for name in ("host", "client"):
            subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
        shutil.copy(folder / "client.pub", folder / "authorized")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        lines = [
            f"Port {self.port}",
            "ListenAddress 127.0.0.1",
            f"HostKey {folder / 'host'}",
            f"AuthorizedKeysFile {folder / 'authorized'}",
            f"PidFile {folder / 'pid'}",
            "StrictModes no",
            "UsePAM no",
            "PermitRootLogin prohibit-password",
            "PasswordAuthentication no",
            *settings,
        ]
        (folder / "sshd_config").write_text("\n".join(lines) + "\n")
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # where it gives up its privileges
        with (folder / "sshd.log").open("w") as log:
            self._server = subprocess.Popen([sshd, "-D", "-e", "-f", folder / "sshd_config"], stderr=log)
        self._wait()

    def _wait(self) -> None:
        end = time.monotonic() + 10 * patience()
        while time.monotonic() < end and self._server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        log = (self._folder / "sshd.log").read_text()
        pytest.skip(f"no SSH server can be run here: {log.strip().splitlines()[-1:]}")

    def client(self, remote: str, *options: str) -> tuple[str, ...]:
        """The command that runs `remote` on the server. There `$RUN` is the dashboard, and `$PID` takes its number."""
        variables = " ".join(f"{name}={value}" for name, value in environment(self._folder).items())
        run = f"env {variables} {' '.join(PROGRAM)}"
        remote = remote.replace("$RUN", run).replace("$PID", str(self._folder / "remote"))
        return ("ssh", *options, *self._as_client, "-p", str(self.port), "127.0.0.1", remote)

    def copier(self, program: str, *arguments: str) -> tuple[str, ...]:
        """The command of `scp` or `sftp`."""
        return (program, *self._as_client, "-P", str(self.port), *arguments)

    @property
    def _as_client(self) -> tuple[str, ...]:
        quiet = ("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR")
        return ("-F", "none", *quiet, "-i", str(self._folder / "client"))

    def remote_pid(self) -> int:
        return int((self._folder / "remote").read_text())

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()


@contextmanager
def ssh_server(folder: Path, *settings: str) -> Iterator[SshServer]:
    server = SshServer(folder, *settings)
    try:
        yield server
    finally:
        server.close()


class Tmux:
    """A tmux server of its own, with one session of a given size."""

    def __init__(self, folder: Path, size: tuple[int, int], *command: str) -> None:
        need("tmux")
        self._socket = folder / "tmux"
        self._environment = environment(folder, TERM="xterm")
        (folder / "tmux.conf").write_text("set -g default-terminal tmux-256color\nset -g status off\n")
        columns, rows = map(str, size)
        start = ("-f", str(folder / "tmux.conf"), "new-session", "-d", "-s", "one", "-x", columns, "-y", rows)
        self(*start, "exec " + " ".join(command))

    def __call__(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, "-u", *arguments],
            env=self._environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=20,
        )
        return done.stdout

    def screen(self) -> str:
        return self("capture-pane", "-p", "-t", "one")

    def shows(self, text: str, longest: float = 20.0) -> bool:
        end = time.monotonic() + longest * patience()
        while time.monotonic() < end:
            if text in self.screen():
                return True
            time.sleep(0.1)
        return False

    def pid(self) -> int:
        return int(self("display-message", "-p", "-t", "one", "#{pane_pid}"))

    def attach(self) -> tuple[str, ...]:
        """The command that shows the session."""
        return ("tmux", "-S", str(self._socket), "-u", "attach", "-t", "one")

    def close(self) -> None:
        self("kill-server")


@contextmanager
def tmux(folder: Path, size: tuple[int, int], *command: str) -> Iterator[Tmux]:
    server = Tmux(folder, size, *(command or PROGRAM))
    try:
        yield server
    finally:
        server.close()


def gone_after(pid: int, seconds: float) -> float | None:
    """How long until a process that is not ours is gone; None if it is still there."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if not Path(f"/proc/{pid}").exists() or ") Z " in Path(f"/proc/{pid}/stat").read_text():
            return time.monotonic() - began
        time.sleep(0.02)
    return None
