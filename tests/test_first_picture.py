"""What a first picture depends on, each changed once: never one that is out of date. What is kept of which start."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from caucasus_tui import start
from caucasus_tui.cli import _key_table, nothing_given, parsed
from caucasus_tui.commands.dashboard import _is_plain
from caucasus_tui.config.settings import settle
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.first_picture import digest, kept
from caucasus_tui.first_picture.digest import SET_OR_NOT, VARIABLES, looks, made_of, surroundings
from caucasus_tui.tui.terminal.capabilities import Terminal

TINY = Path(__file__).parent / "tiny"
SIZE = (80, 24)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith(("XDG_", "CAUCASUS_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def another(package: str, patch: pytest.MonkeyPatch, site: Path) -> None:
    write(site / package / "__init__.py", "")
    patch.syspath_prepend(site)


CHANGES: dict[str, Callable[[pytest.MonkeyPatch, Path], object]] = {
    **{
        name: lambda patch, home, name=name: patch.setenv(name, "another")  # type: ignore[misc]
        for name in (
            "TERM",
            "COLORTERM",
            "NO_COLOR",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            *VARIABLES,
            *SET_OR_NOT,
            "TEXTUAL_X",
        )
    },
    "over SSH": lambda patch, home: patch.setenv("SSH_CONNECTION", ""),
    "low bandwidth": lambda patch, home: patch.setenv("CAUCASUS_LOW_BANDWIDTH", "1"),
    "encoding": lambda patch, home: patch.setenv("PYTHONIOENCODING", "latin-1"),
    "another home": lambda patch, home: patch.setenv("HOME", str(home / "another")),
    "the day": lambda patch, home: patch.setattr("time.localtime", lambda: (2031, 1, 1, 0, 0, 0)),
    "settings": lambda patch, home: write(home / ".config" / "caucasus-tui" / "config.toml", 'theme = "nord"'),
    "ground": lambda patch, home: write(home / ".local/state/caucasus-tui/terminals.txt", "xterm light - -"),
    "what was collected": lambda patch, home: write(home / ".local/state/caucasus-tui/one.collected.txt", "p1.1"),
    "an original": lambda patch, home: write(home / ".local/share/caucasus-tui/originals/one.txt", "text"),
    "Python": lambda patch, home: patch.setattr(sys, "version", "3.99"),
    "the interpreter": lambda patch, home: patch.setattr(sys, "executable", "/another/python"),
    "what encodes": lambda patch, home: patch.setattr(sys, "__stdout__", None),
    **{
        f"the package {name}": lambda patch, home, name=name: another(name, patch, home / "site")  # type: ignore[misc]
        for name in ("textual", "rich", "msgspec", "anyascii", "platformdirs")
    },
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_another_surrounding_is_another_word(
    home: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[pytest.MonkeyPatch, Path], object]
) -> None:
    before = surroundings([], SIZE)
    assert surroundings([], SIZE) == before
    change(monkeypatch, home)
    assert surroundings([], SIZE) != before


def test_another_size_and_other_arguments_are_another_word(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {surroundings([], SIZE), surroundings([], (80, 25)), surroundings([], (81, 24))}
    words |= {surroundings(["--no-mouse"], SIZE), surroundings(["--dossier", "one"], SIZE)}
    monkeypatch.chdir(home)  # what the second is relative to
    assert len(words | {surroundings(["--dossier", "one"], SIZE)}) == 6


def test_where_the_reader_was_last_time_is_no_part_of_it(home: Path) -> None:
    before = surroundings([], SIZE)
    write(home / ".local/state/caucasus-tui/one.places.txt", "pane:terms")
    assert surroundings([], SIZE) == before


CHANGES_TO_WHAT_IT_IS_MADE_OF: dict[str, Callable[[Path], object]] = {
    "a module": lambda one: (one / "caucasus_tui/panes/timeline.py").write_text("#"),
    "the style sheet": lambda one: (one / "caucasus_tui/tui/app.tcss").write_text("#"),
    "another version of a package": lambda one: (one / "textual/__init__.py").write_text("#"),
    "another package": lambda one: (one / "rich-99.dist-info").mkdir(),
    "a line": lambda one: append(one / "two-villages/data/events.yaml", "\n"),
    "the same size and time": lambda one: same_size_and_time(one / "two-villages/data/events.yaml"),
    "one more file": lambda one: (one / "two-villages/seeds/another.yaml").touch(),
    "one more folder": lambda one: (one / "two-villages/data/more").mkdir(),
    "an original text": lambda one: append(one / "two-villages/seeds/originals/one.txt", "."),
    "what a link leads to": lambda one: append(one / "elsewhere.yaml", "\n"),
}


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text() + text)


def same_size_and_time(path: Path) -> None:
    was = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


@pytest.mark.parametrize("change", CHANGES_TO_WHAT_IT_IS_MADE_OF.values(), ids=CHANGES_TO_WHAT_IT_IS_MADE_OF)
def test_whatever_it_was_made_of_changes_how_that_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    own = ("panes/timeline.py", "tui/app.tcss", "first_picture/digest.py")
    for name in (*(f"caucasus_tui/{name}" for name in own), "textual/__init__.py"):
        write(tmp_path / name, "")
    monkeypatch.setattr(digest, "__file__", str(tmp_path / "caucasus_tui/first_picture/digest.py"))
    for module, name in (
        ("caucasus_tui.panes.timeline", "caucasus_tui/panes/timeline.py"),
        ("textual", "textual/__init__.py"),
    ):
        monkeypatch.setattr(f"{module}.__file__", str(tmp_path / name))
    root = tmp_path / "two-villages"
    shutil.copytree(TINY, root)
    write(root / "seeds/originals/one.txt", "text")
    write(tmp_path / "elsewhere.yaml", "")
    (root / "data/linked.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    made = made_of(str(root))
    before = looks(made)
    assert looks(made) == before
    time.sleep(0.02)  # a tick of the file system's clock
    change(tmp_path)
    assert looks(made) != before


def test_of_more_files_than_can_be_looked_at_in_time_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digest, "MOST", 10)
    with pytest.raises(ValueError, match="tiny"):
        made_of(str(TINY))


class Screen:
    """What is shown on the terminal, if anything; always as large as `SIZE`."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.shown: list[bytes] = []
        patch.setattr("caucasus_tui.first_picture.shown.is_possible", lambda: True)
        patch.setattr("caucasus_tui.first_picture.shown.show", self.show)
        patch.setattr("os.get_terminal_size", lambda fd: os.terminal_size(SIZE))
        patch.setattr(kept, "this_start", [kept.Start()])
        patch.setattr(kept, "TICK", 0)

    def show(self, size: tuple[int, int], enter: bytes, picture: bytes, leave: bytes) -> None:
        self.shown.append(enter + picture + leave)


