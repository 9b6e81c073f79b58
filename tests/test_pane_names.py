"""Names and map: places, routes, what to call things, and every other name, each leading somewhere."""

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Actor, Place
from caucasus_tui.panes import pane
from caucasus_tui.panes.router import page_at
from caucasus_tui.tui.keys import KEYS
from tests.pages import LENS, WIDTHS, page_of, running, stops, text_of
from tests.screen import LARGE, SMALL, reading


@pytest.mark.parametrize("zoomed", [False, True], ids=["list", "zoomed"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_place_and_rule_can_be_reached(real: Dossier, tiny: Dossier, zoomed: bool, width: int) -> None:
    for dossier in (real, tiny):
        page = page_of(dossier, "names", zoomed=zoomed, width=width)
        assert {record.ref for record in (*dossier.places, *dossier.names)} <= stops(page)
        assert max(line.width for line in page.rows) <= width


def test_the_map_says_what_it_is_not(real: Dossier) -> None:
    page = page_of(real, "names")
    assert "not to scale" in page.note
    assert "not to scale; the courses of routes are not stated" in running(page)


def test_a_screen_too_narrow_for_the_map_says_so(edition: Dossier) -> None:
    words = running(page_of(edition, "names", width=60))
    assert "Too narrow for the map" in words
    assert "secured on paper ◆ p2.10 · ◇ p8.5 · blocked ◆ p8.2" in words


def test_the_map_alone_is_never_nothing(real: Dossier, tiny: Dossier) -> None:
    for dossier in (real, tiny):
        for width in (38, 58, 80):
            page = page_of(dossier, "names", width=width, pick="section:m")
            assert page.rows and (width > 60 or {place.ref for place in dossier.places} <= stops(page))


def test_a_rule_has_our_term_who_says_what_what_to_avoid_and_why(edition: Dossier) -> None:
    words = running(page_of(edition, "names", zoomed=True))
    for rule in edition.names:
        assert rule.title in words
        for usage in rule.usage:
            assert f"{usage.who}: {usage.term}" in words
        for word in rule.avoid:
            assert word in words
        assert rule.rationale.text in words
    assert "avoid Zangezur corridor, Zangezur" in words


def test_every_alias_stands_there_with_its_user(real: Dossier) -> None:
    words = running(page_of(real, "names", pick="section:O"))
    things: tuple[Place | Actor, ...] = (*real.places, *real.actors)
    for thing in things:
        for name in thing.names:
            assert name.name in words
            assert name.used_by in words


def test_a_state_that_is_a_place_and_an_actor_leads_to_both(edition: Dossier) -> None:
    row = next(
        line
        for line in page_of(edition, "names", pick="section:O").rows
        if line.text.split() == ["Armenia", "place", "actor"]
    )
    assert [stop.subject for stop in row.stops()] == ["place:armenia", "actor:armenia"]


def test_a_letter_shows_its_part_alone_and_again_everything(real: Dossier) -> None:
    names = pane("names")
    only = names.press("S", LENS, "")
    assert "Name rules" in text_of(page_of(real, "names", pick=only.pick))
    assert "Every other name" not in text_of(page_of(real, "names", pick=only.pick))
    assert names.press("S", only, "").pick == ""
    assert names.press("m", only, "").pick == "section:m"


@pytest.mark.parametrize("name", ["names", "sources"])
def test_its_letters_are_keys_and_mean_nothing_else(name: str) -> None:
    for letter in pane(name).letters:
        meant = [key.action for key in KEYS if letter in key.keys.split(",") and not key.after]
        assert meant == [f"letter('{letter}')"]


def test_a_place_leads_to_its_events_terms_and_levers(edition: Dossier) -> None:
    page = page_at(edition, "place:lachin-corridor", LENS)
    assert {
        "event:lachin-closed",
        "term:2020-lachin",
        "lever:az-blockade",
        "lever:ru-lachin",
        "place:armenia",
        "place:nagorno-karabakh",
        "tension:t2",
        "ecfr-2023:p8.2",
        "name-rule:lachin-corridor",
    } <= stops(page)
    words = running(page)
    assert "◆ stated as fact Blocked. Azerbaijan has stopped its traffic since December. p8.2" in words
    assert "● exercised AZ coerce Closure of the Lachin corridor" in words


def test_the_page_of_each_place_is_complete(real: Dossier, tiny: Dossier) -> None:
    for dossier in (real, tiny):
        for place in dossier.places:
            shown = stops(page_at(dossier, place.ref, LENS))
            about = {cite for cite, said in dossier.statements() if place.id in said.places and not said.duplicate_of}
            linked = {record.ref for record in dossier.linked_from(place.ref)}
            assert about <= shown
            assert linked <= shown


def test_a_plan_without_a_course_says_so(edition: Dossier) -> None:
    assert "course not stated" in running(page_at(edition, "place:nakhichevan-link", LENS))


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_node_of_the_map_opens_its_page(edition: Dossier, size: tuple[int, int]) -> None:
    async with reading(edition, size) as reader:
        screen = await reader.press("9")
        for words in ("× Lachin corridor ×", "secured on paper, blocked", "Nakhichevan ╌", "Iran ┈"):
            assert words in screen
        while "lachin" not in reader.subject:
            await reader.press("j", "h", "h", "l")
        await reader.press("enter")
        assert reader.address == "place:lachin-corridor"
        await reader.press("escape", "S")
        assert "why not:" in reader.screen and "Artsakh, breakaway region" in reader.screen
        await reader.press("escape")
        assert reader.subject == "place:lachin-corridor"
