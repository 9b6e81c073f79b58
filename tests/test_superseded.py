"""What was corrected does not look live, neither on a screen nor in what is copied, printed or read by programs."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from caucasus_tui.brief.choices import format_named
from caucasus_tui.brief.collected_lines import CollectedLine, collected_brief
from caucasus_tui.brief.formats import render
from caucasus_tui.cli import main
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.page.copying import copy_text
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import plain
from caucasus_tui.panes.router import page_at
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
        citing = [*_citing(json.loads(capsys.readouterr().out))]
        assert citing, command
        for found in citing:
            assert found["type"] and "hedge" in found
            assert found["superseded_by"] == ("bridge-notice" if found["cite"].startswith("valley-letter:") else None)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_where_sources_are_listed_or_beside_each_other_it_is_said_too(tmp_path: Path, width: int) -> None:
    root = shutil.copytree(TINY, tmp_path / "tiny")
    notice = root / "seeds" / "bridge-notice.yaml"
    notice.write_text(
        notice.read_text().replace("id: bridge-notice", "id: bridge-notice\nsupersedes: valley-letter", 1)
    )
    corrected = load(root).dossier
    lens = Lens(width=width, zoomed=True, today=TODAY)
    listed = plain(page_at(corrected, "pane:sources", lens).rows).partition("Documents")[0]
    assert listed.count("superseded") == 1
    beside = plain(page_at(corrected, "compare:source:valley-letter=source:bridge-notice", lens).rows)
    assert beside.replace("(superseded)", "").count("superseded") == 1, "in the head of its column"


def _citing(value: Any) -> Iterator[dict[str, Any]]:
    """Whatever has a citation in JSON."""
    if isinstance(value, dict) and "cite" in value:
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _citing(inner)
