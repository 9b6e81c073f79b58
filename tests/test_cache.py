"""The cache gives what reading would give, whatever has happened to the files, the cache or the program since."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from platformdirs.unix import Unix

from caucasus_tui.cli import main
from caucasus_tui.crash import report
from caucasus_tui.dossier.keeping import cache, fingerprint, store
from caucasus_tui.dossier.keeping.cache import open_cached
from caucasus_tui.dossier.keeping.shelf import LARGE
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.loading import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import DossierError, Problem
from caucasus_tui.state_files import keep, state_folder
from caucasus_tui.user_folders import user_folder

TINY = Path(__file__).parent / "tiny"
FILES = sorted(str(path.relative_to(TINY)) for path in TINY.glob("*/*.yaml"))


class Place:
    """A dossier's folder, a cache of its own, and how often the dossier was read from its files."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "dossier"
        shutil.copytree(TINY, self.root)
        self.store = Store(str(folder / "cache"))
        self.readings = 0

    def open(self) -> Dossier:
        return open_cached(self.root, store=self.store)

    def outcome(self, opened: Callable[[], Dossier]) -> Dossier | tuple[Problem, ...]:
        try:
            return opened()
        except DossierError as error:
            return error.problems

    def kept(self, kind: str = "") -> list[str]:
        """The files of the cache."""
        try:
            return sorted(name for name in os.listdir(self.store.folder) if name.startswith(kind))
        except FileNotFoundError:
            return []

    def kept_dossier(self) -> Path:
        (name,) = self.kept("dossier-")
        return Path(self.store.folder, name)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    made = Place(tmp_path)
    reads = load.load

    def counted(*arguments: object) -> load.Loaded:
        made.readings += 1
        return reads(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(load, "load", counted)
    return made


def test_the_second_start_reads_nothing(place: Place) -> None:
    first = place.open()
    assert place.readings == 1
    assert place.open() == first
    assert place.readings == 1


def test_it_gives_what_reading_gives(tmp_path: Path, real: Dossier) -> None:
    kept = Store(str(tmp_path))
    assert cache.keep(kept, "a" * 64, real)
    found = cache.recall(kept, "a" * 64)
    assert found == real
    assert found and found.records() == real.records()
    assert [type(record.cites[0]) for record in found.records() if record.cites] == [
        type(record.cites[0]) for record in real.records() if record.cites
    ]


def test_a_warm_start_loads_neither_yaml_nor_transliteration_nor_rules(place: Place) -> None:
    place.open()
    code = (
        "import sys; from pathlib import Path; from caucasus_tui.dossier.keeping.cache import open_cached; "
        "from caucasus_tui.dossier.keeping.store import Store; "
        f"open_cached(Path({str(place.root)!r}), store=Store({place.store.folder!r})); "
        "print(sorted(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for module in (
        "yaml",
        "anyascii",
        "caucasus_tui.dossier.loading.load",
        "caucasus_tui.dossier.loading.check",
        "sqlite3",
        "difflib",
    ):
        assert f"'{module}'" not in loaded


# What may happen to the files

Change = Callable[[Path], None]


def _edit(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"title: ", b"title: New ", 1))


def _touch(path: Path) -> None:
    path.touch()


def _replace(path: Path) -> None:
    other = path.with_name(".other")
    other.write_bytes(path.read_bytes() + b"# more\n")
    other.replace(path)


def _truncate(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _same_size_and_time(path: Path) -> None:
    before = path.stat()
    content = path.read_bytes()
    path.write_bytes(content.swapcase())
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)


def _restore(path: Path) -> None:
    shutil.copy(TINY / path.parent.name / path.name, path)


