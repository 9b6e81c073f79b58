"""The documentation cannot lie: what it takes from the code is as the code has it."""

import json
import re
import shlex

import pytest

from caucasus_tui.cli import main, parsed
from caucasus_tui.dossier.loading.formats import FRAMES, GONE, KEYS
from caucasus_tui.dossier.model.dossier import Dossier
from tests.screen import SMALL, reading
from tools.data_model import data_model
from tools.documents import ROOT, configuration, dates, keys, readme


def test_the_readme_has_keys_edition_and_speed_as_they_are() -> None:
    assert (ROOT / "README.md").read_text(encoding="utf-8") == readme(), "run `make docs`"


def test_the_page_of_keys_has_the_keys_as_they_are() -> None:
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == keys(), "run `make docs`"


def test_the_page_about_the_configuration_has_the_settings_as_they_are() -> None:
    assert (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8") == configuration(), "run `make docs`"


def test_the_page_about_dates_has_what_is_read() -> None:
    assert (ROOT / "docs" / "dates.md").read_text(encoding="utf-8") == dates(), "run `make docs`"


def test_the_data_model_is_as_the_structs_are() -> None:
    assert (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8") == data_model(), "run `make docs`"


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 160


def test_the_data_model_prints_the_manual_of_no_library() -> None:
    page = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    sections = page.split("\n### ")[1:]
    assert sections and not [
        section for section in sections if len(section.split("\n\n")[1]) > 600 or "A base class" in section
    ]


def commands() -> list[str]:
    """Every command line that the README and the pages have: in a block of its own, or in a sentence."""
    found = []
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        found += re.findall(
            r"^ {4}(caucasus-tui\b.*)$|^\$ (caucasus-tui\b.*)$|`(caucasus-tui\b[^`]*)`", text, re.MULTILINE
        )
    lines = {next(filter(None, line)).partition("  ")[0].partition(" | ")[0].strip() for line in found}
    return sorted(line for line in lines if "…" not in line)


@pytest.mark.parametrize("line", commands())
def test_every_command_in_the_documentation_is_one(line: str) -> None:
    words = [word.strip("[]") for word in shlex.split(line)[1:]]
    assert getattr(parsed(words), "rest", []) == []


def test_the_json_that_the_page_shows_has_the_keys_that_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "json-output.md").read_text(encoding="utf-8")
    shown = re.search(r"^```json\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert shown and main(["show", "ecfr-2023:p9.8", "--json"]) == 0
    told, printed = json.loads(shown[1]), json.loads(capsys.readouterr().out)
    assert list(told) == list(printed)[: len(told)] and told["kind"] == printed["kind"]
    assert list(told["dossier"]) == list(printed["dossier"])
    assert list(told["dossier"]["as_of"]) == list(printed["dossier"]["as_of"])


async def test_what_the_readme_promises_in_three_keys_takes_no_more(real: Dossier) -> None:
    table = re.search(
        r"<!-- three keys.*?<!-- /three keys", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert table is not None
    ways = [re.findall(r"`(.)`", way) for row in table[0].splitlines() if "`" in row for way in row.split(" or ")]
    assert len(ways) > 8 and max(map(len, ways)) <= 3
    async with reading(real, SMALL, start="actors") as reader:
        for way in ways:
            before = reader.screen
            assert await reader.press(*way) != before, way
            await reader.press("escape", "8")


def test_the_changelog_names_every_word_that_an_older_format_had() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    words = [way.rpartition(".")[2] for table in (KEYS, GONE) for kind in table.values() for way in kind]
    assert words and not [word for word in (*words, *FRAMES) if f"`{word}`" not in log]
