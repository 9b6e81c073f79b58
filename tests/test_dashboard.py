"""The dashboard by keys, as a reader uses it, at the two sizes that matter most."""

import re
from datetime import date

import pytest
from textual.events import Key

import caucasus_tui.page.heading
import caucasus_tui.tui.app
from caucasus_tui.dossier.model import When, as_of_words
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.pane_names import LATER_PANES
from caucasus_tui.panes import DIGITS, HOME, PANES, key_of
from caucasus_tui.session.session import Session
from caucasus_tui.tui.app import Dashboard
from tests.screen import LARGE, SMALL, Reader, reading, session

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
SEED_PANES = PANES[:DIGITS]
"""Those of the later layer are for the tests of that layer."""


async def test_the_first_large_screen_shows_all_four_panes_and_how_old_it_is(edition: Dossier) -> None:
    async with reading(edition, LARGE) as reader:
        screen = reader.screen
    for text in ("1 Timeline", "2 Leverage", "3 Ceasefire terms", "4 EU recommendations", "3 years old", "Ceasefire  "):
        assert text in screen
    assert "as of 26 Sep – 10 Oct 2023 (derived)" in screen


async def test_the_first_small_screen_shows_as_of_bottom_line_and_detail(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        screen = reader.screen
    assert "as of 26 Sep – 10 Oct 2023" in screen and "3 years old" in screen
    assert "The ceasefire is precarious" in screen
    assert "◆ stated as fact" in screen and "? keys" in screen


@SIZES
@pytest.mark.parametrize("name", SEED_PANES)
async def test_a_digit_opens_a_pane_and_escape_leads_back(real: Dossier, name: str, size: tuple[int, int]) -> None:
    start = "leverage" if name == "timeline" else "timeline"
    async with reading(real, size, start=start) as reader:
        before = reader.screen
        await reader.press(key_of(name))
        assert reader.address == f"pane:{name}"
        await reader.press("escape")
        assert reader.address == f"pane:{start}"
        assert reader.screen == before


@SIZES
async def test_a_move_makes_no_title_and_a_step_makes_few(
    tiny: Dossier, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counting(when: When) -> str:
        made.append(words := as_of_words(when))
        return words

    monkeypatch.setattr(caucasus_tui.page.heading, "as_of_words", counting)
    async with reading(tiny, size) as reader:
        made.clear()
        await reader.press("j")
        assert not made
        await reader.press("5")
        assert 0 < len(made) <= 2


@SIZES
async def test_it_opens_at_an_address_and_escape_leads_to_the_first_screen(
    real: Dossier, size: tuple[int, int]
) -> None:
    async with reading(real, size) as reader:
        first = reader.screen
    async with reading(real, size, start="lever:eu-economic") as reader:
        assert "domain economic" in reader.screen
        assert await reader.press("escape") == first, "what comes next is in view too"
        await reader.press("escape")
        assert "This is the first screen." in reader.screen


@SIZES
@pytest.mark.parametrize("name", SEED_PANES)
async def test_the_cursor_moves_and_the_detail_follows(real: Dossier, name: str, size: tuple[int, int]) -> None:
    async with reading(real, size, start=name) as reader:
        await reader.press("g")
        first = reader.place
        await reader.press("j")
        assert reader.place != first
        await reader.press("k")
        assert reader.place == first
        await reader.press("G")
        last = reader.place
        await reader.press("g")
        assert reader.place == first != last


@SIZES
@pytest.mark.parametrize("name", SEED_PANES)
async def test_enter_goes_in_and_escape_comes_out_at_any_depth(real: Dossier, name: str, size: tuple[int, int]) -> None:
    async with reading(real, size, start=name) as reader:
        await reader.press("j", "j")
        seen = [(reader.address, reader.subject, reader.screen)]
        for _ in range(4):
            await reader.press("enter")
            if reader.address == seen[-1][0]:
                break
            seen.append((reader.address, reader.subject, reader.screen))
        assert len(seen) > 1
        for address, subject, screen in reversed(seen[:-1]):
            await reader.press("escape")
            assert (reader.address, reader.subject, reader.screen) == (address, subject, screen)


@SIZES
async def test_tab_goes_round_the_panes(real: Dossier, size: tuple[int, int]) -> None:
    async with reading(real, size) as reader:
        first, *others = (name for name in PANES if name not in LATER_PANES)
        for name in (*others, first):
            await reader.press("tab")
            assert reader.address == f"pane:{name}"
        await reader.press("shift+tab")
        assert reader.address == f"pane:{others[-1]}"


@SIZES
@pytest.mark.parametrize("name", HOME)
async def test_zoom_shows_more_words_and_goes_back(real: Dossier, name: str, size: tuple[int, int]) -> None:
    async with reading(real, size, start=name) as reader:
        before = reader.screen
        zoomed = await reader.press("z")
        assert zoomed != before
        await reader.press("z")
        assert reader.app.session.visit.zoomed is False


async def test_who_can_restrain_baku_is_two_keys_away(real: Dossier) -> None:
    async with reading(real, SMALL) as reader:
        screen = await reader.press("2", "c")
    assert "can restrain" in screen
    for text in ("can restrain Azerbaijan", "○ latent    EU", "early October · passed", "no date"):
        assert text in screen


@SIZES
async def test_a_facet_filters_and_says_so(edition: Dossier, size: tuple[int, int]) -> None:
    async with reading(edition, size) as reader:
        screen = await reader.press("f", "t")
        assert "only attributed" in screen
        assert "of 30 events" in screen
        screen = await reader.press("f", "escape")
        assert "only attributed" not in screen and "of 30 events" not in screen


@SIZES
async def test_search_finds_the_gap_and_escape_restores(edition: Dossier, size: tuple[int, int]) -> None:
    async with reading(edition, size) as reader:
        before = await reader.press("j", "j")
        await reader.press("slash")
        screen = await reader.type("when did the offensive start")
        assert "gap:offensive-start" in screen
        await reader.press("escape")
        assert reader.screen == before


@SIZES
async def test_search_jumps_to_the_hit_in_its_pane(edition: Dossier, size: tuple[int, int]) -> None:
    async with reading(edition, size) as reader:
        await reader.press("slash")
        await reader.type("type:event lachin corridor closed")
        await reader.press("enter")
        assert (reader.address, reader.subject) == ("pane:timeline", "event:lachin-closed")


async def test_nothing_found_offers_the_nearest_word(real: Dossier) -> None:
    async with reading(real) as reader:
        await reader.press("slash")
        assert "Nothing is found for “zzzzqq”." in await reader.type("zzzzqq")


async def test_the_palette_goes_by_name(real: Dossier) -> None:
    async with reading(real) as reader:
        await reader.press("colon")
        await reader.type("who russia")
        await reader.press("enter")
        assert reader.subject == "actor:russia" or reader.address == "actor:russia"
        await reader.press("colon")
        await reader.type("p8")
        await reader.press("enter")
        assert reader.address == "ecfr-2023:p8"


async def test_the_key_list_is_filterable_and_runs_what_it_lists(real: Dossier) -> None:
    async with reading(real) as reader:
        await reader.press("question_mark")
        screen = await reader.type("next pane")
        assert "Next pane" in screen and "Quit" not in screen
        await reader.press("enter")
        assert reader.address == "pane:leverage"


async def test_source_shows_the_paragraphs_behind(edition: Dossier) -> None:
    async with reading(edition) as reader:
        screen = await reader.press("s")
        assert "Paragraphs behind: Offensive" in screen and "ap-2023-09-26:c1" in screen
        await reader.press("escape")
        assert reader.address == "pane:timeline"


async def test_copy_keeps_type_hedge_citation_and_as_of(edition: Dossier) -> None:
    async with reading(edition) as reader:
        await reader.press("colon")
        await reader.type("scenario:s3-russia-stays")
        await reader.press("enter", "y")
        copied = reader.app.clipboard
    assert "[forecast]" in copied and "“probably” (PHIA: likely, 55–75 %)" in copied
    assert "(ecfr-2023:p9.8)" in copied and "As of 26 Sep – 10 Oct 2023, derived." in copied


async def test_ctrl_c_quits_at_the_second_press(real: Dossier) -> None:
    async with reading(real) as reader:
        assert "ctrl+c again" in await reader.press("ctrl+c")
        assert reader.app.is_running
        await reader.press("ctrl+c")
        assert not reader.app.is_running


async def test_typed_letters_stay_text_while_searching(real: Dossier) -> None:
    async with reading(real) as reader:
        await reader.press("slash")
        await reader.type("q1j?")
        assert reader.app.is_running and "q1j?" in reader.screen


@pytest.mark.parametrize("size", [(300, 100), (160, 50), (100, 30), (60, 20), (40, 12), (20, 6), (10, 3), (1, 1)])
async def test_every_size_is_survived(real: Dossier, size: tuple[int, int]) -> None:
    async with reading(real, size) as reader:
        for key in ("j", "2", "z", "escape", "enter", "slash", "escape", "3", "4"):
            await reader.press(key)
        assert reader.app.is_running


async def test_resizing_keeps_the_cursor_on_its_record(real: Dossier) -> None:
    async with reading(real, LARGE) as reader:
        await reader.press("j", "j", "j")
        subject = reader.subject
        await reader.pilot.resize_terminal(80, 24)
        await reader.pilot.pause()
        assert reader.subject == subject


async def test_an_interrupt_key_of_ones_own_quits_at_the_second_press(real: Dossier) -> None:
    app = Dashboard(session(real), keymap={"interrupt": "ctrl+x"})
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        assert "again to quit" in await reader.press("ctrl+x")
        await reader.press("j", "ctrl+x")
        assert app.is_running
        await reader.press("ctrl+x")
        assert not app.is_running


async def test_what_is_typed_while_the_prompt_opens_goes_into_it(real: Dossier) -> None:
    async with reading(real) as reader:
        for key in ("slash", "t", "u", "r", "k", "e", "y"):
            reader.app.post_message(Key(key, "/" if key == "slash" else key))
        await reader.pilot.pause()
        await reader.pilot.pause()
        assert reader.app.prompt.asking is not None and reader.app.prompt.asking.text == "turkey"
        assert reader.app.clipboard == ""


async def test_a_pane_letter_and_q_after_escape_are_keys_again(real: Dossier) -> None:
    async with reading(real) as reader:
        await reader.press("slash", "x", "escape", "2")
        assert reader.address == "pane:leverage"


async def test_resizing_while_searching_keeps_the_hit_and_where_one_was(real: Dossier) -> None:
    async with reading(real, LARGE) as reader:
        before = await reader.press("j", "j", "j")
        await reader.press("slash")
        await reader.type("lachin")
        await reader.press("down", "down")
        hit = reader.subject
        await reader.pilot.resize_terminal(100, 40)
        await reader.pilot.resize_terminal(*LARGE)
        await reader.pilot.pause()
        assert reader.subject == hit
        assert await reader.press("escape") == before


def is_loud(reader: Reader) -> bool:
    """Whether the age stands out in the title."""
    return any(span.role == "banner" for row in reader.app.views.view("title").page.rows for span in row.spans)


async def test_a_dashboard_left_open_over_midnight_ages(tiny: Dossier) -> None:
    days = [date(2031, 6, 5)]
    app = Dashboard(Session(tiny, clock=lambda: days[-1]))
    async with app.run_test(size=LARGE) as pilot:
        reader = Reader(app, pilot)
        before = await reader.press("j")
        subject = reader.subject
        assert "passed" not in before and "days old" in before and not is_loud(reader)
        days.append(date(2031, 6, 11))
        app.updates.look_at_clock()
        after = await reader.rest()
        assert "passed" in after and reader.subject == subject
        days.append(date(2040, 6, 11))
        app.updates.look_at_clock()
        assert "9 years old" in await reader.rest() and is_loud(reader)


async def test_reading_mode_left_open_over_midnight_ages_and_stays_where_it_is(tiny: Dossier) -> None:
    days = [date(2031, 6, 5)]
    app = Dashboard(Session(tiny, clock=lambda: days[-1]))
    async with app.run_test(size=LARGE) as pilot:
        reader = Reader(app, pilot)
        await reader.press("b", "3")
        days.append(date(2040, 6, 11))
        app.updates.look_at_clock()
        screen = await reader.rest()
        assert "9 years old" in screen and re.search(r"\b3(–\d+)? of", screen)


async def test_somebody_looks_at_the_clock(tiny: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caucasus_tui.tui.app, "DAY_SECONDS", 0.01)
    days = [date(2031, 6, 5)]
    app = Dashboard(Session(tiny, clock=lambda: days[-1]))
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        days.append(date(2040, 6, 11))
        while "9 years old" not in await reader.rest():
            await pilot.pause(0.01)
