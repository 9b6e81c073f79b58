"""Faults on purpose: what is named in docs/faults.md was done here, and is done again at each run."""

import errno
import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from caucasus_tui.cli import main
from caucasus_tui.crash import guarded
from caucasus_tui.dossier.keeping import cache, fingerprint, store
from caucasus_tui.dossier.keeping.cache import open_cached
from caucasus_tui.dossier.keeping.shelf import LARGE
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import DossierError
from caucasus_tui.dossier.search import SearchIndex
from caucasus_tui.dossier.search.later_index import LaterIndex
from caucasus_tui.dossier.search.results import Results
from caucasus_tui.session.background import Background
from caucasus_tui.state_files import keep
from tests.faults import (
    CHANGES,
    LOOKS,
    RAISED,
    at_change,
    command_on_a_full_disk,
    forks,
    full_after,
    in_a_child,
    killed,
)

TINY = Path(__file__).parent / "tiny"
OLD = Path(__file__).parent / "dossiers" / "0.1-starter"
LIMITS = (0, 1, 63, 64, 65, 500, 4_095, 4_096, 4_097, 9_000, 12_000, 20_000)
"""Bytes after which the disk is full: within the digest, at its end, at the edge of a page, further on."""
ANSWER = "bridge"


class Kept:
    """A dossier and a cache, `whole` in one file or, where it is large, on a shelf."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, *, shelved: bool) -> None:
        monkeypatch.setattr(cache, "LARGE", 1 if shelved else LARGE)
        self.root, self.folder, self.shelved = folder / "dossier", folder / "cache", shelved
        shutil.copytree(TINY, self.root)
        read = load(self.root).dossier
        self.said, self.found = read.statements(), self.answers(read)

    def open(self) -> Dossier:
        return open_cached(self.root, store=Store(str(self.folder)))

    def works(self) -> int:
        """0 where the dossier and a search say what they say without a cache."""
        opened = self.open()
        return 0 if opened.statements() == self.said and self.answers(opened) == self.found else 1

    def answers(self, dossier: Dossier) -> list[Results]:
        """What a search finds in the text and in what came later, whose indexes are kept apart."""
        return [SearchIndex(dossier).find(ANSWER), LaterIndex(dossier).find(ANSWER, 100)]

    def files(self) -> list[Path]:
        return sorted(self.folder.iterdir()) if self.folder.is_dir() else []

    def unfinished(self) -> list[Path]:
        return [path for path in self.files() if path.name.startswith(".")]

    def kinds(self) -> set[str]:
        return {path.name.partition("-")[0] for path in self.files() if not path.name.startswith(".")}

    def is_whole(self) -> bool:
        """Whether all is kept that can be, once it was opened and searched undisturbed."""
        kinds = {"dossier", "later", "shelf" if self.shelved else "search"}
        return self.works() == 0 and self.kinds() - {"known"} == kinds  # which says only how the files look


@pytest.fixture(params=[False, True], ids=["whole", "shelved"])
def kept(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    return Kept(tmp_path, monkeypatch, shelved=request.param)


@forks
@pytest.mark.parametrize("size", LIMITS)
def test_a_disk_that_is_full_after_any_byte(kept: Kept, size: int) -> None:
    assert full_after(size, kept.works) == 0
    assert kept.unfinished() == []
    assert kept.is_whole()


@forks
@pytest.mark.parametrize("size", LIMITS)
def test_killed_within_a_write(kept: Kept, size: int) -> None:
    ended = full_after(size, kept.works, kill=True)
    assert ended in (0, -signal.SIGXFSZ)
    assert (ended < 0) == bool(kept.unfinished())
    assert kept.is_whole()
    for path in kept.unfinished():
        os.utime(path, (0, 0))
    (kept.root / "seeds" / "README.md").write_text("changed")
    assert kept.is_whole() and kept.unfinished() == []


@forks
@pytest.mark.parametrize("only", [CHANGES, pytest.param(LOOKS, marks=pytest.mark.slow)], ids=["changes", "looks"])
def test_killed_between_any_two_changes_of_the_cache(kept: Kept, only: tuple[str, ...]) -> None:
    steps = 0
    while at_change(steps, kept.folder, killed, kept.works, only=only) == -signal.SIGKILL:
        assert kept.is_whole(), steps
        shutil.rmtree(kept.folder)
        steps += 1
    assert steps >= 4


@forks
def test_a_cache_that_vanishes_between_any_two_changes(kept: Kept) -> None:
    def gone() -> None:
        shutil.rmtree(kept.folder, ignore_errors=True)

    for step in range(12):
        assert at_change(step, kept.folder, gone, kept.works) == 0, step
    assert kept.is_whole()


def test_a_cache_that_is_cut_at_any_byte_is_read_anew(kept: Kept) -> None:
    assert kept.is_whole()
    for path in kept.files():
        content = path.read_bytes()
        kind, _, key = path.name.partition("-")
        sizes = {*range(0, 130), *range(0, len(content), max(1, len(content) // 500)), len(content) - 1}
        for number, size in enumerate(sorted(sizes)):
            path.write_bytes(content[:size])
            if kind in ("search", "later", "known"):
                assert Store(str(kept.folder)).read(kind, key) is None
            else:
                assert cache.recall(Store(str(kept.folder)), key) is None, size
            if number % 100 == 0:
                assert kept.is_whole()
    assert kept.is_whole()


def test_a_cache_of_a_newer_version_is_left_to_it(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept.is_whole()
    ours = {path: path.read_bytes() for path in kept.files()}
    with monkeypatch.context() as newer:
        newer.setattr(fingerprint, "program", lambda: "newer")
        assert kept.is_whole()
    theirs = {path: path.read_bytes() for path in kept.files() if path not in ours}
    assert len(theirs) == len(ours)
    assert kept.is_whole()
    assert {path: path.read_bytes() for path in kept.files()} == ours | theirs


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b'[1,2,3,"newer"]', b"\xff", b"[" * 9_000])
def test_what_a_newer_version_may_keep_under_the_same_name(kept: Kept, content: bytes) -> None:
    """From inside a zip, where no file tells two programs of one number apart."""
    assert kept.is_whole()
    for path in kept.files():
        path.write_bytes(store.digest(content).encode() + content)
    assert kept.is_whole()


@forks
def test_several_build_at_once_and_one_is_killed(kept: Kept) -> None:
    children = []
    for number in range(4):
        child = os.fork()
        if child == 0:
            os._exit(full_after(600, kept.works, kill=True) < 0 if number == 0 else kept.works())
        children.append(child)
    ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert ended in ([0, 0, 0, 0], [1, 0, 0, 0])
    assert kept.is_whole()


def test_a_clock_that_was_set_back(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that was kept is of a day to come; what is kept now stays all the same."""
    for kind in store.KEPT:
        monkeypatch.setitem(store.KEPT, kind, 2)
    for number in range(4):
        (kept.root / "seeds" / "README.md").write_text(f"{number}")
        assert kept.works() == 0
    unfinished = kept.folder / ".dossier-killed"
    unfinished.write_text("half")
    ahead = time.time() + 86_400 * 365
    for path in kept.files():
        os.utime(path, (ahead, ahead))
    (kept.root / "seeds" / "README.md").write_text("now")
    assert kept.works() == 0
    before = set(kept.files())
    assert unfinished not in before and any(path.stat().st_mtime < ahead for path in before)
    with monkeypatch.context() as again:
        again.setattr(cache, "_load", None)  # to read it would raise
        assert kept.works() == 0
    assert set(kept.files()) == before


