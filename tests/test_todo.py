"""Two grades: errors stop; what is to be done is counted and listed, and the dossier opens, prints and exports."""

import json
import shutil
from pathlib import Path

import pytest

from caucasus_tui.cli import main
from caucasus_tui.commands.check import total
from caucasus_tui.dossier.intake.new_source import paragraphs_of
from caucasus_tui.dossier.keeping.cache import open_cached
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.loading.reader import parse
from caucasus_tui.dossier.problems import DossierError
from caucasus_tui.dossier.text.placeholders import PLACEHOLDERS, SENTENCE
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Row, Span, plain
from caucasus_tui.panes.router import page_at
from caucasus_tui.tui.here import Here, key_row
from caucasus_tui.tui.keys import KEYS
from caucasus_tui.tui.prompt.go_to import go_to_page
from tests.conftest import TODAY

_TINY = Path(__file__).parent / "tiny"
_PACKAGE = Path(__file__).parents[1] / "src" / "caucasus_tui"
_NEW = "      - {id: p3.7, type: attributed, text: The weir is old.}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier under work: a statement that nobody is named for and nothing uses, and a file that lies about."""
    root = Path(shutil.copytree(_TINY, tmp_path / "tiny"))
    letter = root / "seeds" / "valley-letter.yaml"
    letter.write_text(letter.read_text().replace("  - id: pq1\n", f"{_NEW}  - id: pq1\n", 1))
    (root / "seeds" / "article.pdf").write_bytes(b"%PDF")
    return root


def test_a_folder_that_is_empty_is_not_taken_for_the_bundled_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", ""]) == 1
    assert ".: not a dossier, no folder data/ in it" in capsys.readouterr().err


def test_the_bundled_dossier_and_the_starter_have_nothing_to_do() -> None:
    assert load(bundled()).dossier.todo == ()
    assert load(_PACKAGE / "starter").dossier.todo == ()


def test_check_lists_it_by_kind_with_a_total(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(root)]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[:4] == [
        "file that is not read (1)",
        "seeds/article.pdf: not read; seeds/ holds one .yaml file per source, README.md and originals/",
        "statement not used (1)",
        "seeds/valley-letter.yaml:122:9: no record uses p3.7; cite it, or say why not in 'unused'",
    ]
    assert lines[-1].endswith("statements: no error, 3 to do")
    assert err == ""
    assert main(["check", str(root), "--strict"]) == 1
    assert main(["check", str(_TINY), "--strict"]) == 0


