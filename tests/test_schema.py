"""The JSON Schemas take what `check` takes, and name what editors should show."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
import yaml

from caucasus_tui.cli import main
from caucasus_tui.dossier.loading.convert import convert
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.json_schema import names, schema_of
from caucasus_tui.dossier.loading.load import FORMS
from caucasus_tui.dossier.loading.reader import parse
from caucasus_tui.dossier.model.sources import Source

ROOTS = (Path(str(bundled())), Path(__file__).parent / "tiny", Path(__file__).parents[1] / "src/caucasus_tui/starter")
FILES = [file for root in ROOTS for folder in ("data", "seeds") for file in sorted((root / folder).glob("*.yaml"))]


class EditorLoader(yaml.SafeLoader):
    """YAML as the language server of editors reads it: by the core schema of YAML 1.2, so without dates."""


EditorLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan", "-+.0123456789"),
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


def name_of(file: Path) -> str:
    return "source" if file.parent.name == "seeds" else file.stem


def in_an_editor(name: str, text: str) -> bool:
    """Whether an editor with the schema has nothing to say."""
    try:
        VALIDATORS[name](yaml.load(text, EditorLoader))
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


def in_a_check(name: str, text: str) -> bool:
    """Whether `check` can read the file, before it looks at what records say together."""
    document = parse(text.encode(), name)
    form = Source if name == "source" else FORMS[name]
    empty = document.value is None and name not in ("source", "dossier")
    return not document.problems and (empty or not convert(document.value, form).faults)


VALIDATORS: dict[str, Callable[[Any], Any]] = {
    # The validator knows the drafts up to 7; what these schemas use has not changed since.
    name: fastjsonschema.compile({**schema_of(name), "$schema": "http://json-schema.org/draft-07/schema#"})
    for name in names()
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parents[1].name}/{file.name}")
def test_sound_files_are_sound_in_an_editor(file: Path) -> None:
    VALIDATORS[name_of(file)](yaml.load(file.read_text(), EditorLoader))


EVENT = """\
- id: flood
  title: Flood
  when: {edtf: 2030, role: point, as_stated: 2030}
  lane: humanitarian
  actors: []
"""
CASES = [
    ("as it is", EVENT),
    ("an empty file", "# nothing yet\n"),
    ("a number for a title", EVENT.replace("title: Flood", "title: 2030")),
    ("a switch for a title", EVENT.replace("title: Flood", "title: no")),
    ("a true title", EVENT.replace("title: Flood", "title: true")),
    ("a nothing for a title", EVENT.replace("title: Flood", "title: ~")),
    ("an empty title", EVENT.replace("title: Flood", "title:")),
    ("a decimal for a title", EVENT.replace("title: Flood", "title: 4.10")),
    ("a day without quotes", EVENT.replace("edtf: 2030", "edtf: 2030-03-01")),
    ("a month without quotes", EVENT.replace("edtf: 2030", "edtf: 2030-03")),
    ("a range", EVENT.replace("edtf: 2030", 'edtf: "[2030-03-01..2030-03-10]"')),
    ("an open range", EVENT.replace("edtf: 2030", "edtf: 2030/..")),
    ("a date in words", EVENT.replace("edtf: 2030", "edtf: spring 2030")),
    ("no date", EVENT.replace("edtf: 2030", "edtf: null")),
    ("ongoing", EVENT.replace("role: point", "role: point, ongoing: true")),
    ("ongoing in quotes", EVENT.replace("role: point", 'role: point, ongoing: "true"')),
    ("ongoing as a number", EVENT.replace("role: point", "role: point, ongoing: 1")),
    ("ongoing as a word", EVENT.replace("role: point", "role: point, ongoing: yes")),
    ("a lane that there is not", EVENT.replace("humanitarian", "humane")),
    ("an unknown key", EVENT + "  titel: Flood\n"),
    ("a missing key", EVENT.replace("  lane: humanitarian\n", "")),
    ("an actor that is no id", EVENT.replace("[]", "[{actor: Upper Mill}]")),
    ("a text for a list", EVENT.replace("[]", "upper-mill")),
    ("a citation", EVENT + "  cites: [letter:p1.2]\n"),
    ("a citation of the wrong form", EVENT + "  cites: [letter p1.2]\n"),
    ("keys for a text", EVENT.replace("title: Flood", "title: {a: b}")),
]


@pytest.mark.parametrize(("name", "text"), CASES, ids=[name for name, _ in CASES])
def test_an_editor_and_a_check_agree(name: str, text: str) -> None:
    assert in_an_editor("events", text) == in_a_check("events", text)


@pytest.mark.parametrize(("order", "sound"), [("1", True), ('"1"', True), ("one", False), ("1.5", False)])
def test_numbers_may_stand_in_quotes(order: str, sound: bool) -> None:
    text = f"- {{id: s, title: S, order: {order}, form: answer, by: mill}}"
    assert in_an_editor("steps", text) == in_a_check("steps", text) == sound


def test_editors_are_told_what_a_field_is_for() -> None:
    lever = schema_of("levers")["$defs"]["Lever"]
    assert lever["description"].startswith("What a holder can do")
    assert lever["properties"]["toward"]["description"].startswith("Whom a guarantee")
    assert (
        lever["properties"]["holders"]["anyOf"][0]["items"]["description"] == "The id of a record in data/actors.yaml."
    )
    assert "exercised" in lever["properties"]["status"]["enum"]
    assert "id" in lever["required"] and lever["additionalProperties"] is False


def test_schema_prints_one_and_writes_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "data/events.yaml"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "data/events.yaml"
    assert main(["schema", "seeds/my-letter.yaml"]) == 0
    assert "Statement" in json.loads(capsys.readouterr().out)["$defs"]
    assert main(["schema", "event"]) == 2
    assert "did you mean 'events'?" in capsys.readouterr().err
    assert main(["schema", "--out", str(tmp_path / "new")]) == 0
    assert {file.name for file in (tmp_path / "new").iterdir()} == {f"{name}.schema.json" for name in names()}
    (tmp_path / "taken").write_text("")
    assert main(["schema", "--out", str(tmp_path / "taken")]) == 2
