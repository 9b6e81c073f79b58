"""Keys of the reader's own: their names, their clashes, and that they act and are the ones shown."""

import string

import pytest
from textual.keys import Keys, _character_to_key

from caucasus_tui.config.keymap import canonical, clashes, key_fault, shown_keys
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.keys import KEYS
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
    table = {key.id: key.keys for key in KEYS}
    assert clashes(table, {}) == []
    assert all(key_fault(keys) == "" for keys in table.values())


async def test_remapped_keys_act_and_are_the_ones_that_are_shown(tiny: Dossier) -> None:
    keymap = {"zoom": "t", "theme": "z", "pane.next": "slash", "search": "ctrl+f,f3"}
    app = Dashboard(session(tiny), keymap=keymap)
    async with app.run_test(size=SMALL) as pilot:
        reader = Reader(app, pilot)
        screen = await reader.press("t")
        assert app.session.visit.zoomed and "ctrl+f f3 search" in screen
        theme = app.theme
        await reader.press("z")
        assert app.theme != theme and app.session.visit.zoomed
        await reader.press("slash")
        assert reader.address == "pane:leverage"
        assert "search everything" in await reader.press("f3")
        await reader.press("escape")
        await reader.press("question_mark")
        assert "ctrl+f f3" in await reader.type("everything")