def test_the_place_is_where_it_stands_again(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    levers = root / "data" / "levers.yaml"
    levers.write_text(levers.read_text().replace("[miller, upper-mill]", "[upper-mill, miller, upper-mill]"))
    letter = root / "seeds" / "valley-letter.yaml"
    letter.write_text(letter.read_text().replace("form: commentary", "form: commentary\nsupersedes: bridge-notice"))
    newer = letter.read_text().partition("paragraphs:")[0].replace("id: valley-letter", "id: newer-letter")
    (root / "seeds" / "newer-letter.yaml").write_text(newer.replace("title: A", "title: A newer"))
    assert main(["check", str(root)]) == 0
    out = capsys.readouterr().out
    assert "data/levers.yaml:27:33: 'holders' has 'upper-mill' twice; take one out" in out
    assert "seeds/valley-letter.yaml:6:13: source:newer-letter supersedes 'bridge-notice' already" in out


@pytest.mark.parametrize("width", [38, 80])
def test_a_lever_of_nobody_stands_below_the_others_with_what_is_to_do(root: Path, width: int) -> None:
    levers = root / "data" / "levers.yaml"
    levers.write_text(levers.read_text().replace("holders: [lower-mill]", "holders: []", 1))
    dossier = load(root).dossier
    for straight in (False, True):
        rows = page_at(dossier, "pane:leverage", Lens(width=width, today=TODAY, straight=straight)).rows
        at = next(number for number, row in enumerate(rows) if row.leads_to("lever:lower-closure"))
        said = " ".join(" ".join(row.text for row in rows[at:]).split())
        assert (
            "Closing the bridge names no holder; add 'holders' with who can use it" in said and rows[at].text[0] == "t"
        )


def test_check_says_the_same_on_any_day(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for day in ("1990-01-01", "2031-05-20", "2190-01-01"):
        assert main(["--today", day, "check", str(root)]) == 0
        said.append(capsys.readouterr().out)
    assert len(set(said)) == 1


def test_check_in_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(root), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["kind"], found["errors"], found["to_do"]) == ("check", 0, 3)
    unused = next(one for one in found["findings"] if one["kind"] == "statement not used")
    assert unused["grade"] == "to-do"
    assert (unused["file"], unused["line"], unused["about"]) == (
        "seeds/valley-letter.yaml",
        122,
        "statement:valley-letter:p3.7",
    )
    (root / "data" / "gaps.yaml").write_text("- id: [\n")
    assert main(["check", str(root), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["errors"] == 1
    assert found["findings"][0]["grade"] == "error"


def test_errors_come_first_and_apart(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    steps = root / "data" / "steps.yaml"
    steps.write_text(steps.read_text().replace("by: upper-mill", "by: uper-mill"))
    assert main(["check", str(root)]) == 1
    out, err = capsys.readouterr()
    assert err.startswith("data/steps.yaml:")
    assert "did you mean 'upper-mill'?" in err and "p3.7" not in err
    assert "p3.7" in out
    assert main(["--dossier", str(root), "brief"]) == 1
    assert "p3.7" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["brief"], ["brief", "--format", "html"], ["ask", "p"], ["search", "weir"], ["show", "pane:timeline"]]
)
def test_it_stops_nothing(root: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dossier", str(root), *arguments]) == 0
    assert capsys.readouterr().err == ""


def test_it_is_kept_with_the_dossier(root: Path, tmp_path: Path) -> None:
    store = Store(str(tmp_path / "kept"))
    first = open_cached(root, store=store).todo
    assert len(first) == 3
    assert open_cached(root, store=store).todo == first


def test_its_page_leads_to_the_things(root: Path) -> None:
    dossier = load(root).dossier
    page = page_at(dossier, "todo:", Lens(width=80, today=TODAY))
    text = plain(page.rows)
    assert "statement not used  1" in text and "p3.7 is attributed to nobody" in text
    assert "valley-letter:p3.7" in [row.subject for row in page.rows]
    assert page.note == "3 to do"
    assert "valley-letter.yaml:122" in text


def test_the_prompt_offers_it_only_where_there_is_something(root: Path) -> None:
    page = go_to_page(load(root).dossier, KEYS, "to")
    assert ("todo:", "3 to do") in [(row.subject, row.spans[-1].text) for row in page.rows]
    done = load(_TINY).dossier
    assert "todo:" not in [row.subject for row in go_to_page(done, KEYS, "to").rows]
    assert ("todo:", "0 to do") in [(row.subject, row.spans[-1].text) for row in go_to_page(done, KEYS, "todo").rows]


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_the_bottom_row_counts_it(width: int) -> None:
    count = Row((Span("12 to do "),))
    row = key_row(width, KEYS, Here(pane="timeline"), count)
    assert row.text.endswith("12 to do ") and row.width == width
    assert "? keys" in row.text
    assert "to do" not in key_row(width, KEYS, Here(pane="timeline")).text


def _begun(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text("The weir\n\nThe weir is old.\n\nNobody mends it.\n")
    assert main(["new", str(tmp_path / "begun"), "--from", str(tmp_path / "article.txt")]) == 0
    return tmp_path / "begun"


def test_what_is_begun_opens_and_every_placeholder_is_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun = _begun(tmp_path)
    assert main(["--dossier", str(begun), "brief"]) == 0
    found = load(begun).dossier.todo
    assert {problem.kind for problem in found} == {"placeholder left"}
    named = {text for text in PLACEHOLDERS if any(repr(text) in problem.message for problem in found)}
    # This article has a headline, and nobody has asked for drafts of its sentences.
    assert named == PLACEHOLDERS - {"Title of the source", SENTENCE}


def test_no_placeholder_of_the_blank_files_is_forgotten() -> None:
    """What a writer must replace is a sentence or a name; words of our vocabularies may stay."""
    stay = {
        "en",
        "1",
        "2",
        "as-of",
        "not stated",
        "DAY",
        "First edition.",
        "SOURCE",
        "SOURCE:p1.1",
        "TITLE",
        "commentary",
    }
    for name in ("dossier.yaml", "source.yaml"):
        value = parse((_PACKAGE / "blank" / name).read_bytes(), name).value
        assert set(_texts(value)) <= PLACEHOLDERS | stay
    assert paragraphs_of("One.\n\nTwo.")[0].id == "p1"


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [str(value)] if value is not None else []


@pytest.mark.parametrize(
    "name",
    [
        "seeds/Thumbs.db",
        "seeds/article.pdf",
        "seeds/desktop.ini",
        "seeds/valley-letter (conflicted copy 2031-05-20).yaml",
        "seeds/valley-letter.sync-conflict-20310520-101010-ABCDEFG.yaml",
        "data/gaps.yaml.orig",
        "data/gaps (conflicted copy 2031-05-20).yaml",
        "data/notes.txt",
        "data/gaps-old.yaml",
    ],
)
def test_a_foreign_file_is_to_do(name: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(_TINY, tmp_path / "tiny"))
    (root / name).write_text("left here")
    (problem,) = load(root).dossier.todo
    assert problem.file == name and problem.kind == "file that is not read"


@pytest.mark.parametrize("copy", ["2031 (conflicted copy 2031-05-20)", "2031.sync-conflict-20310520-101010-ABCDEFG"])
def test_a_copy_that_a_sync_program_left_in_a_folder_of_files_is_to_do(copy: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(_TINY, tmp_path / "tiny"))
    (root / "data" / "gaps").mkdir()
    (root / "data" / "gaps.yaml").rename(root / "data" / "gaps" / "2031.yaml")
    shutil.copy(root / "data" / "gaps" / "2031.yaml", root / "data" / "gaps" / f"{copy}.yaml")
    assert [problem.file for problem in load(root).dossier.todo] == [f"data/gaps/{copy}.yaml"]


def test_a_foreign_folder_is_to_do(tmp_path: Path) -> None:
    root = Path(shutil.copytree(_TINY, tmp_path / "tiny"))
    (root / "data" / "old").mkdir()
    assert [problem.file for problem in load(root).dossier.todo] == ["data/old"]


@pytest.mark.parametrize(
    "name",
    [
        ".gaps.yaml.swp",
        "gaps.yaml~",
        "#gaps.yaml#",
        ".#gaps.yaml",
        "4913",
        "~$gaps.docx",
        "gaps.yaml.tmp",
        "x.part",
        "gaps_LOCAL_4711.yaml",
    ],
)
def test_what_editors_leave_for_a_moment_is_nothing(name: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(_TINY, tmp_path / "tiny"))
    (root / "data" / name).write_text("left here")
    assert load(root).dossier.todo == ()


@pytest.mark.parametrize("name", ["codebok.yaml", "events.yml", "event.yaml", "gaps"])
def test_a_misspelt_file_stays_an_error(name: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(_TINY, tmp_path / "tiny"))
    (root / "data" / name).write_text("[]")
    with pytest.raises(DossierError, match="did you mean"):
        load(root)


@pytest.mark.parametrize(
    ("errors", "todo", "said"),
    [
        (0, 0, "no problem found"),
        (0, 12, "no error, 12 to do"),
        (1, 0, "1 error"),
        (3, 1, "3 errors, 1 to do"),
        (200, 0, "200 errors or more"),
    ],
)
def test_the_total(errors: int, todo: int, said: str) -> None:
    assert total(errors, todo) == said


@pytest.mark.parametrize("begun", ["", "# to be written\n", "\n---\n"])
def test_a_source_that_nothing_is_written_of_yet_is_to_do(root: Path, begun: str) -> None:
    """As a file of records is that has none; what cites it leads nowhere, and that stops."""
    (root / "seeds" / "memo.yaml").write_text(begun)
    dossier = load(root).dossier
    assert [problem for problem in dossier.todo if problem.file == "seeds/memo.yaml"]
    assert "memo" not in {source.id for source in dossier.sources}
    (root / "seeds" / "valley-letter.yaml").write_text(begun)
    with pytest.raises(DossierError, match="no source 'valley-letter'"):
        load(root)
