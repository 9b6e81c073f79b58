"""`caucasus-tui brief` as it is typed: what goes where, what is refused, and that no file is lost or half there."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caucasus_tui.brief.choices import FORMATS, MOST_MINUTES, SECTIONS, Format
from caucasus_tui.brief.export import OutputError, write_whole
from caucasus_tui.brief.whom import find_actor, nearest_actors
from caucasus_tui.cli import main, parser
from caucasus_tui.dossier.model.dossier import Dossier
from tests.briefs import brief_of, made

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    def run(*arguments: object) -> tuple[int, str, str]:
        try:
            status = main(["--today=2026-11-23", "brief", *map(str, arguments)])
        except SystemExit as left:
            status = int(left.code or 0)
        return status, *capsys.readouterr()

    return run


def test_text_on_stdout_and_nothing_on_stderr(command: Command, real: Dossier) -> None:
    assert command() == (0, made(brief_of(real), "text"), "")
    assert command("-o", "-") == command()


def test_options_reach_the_brief(command: Command, real: Dossier) -> None:
    status, out, _ = command(
        "--for", "Baku", "--minutes", 3, "--format", "json", "--section", "gaps", "--section", "asks"
    )
    found = json.loads(out)
    assert (status, found["actor"], found["minutes"]) == (0, "azerbaijan", 3)
    assert [section["key"] for section in found["sections"]] == ["asks", "gaps"]
    assert command("--width", 40)[1] == made(brief_of(real), "text", 40)


def test_a_section_of_the_other_kind_is_there_or_says_why_it_is_not(command: Command) -> None:
    assert (
        "The dossier has no meeting to speak of; --with ACTOR makes the sheet of one"
        in command("--section", "points")[1]
    )
    found = json.loads(command("--with", "Baku", "--section", "situation", "--format", "json")[1])
    assert [section["key"] for section in found["sections"]] == ["situation"] and found["sections"][0]["lines"]


@pytest.mark.parametrize("form", [form for form in FORMATS if not form.binary], ids=lambda form: form.name)
def test_a_file_gets_the_format_that_its_name_ends_like(
    command: Command, tmp_path: Path, form: Format, real: Dossier
) -> None:
    for extension in form.extensions:
        target = tmp_path / f"brief{extension}"
        status, out, err = command("-o", target)
        assert (status, out) == (0, "")
        assert err == f"caucasus-tui: wrote {target}\n"
        assert target.read_text(encoding="utf-8") == made(brief_of(real), form.name)
    assert sorted(tmp_path.iterdir()) == sorted(tmp_path.glob("brief.*"))


def test_a_named_format_wins_over_the_extension(command: Command, tmp_path: Path) -> None:
    assert command("-o", tmp_path / "notes.txt", "--format", "json")[0] == 0
    assert json.loads((tmp_path / "notes.txt").read_text(encoding="utf-8"))["version"] == 2


def test_nothing_is_overwritten_unless_asked(command: Command, tmp_path: Path, real: Dossier) -> None:
    target = tmp_path / "brief.md"
    target.write_text("mine")
    target.chmod(0o640)
    status, _, err = command("-o", target)
    assert (status, target.read_text()) == (2, "mine")
    assert "is there already; --force overwrites it" in err
    assert command("-o", target, "--force")[0] == 0
    assert target.read_text().startswith(f"# {real.about.title}")
    assert target.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["brief.md"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("brief.odt", "no format has this extension"),
        ("brief", "no format has this extension"),
        ("missing/brief.md", "there is no folder"),
        ("folder.md", "is a folder"),
        ("pipe.md", "is not a plain file"),
        ("dangling.md", "leads nowhere"),
    ],
)
def test_a_file_that_cannot_be_written_is_refused_in_one_line(
    command: Command, tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "dangling.md").symlink_to(tmp_path / "nothing.md")
    status, out, err = command("-o", tmp_path / name, "--force")
    assert (status, out) == (2, "")
    assert said in err and err.count("\n") == 1
    assert sorted(os.listdir(tmp_path)) == ["dangling.md", "folder.md", "pipe.md"]


def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_whole(tmp_path / "link.md", b"new", force=True)
    assert (tmp_path / "link.md").is_symlink() and (tmp_path / "real.md").read_text() == "new"


@pytest.mark.parametrize("force", [False, True])
def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    target = tmp_path / "brief.md"
    if force:
        target.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("caucasus_tui.brief.export.os.fsync", full)
    with pytest.raises(OutputError, match="no space left on device"):
        write_whole(target, b"new", force=force)
    assert os.listdir(tmp_path) == (["brief.md"] if force else [])
    assert not force or target.read_text() == "old"


def test_interrupting_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("caucasus_tui.brief.export.os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "brief.md", b"new", force=False)
    assert os.listdir(tmp_path) == []


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "brief.md"
    monkeypatch.setattr("caucasus_tui.brief.export.os.fsync", lambda descriptor: target.write_text("theirs"))
    with pytest.raises(OutputError, match="is there already"):
        write_whole(target, b"new", force=False)
    assert target.read_text() == "theirs" and os.listdir(tmp_path) == ["brief.md"]


def test_without_hard_links_it_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*names: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("caucasus_tui.brief.export.os.link", unsupported)
    write_whole(tmp_path / "brief.md", b"new", force=False)
    assert (tmp_path / "brief.md").read_bytes() == b"new" and os.listdir(tmp_path) == ["brief.md"]


def test_an_unknown_actor_is_a_miss_with_the_nearest_names(command: Command) -> None:
    status, out, err = command("--for", "Azerbaidjan")
    assert (status, out) == (1, "")
    assert (
        err == "caucasus-tui: no actor is called 'Azerbaidjan'; the nearest: Azerbaijan, Russia\n"
        or "Azerbaijan" in err
    )
    status, _, err = command("--for", "zzzzzz")
    assert status == 1 and "list actor" in err


@pytest.mark.parametrize("name", ["iran", "Iran", "IR", "Иран", "  iran "])
def test_an_actor_answers_to_any_of_its_names(real: Dossier, name: str) -> None:
    found = find_actor(real, name)
    assert found and found.id == "iran"


def test_an_own_name_counts_before_a_name_that_others_use(tiny: Dossier) -> None:
    found = find_actor(tiny, "obermuhle")
    assert found and found.id == "upper-mill"
    assert find_actor(tiny, "") is None and nearest_actors(tiny, "uper mill")[0] == "Upper Mill"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--minutes", 0),
        ("--minutes", MOST_MINUTES + 1),
        ("--minutes", "three"),
        ("--width", 19),
        ("--width", "wide"),
        ("--section", "everything"),
        ("--format", "odt"),
    ],
)
def test_wrong_use_is_status_two(command: Command, arguments: tuple[object, ...]) -> None:
    status, out, err = command(*arguments)
    assert (status, out) == (2, "")
    assert str(arguments[0]) in err


def test_help_names_every_format_and_section(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["brief", "--help"])
    said = re.sub(r"-\n\s+", "-", capsys.readouterr().out)
    for name in (*SECTIONS, *(form.name for form in FORMATS)):
        assert name in said


INSTALLED = {
    "pipx/venvs/caucasus-tui": "pipx install --force 'caucasus-tui[pdf]'",
    "uv/tools/caucasus-tui": "uv tool install --force 'caucasus-tui[pdf]'",
    "venv": "pip install 'caucasus-tui[pdf]'",
    "made/.venv": "make pdf",
}


@pytest.mark.parametrize("place", INSTALLED)
def test_a_missing_extra_names_the_command_that_installs_it(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / place).mkdir(parents=True)
    if place.startswith("made"):
        (tmp_path / place / ".installed").touch()
    monkeypatch.setattr(sys, "prefix", str(tmp_path / place))
    name, module = "pdf", "typst"
    for loaded in [other for other in sys.modules if other.startswith(f"caucasus_tui.brief.formats.{name}")]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)
    status, out, err = command("-o", tmp_path / f"brief.{name}")
    assert (status, out, [*tmp_path.glob("brief*")]) == (2, "", [])
    assert err.endswith(f"{INSTALLED[place]}\n") and err.count("\n") == 1


@pytest.mark.parametrize("asked", [["--format", "md"], ["--for", "iran"], ["--format", "json", "--minutes", "3"]])
def test_no_format_that_is_text_loads_a_screen(asked: list[str]) -> None:
    program = (
        "import sys\nfrom caucasus_tui.cli import main\n"
        f"main({['brief', *asked]!r})\n"
        "print([name for name in ('textual', 'rich', 'docx', 'typst') if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n" and done.stdout


def test_a_full_disk_behind_stdout_is_told_in_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    program = "from caucasus_tui.cli import main\nraise SystemExit(main(['brief']))\n"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", program], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "stdout cannot be written" in done.stderr
