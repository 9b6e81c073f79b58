"""A folder becomes a dossier, or a list of problems: every mistake in one pass, each with its place, none twice."""

import json
import os
import shutil
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import Path as ZipPath
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.problems import PROBLEM_LIMIT, DossierError

_HERE = Path(__file__).parent
_TINY = _HERE / "tiny"
_BROKEN = _HERE / "broken"
_FILES = sorted(path.relative_to(_TINY).as_posix() for path in _TINY.rglob("*.yaml"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the tiny dossier, to spoil."""
    return Path(shutil.copytree(_TINY, tmp_path / "tiny"))


def problems(root: Traversable) -> list[str]:
    """Errors, then what is to be done."""
    try:
        found = load(root).dossier.todo
    except DossierError as error:
        found = (*error.problems, *error.todo)
    return [str(problem) for problem in found]


def test_the_tiny_dossier_has_no_problems() -> None:
    assert problems(_TINY) == []


@pytest.mark.parametrize("kind", sorted(folder.name for folder in _BROKEN.iterdir()))
def test_broken(kind: str, root: Path) -> None:
    """Each folder in tests/broken is laid over the tiny dossier; expected.txt is what `caucasus-tui check` prints."""
    expected = (_BROKEN / kind / "expected.txt").read_text().splitlines()
    shutil.copytree(_BROKEN / kind, root, dirs_exist_ok=True)
    assert problems(root) == expected


@pytest.mark.parametrize("file", _FILES)
def test_a_file_that_is_not_yaml_is_one_problem(file: str, root: Path) -> None:
    (root / file).write_text("a: [")
    assert problems(root) == [f"{file}:1:5: brackets or braces that are not closed, or a comma too many"]


@pytest.mark.parametrize("file", _FILES)
def test_a_bad_record_is_one_problem(file: str, root: Path) -> None:
    """Nobody who cites or links to what could not be read is blamed for it."""
    text = (root / file).read_text()
    marker = next(mark for mark in ("\n- id:", "\nid:", "\ntitle:") if mark in text)
    indent = "  " if marker == "\n- id:" else ""
    for start in [position for position in range(len(text)) if text.startswith(marker, position)]:
        end = text.index("\n", start + 1)
        (root / file).write_text(f"{text[:end]}\n{indent}wrong: key{text[end:]}")
        line = text[:end].count("\n") + 2
        found = problems(root)
        assert len(found) == 1
        assert found[0].startswith(f"{file}:{line}:{len(indent) + 1}: unknown key 'wrong'")


@pytest.mark.parametrize("marker", ["\n  - id:", "\n      - id:"])
def test_a_bad_paragraph_or_statement_is_one_problem(marker: str, root: Path) -> None:
    file = root / "seeds/valley-letter.yaml"
    text = file.read_text()
    for start in [position for position in range(len(text)) if text.startswith(marker, position)]:
        end = text.index("\n", start + 1)
        file.write_text(f"{text[:end]}\n{' ' * (len(marker) - 4)}wrong: key{text[end:]}")
        assert len(problems(root)) == 1


def test_a_lost_first_line_of_a_record_blames_nobody_else(root: Path) -> None:
    file = root / "data/levers.yaml"
    file.write_text(file.read_text().replace("- id: council-fund\n", ""))
    assert {problem.partition(": ")[2].partition("'")[0] for problem in problems(root)} == {"the key "}


def test_a_missing_file_of_records_is_empty(root: Path) -> None:
    (root / "data/codebook.yaml").unlink()
    (root / "data/steps.yaml").write_text("# none yet\n")
    dossier = load(root).dossier
    assert (dossier.codebook, dossier.steps) == ((), ())


def test_a_missing_dossier_file_is_one_problem(root: Path) -> None:
    (root / "data/dossier.yaml").unlink()
    assert problems(root) == ["data/dossier.yaml: no such file; it says what the dossier is about, and as of when"]


@pytest.mark.parametrize("what", ["missing", "empty", "file", "only data", "link"])
def test_a_folder_that_is_no_dossier_is_one_problem(what: str, tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    if what == "file":
        root.touch()
    elif what != "missing":
        root.mkdir()
    if what == "only data":
        (root / "data").mkdir()
    if what == "link":
        (root / "data").symlink_to(_TINY / "data")
    wrong = {
        "missing": "there is no such folder",
        "file": "it is a file",
        "only data": "no folder seeds/ in it",
        "link": "its data/ is a link, and links are not followed",
    }
    assert problems(root) == [
        f"{root}: not a dossier, {wrong.get(what, 'no folder data/ in it')}: a dossier is a folder with data/ and"
        " seeds/; 'caucasus-tui new DIR' makes one to start from"
    ]


@pytest.mark.parametrize("inside", ["data/dossier.yaml", "seeds"])
def test_what_is_inside_a_dossier_is_none_and_its_folder_is_named(inside: str, root: Path) -> None:
    assert problems(root / inside) == [
        f"{root / inside}: not a dossier, {'it is a file' if '.' in inside else 'no folder data/ in it'}: "
        f"name the folder of the dossier that it is in, {root}"
    ]


def test_files_beside_the_dossier_are_ignored(root: Path) -> None:
    (root / "seeds/originals").mkdir()
    for name in ("data/README.md", "data/.levers.yaml.swp", "data/levers.yaml~", "seeds/.DS_Store"):
        (root / name).write_text("anything: [")
    assert problems(root) == []


def test_a_file_that_is_like_no_other_gets_the_list_of_them(root: Path) -> None:
    (root / "data/walk.txt").touch()
    (problem,) = problems(root)
    assert problem.startswith("data/walk.txt: no file of this name is read; known are dossier, actors, places, events,")


def test_what_is_no_plain_file_is_a_problem_and_the_others_still_load(root: Path) -> None:
    for name in ("steps", "gaps", "codebook"):
        (root / f"data/{name}.yaml").unlink()
    (root / "data/steps.yaml").mkdir()
    (root / "data/codebook.yaml").symlink_to("/etc/passwd")
    os.mkfifo(root / "data/gaps.yaml")
    (root / "data/names.yaml").write_text("- id: only\n")
    assert problems(root) == [
        "data/codebook.yaml: this is a link, and links are not followed; put the file itself here",
        "data/gaps.yaml: this is a pipe or a device, not a file; put a plain YAML file here",
        "data/names.yaml:1:3: missing keys 'title', 'rationale'",
        "data/steps.yaml: this is a folder, not a file; put a plain YAML file here",
    ]


def test_text_is_clean_when_it_arrives(root: Path) -> None:
    (root / "data/codebook.yaml").write_text('- {id: x, title: "\\e[2J\\u202ex", vocabulary: v, meaning: m}\n')
    assert load(root).dossier.codebook[0].title == "[2Jx"


def test_positions() -> None:
    positions = load(_TINY).positions
    assert positions.find("lever:council-fund") == ("data/levers.yaml", 12, 3)
    assert positions.find("lever:council-fund", "latent") == ("data/levers.yaml", 19, 11)
    assert positions.find("lever:council-fund", "no such text") == ("data/levers.yaml", 12, 3)
    assert positions.find("term:toll") == ("data/agreements.yaml", 23, 7)
    assert positions.find("statement:valley-letter:p1.1") == ("seeds/valley-letter.yaml", 30, 9)
    assert positions.find("dossier") == ("data/dossier.yaml", 2, 1)
    assert positions.find("lever:none") is None


def test_problems_are_in_the_order_of_files_and_lines(root: Path) -> None:
    (root / "data/steps.yaml").write_text("- {id: b, form: gift}\n- {id: a}\n")
    (root / "data/codebook.yaml").write_text("- {id: z}\n")
    found = problems(root)
    places = [(file, int(line), int(column)) for file, line, column, _ in (text.split(":", 3) for text in found)]
    assert places == sorted(places)
    assert len(found) == 4


@pytest.mark.parametrize(
    "record", ["- {id: x}\n", "- {id: x, id: y}\n", "- {id: x, title: '', vocabulary: '', meaning: ''}\n"]
)
def test_there_is_an_end_to_problems(record: str, root: Path) -> None:
    (root / "data/codebook.yaml").write_text(record * 2 * PROBLEM_LIMIT)
    assert PROBLEM_LIMIT <= len(problems(root)) <= 2 * PROBLEM_LIMIT


def test_a_dossier_in_a_zip_loads(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "tiny.zip", "w") as file:
        for name in _FILES:
            file.write(_TINY / name, name)
    assert load(ZipPath(tmp_path / "tiny.zip")).dossier == load(_TINY).dossier


def test_the_bundled_dossier_is_found() -> None:
    assert (bundled() / "data" / "dossier.yaml").is_file()


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
_KEYS = st.sampled_from(
    ["id", "title", "cites", "when", "edtf", "role", "as_stated", "actors", "form", "terms", "text", "paragraphs"]
)
_WORDS = st.sampled_from(
    ["", "a", "p1.1", "valley-letter:p1.1", "actor:miller", "miller", "2031", "[2031..2030]", "9999-12-31/0001"]
)
_RECORDS = st.recursive(
    _WORDS | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=6),
    max_leaves=20,
)


def _load_with(file: str, content: bytes) -> None:
    """Raises nothing but DossierError, whose text can be printed."""
    with TemporaryDirectory() as folder:
        root = Path(shutil.copytree(_TINY, Path(folder) / "tiny"))
        (root / file).write_bytes(content)
        try:
            load(root)
        except DossierError as error:
            assert str(error).isprintable() or "\n" in str(error)
            assert error.problems


@settings(deadline=None)
@given(st.sampled_from(_FILES), st.text(st.characters(), max_size=200))
def test_no_text_raises_anything_else(file: str, text: str) -> None:
    _load_with(file, text.encode(errors="surrogatepass"))


@settings(deadline=None)
@given(st.sampled_from(_FILES), _VALUES | _RECORDS | st.lists(_RECORDS, max_size=3))
def test_no_value_raises_anything_else(file: str, value: object) -> None:
    _load_with(file, json.dumps(value).encode())
