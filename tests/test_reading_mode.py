"""Reading mode: the brief on the whole screen."""

import sys
from pathlib import Path

import pytest

from caucasus_tui.brief.formats import html
from caucasus_tui.dossier.loading.originals import NO_ORIGINALS
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.tui.reading import MINUTES, Reading
from tests.screen import LARGE, SMALL, reading, session

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])


@SIZES
async def test_space_leads_through_every_section_and_escape_back(real: Dossier, size: tuple[int, int]) -> None:
    async with reading(real, size) as reader:
        before = await reader.press("j")
        seen = [await reader.press("b")]
        for _ in range(200):
            seen.append(await reader.press("space"))
            if "This is the end" in seen[-1]:
                break
        whole = "\n".join(seen)
        for text in ("Bottom line", "Key judgements", "As of 26 Sep – 10 Oct 2023", "3 years old", "min left"):
            assert text in whole
        assert await reader.press("escape") == before


async def test_digits_jump_and_k_goes_back(real: Dossier) -> None:
    async with reading(real) as reader:
        await reader.press("b")
        assert "2  Situation" in await reader.press("2")
        assert "1  Bottom line" in await reader.press("k")


async def test_the_brief_can_be_turned_round_an_actor(edition: Dossier) -> None:
    async with reading(edition) as reader:
        await reader.press("b", "w")
        screen = await reader.press("j", "enter")
        assert "September 2023: Azerbaijan" in screen
        await reader.press("w")
        assert "September 2023: Azerbaijan" in await reader.press("escape")


async def test_minutes_go_round(real: Dossier) -> None:
    async with reading(real) as reader:
        first = await reader.press("b")
        assert "5 min" in first
        for _ in MINUTES:
            last = await reader.press("m")
        assert last == first


async def test_export_writes_what_is_on_screen_and_nothing_over(
    real: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(real) as reader:
        await reader.press("b")
        for _ in range(2):
            screen = await reader.press("e", "m")
        assert "Written to" in screen
        assert "write it as" in await reader.press("e")
        assert "Written to" not in await reader.press("escape")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief-5min-2.md", "brief-5min.md"]
    assert real.sources[0].title in (tmp_path / "brief-5min.md").read_text(encoding="utf-8")


def test_the_reader_stays_in_the_section_when_the_length_changes(real: Dossier) -> None:
    place = Reading(session(real))
    place.go(1)
    key = place.brief.sections[place.at].key
    place.next_minutes()
    assert place.brief.sections[place.at].key == key
    assert not place.go(99)


async def test_a_resize_while_reading_reaches_the_dashboard_below(real: Dossier) -> None:
    async with reading(real, (80, 24)) as reader:
        await reader.press("3", "j", "4")
        small = reader.screen
    async with reading(real, LARGE) as reader:
        await reader.press("3", "j", "4", "b")
        await reader.pilot.resize_terminal(80, 24)
        await reader.pilot.pause()
        assert await reader.press("escape") == small


async def test_reading_mode_says_the_age_as_the_brief_does(real: Dossier) -> None:
    async with reading(real) as reader:
        screen = await reader.press("b")
    assert screen.count("3 years old") == 2


async def test_an_export_from_a_folder_that_is_gone_says_so_and_reading_goes_on(
    real: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    async with reading(real) as reader:
        await reader.press("b")
        assert "Nothing was written: No such file or directory" in await reader.press("e", "t")
        assert "2  Situation" in await reader.press("2")


@pytest.mark.parametrize(
    "fault", [ValueError("no such colour"), RuntimeError(), type("PanicException", (BaseException,), {})()]
)
async def test_whatever_a_format_raises_is_one_line_and_reading_goes_on(
    real: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    def fail(*_: object) -> bytes:
        raise fault

    monkeypatch.setattr(html, "render", fail)
    monkeypatch.chdir(tmp_path)
    async with reading(real) as reader:
        await reader.press("b")
        assert f"html cannot be made of this brief: {type(fault).__name__}" in await reader.press("e", "h")
        assert "2  Situation" in await reader.press("2")
    assert list(tmp_path.iterdir()) == []


async def test_what_a_format_needs_is_said_before_its_letter_is_pressed(
    real: Dossier, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delitem(sys.modules, "caucasus_tui.brief.formats.pdf", raising=False)
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setattr(sys, "prefix", "/home/x/.local/share/pipx/venvs/caucasus-tui")
    async with reading(real, LARGE) as reader:
        await reader.press("b")
        assert "p pdf (not installed: pipx install --force 'caucasus-tui[pdf]')" in await reader.press("e")
    async with reading(real) as reader:  # 80 columns
        await reader.press("b")
        assert "p pdf (not installed)" in await reader.press("e")
        assert "pdf needs typst: pipx install --force 'caucasus-tui[pdf]'" in await reader.press("p")


async def test_ctrl_q_leaves_the_program_from_the_brief_too(real: Dossier) -> None:
    async with reading(real) as reader:
        await reader.press("b", "ctrl+q")
    assert reader.app.return_code == 0


async def test_w_offers_the_sheet_of_a_meeting_and_leads_there(real: Dossier) -> None:
    async with reading(real) as reader:
        await reader.press("b")
        offered = await reader.press("w")
        assert "with Azerbaijan" in offered and "for Armenia" in offered
        assert "with Israel" not in offered
        shown = await reader.press("down", "enter")
        assert "Meeting with Azerbaijan" in shown and "Points to make" in shown
        assert "Questions to put" in await reader.press("2")
        assert "Points to make" not in await reader.press("w", "g", "enter")


def test_a_meeting_whose_actor_is_gone_becomes_a_brief(real: Dossier, tiny: Dossier) -> None:
    held = session(real)
    sheet = Reading(held)
    sheet.turn_round("with:azerbaijan")
    assert sheet.brief.counterpart == "azerbaijan" and sheet.whom == "with:azerbaijan"
    held.open(tiny, NO_ORIGINALS)
    sheet.renew()
    assert sheet.brief.counterpart == "" and sheet.whom == "for:"


async def test_sections_fill_the_screen_and_space_goes_on_with_the_first_that_was_not_whole(real: Dossier) -> None:
    async with reading(real, (120, 60)) as reader:
        screen = await reader.press("b", "m")
        pages = reader.app.screen.reading.pages(78)  # type: ignore[attr-defined]
        assert "1  " + pages[0].page.title in screen and "2  " + pages[1].page.title in screen
        whole = reader.app.screen.reading.shown  # type: ignore[attr-defined]
        assert f"1–{whole} of {len(pages)}" in screen or whole == 1
        screen = await reader.press("space")
        head = next(line for line in screen.splitlines()[1:] if line.strip())
        assert head.strip() == f"{whole + 1}  {pages[whole].page.title}"
        assert "1  " + pages[0].page.title in await reader.press("g")
