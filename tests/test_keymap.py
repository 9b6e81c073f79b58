"""Keys of the reader's own: their names, their clashes, and that they act and are the ones shown."""

import re
import string
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.keys import Keys, _character_to_key

import caucasus_tui
from caucasus_tui.cli import _key_table
from caucasus_tui.config.keymap import KeyTable, canonical, clashes, key_fault, shown_keys
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.row import plain
from caucasus_tui.panes.router import page_at
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.keys import KEYS, READING_KEYS
from tests.pages import LENS
from tests.screen import SMALL, Reader, session


@pytest.mark.parametrize("char", string.punctuation)
def test_marks_have_the_names_that_textual_gives_them(char: str) -> None:
    assert canonical(char) == _character_to_key(char)
    assert shown_keys(canonical(char)) == char


@pytest.mark.parametrize("key", sorted({key.value for key in Keys if key.value.isascii() and "<" not in key.value}))
def test_keys_that_textual_knows_are_keys_here(key: str) -> None:
    if key != "ctrl-at":  # a slip of its own: nothing sends it
        assert key_fault(key) == "", key


def test_the_programs_own_table_has_no_clash() -> None:
    table, after = _key_table()
    assert "read.on" in table
    assert clashes(KeyTable(table, after), {}) == []
    assert all(key_fault(keys) == "" for keys in table.values())
    bound = {name for keys in table.values() for name in keys.split(",")}
    assert bound.isdisjoint(("comma", "full_stop")), "where / and ? are on a Russian keyboard"


def test_letters_of_panes_and_what_follows_a_key_can_be_remapped() -> None:
    table = _key_table()
    assert clashes(table, {"why.turn": "T", "facet.fact": "z", "read.whom": "f"}) == []
    assert [id for id, _ in clashes(table, {"read.whom": "m"})] == ["read.whom"]
    assert [id for id, _ in clashes(table, {"facet.fact": "t"})] == ["facet.fact"]


async def test_a_remapped_letter_acts_in_its_pane_and_says_so_elsewhere(real: Dossier) -> None:
    app = Dashboard(session(real, "why"), keymap={"why.turn": "T", "facet.fact": "z"})
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        assert "T turn round" in await reader.rest()
        assert "T all" in await reader.press("T")
        assert app.session.visit.pick == "back"
        assert f"T works in 5 {real.about.pane_titles['why']}: turn round" in await reader.press("1", "T")
        assert "z ◆" in await reader.press("f")
        assert "◆ only stated as fact" in await reader.press("z")


async def test_remapped_keys_act_and_are_the_ones_that_are_shown(tiny: Dossier) -> None:
    keymap = {"zoom": "t", "theme": "z", "pane.next": "slash", "search": "ctrl+f,f3"}
    app = Dashboard(session(tiny), keymap=keymap)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        screen = await reader.press("t")
        assert app.session.visit.zoomed and "ctrl+f search" in screen
        theme = app.theme
        await reader.press("z")
        assert app.theme != theme and app.session.visit.zoomed
        await reader.press("slash")
        assert reader.address == "pane:leverage"
        assert "search everything" in await reader.press("f3")
        await reader.press("escape")
        await reader.press("question_mark")
        assert "ctrl+f f3" in await reader.type("everything")


async def test_what_means_the_same_everywhere_is_remapped_over_another_screen_too(tiny: Dossier) -> None:
    app = Dashboard(session(tiny), keymap={"redraw": "f5", "quit": "Q"})
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        assert "does nothing" not in await reader.press("b", "f5")
        assert "ctrl+q does nothing" in await reader.press("ctrl+q")
        await pilot.press("Q")
        assert app.is_leaving


async def test_keys_of_reading_mode_are_remapped_and_shown(tiny: Dossier) -> None:
    app = Dashboard(session(tiny), keymap={"read.minutes": "M,f4", "read.leave": "x"})
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        before = await reader.press("b")
        assert "M minutes" in before and "x leave" in before
        assert "m does nothing" in await reader.press("m")
        assert await reader.press("M") != before
        assert "M f4" in await reader.press("question_mark")
        await reader.press("escape", "x")
        assert reader.address == "pane:timeline" and not app.views.overlays


async def test_what_the_first_of_two_keys_says_is_said_where_it_is_seen(tiny: Dossier) -> None:
    app = Dashboard(session(tiny))
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        assert "ctrl+c again to quit" in await reader.press("b", "ctrl+c")
        await pilot.press("ctrl+c")
        assert app.is_leaving


async def test_what_the_screen_says_of_keys_is_true_of_the_readers_own(edition: Dossier) -> None:
    own = {"quit": "Q", "keys": "f1", "pane.3": "T", "facet": "F", "place.newer": "percent_sign", "back": "ampersand"}
    app = Dashboard(session(edition), keymap=own)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        assert "f1 lists the keys" in await reader.press("question_mark")
        tabs = reader.screen.splitlines()[3]
        assert " T " in tabs and " 3 " not in tabs and " 2 " in tabs
        assert "Q quits" in await reader.press("ampersand")
        assert "% leads on again after < or &." in await reader.press("percent_sign")


async def test_what_is_said_of_collecting_names_the_readers_own_keys(edition: Dossier) -> None:
    app = Dashboard(
        session(edition), keymap={"collect": "percent_sign", "collected": "X", "collected.undo": "ampersand"}
    )
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        assert "% takes the line" in " ".join((await reader.press("X")).split())
        assert "X shows them" in await reader.press("escape", "percent_sign")
        assert "& takes it back" in await reader.press("percent_sign")


def test_a_key_is_usually_called_in_texts_as_the_table_has_it() -> None:
    called = re.compile(r"""\bkey\(\s*["']([\w.]+)["'],\s*["']([^"']+)["']\)""")
    texts = (file.read_text(encoding="utf-8") for file in Path(caucasus_tui.__file__).parent.rglob("*.py"))
    found = {pair for text in texts for pair in called.findall(text)}
    assert len(found) > 9
    assert found <= {(key.id, key.shown) for key in (*KEYS, *READING_KEYS)}


def test_a_page_names_the_readers_own_keys(tiny: Dossier) -> None:
    lens = replace(LENS, own_keys=(("later", "^t"), ("facet", "F"), ("facet.all", "G")))
    assert "^t turns it on" in " ".join(plain(page_at(tiny, "pane:ledger", lens).rows).split())
    none = replace(lens, facet="recommendation", held="source:none")
    assert "F G shows everything." in " ".join(plain(page_at(tiny, "pane:tracks", none).rows).split())
