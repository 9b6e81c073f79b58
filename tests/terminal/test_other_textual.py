"""A Textual that calls a private name of its own otherwise: it draws by itself, and the log says so."""

import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import Start, slow

RENAMED = (sys.executable, "-m", "tests.terminal.renamed")


def remarks(home: Path) -> list[str]:
    return [path.read_text() for path in home.rglob("remark.txt")]


@pytest.mark.parametrize(
    "name",
    [
        "_render_chops",
        *map(slow, ("_compositor_refresh", "_dirty_regions", "_dirty_widgets", "_batch_count", "_running", "_closed")),
    ],
)
def test_without_a_name_that_drawing_leans_on_all_works_and_the_log_says_so(
    start: Start, tmp_path: Path, name: str
) -> None:
    session = start(name, command=RENAMED).ready()
    session.press("j")
    session.press("2")
    assert session.shows("holds ↓ upon →")
    session.press("b")
    assert session.shows("minutes")
    session.press("\x1b")
    session.send("q")
    assert session.ends(5) is not None
    assert session.status == 0
    assert session.disorder() == []
    (said,) = remarks(tmp_path)
    assert said.count("\n") == 2 and f"it has no {name}\n" in said


def test_in_ascii_textual_s_own_drawing_is_ascii_too(start: Start) -> None:
    session = start("_render_chops", "--ascii", command=RENAMED).ready()
    session.press("2")
    assert session.log.isascii()
    assert "\ufffd" not in session.screen()


def test_with_all_names_there_is_no_remark(start: Start, tmp_path: Path) -> None:
    start().ready()
    assert not remarks(tmp_path)
