"""Outlook: each scenario with the source's own word, its range beside it, and no figure where the source gives none."""

import re

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import PHIA, hedge_words
from tests.pages import WIDTHS, page_of, running, stops, text_of
from tests.screen import LARGE, SMALL, reading


@pytest.mark.parametrize("zoomed", [False, True], ids=["list", "zoomed"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_scenario_can_be_reached(real: Dossier, tiny: Dossier, zoomed: bool, width: int) -> None:
    for dossier in (real, tiny):
        page = page_of(dossier, "outlook", zoomed=zoomed, width=width)
        assert {scenario.ref for scenario in dossier.scenarios} <= stops(page)
        assert max(line.width for line in page.rows) <= width


@pytest.mark.parametrize("zoomed", [False, True], ids=["list", "zoomed"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_likelihood_stands_with_the_title_and_is_never_cut(
    real: Dossier, tiny: Dossier, zoomed: bool, width: int
) -> None:
    for dossier in (real, tiny):
        words = running(page_of(dossier, "outlook", zoomed=zoomed, width=width))
        for scenario in dossier.scenarios:
            lead = dossier.lead(scenario)
            assert lead is not None
            said = hedge_words(lead.hedge) if lead.hedge else "no likelihood: an ask"
            assert f"{scenario.order} {scenario.title} {said}" in words


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_and_its_range_are_on_one_line(real: Dossier, width: int) -> None:
    lines = text_of(page_of(real, "outlook", width=width)).splitlines()
    for scenario in real.scenarios:
        lead = real.lead(scenario)
        if lead and lead.hedge and lead.hedge.code in PHIA:
            assert any(hedge_words(lead.hedge) in line for line in lines)


def test_only_words_on_the_yardstick_have_a_percentage(edition: Dossier) -> None:
    for line in text_of(page_of(edition, "outlook")).splitlines():
        if "%" in line:
            assert "“probably”" in line or "“unlikely”" in line
        if "“may”" in line or "if … may" in line:
            assert "%" not in line
    assert text_of(page_of(edition, "outlook")).count("%") == 2


def test_without_hedge_is_said_only_where_the_source_says_so_flatly(edition: Dossier) -> None:
    lines = text_of(page_of(edition, "outlook")).splitlines()
    flat = [line for line in lines if "stated without hedge" in line]
    assert ["“will prove”" in line or "“will not”" in line for line in flat] == [True, True]
    assert "8 Peace agreement through the summit" in next(line for line in lines if "no likelihood: an ask" in line)


def test_two_lines_each_where_the_words_fit(real: Dossier) -> None:
    rows = page_of(real, "outlook", width=116).rows
    assert len(rows) == 2 * len(real.scenarios)
    assert all(re.match(r"  [△▷] (forecast|recommendation)\b", line.text) for line in rows[1::2])


def test_indicators_are_the_curators_and_name_what_they_come_from(real: Dossier) -> None:
    words = running(page_of(real, "outlook", zoomed=True))
    for scenario in real.scenarios:
        for indicator in scenario.indicators:
            first = real.statement(indicator.derived_from[0])
            assert first is not None
            rest = words.split(f"□ curator: {indicator.text} derived from ")[1]
            assert rest[2:].startswith(("stated as fact", "attributed", "assessment", "forecast"))
            hedge = f" {hedge_words(first.hedge)}" if first.hedge else ""
            assert f"· {first.text}{hedge} {indicator.derived_from[0].statement}" in rest[: len(first.text) + 140]


def test_zoomed_shows_what_it_rests_on_and_what_would_follow(real: Dossier, tiny: Dossier) -> None:
    for dossier in (real, tiny):
        page = page_of(dossier, "outlook", zoomed=True)
        for scenario in dossier.scenarios:
            assert {found.ref for found in scenario.depends_on} <= stops(page)
            assert all(consequence.text in running(page) for consequence in scenario.consequences)


def test_a_filter_says_how_much_it_leaves(edition: Dossier) -> None:
    page = page_of(edition, "outlook", facet="recommendation")
    assert page.note == "1 of 8 scenarios" and stops(page) == {"scenario:s8-agreement-via-epc"}
    assert not page_of(edition, "outlook", facet="fact").rows


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
async def test_by_keys(edition: Dossier, size: tuple[int, int]) -> None:
    async with reading(edition, size) as reader:
        screen = await reader.press("7")
        assert "“probably” (PHIA: likely, 55–75 %)" in screen and "“may” (likelihood not given)" in screen
        await reader.press("z")
        assert "□ curator:" in reader.screen
        await reader.press("escape", "j", "enter")
        assert reader.address == "scenario:s2-forceful-settlement"
