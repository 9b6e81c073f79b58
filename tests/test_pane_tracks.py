"""Tracks: who leads, who sits in, how it goes in the source's words; and the bargaining as a chain."""

import re

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.page.marks import TYPE_MARKS
from tests.pages import WIDTHS, page_of, running, stops, text_of
from tests.screen import LARGE, SMALL, reading


@pytest.mark.parametrize("zoomed", [False, True], ids=["list", "zoomed"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_track_and_step_can_be_reached(real: Dossier, tiny: Dossier, zoomed: bool, width: int) -> None:
    for dossier in (real, tiny):
        page = page_of(dossier, "tracks", zoomed=zoomed, width=width)
        assert {record.ref for record in (*dossier.tracks, *dossier.steps)} <= stops(page)
        assert max(line.width for line in page.rows) <= width


def test_who_leads_who_sits_in_and_since_when(edition: Dossier) -> None:
    words = running(page_of(edition, "tracks"))
    assert "taking part Charles Michel, Emmanuel Macron, Olaf Scholz (more recently)" in words
    assert (
        "coordinated with Track led by Michel for the EU activity ◆ stated as fact · The track is very active" in words
    )
    for lead in ("Russia", "United States", "European Union"):
        assert f"lead {lead}" in words


def test_what_is_said_of_every_track_stands_once(edition: Dossier) -> None:
    words = running(page_of(edition, "tracks"))
    assert words.count("Until recently both sides signalled progress") == 1
    assert "the same on all 3 tracks between Armenia, Azerbaijan" in words


def test_what_the_source_leaves_out_is_said(edition: Dossier, tiny: Dossier) -> None:
    assert "lead Russia not stated taking part, coordinated with, activity" in running(page_of(edition, "tracks"))
    assert "the same on both tracks" in (words := running(page_of(tiny, "tracks")))
    assert "not stated state, last signal" in words and "taking part The miller (April)" in words


@pytest.mark.parametrize("width", WIDTHS)
def test_each_step_has_its_form_type_text_hedge_and_citation(real: Dossier, width: int) -> None:
    words = running(page_of(real, "tracks", width=width))
    at = 0
    for step in sorted(real.steps, key=lambda step: step.order):
        at = words.index(f"{step.order} {step.form} {step.title}", at)
        for cite in step.cites:
            statement = real.statement(cite)
            assert statement is not None
            at = words.index(f"{TYPE_MARKS[statement.type].glyph} {TYPE_MARKS[statement.type].word}", at)
            hedge = f" {hedge_words(statement.hedge)}" if statement.hedge else ""
            at = words.index(f"{statement.sentence}{hedge} {cite.statement}", at)


def test_an_arrow_leads_from_each_step_to_the_next(edition: Dossier) -> None:
    lines = text_of(page_of(edition, "tracks")).splitlines()
    first = next(index for index, line in enumerate(lines) if line.startswith("1 condition"))
    for before, line in zip(lines[first:], lines[first + 1 :], strict=False):
        if re.match(r"\d ", line):
            assert before.startswith("▼")
    assert sum(line.startswith("▼") for line in lines) == len(edition.steps) - 1


def test_a_filter_says_how_much_it_leaves(edition: Dossier) -> None:
    page = page_of(edition, "tracks", facet="attributed")
    assert page.note == "0 of 3 tracks · 4 of 6 steps"
    assert not page_of(edition, "tracks", facet="forecast").rows


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
async def test_by_keys(edition: Dossier, size: tuple[int, int]) -> None:
    async with reading(edition, size) as reader:
        screen = await reader.press("6")
        assert "1 Track led by Russia" in screen and reader.subject == "track:russia-track"
        await reader.press("G")
        assert "Putin points to Armenia's recognition" in reader.screen
        await reader.press("g", "enter")
        assert reader.address == "track:russia-track"
