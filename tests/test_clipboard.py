"""What is taken away is whole, and nothing is written over."""

from pathlib import Path

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.tui.clipboard import clipboard_message, write_beside
from tests.screen import reading


def test_a_second_copy_does_not_overwrite_the_first(tmp_path: Path) -> None:
    first = write_beside("one\n", "lever:eu-economic", tmp_path)
    second = write_beside("two\n", "lever:eu-economic", tmp_path)
    assert (first.name, second.name) == ("lever-eu-economic.txt", "lever-eu-economic-2.txt")
    assert first.read_text(encoding="utf-8") == "one\n"


def test_an_address_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    assert write_beside("x", "../../etc/passwd", tmp_path).parent == tmp_path


def test_inside_tmux_the_message_says_how_to_allow_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    assert "set-clipboard on" in clipboard_message("Title\nmore")
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
