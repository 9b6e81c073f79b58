"""What people type after `:` leads somewhere; what leads nowhere brings what comes near."""

import pytest

from caucasus_tui.config.dossiers import NamedDossier
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.row import plain
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.keys import KEYS
from caucasus_tui.tui.prompt.go_to import completed, go_to_page
from caucasus_tui.tui.prompt.suggestions import dossiers_page
from tests.screen import SMALL, Reader, reading, session

LEADS = {
    "q": "key:quit",
    "quit": "key:quit",
    "help": "key:keys",
    "theme": "key:theme",
    "brief": "key:brief",
    "ask": "ask:",
    "ask c": "ask:c",
    "export docx": "key:export.docx",
    "export d": "key:export.docx",
    "export": "key:export",
    "collected": "collected:",
    "t1": "tension:t1",
    "!T1": "tension:t1",
    "lower": "actor:lower-mill",
    "lower mill": "actor:lower-mill",
    "lower-mill": "actor:lower-mill",
    "who mill": "actor:lower-mill",
    "stone": "place:stone-bridge",
    "lev": "pane:leverage",
    "asks": "pane:recommendations",
    "lever:council-fund": "lever:council-fund",
    "p1.3": "valley-letter:p1.3",
    "lever:": "lever:council-fund",
    "lever:counc": "lever:council-fund",
}
NEAR = {
    "levrage": "pane:leverage",
    "hlep": "key:keys",
    "lower-mil": "actor:lower-mill",
    "who lowr-mill": "actor:lower-mill",
    "council-fnd": "lever:council-fund",
    "lever:council-fnd": "lever:council-fund",
    "levr:council-fund": "lever:council-fund",
    "pane:levrage": "pane:leverage",
}
NOWHERE = ("lever:xyzzy", "cell:", "compare:", "source:", "p99.9", "valley-letter:p99.9", "behind:lever:xyzzy", "ask z")


def offered(dossier: Dossier, typed: str) -> list[str]:
    return [row.subject for row in go_to_page(dossier, KEYS, typed).rows if row.subject]


@pytest.mark.parametrize("typed", LEADS)
def test_a_word_leads_to_what_it_names(tiny: Dossier, typed: str) -> None:
    assert LEADS[typed] in offered(tiny, typed)


@pytest.mark.parametrize("typed", NEAR)
def test_a_slip_of_the_pen_brings_what_comes_near(tiny: Dossier, typed: str) -> None:
    assert NEAR[typed] in offered(tiny, typed)


@pytest.mark.parametrize("typed", NOWHERE)
async def test_an_address_of_nothing_opens_nothing_and_is_named(tiny: Dossier, typed: str) -> None:
    assert not offered(tiny, typed)
    async with reading(tiny) as reader:
        before = reader.address
        await reader.press("colon")
        assert "enter open" not in await reader.type(typed)
        assert f"Nothing is called “{typed}”." in await reader.press("enter") and reader.address == before


async def test_what_only_comes_near_is_opened_with_a_word(tiny: Dossier) -> None:
    async with reading(tiny) as reader:
        await reader.press("colon")
        await reader.type("t11")
        assert "Nothing is called “t11”. This comes nearest." in await reader.press("enter")
        assert reader.subject == "tension:t1"
        await reader.press("colon")
        await reader.type("t1")
        assert "Nothing is called" not in await reader.press("enter")


@pytest.mark.parametrize("typed", ["edit", "quite", "qui", "exot"])
def test_nobody_quits_by_a_slip_of_the_pen(tiny: Dossier, typed: str) -> None:
    assert "key:quit" not in offered(tiny, typed) and "key:quit" in offered(tiny, "quit")


def test_what_nothing_comes_near_says_what_can_be_typed(tiny: Dossier) -> None:
    page = go_to_page(tiny, KEYS, "xyzzy-plugh")
    assert "Try a pane, a name, T9, p8, ask e, export docx" in plain(page.rows)
    assert page.note == "no place of this name" and not offered(tiny, "xyzzy-plugh")


def test_a_word_is_finished_as_far_as_it_is_sure(tiny: Dossier) -> None:
    assert completed(tiny, KEYS, "lev") == "leverage"
    assert completed(tiny, KEYS, "export do") == "export docx"
    assert completed(tiny, KEYS, "who lo") == "who lower-mill"
    assert completed(tiny, KEYS, "t") == "t", "timeline, terms, theme, tracks, todo"
    assert completed(tiny, KEYS, "lever:council-f") == "lever:council-fund"
    assert completed(tiny, KEYS, "compare lower-mill upp") == "compare lower-mill upper-mill"
    assert completed(tiny, KEYS, "compa") == "compare " and completed(tiny, KEYS, "collec") == "collected"
    assert completed(tiny, KEYS, "qqq") == "qqq" and completed(tiny, KEYS, "") == ""


async def test_by_keys(tiny: Dossier) -> None:
    app = Dashboard(session(tiny))
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        await reader.press("colon")
        await reader.type("lev")
        assert "leverage" in await reader.press("tab")
        await reader.press("enter")
        assert reader.address == "pane:leverage"
        await reader.press("tab")
        assert reader.address == "pane:terms", "without a prompt it goes on to the next pane"
        await reader.press("colon")
        await reader.type("ask c")
        await reader.press("enter")
        assert reader.address == "ask:c"
        await reader.press("colon")
        await reader.type("q")
        await reader.press("enter")
    assert app.return_code == 0


def test_what_can_be_typed_is_said_after_a_long_word_too(tiny: Dossier) -> None:
    rows = go_to_page(tiny, KEYS, "x" * 190).rows
    assert rows[-1].text.endswith("export docx.") and all(row.width <= 58 for row in rows)


def test_a_dossier_that_there_is_not_is_said_to_be_none() -> None:
    rows = dossiers_page([NamedDossier("valley", "/srv/valley")], "", "vally", 58).rows
    assert rows[0].text == "No dossier is called “vally”." and not any(row.subject for row in rows)
    assert dossiers_page([NamedDossier("valley", "/srv/valley")], "", "vally", 58).note == "none of this name"


def test_names_folders_and_hints_of_the_prompt_are_whole(edition: Dossier) -> None:
    for typed in ("a", "e", "lever", "karabakh"):
        rows = go_to_page(edition, KEYS, typed, 58).rows
        assert all(row.width <= 58 for row in rows) and "…" not in plain(rows)
    folder = "/srv/" + "dossiers-of-the-desk/" * 4
    page = dossiers_page([NamedDossier("valley", folder)], "", "", 58)
    assert all(row.width <= 58 for row in page.rows) and page.note == "1 dossier"
    assert folder in "".join(plain(page.rows).split()) and "tells where it is." in " ".join(plain(page.rows).split())
