"""`new` makes a dossier that is sound, full, and about something else."""

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

import caucasus_tui
from caucasus_tui.cli import main
from caucasus_tui.dossier.intake.new_source import paragraphs_of
from caucasus_tui.dossier.loading.load import FORMS, load
from caucasus_tui.dossier.model.dates import DateRole
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.frame_words import Lane, SourceForm
from caucasus_tui.dossier.model.pane_names import LATER_PANES
from caucasus_tui.dossier.model.records.agreements import AgreementStatus, TermStatus
from caucasus_tui.dossier.model.records.levers import Direction, LeverStatus
from caucasus_tui.dossier.model.sources import HedgeCode, StatementType
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import plain
from caucasus_tui.panes import PANES, pane
from caucasus_tui.panes.router import page_at
from caucasus_tui.tui.here import Here
from caucasus_tui.tui.keys import KEYS
from caucasus_tui.tui.prompt.suggestions import Answers
from tests.conftest import TODAY
from tests.screen import LARGE, SMALL, reading, session

FOREIGN = re.compile(
    r"baku|karabakh|azer|armen|russia|turk|\bEU\b|european|caucas|stepanak|lachin|ecfr|iran|ceasefire|summit", re.I
)
"""Words of the bundled dossier."""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    assert main(["new", str(tmp_path / "own")]) == 0
    return tmp_path / "own"


@pytest.fixture
def own(made: Path) -> Dossier:
    return load(made).dossier


def test_what_is_made_passes_check_at_once(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", "--dossier", str(made)]) == 0
    out, err = capsys.readouterr()
    assert "no problem found" in out and err == ""


def test_every_yaml_file_points_at_a_schema_that_is_there(made: Path) -> None:
    files = sorted(made.rglob("*.yaml"))
    assert {file.stem for file in files if file.parent.name == "data"} == set(FORMS)
    for file in files:
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", file.read_text().splitlines()[0])
        assert found and (file.parent / found[1]).is_file(), file


def test_what_is_not_ours_to_share_is_kept_out_of_git(made: Path) -> None:
    assert "seeds/originals/" in (made / ".gitignore").read_text()


WORDS = {
    "data/agreements.yaml": (AgreementStatus, TermStatus, ("signed", "initialled", "ratified", "refused", "withdrew")),
    "data/events.yaml": (Lane.known, DateRole),
    "data/levers.yaml": (Direction, LeverStatus),
    "seeds/weir.yaml": (StatementType, HedgeCode, SourceForm.known, ("about", "over", "under", "at-least", "at-most")),
}


@pytest.mark.parametrize("name", WORDS)
def test_the_comments_name_every_word_that_may_be_chosen(tmp_path: Path, name: str) -> None:
    assert main(["new", str(tmp_path / "own"), "--from", str(Path(__file__).parent / "texts" / "weir.txt")]) == 0
    text = (tmp_path / "own" / name).read_text("utf-8")
    words = [word for known in WORDS[name] for word in (known if isinstance(known, tuple) else get_args(known))]
    assert [word for word in words if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)] == []


def test_it_says_what_to_do_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "my dossier"
    assert main(["new", str(folder)]) == 0
    assert f"caucasus-tui check --dossier '{folder}'" in capsys.readouterr().out


def test_an_empty_folder_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "."]) == 0
    assert (tmp_path / "data" / "dossier.yaml").is_file()


