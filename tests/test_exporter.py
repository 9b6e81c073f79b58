"""Writing a file while the screen goes on."""

import threading
from pathlib import Path

import pytest

from caucasus_tui.brief.build import build
from caucasus_tui.brief.choices import format_named
from caucasus_tui.brief.model import Brief, Request
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.session.background import Background
from caucasus_tui.tui.exporter import Exporter, exported
from tests.conftest import TODAY
from tests.screen import reading


@pytest.fixture
def brief(tiny: Dossier) -> Brief:
    return build(tiny, Request(today=TODAY))


async def test_keys_go_on_while_a_file_is_written(
    tiny: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    go_on = threading.Event()

    def slowly(*asked: object) -> tuple[str, str]:
        assert go_on.wait(30)
        return exported(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr("caucasus_tui.tui.exporter.exported", slowly)
    async with reading(tiny) as reader:
        await reader.pilot.press("e", "m")
        await reader.pilot.pause()
        assert "Writing md" in reader.screen
        await reader.pilot.press("3")
        await reader.pilot.pause()
        assert reader.address == "pane:terms"
        await reader.pilot.press("e", "j")
        await reader.pilot.pause()
        assert "md is still being written" in reader.screen
        await reader.pilot.press("b")  # what came of it is told on whatever screen the reader is by then
        await reader.pilot.pause()
        go_on.set()
        assert "Written to" in await reader.rest()
    assert [path.suffix for path in tmp_path.iterdir()] == [".md"]


def test_a_screen_that_has_gone_loses_no_file(brief: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def gone(*asked: object) -> None:
        raise RuntimeError("the loop has ended")

    before = threading.enumerate()
    Exporter(Background(gone), lambda text, role: None).export(brief, format_named("text"), "last")
    for thread in threading.enumerate():
        if thread not in before:
            assert not thread.daemon, "the program would not wait for it"
            thread.join()
    assert (tmp_path / "last.txt").exists()


async def test_a_reader_who_leaves_meanwhile_learns_that_nothing_was_written(
    tiny: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def fails(*asked: object) -> tuple[str, str]:
        assert go_on.wait(30)
        return "no space left on device", "warn"

    monkeypatch.setattr("caucasus_tui.tui.exporter.exported", fails)
    async with reading(tiny) as reader:
        await reader.pilot.press("e", "d", "q")
        go_on.set()
    assert reader.app.finish() == "no space left on device"


async def test_who_was_told_is_not_told_again(tiny: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caucasus_tui.tui.exporter.exported", lambda *asked: ("no space left on device", "warn"))
    async with reading(tiny) as reader:
        assert "no space left" in await reader.press("e", "j")
        await reader.pilot.press("q")
    assert reader.app.finish() == ""
