"""What was corrected does not look live, neither on a screen nor in what is copied, printed or read by programs."""

import json
import shutil
from pathlib import Path

import pytest

from caucasus_tui.brief.choices import format_named
from caucasus_tui.brief.collected_lines import CollectedLine, collected_brief
from caucasus_tui.brief.formats import render
from caucasus_tui.cli import main
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.page.copying import copy_text
from tests.conftest import TODAY

TINY = Path(__file__).parent / "tiny"


def test_whatever_leaves_the_program_says_that_a_source_was_superseded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(shutil.copytree(TINY, tmp_path / "tiny"))
    notice = tmp_path / "tiny" / "seeds" / "bridge-notice.yaml"
    notice.write_text(
        notice.read_text().replace("id: bridge-notice", "id: bridge-notice\nsupersedes: valley-letter", 1)
    )
    corrected = load(Path(root)).dossier
    cite = "valley-letter:p3.1"
    for address in (cite, "lever:council-fund", "actor:lower-mill", "tension:t1", "pane:names"):
        for line in copy_text(corrected, parse(address)).splitlines()[1:]:
            assert line.count("valley-letter:") == line.count(" (superseded)"), (address, line)
    for form in ("text", "md", "html", "json"):
        said = render(collected_brief(corrected, [CollectedLine(cite)], TODAY), format_named(form)).decode()
        assert "p3.1 (superseded)" in said.replace("\xa0", " ") and "superseded by " in said, form
    assert '"superseded_by": "bridge-notice"' in said
    for command in (["list", "statement"], ["list", "lever"], ["changes", str(TINY), root]):
        given = command if command[0] == "changes" else ["--dossier", root, *command]
        assert main(given) == 0
        told = [line for line in capsys.readouterr().out.splitlines() if line.endswith("]")]
        assert all("(superseded)" in line for line in told if "valley-letter:" in line), command
    shown = ["show", cite], ["show", "lever:council-fund"], ["list", "statement"], ["search", "bridge"], ["ask", "c"]
    for command in shown:
        assert main(["--dossier", root, *command, "--json"]) == 0
        _assert_whole(json.loads(capsys.readouterr().out))


def _assert_whole(value: object) -> None:
    """In JSON whatever has a citation has its type, its hedge and what supersedes its source."""
    if isinstance(value, dict):
        if "cite" in value:
            assert value["type"] and "hedge" in value
            assert value["superseded_by"] == ("bridge-notice" if value["cite"].startswith("valley-letter:") else None)
        for inner in value.values():
            _assert_whole(inner)
    elif isinstance(value, list):
        for inner in value:
            _assert_whole(inner)