@pytest.mark.parametrize("name", ["notes.txt", ".hidden", "data"])
def test_a_folder_with_anything_in_it_is_left_alone(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text("mine")
    assert main(["new", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [entry.name for entry in tmp_path.iterdir()] == [name] and (tmp_path / name).read_text() == "mine"


def test_a_file_of_that_name_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own").write_text("mine")
    assert main(["new", str(tmp_path / "own")]) == 2
    assert main(["new", str(tmp_path / "own" / "below")]) == 2
    assert (tmp_path / "own").read_text() == "mine" and "is a file" in capsys.readouterr().err


@pytest.mark.parametrize("name", [name for name in PANES if name not in LATER_PANES])
def test_no_pane_is_empty(own: Dossier, name: str) -> None:
    page = page_at(own, f"pane:{name}", Lens(width=100, today=TODAY))
    assert page.rows and pane(name).empty not in plain(page.rows)


@pytest.mark.parametrize("zoomed", [False, True])
def test_no_page_speaks_of_another_conflict(own: Dossier, zoomed: bool) -> None:
    lens = Lens(width=100, today=TODAY, zoomed=zoomed)
    addresses = [f"pane:{name}" for name in PANES] + [record.ref for record in own.records()]
    addresses += [cite for cite, _ in own.statements()] + ["source:sound-gazette", "ask:", "ask:a", "bottom-line"]
    for address in addresses:
        page = page_at(own, address, lens)
        said = f"{page.title}\n{plain(page.rows)}\n{page.note}"
        assert not (found := FOREIGN.search(said)), f"{address}: {found and found[0]}\n{said}"


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("keys", [(), *((str(digit),) for digit in range(10)), ("question_mark",), ("colon",), ("f",)])
async def test_no_screen_speaks_of_another_conflict(own: Dossier, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async with reading(own, size) as reader:
        screen = await reader.press(*keys)
    assert not (found := FOREIGN.search(screen)), f"{found and found[0]}\n{screen}"


def test_the_brief_speaks_of_its_own_dossier(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    for form in ("text", "md", "html", "json"):
        assert main(["--dossier", str(made), "brief", "--format", form]) == 0
        said = capsys.readouterr().out
        assert "The night ferry to West Holm" in said
        # But for the program's own name, and the fonts of a style sheet that nobody reads.
        said = re.sub("(?s)<style>.*?</style>", "", said.replace("caucasus-tui", ""))
        assert not (found := FOREIGN.search(said)), f"{form}: {found and found[0]}"


def test_panes_are_found_by_the_titles_that_the_dossier_gives_them(own: Dossier) -> None:
    asking = Answers(session(own), KEYS).asking(":", Here())
    for typed, address in (("agreed", "pane:terms"), ("talks", "pane:tracks"), ("lev", "pane:leverage")):
        asking.text = typed
        assert [row.subject for row in asking.page(80).rows] == [address]


MINIMAL = """\
title: Nothing yet
short_title: Nothing
version: "0"
as_of: {role: as-of, as_stated: not stated}
bottom_line: {text: Something happened., cites: [letter:p1.1]}
"""
LETTER = """\
id: letter
title: A letter
publisher: Nobody
form: commentary
standpoint: None.
as_of: {role: as-of, as_stated: not stated}
access: Invented.
paragraphs:
  - {id: p1, about: All, statements: [{id: p1.1, type: fact, text: Something happened.}]}
"""


@pytest.mark.parametrize("name", [name for name in PANES if name != "sources"])
def test_an_empty_pane_says_what_would_fill_it(tmp_path: Path, name: str) -> None:
    for file, text in (("data/dossier.yaml", MINIMAL), ("seeds/letter.yaml", LETTER)):
        (tmp_path / file).parent.mkdir()
        (tmp_path / file).write_text(text)
    for zoomed in (False, True):
        page = page_at(load(tmp_path).dossier, f"pane:{name}", Lens(width=100, today=TODAY, zoomed=zoomed))
        said = plain(page.rows)
        assert "Nothing here yet." in said and "data/" in said and ".yaml" in said


ARTICLE = """\
Who mends the road?

The road is closed: part of it slid
into the "quarry".

  Nobody has   looked.
"""


def test_from_an_article_a_sound_dossier_begins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "Hill Road.txt").write_text(ARTICLE)
    assert main(["new", str(tmp_path / "own"), "--from", str(tmp_path / "Hill Road.txt")]) == 0
    assert "Nothing is in it yet but its paragraphs" in capsys.readouterr().out
    source = load(tmp_path / "own").dossier.sources[0]
    assert (source.id, source.title) == ("hill-road", "Who mends the road?")
    assert [paragraph.id for paragraph in source.paragraphs] == ["h", "p1", "p2"]
    original = f"hill-road={tmp_path / 'own/seeds/originals/hill-road.txt'}"
    assert main(["check", "--dossier", str(tmp_path / "own"), "--original", original]) == 0
    assert "3 of 3 paragraphs" in capsys.readouterr().out
    for file in (tmp_path / "own").rglob("*.yaml"):
        assert "is closed: part" not in file.read_text(), "the text itself is not ours to pass on"


def test_a_dossier_begins_with_questions_that_name_nobody(
    own: Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text(ARTICLE)
    assert main(["new", str(tmp_path / "begun"), "--from", str(tmp_path / "letter.txt")]) == 0
    begun = load(tmp_path / "begun").dossier
    assert begun.questions == own.questions and len(own.questions) == 7
    for question in own.questions:
        selectors = [selector for section in question.sections for selector in section.select]
        assert not any(selector.of or selector.refs or selector.statements for selector in selectors)
    capsys.readouterr()
    assert main(["--dossier", str(tmp_path / "begun"), "ask", "a"]) == 0
    assert "Nothing in this dossier yet that would answer it." in capsys.readouterr().out


def test_the_starters_questions_find_what_another_dispute_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strait = Path(__file__).parent / "dossiers" / "strait"
    shutil.copytree(strait, tmp_path / "strait")
    shutil.copy(Path(caucasus_tui.__file__).parent / "starter/data/questions.yaml", tmp_path / "strait/data")
    said = {}
    for key in "abgwdnu":
        assert main(["--dossier", str(tmp_path / "strait"), "ask", key]) == 0
        said[key] = capsys.readouterr().out
    dossier = load(tmp_path / "strait").dossier
    assert all(agreement.title in said["a"] for agreement in dossier.agreements)
    assert all(tension.title in said["d"] for tension in dossier.tensions)
    assert all(gap.title in said["u"] for gap in dossier.gaps)
    figured = [statement for _, statement in dossier.statements() if statement.figures]
    assert figured and all(" ".join(statement.text.split()[:4]) in said["n"] for statement in figured)
    assert "addressee" in said["w"]


@pytest.mark.parametrize("name", [name for name in FORMS if name not in ("dossier", "questions")])
def test_the_commented_examples_are_the_starters_records(tmp_path: Path, name: str) -> None:
    (tmp_path / "letter.txt").write_text(ARTICLE)
    assert main(["new", str(tmp_path / "whole")]) == 0
    assert main(["new", str(tmp_path / "own"), "--from", str(tmp_path / "letter.txt")]) == 0
    if name in ("later", "ledger", "disputes"):  # empty in the starter too: their comment has the example
        assert (tmp_path / f"own/data/{name}.yaml").read_text() == (tmp_path / f"whole/data/{name}.yaml").read_text()
        return
    head, example = (tmp_path / f"own/data/{name}.yaml").read_text().split("# An example, from another dossier.")
    body = example.partition("\n\n")[2]
    restored = head + "\n".join(line.removeprefix("# ").removeprefix("#") for line in body.splitlines()) + "\n"
    assert restored == (tmp_path / f"whole/data/{name}.yaml").read_text()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("A headline\n\nA paragraph.\n\nAnother.", ["h", "p1", "p2"]),
        ("A paragraph.\n\nAnother.", ["p1", "p2"]),
        ("A headline\nA line.\nAnother.", ["h", "p1", "p2"]),
        ("One sentence", ["p1"]),
        ("\n\n  \n", []),
    ],
)
def test_an_article_is_cut_into_paragraphs(text: str, ids: list[str]) -> None:
    assert [passage.id for passage in paragraphs_of(text)] == ids


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "no such file"), (b"", "there is no text in it"), (b"\xff\xfe\x00", "not UTF-8")],
)
def test_an_article_that_cannot_be_read_makes_nothing(
    tmp_path: Path, content: bytes | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "letter.txt"
    if content is not None:
        article.write_bytes(content)
    assert main(["new", str(tmp_path / "own"), "--from", str(article)]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "own").exists()
