"""The first picture is that of the last start, and whatever comes between it and the program leaves both as without."""

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from caucasus_tui.first_picture.digest import PREFIXES, SET_OR_NOT, VARIABLES
from tests.terminal.conftest import slow
from tests.terminal.harness import CTRL_Z, PROGRAM, Session, environment, patience
from tests.terminal.servers import gone_after, need, tmux

SIZE = (80, 24)
TAKEN = re.compile(rb"\x1b\[m|\x1b\[2J")
"""What the program sends when it takes over: plain style, or the whole picture."""
UNSEEN = re.compile(rb"(?:\x1b\[\?2026\$p|\x1b\]11;\?\x07|\x1b\[m|\x1b\]2;[^\x07\x1b]*(?:\x07|\x1b\\))*")
"""Questions to the terminal, plain style where nothing is written, the title of the window."""


NOT_SEEN = {"", "ANDROID_DATA", "ESCDELAY", "PATH"}
"""Asked for, and nothing of it shows in the first picture: whether this is Android, how long ESC waits.
Textual asks for all there are."""


class Held:
    """A start that is held up between its first picture and the program, until it is let `go`."""

    def __init__(self, session: Session, gate: Path) -> None:
        self.session = session
        self._gate = gate

    def there(self) -> "Held":
        assert self.session.read(20, self._gate.with_suffix(".reached").exists), self.session.screen()
        self.session.settle(0.05)
        return self

    def go(self, how: str = "") -> Session:
        """Let it on, and wait until it has taken over, or ended."""
        before = len(self.session.log)
        self.let_on(how)

        def has_taken_over() -> bool:
            return TAKEN.search(self.session.log, before) is not None or self.session.ends(0) is not None

        assert self.session.read(20 * patience(), has_taken_over)
        self.session.settle(0.3)
        return self.session

    def let_on(self, how: str = "") -> None:
        passing = self._gate.with_suffix(".new")
        passing.write_text(how)
        passing.rename(self._gate)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a reader who has started the program before."""
    return started_before(tmp_path_factory.mktemp("home"))


def started_before(home: Path, *arguments: str, **changes: str | None) -> Path:
    with Session((*PROGRAM, *arguments), environment(home, **changes), SIZE) as session:
        session.ready().send("q")
        assert session.ends(10) is not None and session.status == 0
    assert pictures(home), "no picture was kept"
    return home


def pictures(home: Path) -> list[Path]:
    return sorted((home / ".cache" / "caucasus-tui").glob("picture-*"))


def keeps_one(home: Path, before: Collection[Path] = ()) -> bool:
    """Whether a picture is kept that was not there before, once the program is at rest."""
    end = time.monotonic() + 10 * patience()
    while time.monotonic() < end and not {*pictures(home)} - {*before}:
        time.sleep(0.05)
    return bool({*pictures(home)} - {*before})


@contextmanager
def held(home: Path, tmp_path: Path, *arguments: str, **changes: str | None) -> Iterator[Held]:
    for file in (home / ".local" / "state" / "caucasus-tui").glob("*.places.txt"):
        file.unlink()  # where the reader was last time is offered later, in the bottom row
    gate = tmp_path / "gate"
    command = (sys.executable, "-m", "tests.terminal.held_up", str(gate), *arguments)
    with Session(command, environment(home, **changes), SIZE) as session:
        yield Held(session, gate)


def test_it_stands_there_before_textual_is_loaded_and_nothing_visible_follows(home: Path, tmp_path: Path) -> None:
    with held(home, tmp_path) as start:
        session = start.there().session
        before, shown = session.screen(), len(session.log)
        assert "? keys" in before
        start.go()
        assert UNSEEN.fullmatch(session.log[shown:]) is not None, session.log[shown:]
        assert session.screen() == before
        assert b"\x1b[2J" not in session.press("j")
        assert session.screen() != before
        session.send("q")
        assert session.ends(5) is not None and session.status == 0
        assert session.disorder() == []


def test_it_is_kept_as_soon_as_it_stands_there_whatever_ends_the_program(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with Session(PROGRAM, environment(home), SIZE) as session:
        session.ready()
        assert keeps_one(home)
        session.signal(signal.SIGKILL)
        assert session.ends(5) is not None
    with held(home, tmp_path) as start:
        assert "? keys" in start.there().session.screen()
        start.go().send("q")
        assert start.session.ends(5) is not None and start.session.disorder() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGUSR1])
def test_a_signal_in_between_leaves_the_terminal_as_before(home: Path, tmp_path: Path, number: int) -> None:
    with held(home, tmp_path) as start:
        session = start.there().session
        session.signal(number)
        assert session.ends(5) is not None
        assert session.status == 128 + number
        assert session.disorder() == []


@pytest.mark.parametrize("how", ["signal", slow("typed")])
def test_a_stop_in_between_leaves_the_terminal_as_before_and_fg_goes_on(home: Path, tmp_path: Path, how: str) -> None:
    gate = tmp_path / "gate"
    shell = Session(("bash", "--norc", "--noediting", "-i"), environment(home, PS1="prompt> "), SIZE)
    with shell:
        shell.ready("prompt>").send(f"{sys.executable} -m tests.terminal.held_up {gate}\n")
        Held(shell, gate).there()
        assert "? keys" in shell.screen()
        if how == "signal":
            children = Path(f"/proc/{shell.pid}/task/{shell.pid}/children").read_text().split()
            os.kill(int(children[-1]), signal.SIGTSTP)
            assert shell.shows("Stopped")
            gate.touch()
        else:  # which counts once the program is there, as any key
            shell.send(CTRL_Z)
            gate.touch()
            assert shell.shows("Stopped")
        assert shell.disorder() == []
        shell.send("fg\n")
        shell.ready("? keys").send("q")
        assert shell.read(5 * patience(), lambda: shell.log.rstrip().endswith(b"prompt>"))
        assert shell.disorder() == []


def test_after_a_stop_unseen_the_whole_picture_is_drawn_again(home: Path, tmp_path: Path) -> None:
    with held(home, tmp_path) as start:
        session = start.there().session
        before = session.screen()
        session.signal(signal.SIGSTOP)
        session.also("stty", "sane")
        session.also("printf", "\x1b[2J\x1b[Hsomething else")
        session.signal(signal.SIGCONT)
        start.go().ready()
        session.read(10 * patience(), lambda: session.screen() == before)
        assert session.screen() == before
        session.send("q")
        assert session.ends(5) is not None and session.status == 0
        assert session.disorder() == []


def test_keys_typed_in_between_arrive_all_and_in_order(home: Path, tmp_path: Path) -> None:
    with held(home, tmp_path) as start:
        start.there().session.send("2")
        start.session.send("/lach")
        start.session.send("in\x7f\x7fin kidor")
        assert start.go().shows("lachin kidor"), start.session.screen()
        start.session.send("\x1b")
        start.session.settle()
        start.session.send("q")
        assert start.session.ends(5) is not None and start.session.disorder() == []


@pytest.mark.parametrize("keys", ["q", slow("\x11"), slow("\x03\x03"), slow("jjq")])
def test_keys_that_quit_count_once_the_program_is_there(home: Path, tmp_path: Path, keys: str) -> None:
    with held(home, tmp_path) as start:
        start.there().session.send(keys)
        assert start.go().ends(10) is not None
        assert start.session.status == 0
        assert start.session.disorder() == []


def test_another_key_that_quits_is_the_one_that_counts(tmp_path: Path) -> None:
    home = tmp_path / "home"
    settings = home / ".config" / "caucasus-tui" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keymap]\nquit = "ctrl+t"\n')
    with Session(PROGRAM, environment(home), SIZE) as session:
        session.ready().send("\x14")
        assert session.ends(10) is not None and pictures(home)
    with held(home, tmp_path) as start:
        start.there().session.send("q\x14")
        assert start.go().ends(10) is not None
        assert start.session.status == 0 and start.session.disorder() == []


@pytest.mark.parametrize("sizes", [[(100, 35)], [(40, 12), SIZE]])
def test_another_size_in_between_is_the_one_that_is_drawn_for(
    home: Path, tmp_path: Path, sizes: list[tuple[int, int]]
) -> None:
    with held(home, tmp_path) as start:
        session = start.there().session
        before = session.screen()
        for size in sizes:
            session.resize(*size)
            session.read(0.05)
        session.log = b"\x1b[?1049h"  # what a terminal makes of a picture of another size is its own affair
        assert b"\x1b[2J" in start.go().log
        assert "? keys" in session.screen().splitlines()[-1]
        assert session.read(10 * patience(), lambda: session.screen() == before) or sizes[-1] != SIZE
        session.send("q")
        assert session.ends(5) is not None


def test_a_fault_in_between_is_told_where_it_can_be_read(home: Path, tmp_path: Path) -> None:
    with held(home, tmp_path) as start:
        start.there()
        assert start.go("fail").ends(10) is not None
        assert start.session.status == 70
        assert start.session.disorder() == []
        said = start.session.log.rpartition(b"\x1b[?25h")[2].decode()
        assert said.startswith("caucasus-tui: internal error, ValueError")


def test_a_terminal_that_takes_nothing_holds_up_nobody(home: Path, tmp_path: Path) -> None:
    with held(home, tmp_path) as start:
        session = start.session
        termios.tcflow(session._slave, termios.TCOOFF)
        start.there()
        assert b"\x1b[2J" not in session.log
        start.let_on()
        session.read(1)
        termios.tcflow(session._slave, termios.TCOON)
        session.ready().send("q")
        assert session.ends(5) is not None and session.status == 0
        assert session.disorder() == []


def test_one_that_takes_nothing_is_given_back_too(home: Path, tmp_path: Path) -> None:
    with held(home, tmp_path) as start:
        termios.tcflow(start.session._slave, termios.TCOOFF)
        start.there().session.signal(signal.SIGTERM)
        assert start.session.ends(5) is not None
        termios.tcflow(start.session._slave, termios.TCOON)
        assert not [left for left in start.session.disorder() if "termios" in left]


@pytest.mark.parametrize(
    "changes",
    [
        {"TERM": "xterm"},
        {"CAUCASUS_ASCII": "1"},
        slow({"TERM": "linux"}),
        slow({"TERM": "screen"}),
        slow({"COLORTERM": "truecolor"}),
        slow({"NO_COLOR": "1"}),
        slow({"LANG": "C", "LC_ALL": "POSIX"}),
    ],
)
def test_other_terminals_get_a_picture_of_their_own(home: Path, tmp_path: Path, changes: dict[str, str]) -> None:
    before = set(pictures(home))
    started_before(home, **changes)
    assert len(set(pictures(home)) - before) == 1
    with held(home, tmp_path, **changes) as start:
        session = start.there().session
        shown, seen = len(session.log), session.screen()
        assert "? keys" in seen
        if "CAUCASUS_ASCII" in changes:
            assert session.log.isascii()
        if changes.get("TERM") == "xterm":
            assert b"38;5;" not in session.log and b"38;2;" not in session.log
        start.go()
        assert UNSEEN.fullmatch(session.log[shown:]) is not None, session.log[shown:]
        assert session.screen() == seen
        session.send("q")
        assert session.ends(5) is not None and session.disorder() == []


def test_no_picture_is_shown_that_somebody_else_could_have_written(home: Path, tmp_path: Path) -> None:
    found = {path: path.stat().st_mode for path in pictures(home)}
    assert {mode & 0o777 for mode in found.values()} == {0o600}
    for path in found:
        path.chmod(0o666)
    with held(home, tmp_path) as start:
        assert start.there().session.log == b""
    for path, mode in found.items():
        path.chmod(mode)


def test_whatever_of_the_environment_is_asked_for_is_in_the_digest(home: Path, tmp_path: Path) -> None:
    notes = tmp_path / "asked"
    command = (sys.executable, "-m", "tests.terminal.asking", str(notes))
    with Session(command, environment(home), SIZE) as session:
        session.ready().send("q")
        assert session.ends(10) is not None
    asked = set(notes.read_text().splitlines())
    assert "TERM" in asked
    known = {*VARIABLES, *SET_OR_NOT, *NOT_SEEN}
    assert {name for name in asked if name not in known and not name.startswith(PREFIXES)} == set()


@pytest.mark.slow
def test_in_tmux_it_stands_there_before_textual_is_loaded(tmp_path: Path) -> None:
    with tmux(tmp_path, SIZE) as server:
        assert server.shows("? keys")
        assert keeps_one(tmp_path)
        pid = server.pid()
        server("send-keys", "-t", "one", "q")
        assert gone_after(pid, 10) is not None
    gate = tmp_path / "gate"
    with tmux(tmp_path, SIZE, sys.executable, "-m", "tests.terminal.held_up", str(gate)) as server:
        assert server.shows("? keys")
        before = server.screen()
        assert not gate.exists()
        gate.touch()
        server("send-keys", "-t", "one", "2")
        assert server.shows("holds ↓ upon →")
        server("send-keys", "-t", "one", "1")
        assert server.shows(before.splitlines()[3])
        pid = server.pid()
        server("send-keys", "-t", "one", "q")
        assert gone_after(pid, 10) is not None


@pytest.mark.slow
def test_in_gnu_screen_it_stands_there_before_textual_is_loaded(home: Path, tmp_path: Path) -> None:
    need("screen")
    rc = tmp_path / "screenrc"
    rc.write_text("startup_message off\n")
    screen = ("screen", "-U", "-c", str(rc))
    (tmp_path / "sockets").mkdir(mode=0o700)
    where = {"SCREENDIR": str(tmp_path / "sockets")}
    before_it = pictures(home)
    with Session((*screen, *PROGRAM), environment(home, **where), SIZE) as session:
        session.ready()
        assert keeps_one(home, before_it)
        session.send("q")
        assert session.ends(10) is not None
    gate = tmp_path / "gate"
    command = (*screen, sys.executable, "-m", "tests.terminal.held_up", str(gate))
    with Session(command, environment(home, **where), SIZE) as session:
        session.ready()
        before = session.screen()
        gate.touch()
        session.press("2")
        assert session.shows("holds ↓ upon →")
        session.press("1")
        # The bottom row leads back now.
        assert session.read(10 * patience(), lambda: session.screen().splitlines()[:22] == before.splitlines()[:22])
        session.send("q")
        assert session.ends(10) is not None
