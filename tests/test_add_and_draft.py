"""`add` puts a further text beside the others; `draft` puts an empty statement where each sentence is."""

from argparse import Namespace
from pathlib import Path

import pytest

from caucasus_tui.cli import main
from caucasus_tui.dossier.intake.sentences import sentences
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.text.placeholders import SENTENCE
from tests.test_import_events import files

FIRST = "The weir\n\nThe weir is old. It may break.\n\nNobody mends it.\n"
SECOND = "Another view\n\nThe weir is sound, says Mr. Moss. Why break?\n\nIt cost 3.5 million in May. Nobody paid.\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "first.txt").write_text(FIRST)
    (tmp_path / "second.txt").write_text(SECOND)
    assert main(["new", str(tmp_path / "own"), "--from", str(tmp_path / "first.txt")]) == 0
    return tmp_path / "own"


def add(own: Path, *options: str) -> int:
    return main(["--dossier", str(own), "add", str(own.parent / "second.txt"), *options])


def draft(own: Path, *options: str) -> int:
    return main(["--dossier", str(own), "draft", *options])


def test_a_second_text_is_a_second_source(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(own)
    assert add(own) == 0
    out = capsys.readouterr().out
    assert "  p1    The weir is sound, …\n" in out and "draft second" in out
    after = files(own)
    assert {path: after[path] for path in before} == before
    assert sorted(Path(path).name for path in after.keys() - before.keys()) == ["second.txt", "second.yaml"]
    assert [source.id for source in load(own).dossier.sources] == ["first", "second"]
    assert main(["--dossier", str(own), "brief"]) == 0
    assert main(["check", str(own), "--original"]) == 0
    assert "second: 3 of 3 paragraphs" in capsys.readouterr().out


def test_add_tells_what_it_would_do(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(own)
    assert add(own, "--dry-run") == 0
    out = capsys.readouterr().out
    assert "+id: second" in out and "million in May" not in out
    assert files(own) == before


def test_add_goes_on_where_it_was_cut_short(own: Path) -> None:
    assert add(own) == 0
    whole = files(own)
    (own / "seeds/second.yaml").unlink()
    assert add(own) == 0
    assert files(own) == whole
    (own / "seeds/second.yaml").unlink()
    (own / "seeds/originals/second.txt").write_text("Somebody's own.\n")
    assert add(own) == 2


def test_add_overwrites_nothing(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(own) == 0
    before = files(own)
    assert add(own) == 2
    assert "give the new source another id with --id" in capsys.readouterr().err
    assert add(own, "--id", "Not An Id") == 2
    assert files(own) == before
    assert add(own, "--id", "third") == 0


def test_add_leaves_nothing_behind_where_it_cannot_write(own: Path) -> None:
    from caucasus_tui.commands.changing import Change, make_changes
    from caucasus_tui.commands.opening import Ended

    before = files(own)
    new = Change("seeds/a.txt", b"", b"x", is_new=True), Change("seeds/no/such/b.txt", b"", b"x", is_new=True)
    with pytest.raises(Ended, match="Nothing was changed") as ended:
        make_changes(Namespace(command="add", dry_run=False), own, lambda: new, lambda _: ())
    assert ended.value.status == 2 and files(own) == before


def test_add_writes_through_no_link(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = own.parent / "elsewhere"
    (own / "seeds/originals").rename(elsewhere)
    (own / "seeds/originals").symlink_to(elsewhere)
    assert add(own) == 2
    assert "is a link, and links are not followed" in capsys.readouterr().err
    assert [path.name for path in elsewhere.iterdir()] == ["first.txt"] and not (own / "seeds/second.yaml").exists()


def test_add_and_draft_never_touch_the_bundled_dossier(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for where in ([], ["--dossier", "bundled"], ["--dossier", str(bundled())]):
        assert main([*where, "add", str(own.parent / "second.txt")]) == 2
        assert "bundled dossier" in capsys.readouterr().err
    assert main(["--dossier", str(own.parent), "add", str(own.parent / "second.txt")]) == 1
    assert "not a dossier" in capsys.readouterr().err


def test_a_statement_is_drafted_for_each_sentence(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(own)
    capsys.readouterr()
    assert draft(own, "first", "p1") == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  # p1",
        "      - id: p1.1  # The weir is old.",
        "        type: fact",
        f"        text: {SENTENCE}",
        "      - id: p1.2  # It may break.",
        "        type: fact  # a hedge? may",
        f"        text: {SENTENCE}",
    ]
    assert files(own) == before


def test_drafts_are_put_in_their_place_and_the_rest_stays(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = own / "seeds/first.yaml"
    before = seed.read_text()
    assert draft(own, "first", "-o", "--dry-run") == 0
    assert seed.read_text() == before and "+      - id: p1.2" in capsys.readouterr().out
    assert draft(own, "first", "-o") == 0
    assert "4 statements to fill in, in seeds/first.yaml" in capsys.readouterr().out
    kept = [
        line for line in before.splitlines() if "statements" not in line and "Replace this by the first" not in line
    ]
    lines = iter(seed.read_text().splitlines())
    assert all(any(line.startswith(old) for line in lines) for old in kept)
    dossier = load(own).dossier
    assert [len(part.statements) for part in dossier.sources[0].paragraphs] == [1, 2, 1]
    assert {problem.kind for problem in dossier.todo} == {"placeholder left"}, "unused is told when it is written"
    assert main(["--dossier", str(own), "brief"]) == 0


def test_what_is_said_is_not_drafted_again(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft(own, "first", "p1", "-o")
    seed = own / "seeds/first.yaml"
    seed.write_text(seed.read_text().replace(SENTENCE, "The weir was built long ago.", 1))
    before = seed.read_text()
    capsys.readouterr()
    assert draft(own, "first", "p1", "-o") == 0
    assert "left as they are, for there are statements in them: p1" in capsys.readouterr().out
    assert seed.read_text() == before
    assert draft(own, "first", "p1") == 0
    assert "id: p1.3  # The weir is old." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    statements: []\n", ""),
        ("    statements: []\n", "    statements: []  # mine\n"),
        ("    statements: []\n", "    statements:\n      []\n"),
        ("\n", "\r\n"),
    ],
)
def test_however_a_paragraph_is_written_nothing_is_lost(own: Path, old: str, new: str) -> None:
    seed = own / "seeds/first.yaml"
    seed.write_bytes(seed.read_bytes().decode().replace(old, new).encode())
    before = seed.read_bytes()
    status = draft(own, "first", "p2", "-o")
    if status == 0:
        assert [len(part.statements) for part in load(own).dossier.sources[0].paragraphs] == [0, 1, 1]
    else:
        assert seed.read_bytes() == before
    assert status == ("# mine" in new)
    assert (b"\r\n" in seed.read_bytes()) == (new == "\r\n")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["frist"], "no source is called 'frist'; did you mean 'first'?"),
        (["first", "p9"], "first has no paragraph 'p9'"),
    ],
)
def test_what_is_not_there_is_named(own: Path, names: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert draft(own, *names) == 1
    assert said in capsys.readouterr().err


def test_who_forgot_to_name_a_dossier_is_told_which_one_was_looked_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "my-letter"]) == 1
    said = capsys.readouterr().err
    assert "bundled dossier, unless --dossier names yours" in said and len(said) < 200


def test_without_its_text_a_source_cannot_be_drafted(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "seeds/originals/first.txt").unlink()
    assert draft(own, "first") == 1
    assert "put it there as first.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four", 4),
        ("Mr. Moss paid 3.5 million to the U.S. company. It went.", 2),
        ("He asked: “Why?” and left. “Gone.” She stayed.", 3),
        ("It went on … and on. J. Doe said so.", 2),
        ("第一句。第二句。", 2),
        ("جملة أولى؟ جملة ثانية.", 2),
        ("", 0),
    ],
)
def test_a_paragraph_is_parted_into_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count
