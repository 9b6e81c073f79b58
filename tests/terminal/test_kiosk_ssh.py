"""A kiosk behind a real SSH server, set up as docs/serving.md says: a reader tries every way out."""

import getpass
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.harness import CTRL_C, CTRL_Z, ENTER, ESC, ROOT, environment, patience
from tests.terminal.servers import SshServer, ssh_server

TINY = ROOT / "tests" / "tiny"
AUDITED = ROOT / "tests" / "terminal" / "audited.py"
SFTP = "Subsystem sftp internal-sftp"
"""As a server has it for its other accounts."""
LAX = "AcceptEnv CAUCASUS_* XDG_* PYTHON* TEXTUAL_* COLUMNS EDITOR BROWSER HOME"
"""The worst of servers: it takes whatever variables a reader sends."""
SMUGGLED = {
    "CAUCASUS_DOSSIER": "/etc",
    "CAUCASUS_ASCII": "1",
    "PYTHONINSPECT": "1",
    "PYTHONSTARTUP": "/etc/passwd",
    "TEXTUAL_LOG": "/tmp/textual-log",
    "EDITOR": "sh",
    "COLUMNS": "20",
}
SENT = tuple(
    option for name in (*SMUGGLED, "XDG_CONFIG_HOME", "XDG_CACHE_HOME") for option in ("-o", f"SendEnv={name}")
)
NEEDS = "caucasus-tui: a kiosk needs a terminal, and takes no commands; connect with ssh -t, or without a command"

Serve = Callable[..., SshServer]


def recipe(command: str, keys: Path) -> list[str]:
    """The lines of the documentation, for this user, with this command."""
    page = (ROOT / "docs" / "serving.md").read_text(encoding="utf-8")
    found = re.search(r"```\n# /etc/ssh/.*?\n(Match User .*?)```", page, re.S)
    assert found
    lines = found[1].replace("Match User briefing", f"Match User {getpass.getuser()}").splitlines()
    lines = [f"    ForceCommand {command}" if "ForceCommand" in line else line for line in lines]
    return [f"    AuthorizedKeysFile {keys}" if "AuthorizedKeysFile" in line else line for line in lines]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """`serve(text, *settings)`: a server whose kiosk has a file that says this."""
    with ExitStack() as stack:

        def server(text: str, *settings: str) -> SshServer:
            (tmp_path / "kiosk.toml").write_text(text)
            command = f"{sys.executable} -I -B {AUDITED} {tmp_path / 'trace'} --kiosk={tmp_path / 'kiosk.toml'}"
            return stack.enter_context(
                ssh_server(tmp_path, SFTP, *recipe(command, tmp_path / "authorized"), LAX, *settings)
            )

        yield server


def traces(folder: Path) -> str:
    return (folder / "trace").read_text()


