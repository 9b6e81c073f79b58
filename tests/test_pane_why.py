"""Why now: every condition and link is there, what is implied says so, and the what-if is the curator's."""

import re

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.views.causes import Causes
from caucasus_tui.page.claim import basis_of, said_by
from caucasus_tui.page.rows import NBSP, Row
from caucasus_tui.page.rows.row import plain
from caucasus_tui.page.tree import BY
from caucasus_tui.panes import pane
from caucasus_tui.tui.keys import KEYS
from tests.pages import LENS, WIDTHS, page_of, running, stops, text_of
from tests.screen import LARGE, SMALL, reading

BACK = pytest.mark.parametrize("pick", ["", "back"], ids=["to-effects", "to-causes"])


@BACK
@pytest.mark.parametrize("zoomed", [False, True], ids=["list", "zoomed"])
def test_every_condition_can_be_reached(real: Dossier, tiny: Dossier, pick: str, zoomed: bool) -> None:
    for dossier in (real, tiny):
        page = page_of(dossier, "why", pick=pick, zoomed=zoomed)
        assert {condition.ref for condition in dossier.conditions} <= stops(page)


@BACK
@pytest.mark.parametrize("width", WIDTHS)
def test_dashed_lines_are_the_implied_links_and_say_so(real: Dossier, pick: str, width: int) -> None:
    lines = text_of(page_of(real, "why", pick=pick, width=width)).splitlines()
    links = [edge for condition in real.conditions for edge in condition.effects]
    dashed = [line for line in lines if re.search("[├└]╌╌", line)]
    solid = [line for line in lines if re.search("[├└]──", line)]
    assert len(dashed) == sum(edge.strength == "implied" for edge in links)
    assert len(solid) == sum(edge.strength == "stated" for edge in links)
    assert all("implied" in line for line in dashed) and not any("implied" in line for line in solid)
    signs = "|".join(BY.values() if pick else BY)
    assert all(re.search(rf"[├└](──|╌╌) ({signs})\b", line) for line in (*dashed, *solid))


