"""A dossier of 0.1 opens as it is, and `upgrade` makes it one of today with everything else left as it was."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from caucasus_tui.cli import main
from caucasus_tui.dossier.keeping.cache import open_cached
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.loading import formats
from caucasus_tui.dossier.loading.by_place import EditError
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.loading.reader import parse
from caucasus_tui.dossier.loading.upgrading import upgraded
from caucasus_tui.dossier.model.dossier import FORMAT, About, Dossier
from caucasus_tui.dossier.model.records import Actor, Scenario
from caucasus_tui.dossier.problems import DossierError, Problem
from caucasus_tui.page.lens import Lens
from caucasus_tui.panes.router import page_at

FOLDER = Path(__file__).parent / "dossiers"
OLD = pytest.mark.parametrize("name", ["0.1-bundled", "0.1-starter"])
GROUPS = (
    "lever_groups: {can restrain: [deter, induce, convene, guarantee, condition, pressure], "
    "enable or cover: [enable, legitimise, support]}"
)
"""What every dossier of format 1 was shown as if it said."""
ON = """\
# Who acts.
- id: a   # the first
  title: A
  short: AA
  form: body
  depends_on:
    - {'on': b, how: {text: It leans on it., cites: ["s:p1.1"]}}   # on: a key
"""


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[str], Path]:
    return lambda name: Path(shutil.copytree(FOLDER / name, tmp_path / name))


def run(*arguments: object) -> int:
    return main(["--today=2026-11-23", *map(str, arguments)])


def old_words(folder: Path) -> list[Problem]:
    """What `check` finds to do because of the format."""
    return [found for found in load(folder).dossier.todo if found.kind == formats.KIND]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def comments(content: bytes) -> list[str]:
    return re.findall(r"(?:^|\s)(#.*)$", content.decode(), re.M)


@OLD
def test_a_dossier_of_0_1_opens_prints_and_is_searched(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = FOLDER / name
    loaded = load(folder)
    assert loaded.dossier.about.format == 1 and loaded.dossier.about.id == name.replace(".", "-")
    dossier = f"--dossier={folder}"
    for arguments in (
        ["check"],
        ["brief"],
        ["ask", "a"],
        ["show", "pane:actors"],
        ["search", loaded.dossier.actors[0].title],
    ):
        assert run(dossier, *arguments) == 0
        assert capsys.readouterr().out.strip()


def test_old_keys_are_read_as_what_they_became_and_told_with_their_place(edition: Dossier) -> None:
    russia = next(actor for actor in edition.actors if actor.id == "russia")
    assert [need.upon for need in russia.depends_on] == ["azerbaijan"]
    old = old_words(FOLDER / "0.1-bundled")
    lines = (FOLDER / "0.1-bundled/data/actors.yaml").read_text("utf-8").splitlines()
    assert [note.line for note in old] == [
        n for n, line in enumerate(lines, 1) if re.match(r"\s+(- on|red_lines):", line)
    ]
    first = next(note for note in old if "'on'" in note.message)
    assert str(first).startswith(f"data/actors.yaml:{first.line}:7: the key 'on' is called 'upon' since format 2;")
    assert any("the key 'red_lines' is called 'warnings'" in note.message for note in old)
    assert "caucasus-tui upgrade" in old[0].message


def test_check_names_each_old_word_as_to_do_and_finds_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    folder = FOLDER / "0.1-bundled"
    assert run("check", folder) == 0
    printed = capsys.readouterr().out
    assert all(str(note) in printed for note in old_words(folder)) and "to do" in printed
    run("check", bundled())
    assert "is called" not in capsys.readouterr().out


def test_a_fault_beside_an_old_word_has_its_place(copy: Callable[[str], Path]) -> None:
    file = copy("0.1-bundled") / "data/actors.yaml"
    file.write_text(file.read_text("utf-8").replace("- on: russia\n", "- on: russia\n      wrong: key\n", 1), "utf-8")
    line = file.read_text("utf-8").splitlines().index("      wrong: key") + 1
    with pytest.raises(DossierError) as raised:
        load(file.parents[1])
    assert str(raised.value.problems[0]).startswith(f"data/actors.yaml:{line}:7: unknown key 'wrong'")


def test_the_bundled_and_the_small_dossier_are_of_today(tiny: Dossier) -> None:
    about = load(bundled()).dossier.about
    assert (about.format, tiny.about.format) == (FORMAT, FORMAT)
    assert about.id and tiny.about.id == "two-villages"


@OLD
def test_upgrade_makes_it_sound_and_keeps_comments_and_order(name: str, copy: Callable[[str], Path]) -> None:
    folder = copy(name)
    before, was = files(folder), load(folder).dossier
    assert run("upgrade", folder) == 0
    loaded, after = load(folder), files(folder)
    assert loaded.dossier.about.format == FORMAT and not old_words(folder)
    assert (loaded.dossier.records(), loaded.dossier.sources) == (was.records(), was.sources)
    assert list(after) == list(before)
    for path, content in before.items():
        # A key that went is a comment now, and whatever it said stands there.
        assert comments(after[path].replace(b"# resolution:", b"resolution:")) == comments(content)
        lines = (
            after[path]
            .decode()
            .replace("# resolution:", "resolution:")
            .replace("- upon:", "- on:")
            .replace("  warnings:", "  red_lines:")
            .splitlines()
        )
        assert [
            line for line in lines if line not in ("format: 2", f"id: {was.about.id}", GROUPS)
        ] == content.decode().splitlines()


@OLD
def test_levers_stand_in_the_groups_of_0_1_as_it_is_and_upgraded(name: str, copy: Callable[[str], Path]) -> None:
    folder, shown = copy(name), []
    for _ in range(2):
        dossier = load(folder).dossier
        targets = {f"target:{target}" for lever in dossier.levers for target in lever.targets}
        lenses = [Lens(pick=pick, today=date(2026, 11, 23)) for pick in sorted(targets)]
        shown.append([row.text for lens in lenses for row in page_at(dossier, "pane:leverage", lens).rows])
        assert run("upgrade", folder) == 0
    assert shown[0] == shown[1] and any("can restrain" in text for text in shown[0])


@OLD
def test_a_dry_run_prints_a_diff_and_writes_nothing(
    name: str, copy: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(name)
    before = files(folder)
    assert run("upgrade", "--dry-run", folder) == 0
    printed = capsys.readouterr().out
    assert "+format: 2" in printed and "--- data/dossier.yaml" in printed
    assert ("+    - upon: russia" in printed) == (name == "0.1-bundled")
    assert files(folder) == before


def test_schemas_of_the_older_program_are_named(
    copy: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy("0.1-starter")
    (folder / "schema").mkdir()
    assert run("upgrade", folder) == 0
    (advice,) = [line for line in capsys.readouterr().out.splitlines() if "caucasus-tui schema" in line]
    assert main(advice.partition("caucasus-tui ")[2].split()) == 0
    assert "lever_groups" in (folder / "schema" / "dossier.schema.json").read_text("utf-8")


def test_a_second_time_there_is_nothing_to_change(
    copy: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy("0.1-starter")
    run("upgrade", folder)
    before = files(folder)
    capsys.readouterr()
    assert run("upgrade", folder) == 0
    assert "of format 2 already" in capsys.readouterr().out and files(folder) == before


def faults(err: str) -> list[str]:
    """What is wrong, a line each, before the word that nothing was changed."""
    *told, last = err.splitlines()
    return told if last == "caucasus-tui upgrade: the dossier has errors. Nothing was changed." else [*told, last]


@pytest.mark.parametrize(
    ("file", "content", "status", "said"),
    [
        ("data/actors.yaml", "- id: [", 1, "data/actors.yaml:1:8: brackets"),
        ("data/dossier.yaml", "", 1, "data/dossier.yaml: not there, or says nothing"),
        ("data/dossier.yaml", "format: 7\n", 1, "format 7 is newer than this program"),
        (
            "data/actors.yaml",
            '- {depends_on: [{"o\\x6e": b}]}\n',
            1,
            "data/actors.yaml:1:18: 'on' is written in an unusual way",
        ),
    ],
    ids=["not-yaml", "empty", "newer", "escaped"],
)
def test_what_cannot_be_rewritten_is_one_line_and_changes_nothing(
    copy: Callable[[str], Path], capsys: pytest.CaptureFixture[str], file: str, content: str, status: int, said: str
) -> None:
    folder = copy("0.1-starter")
    (folder / file).write_text(content)
    before = files(folder)
    assert run("upgrade", folder) == status
    err = capsys.readouterr().err
    assert said in err and len(faults(err)) == 1
    assert files(folder) == before


def test_the_bundled_dossier_is_never_touched(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("upgrade", bundled()) == 2
    assert "is the bundled dossier" in capsys.readouterr().err


def test_a_folder_that_is_none_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("upgrade", tmp_path / "nowhere") == 1
    assert len(faults(capsys.readouterr().err)) == 1


def test_a_newer_dossier_is_refused_with_one_line(copy: Callable[[str], Path]) -> None:
    folder = copy("0.1-starter")
    (folder / "data/dossier.yaml").write_text("format: 3\nnew: key\n")
    with pytest.raises(DossierError) as raised:
        load(folder)
    assert [str(problem) for problem in raised.value.problems] == [
        "data/dossier.yaml:1:9: format 3 is newer than this program, which reads up to 2; install a newer one"
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\x85"], ids=["lf", "crlf", "nel"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_encoding_and_quotation_marks_stay(ends: str, encoding: str) -> None:
    content = ON.replace("\n", ends).encode(encoding)
    made = upgraded(content, parse(content, "data/actors.yaml"), tuple[Actor, ...], "x")
    assert made == ON.replace("{'on': b", "{'upon': b").replace("\n", ends).encode(encoding)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# about\ntitle: x\n", f"# about\nformat: 2\nid: d\n{GROUPS}\ntitle: x\n"),
        ("{title: x}\n", f"{{format: 2, id: d, {GROUPS}, title: x}}\n"),
        ("title: x\nformat: 1 # old\nid: own\n", f"{GROUPS}\ntitle: x\nformat: 2 # old\nid: own\n"),
        ("---\n  title: x\n", f"---\n  format: 2\n  id: d\n  {GROUPS}\n  title: x\n"),
        ("title: x\nlever_groups: {}\n", "format: 2\nid: d\ntitle: x\nlever_groups: {}\n"),
    ],
    ids=["block", "flow", "given", "indented", "grouped"],
)
def test_format_id_and_frames_stand_before_the_first_key(before: str, after: str) -> None:
    content = before.encode()
    assert upgraded(content, parse(content, "data/dossier.yaml"), About, "d").decode() == after


def test_a_key_that_was_renamed_needs_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "KEYS", {"actor": {"kind": "form", "depends_on.on": "upon"}})
    content = ON.replace("form: body", "kind: body").encode()
    made = upgraded(content, parse(content, "data/actors.yaml"), tuple[Actor, ...], "x").decode()
    assert made == ON.replace("'on'", "'upon'")
    document, olds = formats.modernised(parse(content, "data/actors.yaml"), tuple[Actor, ...])
    assert document.value == parse(made.encode(), "").value
    assert {(old.word, old.now) for old in olds} == {("kind", "form"), ("on", "upon")}
    assert [note.line for note in formats.notes(parse(content, ""), olds)] == [5, 7]


def test_the_name_of_the_folder_is_the_id_also_from_the_cache(copy: Callable[[str], Path], tmp_path: Path) -> None:
    store, folder = Store(str(tmp_path / "cache")), copy("0.1-starter")
    assert open_cached(folder, store=store).about.id == "0-1-starter"
    other = folder.rename(tmp_path / "Night Ferry")
    assert open_cached(other, store=store).about.id == "night-ferry"


@pytest.mark.parametrize(
    ("line", "said"), [("id: Night Ferry", "lower-case words"), ("format: 0", "write 2"), ("format: x", "number")]
)
def test_a_format_or_id_that_is_none_is_told(copy: Callable[[str], Path], line: str, said: str) -> None:
    folder = copy("0.1-starter")
    about = folder / "data/dossier.yaml"
    about.write_text(f"{line}\n{about.read_text('utf-8')}", "utf-8")
    with pytest.raises(DossierError) as raised:
        load(folder)
    (problem,) = raised.value.problems
    assert said in problem.message and (problem.file, problem.line) == ("data/dossier.yaml", 1)


WENT = """\
- id: a
  title: A
  order: 1
  resolution:   # how it went
    state: borne-out

    source: s
  # on to the next
  cites: ["s:p1.1"]
"""


def test_a_key_that_went_is_to_do_and_becomes_a_comment_with_all_it_said() -> None:
    form = tuple[Scenario, ...]
    document = parse(WENT.encode(), "data/scenarios.yaml")
    newer, olds = formats.modernised(document, form)
    assert newer.value == [{"id": "a", "title": "A", "order": "1", "cites": ["s:p1.1"]}]
    (note,) = formats.notes(document, olds)
    assert note.todo and (note.line, note.column) == (4, 3)
    assert "'resolution' went with format 2: what became of a forecast stands in data/ledger.yaml" in note.message
    made = upgraded(WENT.encode(), document, form, "d").decode()
    assert made == WENT.replace("  resolution:", "  # resolution:").replace("    state", "  #   state").replace(
        "    source", "  #   source"
    )


def test_a_key_that_went_and_shares_its_line_is_taken_out_by_hand() -> None:
    content = b"- {id: a, title: A, order: 1, resolution: {state: open}}\n"
    document = parse(content, "data/scenarios.yaml")
    with pytest.raises(EditError, match="'resolution' shares its line; take it out by hand"):
        upgraded(content, document, tuple[Scenario, ...], "d")
