"""`--cite`: what a reference manager knows of a text stands in the head of its source, and nothing is made up."""

import json
from pathlib import Path
from typing import Any

import pytest

from caucasus_tui.cli import main
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dates import span_words
from caucasus_tui.dossier.model.sources import Source

CSL: dict[str, Any] = {
    "id": "doe2021",
    "type": "article-newspaper",
    "title": "Who mends the <i>hill</i> road?",
    "author": [{"family": "Doe", "given": "Jane", "non-dropping-particle": "van"}, {"literal": "The Desk"}],
    "issued": {"date-parts": [[2021, 5, 20]]},
    "container-title": "The Alder Post",
    "URL": "https://example.org/hill-road",
    "DOI": "https://doi.org/10.1000/xyz",
}
BIBTEX = r"""
@article{doe2021, title = {Who mends the {hill} road?}, author = {van Doe, Jane and {The Desk}}, date = {2021-05-20},
  journaltitle = {The Alder Post}, doi = {10.1000/xyz}, url = {https://example.org/hill-road}}
@misc{muller, title = {Caf{\'e}s \& roads}, author = {M{\"u}ller, J{\"o}rg}, year = 2021, month = may}
"""


def cited(folder: Path, name: str, content: str | bytes, *options: str) -> int:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "a.txt").write_text("A headline\n\nOne.\n\nTwo.\n")
    given = ["new", str(folder / "own"), "--from", str(folder / "a.txt"), "--cite", str(folder / name)]
    return main([*given, *options])


def source(folder: Path) -> Source:
    return load(folder / "own").dossier.sources[0]


def _head(found: Source) -> tuple[object, ...]:
    names = [author.name for author in found.authors]
    dates = [span_words(when) for when in (found.published, found.as_of)]
    return found.title, names, dates, found.publisher, found.url, found.access


WHOLE = (
    "Who mends the hill road?",
    ["Jane van Doe", "The Desk"],
    ["20 May 2021", "20 May 2021"],
    "The Alder Post",
    "https://example.org/hill-road",
    "doi:10.1000/xyz",
)


@pytest.mark.parametrize("content", [[CSL], CSL, {"items": [CSL]}], ids=["list", "one", "items"])
def test_csl_json_fills_the_head(tmp_path: Path, content: object) -> None:
    assert cited(tmp_path, "z.json", json.dumps(content)) == 0
    assert _head(source(tmp_path)) == WHOLE


def test_bibtex_fills_the_head(tmp_path: Path) -> None:
    pytest.importorskip("bibtexparser", reason="needs the extra import: make import")
    assert cited(tmp_path, "z.bib", BIBTEX, "--key", "doe2021") == 0
    title, names, *rest = _head(source(tmp_path))
    assert (title, *rest) == (WHOLE[0], *WHOLE[2:])
    assert names[0] == "Jane van Doe"  # type: ignore[index]


def test_those_whom_a_reference_does_not_name_are_no_author(tmp_path: Path) -> None:
    pytest.importorskip("bibtexparser", reason="needs the extra import: make import")
    assert (
        cited(tmp_path, "z.bib", BIBTEX.replace('{M{\\"u}ller, J{\\"o}rg}', "{Lee, Bo and others}"), "--key", "muller")
        == 0
    )
    assert [author.name for author in source(tmp_path).authors] == ["Bo Lee"]


def test_bibtex_in_letters(tmp_path: Path) -> None:
    pytest.importorskip("bibtexparser", reason="needs the extra import: make import")
    assert cited(tmp_path, "z.bib", BIBTEX, "--key", "muller") == 0
    title, names, dates, *_ = _head(source(tmp_path))
    assert (title, names, dates) == ("Cafés & roads", ["Jörg Müller"], ["May 2021", "May 2021"])


def test_what_a_reference_does_not_say_is_left_to_do(tmp_path: Path) -> None:
    assert cited(tmp_path, "z.json", json.dumps({"id": "x", "DOI": "10.1000/xyz", "issued": {"literal": "soon"}})) == 0
    found = source(tmp_path)
    assert (found.title, found.publisher, found.as_of.edtf) == ("A headline", "Who published it", None)
    assert found.url == "https://doi.org/10.1000/xyz"


def test_hostile_values_are_text_and_no_more(tmp_path: Path) -> None:
    given = {
        **CSL,
        "title": 'x"\n  - evil: [\x1b[31m \u202e',
        "URL": "javascript:alert(1)",
        "author": [1, {"family": []}],
    }
    assert cited(tmp_path, "z.json", json.dumps([given])) == 0
    found = source(tmp_path)
    assert found.title == 'x" - evil: [[31m' and found.url == "https://doi.org/10.1000/xyz"
    assert "\x1b" not in (tmp_path / "own/seeds/a.yaml").read_text()


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        ([CSL, {**CSL, "id": "other"}], [], "2 references are in it; name one with --key: doe2021, other"),
        ([CSL, {**CSL, "id": "other"}], ["--key", "doe2022"], "no reference in it is called 'doe2022'; did you mean"),
        ([], [], "there is no reference in it"),
        ([1, "x"], [], "there is no reference in it"),
        ("TY  - JOUR\n", [], "neither CSL-JSON nor BibTeX (RIS is not read)"),
        ("%PDF-1.7\n", [], "this is PDF, and no reference; export one"),
        ("{\\rtf1 x}", [], "this is an RTF file; export the reference"),
        ("{}", [], "says neither title, author"),
        ('[{"id": "x", "title": {"a": 1}, "author": "x", "issued": 5}]', [], "says neither title, author"),
        ("[" * 100_000, [], "no JSON that can be read"),
        ('{"id": ', [], "no JSON that can be read"),
        (b"\xff{", [], "not UTF-8"),
    ],
)
def test_what_cannot_be_taken_is_one_line(
    tmp_path: Path, content: object, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = content if isinstance(content, str | bytes) else json.dumps(content)
    assert cited(tmp_path, "z.json", text, *options) == 2
    err = capsys.readouterr().err
    assert said in err and "z.json" in err and err.count("\n") == 1
    assert not (tmp_path / "own").exists()


def test_broken_bibtex_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("bibtexparser", reason="needs the extra import: make import")
    assert cited(tmp_path, "z.bib", "@article{x, title={never closed\n") == 2
    assert "there is no reference in it" in capsys.readouterr().err


def test_options_about_a_text_need_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "own"), "--cite", "z.json"]) == 2
    assert "name it with --from" in capsys.readouterr().err
