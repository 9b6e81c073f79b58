"""`changes OLD NEW`: what changed, by statement and record."""

import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.cli import main
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.views.differences import differences
from tests.conftest import EDITION

STRAIT = Path(__file__).parent / "dossiers" / "strait"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    folder = tmp_path / "strait"
    shutil.copytree(STRAIT, folder)
    wire = folder / "seeds" / "harbour-wire.yaml"
    wire.write_text(wire.read_text("utf-8").replace("type: fact, text: The pilots' school", "type: assessment, text: The pilots' school"), "utf-8")  # fmt: skip  # noqa: E501
    scenarios = folder / "data" / "scenarios.yaml"
    scenarios.write_text(
        scenarios.read_text("utf-8").replace("The floods settle it", "The floods may settle it"), "utf-8"
    )
    (folder / "data" / "gaps.yaml").unlink()
    points = folder / "data" / "points.yaml"
    points.write_text(points.read_text("utf-8").replace(', "gap:waiting"', ""), "utf-8")
    assert main(["--dossier", str(folder), "rename", "actor:sarn", "sarn-state"]) == 0
    return folder


def test_each_change_is_told_where_it_is_with_what_was_and_is(edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["changes", str(STRAIT), str(edited)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "statements (1)"
    assert (
        "~ harbour-wire:p2.1  The pilots' school has closed. [assessment]" in lines
        and "    type: fact → assessment" in lines
    )
    assert "    title: The floods settle it → The floods may settle it" in lines
    assert "- gap:waiting  How long do ships wait?" in lines
    assert "→ actor:sarn → actor:sarn-state  Sarn" in lines
    assert not [line for line in lines if "agreement" in line or "lever:closing" in line]  # a link that follows is none


def test_a_source_with_another_id_is_renamed_and_what_it_says_is_not_told_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(STRAIT, tmp_path / "new")
    seeds = tmp_path / "new" / "seeds"
    (seeds / "harbour-wire.yaml").rename(seeds / "port-wire.yaml")
    for path in (tmp_path / "new").rglob("*.yaml"):
        text = path.read_text("utf-8").replace("harbour-wire", "port-wire")
        path.write_text(text.replace("The pilots' school has closed", "The pilots' school has shut"), "utf-8")
    assert main(["changes", str(STRAIT), str(tmp_path / "new")]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "sources (1)",
        "→ source:harbour-wire → source:port-wire  Canal treaty agreed, officials say",
        "statements (1)",
        "→ harbour-wire:p2.1 → port-wire:p2.1  The pilots' school has shut. [stated as fact]",
        "    text: The pilots' school has closed. → The pilots' school has shut.",
    ]


def test_nothing_changed_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", str(STRAIT), str(STRAIT)]) == 0
    assert capsys.readouterr().out == "Nothing changed.\n"


@pytest.mark.parametrize("wrong", ["nosuch", "data"])
def test_a_folder_that_is_none_is_named_once(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = STRAIT / wrong
    assert main(["changes", str(STRAIT), str(folder)]) == 1
    assert capsys.readouterr().err.startswith(f"{folder}: not a dossier")


def test_a_fault_is_told_with_the_folder_that_has_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(STRAIT, tmp_path / "new")
    (tmp_path / "new" / "data" / "gaps.yaml").write_text("- [", "utf-8")
    assert main(["changes", str(STRAIT), str(tmp_path / "new")]) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path}/new/data/gaps.yaml:1:")


def test_json_says_the_same(edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["changes", str(STRAIT), str(edited), "--json"]) == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert {"name": "type", "before": "fact", "after": "assessment"} in changes[0]["fields"]
    assert [one["before"] for one in changes if one["how"] == "renamed"] == ["actor:sarn"]


def test_two_editions_of_the_bundled_dossier_differ_as_the_changelog_says(edition: Dossier, real: Dossier) -> None:
    found = {one.address: one for one in differences(edition, real)}
    assert found["ecfr-2023:p6.6"].how == "changed"
    assert [one.address for one in differences(real, real)] == []
    gone = {one.address for one in differences(edition, real) if one.how == "removed"}
    assert gone.isdisjoint(record.ref for record in real.records())


def test_a_dossier_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", str(tmp_path), str(EDITION)]) == 1
    assert str(tmp_path) in capsys.readouterr().err


def test_a_field_that_came_stands_beside_nothing(tiny: Dossier) -> None:
    marked = replace(tiny, about=replace(tiny.about, marking="Internal"))
    (one,) = differences(tiny, marked)
    assert [tuple(field) for field in one.fields] == [("marking", "", "Internal")]
