"""`rename` changes an id wherever it stands, by place; a record keeps the old one. A folder of files for a kind."""

import re
import shutil
from pathlib import Path

import pytest

from caucasus_tui.cli import main
from caucasus_tui.dossier.addresses import RecordAt, parse
from caucasus_tui.dossier.addresses.places import moved_to
from caucasus_tui.dossier.keeping.fingerprint import file_marks
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import DossierError

HERE = Path(__file__).parent


@pytest.fixture
def strait(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "dossiers" / "strait", tmp_path / "strait")
    return tmp_path / "strait"


def rename(folder: Path, *arguments: str) -> int:
    return main(["--dossier", str(folder), "rename", *arguments])


def contents(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("old", ["actor:azerbaijan", "lever:eu-economic", "source:ecfr-2023"])
def test_a_rich_dossier_says_the_same_under_the_new_id(old: str, tmp_path: Path, real: Dossier) -> None:
    folder = tmp_path / "copy"
    for part in ("data", "seeds"):
        shutil.copytree(str(bundled() / part), folder / part)
    before, (kind, _, name) = contents(folder), old.partition(":")
    assert rename(folder, old, "new-1") == 0
    back = {
        path.replace("new-1", name): re.sub(rf"\n +was: \[{name}\]", "", text).replace("new-1", name)
        for path, text in contents(folder).items()
    }
    assert back == before  # comments, order and every other word stay
    dossier = load(folder).dossier
    assert not dossier.todo and len(dossier.records()) == len(real.records())
    if kind == "source":
        assert {cite.source for cite, _ in dossier.statements()} == {"new-1", "ap-2023-09-26"}
    else:
        assert moved_to(dossier, parse(old)) == (RecordAt(kind, "new-1"),)
        assert len(dossier.linked_from(f"{kind}:new-1")) == len(real.linked_from(old))


@pytest.mark.parametrize(
    ("was", "now"),
    [("", "was: [closing]"), ("was: shutting", "was: [closing, shutting]"), ("was: ['a', b]", "was: [closing, 'a', b]"),
     ("was: []", "was: [closing]"), ("was:\n    - a # first", "was:\n    - closing\n    - a # first")],
    ids=["none", "one", "several", "empty", "block"],
)  # fmt: skip
def test_the_old_id_joins_those_it_had(strait: Path, was: str, now: str) -> None:
    levers = strait / "data" / "levers.yaml"
    written = "id: closing # mine\n" + (f"  {was}\n" if was else "")
    levers.write_text(levers.read_text("utf-8").replace("id: closing\n", written), "utf-8")
    assert rename(strait, "closing", "blockade") == 0
    assert f"- id: blockade # mine\n  {now}" in levers.read_text("utf-8")
    assert load(strait).dossier.record("lever:blockade")


@pytest.mark.parametrize("was", ["was: blockade", "was: [blockade]", "was: [shut, 'blockade']", "was:\n    - blockade"])
def test_an_id_that_comes_back_is_no_former_one(strait: Path, was: str) -> None:
    levers = strait / "data" / "levers.yaml"
    text = levers.read_text("utf-8").replace("id: closing\n", f"id: closing\n  {was}\n")
    levers.write_text(text, "utf-8")
    assert rename(strait, "closing", "blockade") == 0
    assert f"id: blockade\n  {was.replace('blockade', 'closing')}\n" in levers.read_text("utf-8")
    assert load(strait).dossier.record("lever:blockade")


def test_a_statement_is_renamed_with_every_citation_of_it(strait: Path) -> None:
    assert rename(strait, "harbour-wire:p1.1", "p1.9") == 0
    assert all("harbour-wire:p1.1" not in text for text in contents(strait).values())
    assert load(strait).dossier.statement("harbour-wire:p1.9")


def test_a_dry_run_writes_nothing(strait: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(strait)
    assert rename(strait, "source:pilots-letter", "letter", "--dry-run") == 0
    assert contents(strait) == before
    printed = capsys.readouterr().out
    assert "+  cites: letter:p1.1" in printed and "seeds/pilots-letter.yaml → seeds/letter.yaml" in printed


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("qalet", "x", "nothing has the id 'qalet'"), ("qalat", "sarn", "actor:sarn is there already"),
     ("qalat", "Qalat", "is no id"), ("qalat", "lever:q", "'lever:q' is no id for actor:qalat"),
     ("harbour-wire:p1", "p3", "is a paragraph"), ("harbour-wire:p1.1", "p2.9", "another paragraph"),
     ("source:harbour-wire", "lever", "begins other addresses")],
)  # fmt: skip
def test_what_cannot_be_meant_is_one_line_and_changes_nothing(
    strait: Path, old: str, new: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(strait)
    assert rename(strait, old, new) == 1
    err = capsys.readouterr().err
    assert said in err and err.count("\n") == 1
    assert contents(strait) == before


@pytest.mark.parametrize("there", ["seeds/originals/letter.txt", "seeds/letter.yaml"])
def test_a_file_with_the_new_name_is_not_lost(strait: Path, there: str, capsys: pytest.CaptureFixture[str]) -> None:
    (strait / "seeds" / "originals").mkdir(exist_ok=True)
    (strait / "seeds" / "originals" / "pilots-letter.txt").write_text("Theirs.\n")
    (strait / there).write_text("# somebody's own\n")
    before = contents(strait)
    assert rename(strait, "source:pilots-letter", "letter") == 1
    assert f"{there} is there already" in capsys.readouterr().err and contents(strait) == before


def test_ids_that_begin_with_the_old_one_and_words_in_comments_stay(strait: Path) -> None:
    levers = strait / "data" / "levers.yaml"
    text = levers.read_text("utf-8").replace("id: closing\n", "id: closing  # closing: lever:closing, closing-2\n")
    twin = re.split("(?m)^(?=- id)", text)[1].replace("id: closing ", "id: closing-2 ", 1)
    levers.write_text(f"{text.rstrip()}\n{twin.rstrip()}\n  was: [closing-old]\n", "utf-8")
    assert rename(strait, "lever:closing", "blockade") == 0
    after = levers.read_text("utf-8")
    assert "id: blockade  # closing: lever:closing, closing-2\n" in after
    assert "id: closing-2 " in after and "was: [closing-old]" in after and "blockade-2" not in after


def test_the_bundled_dossier_is_never_touched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename", "actor:eu", "union"]) == 2
    assert rename(Path(str(bundled())), "actor:eu", "union") == 2
    assert capsys.readouterr().err.count("Nothing was changed") == 2


# A folder for a file


def test_a_kind_may_have_a_file_and_a_folder_of_files(tmp_path: Path, tiny: Dossier) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(HERE / "tiny", folder)
    marks = file_marks(str(folder))
    levers = (folder / "data" / "levers.yaml").read_text("utf-8")
    first, *rest = re.split("(?m)^(?=- id)", levers)
    (folder / "data" / "levers").mkdir()
    (folder / "data" / "levers.yaml").write_text(first + rest[0], "utf-8")
    (folder / "data" / "levers" / "the-rest.yaml").write_text("".join(rest[1:]), "utf-8")
    assert load(folder).dossier.levers == tiny.levers
    assert "data/levers/the-rest.yaml" in [name for name, *_ in file_marks(str(folder))] and marks
    assert rename(folder, rest[1].split()[2], "new-name") == 0
    assert "id: new-name" in (folder / "data" / "levers" / "the-rest.yaml").read_text("utf-8")


def test_a_fault_in_a_folder_names_its_file(tmp_path: Path) -> None:
    shutil.copytree(HERE / "tiny", tmp_path / "tiny")
    events = tmp_path / "tiny" / "data" / "events"
    events.mkdir()
    (events / "2031.yaml").write_text("- {id: x, wrong: y}\n", "utf-8")
    (events / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(DossierError) as raised:
        load(tmp_path / "tiny")
    assert any(str(problem).startswith("data/events/2031.yaml:1:") for problem in raised.value.problems)
    assert [problem.file for problem in raised.value.todo] == ["data/events/notes.txt"]