def _link(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(TINY / path.parent.name / path.name)


def _add(path: Path) -> None:
    path.with_name("extra.yaml").write_text("id: extra\n")


CHANGES: tuple[Change, ...] = (
    _edit,
    _touch,
    _replace,
    _truncate,
    _same_size_and_time,
    _remove,
    _restore,
    _link,
    _add,
)


@pytest.mark.parametrize("tick", [store.TICK, 0], ids=["by content", "by size and times"])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.sampled_from(CHANGES), st.sampled_from(FILES)), min_size=1, max_size=5))
def test_any_change_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, tick: int, changes: list[tuple[Change, str]]
) -> None:
    """Files that were just written are told by content; with a tick of 0 they too are trusted to be as they look."""
    place = Place(tmp_path_factory.mktemp("place"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fingerprint, "TICK", tick)
        place.open()
        for change, file in changes:
            path = place.root / file
            if (path.is_file() and not path.is_symlink()) or change in (_restore, _link, _remove):
                if change is _restore and path.is_symlink():
                    path.unlink()
                change(path)
            assert place.outcome(place.open) == place.outcome(lambda: load.load(place.root).dossier)


def test_a_touched_file_is_no_change(place: Place) -> None:
    place.open()
    (place.root / FILES[0]).touch()
    place.open()
    assert place.readings == 1


def test_back_to_what_it_was_is_known_already(place: Place) -> None:
    path = place.root / "data/events.yaml"
    before = path.read_bytes()
    place.open()
    _edit(path)
    place.open()
    path.write_bytes(before)
    place.open()
    assert place.readings == 2


def test_what_changes_while_it_is_read_is_not_kept(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = load.load

    def edited_meanwhile(*arguments: object) -> load.Loaded:
        loaded = reads(*arguments)  # type: ignore[arg-type]
        _edit(place.root / "data/events.yaml")
        return loaded

    monkeypatch.setattr(load, "load", edited_meanwhile)
    place.open()
    assert place.kept("dossier") == []


def test_files_just_written_are_told_by_content(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two writes within a tick of the file system's clock leave the same times."""
    place.open()
    assert place.kept("known") == []
    for path in place.root.glob("*/*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    monkeypatch.setattr(fingerprint, "TICK", -(10**18))
    place.open()
    assert len(place.kept("known")) == 1
    monkeypatch.setattr(fingerprint, "read_bytes", None)
    place.open()  # by size and times alone
    assert place.readings == 1


def test_another_program_reads_for_itself(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.open()
    monkeypatch.setattr(fingerprint, "program", lambda: "another")
    place.open()
    assert place.readings == 2


def test_the_program_is_another_one_when_a_module_changes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "dossier"
    shutil.copytree(Path(fingerprint.__file__).parents[1], package)
    monkeypatch.setattr(fingerprint, "__file__", str(package / "keeping" / "fingerprint.py"))
    before = fingerprint.program()
    (package / "loading" / "rules" / "wording.py").write_text("# a new rule\n")
    assert fingerprint.program() != before


def test_a_dossier_with_problems_is_never_kept(place: Place) -> None:
    (place.root / "data/events.yaml").write_text("- id: no-title\n")
    for _ in range(2):
        with pytest.raises(DossierError):
            place.open()
    assert place.kept("dossier") == []
    assert place.readings == 2


def test_what_a_smaller_limit_refuses_is_refused_warm_too(place: Place) -> None:
    place.open()
    with pytest.raises(DossierError):
        open_cached(place.root, limit=100, store=place.store)


def test_where_there_is_no_dossier_the_problem_is_the_same(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="not a dossier"):
        open_cached(tmp_path / "none", store=Store(str(tmp_path / "cache")))


# What may happen to the cache


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(garbage=st.binary(max_size=200), keep=st.floats(0, 1))
def test_garbage_in_the_cache_is_ignored(tmp_path_factory: pytest.TempPathFactory, garbage: bytes, keep: float) -> None:
    place = Place(tmp_path_factory.mktemp("place"))
    good = place.open()
    path = place.kept_dossier()
    content = path.read_bytes()
    path.write_bytes(content[: int(keep * len(content))] + garbage)
    assert place.open() == good


def test_another_word_in_what_was_kept_is_ignored(place: Place) -> None:
    """It would decode as well as what was written."""
    good = place.open()
    path = place.kept_dossier()
    title = good.events[0].title.encode()
    path.write_bytes(path.read_bytes().replace(title, title.swapcase()))
    assert place.open() == good and place.readings == 2


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"[null,{}]", b"{", b'[null,{"about":1}]', b"\xff" * 10, b"[" * 20_000]
)
def test_what_has_the_right_digest_and_is_no_dossier_is_ignored(place: Place, content: bytes) -> None:
    good = place.open()
    path = place.kept_dossier()
    path.write_bytes(store.digest(content).encode() + content)
    assert place.open() == good


def test_another_kind_of_file_in_its_place_is_ignored(place: Place, tmp_path: Path) -> None:
    good = place.open()
    path = place.kept_dossier()
    elsewhere = tmp_path / "elsewhere"
    shutil.move(path, elsewhere)
    path.symlink_to(elsewhere)
    assert place.open() == good and place.readings == 2
    path = place.kept_dossier()
    path.unlink()
    os.mkfifo(path)
    assert place.open() == good and place.readings == 3
    place.kept_dossier().unlink()
    path.mkdir()
    assert place.open() == good and place.readings == 4


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners and modes are POSIX")
def test_what_others_may_write_is_ignored(place: Place) -> None:
    good = place.open()
    place.kept_dossier().chmod(0o666)
    assert place.open() == good and place.readings == 2
    Path(place.store.folder).chmod(0o777)
    assert place.open() == good and place.readings == 3


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("whose", ["file", "folder"])
def test_what_belongs_to_another_is_ignored(place: Place, whose: str) -> None:
    good = place.open()
    os.chown(place.kept_dossier() if whose == "file" else place.store.folder, 12_345, -1)
    assert place.open() == good and place.readings == 2


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners and modes are POSIX")
def test_to_another_user_it_is_as_good_as_not_there(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    good = place.open()
    user = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: user + 1)
    assert place.open() == good and place.readings == 2


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners and modes are POSIX")
def test_it_is_for_its_owner_alone(place: Place) -> None:
    place.open()
    assert stat.S_IMODE(Path(place.store.folder).stat().st_mode) == 0o700
    assert {stat.S_IMODE(Path(place.store.folder, name).stat().st_mode) for name in place.kept()} == {0o600}


def test_without_a_place_for_it_all_works(place: Place, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    place.store = Store(str(tmp_path / "file" / "cache"))
    assert place.open() == place.open()
    assert place.readings == 2


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_with_a_home_that_is_read_only_all_works(place: Place, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    place.store = Store(str(home / "cache"))
    assert place.open() == place.open()


def test_ctrl_c_while_it_is_written_leaves_nothing(place: Place) -> None:
    def interrupted(path: str) -> None:
        Path(path).write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        place.store.make("dossier", "b" * 64, interrupted)
    assert place.kept() == []


def test_a_full_disk_leaves_nothing(place: Place) -> None:
    def full(path: str) -> None:
        raise OSError(28, "No space left on device")

    assert not place.store.make("dossier", "b" * 64, full)
    assert place.kept() == []


def test_the_oldest_and_the_unfinished_go(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(store.KEPT, "dossier", 2)
    place.open()
    abandoned = Path(place.store.folder, ".dossier-killed")
    abandoned.write_text("half")
    os.utime(abandoned, (0, 0))
    for number in range(3):
        (place.root / "seeds" / "README.md").write_text(f"{number}")
        place.open()
    assert len(place.kept("dossier")) == 2
    assert not abandoned.exists()


@pytest.mark.parametrize("large", [LARGE, 1], ids=["whole", "on a shelf"])
def test_what_is_used_stays_however_often_another_is_edited(
    place: Place, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "LARGE", large)
    used = place.open()
    key = place.kept_dossier().name.partition("-")[2]
    for number in range(2 * store.KEPT["dossier"]):
        (place.root / "seeds" / "README.md").write_text(f"{number}")
        place.open()
        found = cache.recall(place.store, key)
        assert found is not None and found.about == used.about
    assert len(place.kept("dossier")) == store.KEPT["dossier"]


def _open_and_count(root: Path, folder: str) -> int:
    return len(open_cached(root, store=Store(folder)).records())


def test_starts_at_the_same_time_do_not_disturb_each_other(place: Place) -> None:
    with ProcessPoolExecutor(max_workers=6) as pool:
        counts = [pool.submit(_open_and_count, place.root, place.store.folder) for _ in range(18)]
        assert {count.result() for count in counts} == {len(place.open().records())}
    assert place.readings == 0
    assert not place.kept(".")
    assert len(place.kept("dossier")) == 1


def test_a_dossier_in_a_zip_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import zipfile

    archive = tmp_path / "dossier.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in FILES:
            packed.write(TINY / file, file)
    kept = Store(str(tmp_path / "cache"))
    assert open_cached(zipfile.Path(archive), store=kept) == open_cached(TINY, store=Store(str(tmp_path / "other")))
    assert not Path(kept.folder).exists()


@pytest.mark.parametrize("kind", ["cache", "state", "data"])
def test_the_users_folders_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, kind: Literal["cache", "state", "data"]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", "/home/reader")
    found = {}
    for base in ("/somewhere", "", "relative", " /with/blanks "):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", base)
        found[base] = user_folder(kind)
        if base in ("/somewhere", ""):
            assert found[base] == getattr(Unix("caucasus-tui", appauthor=False), f"user_{kind}_dir")
    assert found["relative"] == found[" /with/blanks "] == found[""]
    assert found["/somewhere"] == "/somewhere/caucasus-tui"


def test_faults_are_logged_where_platformdirs_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert user_folder("log") == Unix("caucasus-tui", appauthor=False).user_log_dir


@pytest.mark.skipif(os.name != "posix", reason="elsewhere every account has a home")
@pytest.mark.parametrize("home", ["~", "somewhere"])
def test_without_a_home_nothing_is_kept_and_nothing_made_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: str
) -> None:
    monkeypatch.setattr(os.path, "expanduser", lambda path: path.replace("~", home, 1))
    for kind in ("CACHE", "STATE", "DATA", "CONFIG"):
        monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert not Store().write("dossier", "a", b"b")
    assert "not a directory" in keep(state_folder() / "terminals.txt", "dark")
    assert main(["--dossier", str(TINY), "show", "pane:timeline"]) == 0
    report(ValueError())
    assert "No trace could be written" in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]