# The dossier's own folder


def _outcome(kept: Kept) -> Callable[[], int]:
    def run() -> int:
        try:
            return kept.works()
        except DossierError:
            return 3

    return run


@forks
def test_a_dossier_that_vanishes_while_it_is_read(kept: Kept) -> None:
    def gone() -> None:
        shutil.rmtree(kept.root, ignore_errors=True)

    ended = set()
    for step in range(0, 60, 6):
        ended.add(at_change(step, kept.root, gone, _outcome(kept)))
        shutil.rmtree(kept.root, ignore_errors=True)
        shutil.copytree(TINY, kept.root)
        shutil.rmtree(kept.folder, ignore_errors=True)
    assert ended == {0, 3}


@pytest.mark.parametrize("command", [["check"], ["brief"], ["show", "pane:timeline"], ["search", "bridge"]], ids=str)
def test_a_dossier_that_may_only_be_read(kept: Kept, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = [kept.root, *sorted(kept.root.rglob("*"))]
    for path in before:
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert main(["--dossier", str(kept.root), *command]) == 0
    assert capsys.readouterr().err == ""
    assert [kept.root, *sorted(kept.root.rglob("*"))] == before
    for path in before:
        path.chmod(0o755)


# What upgrade, new, schema and brief write


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _old(folder: Path) -> Path:
    """A dossier of 0.1 of which three files change, scenarios for their `resolution`."""
    shutil.copytree(OLD, folder)
    actors = folder / "data" / "actors.yaml"
    leaning = (
        "\n  depends_on:\n    - {'on': sound-lines, how: {text: It has no other ferry., cites: [sound-gazette:p1.3]}}"
    )
    actors.write_text(actors.read_text("utf-8").replace("\n  form: body ", f"{leaning}\n  form: body ", 1), "utf-8")
    return folder


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    folder = _old(tmp_path_factory.mktemp("upgraded") / OLD.name)
    before = _contents(folder)
    assert main(["upgrade", str(folder)]) == 0
    after = _contents(folder)
    assert len({name for name in after if before[name] != after[name]}) == 3
    return before, after


def _is_sound(folder: Path, versions: tuple[dict[str, bytes], dict[str, bytes]]) -> bool:
    """Whether each file is the old or the new one, what is begun is hidden, and another upgrade ends it."""
    before, after = versions
    found = _contents(folder)
    begun = found.keys() - before.keys()
    return (
        all(found[name] in (before[name], after[name]) for name in before)
        and all(name.rpartition("/")[2].startswith(".") for name in begun)
        and main(["upgrade", str(folder)]) == 0
        and {name: content for name, content in _contents(folder).items() if name not in begun} == after
    )


@forks
@pytest.mark.parametrize("size", [0, 1, 1_500])
@pytest.mark.parametrize("kill", [False, True], ids=["full", "killed"])
def test_upgrade_leaves_each_file_old_or_new(
    tmp_path: Path, versions: tuple[dict[str, bytes], dict[str, bytes]], size: int, kill: bool
) -> None:
    folder = _old(tmp_path / OLD.name)
    ended, err = command_on_a_full_disk(size, ["upgrade", str(folder)], tmp_path, kill=kill)
    if kill:
        assert ended == -signal.SIGXFSZ
    else:
        assert ended == 2 and err.count("\n") == 1 and "run it again for the others" in err
        assert _contents(folder).keys() == versions[0].keys()
    assert _is_sound(folder, versions)


@forks
def test_upgrade_killed_between_any_two_changes(
    tmp_path: Path, versions: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    folder, steps = tmp_path / OLD.name, 0

    def upgrade() -> int:
        return main(["upgrade", str(folder)])

    while at_change(steps, _old(folder), killed, upgrade, only=CHANGES) != 0:
        assert _is_sound(folder, versions), steps
        shutil.rmtree(folder)
        steps += 1
    assert steps >= 4


WRITING = {
    "new": ["new", "made"],
    "schema": ["schema", "--out", "made"],
    "text": ["brief", "-o", "made.txt"],
    "html": ["brief", "-o", "made.html"],
    "json": ["brief", "-o", "made.json"],
}


@forks
@pytest.mark.parametrize("size", [0, 1_000])
@pytest.mark.parametrize("name", WRITING)
def test_what_is_written_on_a_full_disk_is_one_line_and_nothing_is_left(tmp_path: Path, name: str, size: int) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    ended, err = command_on_a_full_disk(size, WRITING[name], folder)
    assert (ended, err.count("\n")) == (2, 1) and "too large" in err and "internal" not in err
    assert list(folder.rglob("*")) == []
    if name == "new":
        assert command_on_a_full_disk(1_000_000, WRITING[name], folder)[0] == 0


@forks
def test_a_child_that_raises_is_told_apart() -> None:
    def raising() -> int:
        raise ValueError("on purpose")

    assert in_a_child(raising) == RAISED


@forks
@pytest.mark.parametrize("size", [0, 3])
def test_a_disk_that_is_full_leaves_the_files_of_the_state_as_they_were(tmp_path: Path, size: int) -> None:
    file = tmp_path / "state" / "terminals.txt"
    assert keep(file, "xterm light\n") == ""

    def works() -> int:
        return 0 if "file too large" in keep(file, "xterm dark and more\n") else 1

    assert full_after(size, works) == 0
    assert [(path.name, path.read_text()) for path in file.parent.iterdir()] == [(file.name, "xterm light\n")]


@pytest.mark.parametrize(
    ("shortage", "said"),
    [
        (RuntimeError("can't start new thread"), "no more threads"),
        (MemoryError(), "cannot allocate memory"),
        (OSError(errno.EMFILE, "x"), "too many open files"),
    ],
)
def test_what_the_system_has_no_more_of_is_no_fault_of_the_program(
    shortage: Exception, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def short() -> int:
        raise shortage

    assert guarded(short) == 2
    assert capsys.readouterr().err == f"caucasus-tui: ended, as the system has not what it takes ({said})\n"
    assert not list(tmp_path.iterdir())


def test_without_another_thread_the_screen_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(thread: Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(Thread, "start", refused)
    done: list[int] = []
    background = Background(lambda to, thing: to(thing))
    background.start(lambda: 1, done.append, waited_for=True)
    assert background.finish() and done == [1]