@pytest.mark.parametrize("pick", ["", "back", "around:offensive", "without:russia-war-ukraine,turkey-support"])
@pytest.mark.parametrize("zoomed", [False, True], ids=["list", "zoomed"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen_and_no_hedge_is_cut(
    real: Dossier, pick: str, zoomed: bool, width: int
) -> None:
    page = page_of(real, "why", pick=pick, zoomed=zoomed, width=width)
    assert max(line.width for line in page.rows) <= width
    words = running(page)
    for hedge in re.findall("“[^”]+” ?(.{0,30})", words):
        assert hedge.startswith("(") or zoomed, "a quotation mark opens a quotation only in a statement in words"
    for condition in real.conditions:
        lead = real.lead(condition)
        if lead and lead.hedge and lead.hedge.code != "categorical" and condition.ref in stops(page):
            assert hedge_words(lead.hedge) in words


@BACK
@pytest.mark.parametrize("width", WIDTHS)
def test_a_link_names_every_statement_that_it_rests_on(edition: Dossier, pick: str, width: int) -> None:
    words = running(page_of(edition, "why", pick=pick, width=width))
    edges = [edge for condition in edition.conditions for edge in condition.effects]
    several = [edge for edge in edges if edge.strength == "stated" and len(edge.cites) > 1]
    assert several
    for edge in several:
        said = said_by(edition, basis_of(edition, edge.cites))
        assert plain([Row(tuple(said))]).strip().replace(NBSP, " ") in words
    assert re.search(r"↗ [^↗]+, (above|below) ([◇◆◈△] )+p[\d.]+ p[\d.]+", words), "also where it is told elsewhere"


def test_a_link_with_a_hedge_of_its_own_shows_it(edition: Dossier) -> None:
    words = running(page_of(edition, "why"))
    likely = "△ p10.5 “may” (likelihood not given) · ◇ p10.1 “unclear” (the source says it cannot be told)"
    assert f"produces, implied {likely} ◆ Protests against Armenia's government" in words


def test_a_shared_effect_is_full_once_and_linked_elsewhere(edition: Dossier) -> None:
    words = running(page_of(edition, "why"))
    causes = len(Causes(edition.conditions).causes_of("favourable-moment"))
    assert words.count(f"◇ A favourable moment for Azerbaijan · {causes} causes") == 1
    assert words.count("↗ A favourable moment for Azerbaijan, above") == causes - 1


def test_zoomed_each_condition_is_there_in_the_words_of_its_statements(real: Dossier) -> None:
    words = running(page_of(real, "why", zoomed=True, width=116))
    for condition in real.conditions:
        for cite in condition.cites:
            statement = real.statement(cite)
            assert statement and statement.text in words


def test_the_tiny_tree_by_hand(tiny: Dossier) -> None:
    lines = text_of(page_of(tiny, "why")).splitlines()[2:]
    shown = [re.sub(r"(?<=\S)\s{2,}.*", "", line) for line in lines]
    assert shown[0].startswith("◆ Spring flood")
    assert shown[1].startswith("└── weakens ◆ The arches are weak · 2 causes")
    assert shown[2] == "   └╌╌ produces, implied ◆ The bridge is closed"
    assert shown[3].startswith("◇ Heavy carts “probably” (PHIA: likely, 55–75 %)")
    assert shown[4] == "└╌╌ weakens, implied ↗ The arches are weak, above"
    assert lines[5].strip() == "“probably” (PHIA: likely, 55–75 %) ◇ p1.4"


def test_striking_out_says_whose_question_it_is_and_what_still_holds(edition: Dossier) -> None:
    page = page_of(edition, "why", pick="without:russia-war-ukraine")
    words = running(page)
    assert "□ curator's what-if, not the sources': suppose there had not been × ◇ Russia's war on Ukraine" in words
    lost = words.split("lost their only stated cause: 3")[1].split("touched")[0]
    assert "Azerbaijan emboldened to press its claim" in lost
    assert "Russian guarantees to Armenia less believable" in lost
    assert "still has: Turkey's support for Azerbaijan (enabled by); 6 implied causes" in words


def test_striking_out_the_tiny_flood(tiny: Dossier) -> None:
    words = running(page_of(tiny, "why", pick="without:spring-flood"))
    assert "lost their only stated cause: 1" in words
    assert "lost: Spring flood (weakened by) · still has: 1 implied cause" in words
    assert "touched, with no stated cause to lose: 1" in words


def test_a_filter_hides_conditions_but_does_not_change_the_reckoning(edition: Dossier) -> None:
    page = page_of(edition, "why", facet="fact")
    facts = {c.ref for c in edition.conditions if (lead := edition.lead(c)) and lead.type == "fact"}
    assert stops(page) == facts and f"{len(facts)} of {len(edition.conditions)} conditions" in page.note
    assert "hides" in text_of(page)
    struck = text_of(page_of(edition, "why", facet="fact", pick="without:russia-war-ukraine"))
    assert "lost their only stated cause: 0 of 3" in struck
    assert not page_of(edition, "why", facet="recommendation").rows


def test_letters_turn_narrow_and_strike() -> None:
    press = pane("why").press
    turned = press("w", LENS, "condition:a")
    assert turned.pick == "back" and press("w", turned, "condition:a").pick == ""
    one = press("o", LENS, "condition:a")
    assert one.pick == "around:a" and press("o", one, "condition:a").pick == ""
    assert press("o", one, "condition:b").pick == "around:b"
    struck = press("x", LENS, "condition:a")
    both = press("x", struck, "condition:b")
    assert (struck.pick, both.pick) == ("without:a", "without:a,b")
    assert press("x", both, "condition:a").pick == "without:b" and press("x", struck, "condition:a").pick == ""
    assert press("x", LENS, "letter:p1.1") is LENS


def test_its_letters_are_in_the_key_table() -> None:
    actions = {key.action for key in KEYS}
    assert {f"letter('{letter}')" for letter in pane("why").letters} <= actions


def test_an_address_of_nothing_shows_the_whole(real: Dossier) -> None:
    for pick in ("without:nothing", "around:nothing", "nonsense"):
        assert text_of(page_of(real, "why", pick=pick)) == text_of(page_of(real, "why"))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
async def test_by_keys(edition: Dossier, size: tuple[int, int]) -> None:
    async with reading(edition, size) as reader:
        screen = await reader.press("5")
        assert "◇ Russia's war on Ukraine" in screen and "├── enables ◇ A favourable moment" in screen
        struck = await reader.press("x")
        assert "curator's what-if, not the sources'" in struck and "lost their only stated cause: 3" in struck
        assert await reader.press("escape") == screen
        await reader.press("o")
        assert "what follows from it" in reader.screen
        await reader.press("escape", "w", "g")
        assert reader.subject == "condition:ceasefire-2023" and "produced by" in reader.screen
        await reader.press("j", "enter")
        assert reader.address == "condition:offensive"
        assert "enabled by A favourable moment" in await reader.press("ctrl+d")