@pytest.mark.parametrize("home", ["writable", "/proc"], ids=["writable home", "unwritable home"])
@pytest.mark.parametrize("term", ["xterm-256color", "../../etc/passwd"])
@pytest.mark.timeout(120)
def test_a_reader_tries_every_way_out(start: Start, serve: Serve, tmp_path: Path, home: str, term: str) -> None:
    home = str(tmp_path / "home") if home == "writable" else home
    (tmp_path / "home").mkdir()
    server = serve(f'[dossiers]\ntiny = "{TINY}"\n', f"SetEnv HOME={home}")
    command = server.client("caucasus-tui --dossier /etc; cat /etc/passwd; sh", "-tt", *SENT)
    other = {"XDG_CONFIG_HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(tmp_path / "home")}
    session = start(command=command, TERM=term, **SMUGGLED, **other)
    session.send(CTRL_Z)  # while it starts, and the terminal is still the system's
    session.ready()
    assert "root:" not in session.screen()
    assert "brings both to a table" in session.screen(), "the dossier of the file, as wide as the terminal"
    for keys, said in (
        (CTRL_Z, "No shell is behind this screen"),
        ("Y", "No files are written from here"),
        ("b", "minutes"),
        ("e", "No files are written from here"),
        ("t", "Theme"),
        (CTRL_Z, "No shell is behind this screen"),
        (ESC, "enter open"),
        ("R", "Read anew"),
        ("D", "Only these can be opened from here"),
        ("/etc", "Only these"),
        (ENTER, "nothing to open"),
        (":", "lev  terms"),
        ("open:/etc", "Nothing is called"),
        (ENTER, "nothing to open"),
        ("y", "Sent:"),
        (CTRL_C, "again to quit"),
    ):
        session.press(keys)
        assert session.shows(said), (keys, session.screen())
    session.send(b"\x1b[200~" + b"!sh\r:!sh\r\x1a\x03" * 20_000 + b"\x1b[201~")
    session.press(ESC)
    session.press("1")
    assert session.shows("events"), "still alive after a huge paste"
    session.press(CTRL_C)
    session.send(CTRL_C)
    assert session.ends(10 * patience()) is not None, "and behind it is nothing"
    assert session.status == 0
    assert traces(tmp_path) == ""
    assert not list((tmp_path / "home").iterdir())


def test_of_all_that_is_written_only_the_named_cache_is_left(start: Start, serve: Serve, tmp_path: Path) -> None:
    server = serve(f'dossier = "{TINY}"\ncache = "kept"\n')
    session = start(command=server.client("", "-tt")).ready()
    session.send("q")
    assert session.ends(10 * patience()) is not None
    assert list((tmp_path / "kept").iterdir())
    assert all(str(tmp_path / "kept") in line for line in traces(tmp_path).splitlines())


@pytest.mark.parametrize("way", ["no command", "a command", "scp away", "scp there", "scp -O", "sftp"])
def test_without_a_terminal_it_says_so_in_one_line_and_hands_nothing_out(
    serve: Serve, tmp_path: Path, way: str
) -> None:
    server = serve(f'[dossiers]\ntiny = "{TINY}"\n')
    command = {
        "no command": server.client("", "-T"),
        "a command": server.client("cat /etc/passwd"),
        "scp away": server.copier("scp", "127.0.0.1:/etc/passwd", "taken"),
        "scp there": server.copier("scp", "client.pub", f"127.0.0.1:{tmp_path}/left"),
        "scp -O": server.copier("scp", "-O", "127.0.0.1:/etc/passwd", "taken"),
        "sftp": server.copier("sftp", "-b", "-", "127.0.0.1"),
    }[way]
    done = subprocess.run(
        command, env=environment(tmp_path), cwd=tmp_path, capture_output=True, timeout=60, input=b"get /etc/passwd\n"
    )
    assert done.returncode != 0
    assert done.stdout in (b"", b"sftp> get /etc/passwd\n")
    # What a subsystem says on stderr, the server keeps to itself.
    is_subsystem = way in ("scp away", "scp there", "sftp")
    said = done.stderr.decode().splitlines()[0]
    assert said.removeprefix("scp: ") == ("Connection closed" if is_subsystem else NEEDS)
    assert b"root:" not in done.stdout + done.stderr
    assert not (tmp_path / "taken").exists() and not (tmp_path / "left").exists()
    assert traces(tmp_path) == ""


def test_nothing_is_forwarded(serve: Serve, tmp_path: Path) -> None:
    server = serve(f'[dossiers]\ntiny = "{TINY}"\n')
    for options in (
        ("-W", f"127.0.0.1:{server.port}"),
        ("-N", "-R", "0:127.0.0.1:22", "-o", "ExitOnForwardFailure=yes"),
    ):
        command = [part for part in server.client("", *options) if part]
        done = subprocess.run(command, env=environment(tmp_path), capture_output=True, timeout=60, input=b"")
        assert done.returncode == 255
        assert b"SSH-2.0" not in done.stdout


def test_a_terminal_without_a_screen_gets_the_brief(serve: Serve, tmp_path: Path, start: Start) -> None:
    server = serve("")
    session = start(command=server.client("", "-tt"), TERM="dumb")
    assert session.ends(30 * patience()) is not None
    assert session.status == 0
    assert b"Nagorno-Karabakh, September 2023" in session.log
    assert traces(tmp_path) == ""


def test_python_asks_for_no_commands_after_it(tmp_path: Path, start: Start) -> None:
    (tmp_path / "kiosk.toml").write_text("")
    session = start(f"--kiosk={tmp_path / 'kiosk.toml'}", PYTHONINSPECT="1")
    assert session.ends(10 * patience()) is not None
    assert session.status == 2
    assert b"a kiosk does not start with PYTHONINSPECT" in session.log
    assert b">>>" not in session.log


def test_with_no_file_the_connection_ends_with_the_reason(serve: Serve, tmp_path: Path, start: Start) -> None:
    server = serve("")
    (tmp_path / "kiosk.toml").unlink()
    session = start(command=server.client("", "-tt"))
    assert session.ends(10 * patience()) is not None
    assert session.status == 2
    assert b"kiosk.toml: no such file, and a kiosk opens only what its file names" in session.log
