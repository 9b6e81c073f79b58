"""Files as plain values: text stays text, places are right, and nothing that a file can hold does harm."""

import os
import re
import socket
from importlib.resources.abc import Traversable
from pathlib import Path
from zipfile import Path as ZipPath
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.make_dossier import make
from caucasus_tui.dossier.loading import reader
from caucasus_tui.dossier.loading.files import SIZE_LIMIT
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.loading.marked_values import MarkedReading
from caucasus_tui.dossier.loading.plain_values import UnusualError, Value
from caucasus_tui.dossier.loading.reader import Document, parse, read
from caucasus_tui.dossier.problems import DossierError


def _parsed(text: str) -> Document:
    return parse(text.encode(), "x.yaml")


def _problem(content: bytes) -> str:
    document = parse(content, "x.yaml")
    assert document.value is None
    (problem,) = document.problems
    return str(problem)


MERGE = "a mark of a merge that was not finished; settle it, and take its marks out"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("2020-11", "2020-11"),
        ("2020-11-10", "2020-11-10"),
        ("0123", "0123"),
        ("4.10", "4.10"),
        ("1_000", "1_000"),
        ("9" * 5000, "9" * 5000),
        ("'null'", "null"),
        ("''", ""),
        ("", None),
        ("~", None),
        ("null", None),
        ('"\\e[31m \\x9b \\0 \\u202e\\ta"', "[31m    a"),
        (">-\n  folded\n  text", "folded text"),
        ("|\n  two\n  lines\n", "two lines"),
    ],
)
def test_scalars_stay_text(written: str, read_as: str | None) -> None:
    assert _parsed(f"a: {written}").value == {"a": read_as}


def test_places_count_from_one() -> None:
    document = _parsed("# note\n- id: x\n  cites: [a, b]\n")
    assert document.value == [{"id": "x", "cites": ["a", "b"]}]
    assert document.marks[0, "cites", 1] == (3, 14)
    assert document.key_marks[0, "cites"] == (3, 3)


def test_a_problem_without_a_place_of_its_own_goes_to_the_nearest() -> None:
    document = _parsed("- id: x\n")
    assert str(document.problem("missing", (0, "title"))) == "x.yaml:1:3: missing"
    assert str(Document(file="x.yaml").problem("nothing there")) == "x.yaml: nothing there"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_marks_are_accepted(encoding: str) -> None:
    assert parse("a: Xankəndi".encode(encoding), "x.yaml").value == {"a": "Xankəndi"}


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_an_empty_file_has_no_value_and_no_problem(text: str) -> None:
    assert _parsed(text).value is None
    assert not _parsed(text).problems


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"[" * 900, "x.yaml:1:33: nested more than 32 levels deep; no record needs that"),
        (b"{a: " * 100_000, "x.yaml:1:129: nested more than 32 levels deep; no record needs that"),
        (b"? " * 100_000, "x.yaml:1:3: a key must be a plain word; put the text in quotes"),
        (b"a: " + b"x" * 1_000_000, "x.yaml:1:4: a text of more than 20000 characters; shorten it"),
        (b"-\n" * 900_000, "x.yaml:399998:2: too many values for a file of this size; split the file"),
        (b"a: 1\nb: nul\0\n", "x.yaml:2:7: control character U+0000 in the file; take it out"),
        (b"a: \x1b[2J\n", "x.yaml:1:4: control character U+001B in the file; take it out"),
        ("a: café\n".encode("latin-1"), "x.yaml:1:7: byte 0xe9 is not UTF-8; save the file as UTF-8"),
        (b"\xff\xfea", "x.yaml:1:1: byte 0x61 is not UTF-8; save the file as UTF-8"),
        (b"<<<<<<< HEAD\n=======\n>>>>>>> b\n", f"x.yaml:1:1: {MERGE}"),
        (b"# kept\n<<<<<<< HEAD\n=======\n>>>>>>> b\n", f"x.yaml:2:1: {MERGE}"),
        ("- id:\u00a0a\n  title: b\n".encode(), "x.yaml:1:6: an invisible blank (U+00A0); write a plain one"),
    ],
    ids=[
        "lists",
        "mappings",
        "keys",
        "text",
        "values",
        "nul",
        "escape",
        "latin-1",
        "half-utf-16",
        "merge",
        "merge below a comment",
        "blank above",
    ],
)
def test_hostile_content_is_refused(content: bytes, problem: str) -> None:
    assert _problem(content) == problem


