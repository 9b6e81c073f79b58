"""The prompt: what is chosen among its answers can be seen, and opened by hand or mouse; `?` explains the marks."""

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.marks import LEGEND
from tests.screen import SMALL, reading


async def test_the_hit_that_enter_would_open_stands_out(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        await reader.press("slash")
        await reader.type("lachin")
        assert reader.chosen == [line for line in reader.chosen if "place:lachin-corridor" in line] != []
        await reader.press("down")
        assert len(reader.chosen) == 1 and "place:nagorno-karabakh" in reader.chosen[0]


async def test_a_key_of_the_list_is_run_by_a_second_click(real: Dossier) -> None:
    async with reading(real, (120, 60)) as reader:
        await reader.press("question_mark")
        await reader.click("Ceasefire terms")
        assert reader.app.prompt.asking
        await reader.click("Ceasefire terms")
        assert reader.address == "pane:terms" and not reader.app.prompt.asking


async def test_a_hit_is_opened_by_a_second_click(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        await reader.press("slash")
        await reader.type("lachin")
        await reader.click("place:nagorno-karabakh")
        await reader.click("place:nagorno-karabakh")
        assert (reader.address, reader.subject) == ("pane:names", "place:nagorno-karabakh")
        assert not reader.app.prompt.asking


async def test_every_mark_is_explained_one_key_away(real: Dossier) -> None:
    async with reading(real, (69, 140)) as reader:
        await reader.press("question_mark")
        screen = " ".join((await reader.type("mark")).split())
        for mark in (mark for marks in LEGEND.values() for mark in marks):
            assert f"{mark.glyph} " in screen and mark.word in screen


async def test_a_mark_is_found_by_its_word(real: Dossier) -> None:
    async with reading(real, SMALL) as reader:
        await reader.press("question_mark")
        assert "◐" in await reader.type("eroded")
