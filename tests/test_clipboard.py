"""What is taken away is whole, and nothing is written over."""

import errno
from pathlib import Path

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.tui.clipboard import clipboard_message, written
from tests.screen import reading


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program was started."""
    (folder := tmp_path / "here").mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_a_second_copy_does_not_overwrite_the_first(here: Path) -> None:
    for text, number in (("one\n", ""), ("two\n", "-2")):
        name = f"lever-eu-economic{number}.txt"
        assert written("lever:eu-economic", ".txt", text.encode) == (f"Written to {name}, in {here}", "strong")
        assert (here / name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("address", ["../../etc/passwd", "/etc/passwd", "..", "x" * 5000, "é" * 300, ""])
def test_an_address_cannot_lead_out_of_the_folder_nor_be_too_long_for_it(here: Path, address: str) -> None:
    assert written(address, ".txt", b"x".strip)[1] == "strong"
    assert len([*here.iterdir()]) == len([*here.parent.iterdir()]) == 1


def test_why_nothing_was_written_stands_before_where(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert written("event:flood", ".txt", b"x".strip) == (
        f"Nothing was written: no space left on device, in {here}",
        "warn",
    )
    assert not [*here.iterdir()]
    here.rmdir()
    assert "the folder that the program was started in is gone" in written("event:flood", ".txt", b"x".strip)[0]


def test_inside_tmux_the_message_says_how_to_allow_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    said = clipboard_message("An offensive against Nagorno-Karabakh\nmore")
    assert "set -g set-clipboard on. Y: a file." in said and len(said) < 80, "whole at 80 columns"
    monkeypatch.delenv("TMUX")
    assert "Sent: An offensive against Nagorno-… ·" in clipboard_message("An offensive against Nagorno-Karabakh\nmore")


async def test_a_copy_in_a_file_holds_citation_and_as_of(
    real: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(real, (120, 36)) as reader:
        screen = await reader.press("Y")
        assert "Written to" in screen
    (written,) = tmp_path.iterdir()
    text = written.read_text(encoding="utf-8")
    assert "[stated as fact]" in text and "As of 26 Sep – 10 Oct 2023, derived." in text