def test_brackets_too_deep_for_libyaml_itself_are_refused_in_the_same_words() -> None:
    """From 0.2.6 on it gives up on its own account, a thousand levels down, before the reader sees the first."""
    place, _, message = _problem(b"[" * 100_000).partition(": ")
    assert place in ("x.yaml:1:33", "x.yaml:1:1001")
    assert message == "nested more than 32 levels deep; no record needs that"


def test_billion_laughs_are_refused() -> None:
    lines = ["a: &a [lol, lol]"] + [
        f"{b}: &{b} [*{a}, *{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    message = "x.yaml:1:4: '&a': anchors and aliases are not read; write it out, or quote the text"
    assert _problem("\n".join(lines).encode()) == message


def test_a_tag_runs_nothing(tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    _problem(f"!!python/object/apply:os.system ['touch {marker}']".encode())
    assert not marker.exists()


def test_only_plain_files_are_opened(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a: secret")
    (tmp_path / "link").symlink_to("secret")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "device").symlink_to("/dev/zero")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b"#" * 10_000_000)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
    found = {path.name: str(*read(path, path.name).problems) for path in sorted(tmp_path.iterdir())}
    assert found == {
        "device": "device: this is a link, and links are not followed; put the file itself here",
        "folder": "folder: this is a folder, not a file; put a plain YAML file here",
        "large": "large: larger than 2 MB; take out what is not data, or allow more with --max-file",
        "link": "link: this is a link, and links are not followed; put the file itself here",
        "loop": "loop: this is a link, and links are not followed; put the file itself here",
        "pipe": "pipe: this is a pipe or a device, not a file; put a plain YAML file here",
        "secret": "",
        "socket": "socket: this is not a plain file; put a plain YAML file here",
    }


def test_what_the_system_refuses_is_a_problem(tmp_path: Path) -> None:
    assert [str(problem) for problem in read(tmp_path / "missing", "missing").problems] == ["missing: no such file"]
    (problem,) = read(tmp_path / ("x" * 300), "long").problems
    assert str(problem) == "long: cannot be read (file name too long)"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").touch(mode=0)
    assert str(*read(tmp_path / "x.yaml", "x.yaml").problems) == "x.yaml: cannot be read (permission denied)"


def test_a_larger_file_may_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: b\n" + b"#" * SIZE_LIMIT)
    assert read(path, "x.yaml").problems
    assert read(path, "x.yaml", limit=2 * SIZE_LIMIT).value == {"a": "b"}


def test_files_in_a_zip_are_read(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr("data/x.yaml", "a: b")
    packed: Traversable = ZipPath(tmp_path / "x.zip", "data/x.yaml")
    assert read(packed, "x.yaml").value == {"a": "b"}


def test_names_of_files_are_cleaned(tmp_path: Path) -> None:
    (tmp_path / "\x1b[2J.yaml").write_text("a: [")
    (path,) = tmp_path.iterdir()
    assert str(*read(path, path.name).problems).startswith("[2J.yaml:1:5:")


@settings(deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode(errors="replace")))
def test_any_bytes_are_read_or_are_a_problem(content: bytes) -> None:
    document = parse(content, "x.yaml")
    assert document.value is None or not [mark for mark in document.marks.values() if min(mark) < 1]


_YAML_SOUP = st.lists(st.sampled_from(list("ab:-?[]{}&*!|>'\"%@`#, \n\t\\~\ufeff\x85\u2028é😀")), max_size=60).map(
    "".join
)


_YAML_PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "a: b\n",
                "- x\n",
                "- a: ~\n  b: null\n",
                "'null': 1\n",
                "null: 2\n",
                '"": 3\n',
                "~: 4\n",
                "a: [x, {y: z}]\n",
            ),
            *("- a: b\n", "  c: d\n", "  e:\n", "    - f\n", "    - g: h\n", "# i\n", "\n", "j: [k l, m:n, null]\n"),
            *("o: {p: q, r: [s]}\n", "t: {u : v, 'w': x}\n", 'y: " z # é"\n', "a: {b: c, b: d}\n", '- "e": f\n'),
            *(
                "a: b: c\n",
                "a: b:\n",
                "a:  b \n",
                "a: [b, ]\n",
                "a: [b] # c\n",
                "  null: {null: a}\n",
                "-\n",
                "a: e\u0301\n",
                'a: {b:"c"}\n',
                "a: {b:[c]}\n",
            ),
            *("a: &b c\n", "a: *b\n", "a: !!str b\n", "a: x #y\n", "a: >-\n  x\n  y\n", "? [a]\n: b\n", "---\n", "  "),
        ]
    ),
    max_size=8,
).map("".join)