@pytest.fixture
def screen(home: Path, monkeypatch: pytest.MonkeyPatch) -> Screen:
    return Screen(monkeypatch)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "one")
    time.sleep(0.02)  # what was changed at the time of a start is not trusted
    return tmp_path / "one"


def first_start(root: Path, *, picture: str = "[picture]", meanwhile: Callable[[], object] = lambda: None) -> None:
    kept.begin([])
    kept.this_start[0].root = str(root)
    meanwhile()
    kept.this_start[0].keep(SIZE, "<", picture, ">")


def test_the_next_start_shows_what_the_last_one_kept(screen: Screen, root: Path) -> None:
    first_start(root)
    assert screen.shown == []
    kept.begin([])
    assert screen.shown == [b"<[picture]>"]


@pytest.mark.parametrize("arguments", [["brief"], ["lever:eu-economic"], ["--no-mouse"]])
def test_a_start_for_something_else_shows_nothing(
    screen: Screen, root: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first_start(root)
    monkeypatch.setattr("caucasus_tui.cli.main", lambda: 0)
    for given, is_shown in ((arguments, False), ([], True)):
        monkeypatch.setattr(sys, "argv", ["caucasus-tui", *given])
        start.main()
        assert bool(screen.shown) is is_shown


def test_what_changed_since_or_meanwhile_is_not_shown(screen: Screen, root: Path) -> None:
    file = next(root.glob("data/*.yaml"))

    def change() -> None:
        time.sleep(0.02)
        file.write_bytes(file.read_bytes())

    first_start(root, meanwhile=change)
    kept.begin([])
    assert screen.shown == []
    time.sleep(0.02)
    first_start(root)
    change()
    kept.begin([])
    assert screen.shown == []


def test_what_changes_while_it_is_kept_is_not_shown(
    screen: Screen, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed_first(paths: list[str]) -> str:
        time.sleep(0.02)
        file = next(root.glob("data/*.yaml"))
        file.write_bytes(file.read_bytes())
        return looks(paths)

    with monkeypatch.context() as patch:
        patch.setattr(kept, "looks", changed_first)
        first_start(root)
    kept.begin([])
    assert screen.shown == []


def test_what_changed_just_before_is_not_trusted_yet(
    screen: Screen, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "TICK", 60 * 10**9)
    first_start(root)
    kept.begin([])
    assert screen.shown == []


def test_what_is_damaged_or_open_to_others_is_not_shown(screen: Screen, root: Path) -> None:
    first_start(root)
    (file,) = Path(Store().folder).glob("picture-*")
    was = file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    for damaged in (b"", was[:-1], was + b"x", was.replace(b"[", b"(")):
        file.write_bytes(damaged)
        kept.begin([])
    file.write_bytes(was)
    file.chmod(0o660)
    kept.begin([])
    file.chmod(0o600)
    Path(Store().folder).chmod(0o777)
    kept.begin([])
    assert screen.shown == []
    Path(Store().folder).chmod(0o700)
    kept.begin([])
    assert len(screen.shown) == 1


def test_one_of_another_size_is_not_kept(screen: Screen, root: Path) -> None:
    kept.begin([])
    kept.this_start[0].root = str(root)
    kept.this_start[0].keep((100, 40), "<", "[picture]", ">")
    kept.begin([])
    assert screen.shown == []


@pytest.mark.parametrize(
    "arguments",
    [["--watch"], ["--since-then"], ["--low-bandwidth"], ["--cache", "/tmp/elsewhere"], ["leverage"], ["--resume"]],
)
def test_only_a_plain_start_is_kept(home: Path, arguments: list[str]) -> None:
    options = nothing_given()
    options.settings = settle(options, _key_table)
    assert _is_plain(options, Terminal())
    options = parsed(arguments)
    options.settings = settle(options, _key_table)
    assert not _is_plain(options, Terminal(low_bandwidth=options.settings["low_bandwidth"]))


def test_before_the_picture_next_to_nothing_is_loaded() -> None:
    start = "caucasus_tui.start, caucasus_tui.first_picture.kept"
    program = f"import sys; before = {{*sys.modules}}; import {start}; print(*({{*sys.modules}} - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "caucasus_tui.first_picture.kept" in loaded
    assert not loaded & {"textual", "rich", "msgspec", "typing", "re", "enum", "pathlib", "signal", "argparse", "json"}
    assert len(loaded) < 40