@settings(deadline=None)
@given(_YAML_SOUP | _YAML_PIECES)
def test_what_is_read_without_places_is_what_is_read_with_them(text: str) -> None:
    slowly = _slowly(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "line_value", _unusual)
        document = _parsed(text)
    assert document == slowly
    assert dict(document.marks) == dict(slowly.marks)


@settings(deadline=None)
@given(_YAML_SOUP | _YAML_PIECES)
def test_places_noted_while_reading_are_those_of_reading_for_them(text: str) -> None:
    noted, slowly = parse(text.encode(), "x.yaml"), _slowly(text)
    assert noted.value == slowly.value
    for path in (*slowly.marks, ("nowhere",), (99,)):
        for at_key in (False, True):
            assert noted.problem("", path, at_key=at_key) == slowly.problem("", path, at_key=at_key)


def _slowly(text: str) -> Document:
    with pytest.MonkeyPatch.context() as patch:
        for quick in ("line_value", "plain_value"):
            patch.setattr(reader, quick, _unusual)
        return _parsed(text)


def _unusual(*parser_and_more: object) -> None:
    raise UnusualError


def test_places_are_read_for_a_faulty_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "dossier", 600)
    assert not load(tmp_path / "dossier").dossier.todo
    file = tmp_path / "dossier" / "data" / "gaps.yaml"
    lines = file.read_text().count("\n")
    with file.open("a") as gaps:
        gaps.write("- id: gap-x\n  title: How many?\n  answer: not in source\n  why: >-\n    x\n")
    read_with_places: list[str] = []

    class Noted(MarkedReading):
        def document(self, text: str) -> Value:
            read_with_places.append(text.splitlines()[0])
            return super().document(text)

    monkeypatch.setattr(reader, "MarkedReading", Noted)
    with pytest.raises(DossierError) as error:
        load(tmp_path / "dossier")
    assert [(problem.file, problem.line) for problem in error.value.problems] == [("data/gaps.yaml", lines + 4)]
    assert set(read_with_places) == {"- id: gap-0"}


def test_in_an_older_dossier_no_file_is_read_again_for_its_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "dossier"
    make(root, 600)
    seed, about = root / "seeds" / "source-0.yaml", root / "data" / "dossier.yaml"
    seed.write_text(re.sub(" +attributed_to: .*\n", "", seed.read_text()))
    todo = load(root).dossier.todo
    about.write_text(about.read_text().replace("format: 2\n", ""))
    monkeypatch.setattr("caucasus_tui.dossier.loading.load.parse", lambda *how, **more: pytest.fail("read again"))
    older = load(root).dossier.todo
    assert len(todo) > 1 and [problem for problem in older if problem.kind != "older format"] == list(todo)


@settings(deadline=None)
@given(_YAML_SOUP)
def test_any_yaml_is_read_or_is_a_problem(text: str) -> None:
    for problem in _parsed(text).problems:
        assert problem.line is not None
        assert problem.message
