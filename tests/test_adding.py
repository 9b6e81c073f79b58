"""What CONTRIBUTING promises about adding things: it follows by itself, or a test says what is missing."""

from typing import get_args

import pytest

from caucasus_tui import panes
from caucasus_tui.brief.choices import FORMATS
from caucasus_tui.dossier.addresses import PaneAt, places, typed
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.sources import StatementType
from caucasus_tui.page.actor import SHOWN as SHOWN_OF_ACTORS
from caucasus_tui.page.fields import rest_rows
from caucasus_tui.page.marks import CURATOR, STATUS_MARKS, TYPE_MARKS
from caucasus_tui.page.place import SHOWN as SHOWN_OF_PLACES
from caucasus_tui.page.rows.ascii import GLYPHS
from caucasus_tui.page.rows.row import plain
from caucasus_tui.tui import bars
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.keys import KEYS, READING_KEYS, Key
from caucasus_tui.tui.palette import LOOKS, SIXTEEN
from caucasus_tui.tui.reading_screen import ReadingScreen
from tests.screen import LARGE, reading


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_does_something(key: Key) -> None:
    assert hasattr(Dashboard, f"action_{key.action.partition('(')[0]}")


def test_every_key_of_reading_mode_does_something() -> None:
    assert all(hasattr(ReadingScreen, f"action_{key.action.partition('(')[0]}") for key in READING_KEYS)


def test_every_type_of_statement_has_a_row_of_its_own() -> None:
    assert set(TYPE_MARKS) == set(get_args(StatementType)), "a type has its row in TYPE_MARKS, page/marks.py"
    marks = [*TYPE_MARKS.values()]
    known = {"foreground", *SIXTEEN["light"], *SIXTEEN["dark"]}
    assert all(mark.letter and mark.colour in known for mark in marks)
    assert len({mark.letter for mark in marks}) == len({mark.word for mark in marks}) == len(marks)
    others = {mark.glyph for mark in (*STATUS_MARKS.values(), CURATOR)}
    assert {mark.glyph for mark in marks} <= GLYPHS.keys() - others, "take a glyph of GLYPHS that no mark has"
    assert all(mark.role in LOOKS for mark in marks)


async def test_every_type_of_statement_can_be_seen_alone_and_the_footer_says_how(real: Dossier) -> None:
    async with reading(real, LARGE) as reader:
        for kind, mark in TYPE_MARKS.items():
            assert f"{mark.letter} {mark.column}" in await reader.press("f")
            assert f"{mark.glyph} only {mark.word}" in await reader.press(mark.letter), kind


def test_every_format_has_a_letter_of_its_own() -> None:
    assert len({form.letter for form in FORMATS}) == len(FORMATS)


def test_a_field_that_a_page_does_not_know_is_shown_all_the_same(real: Dossier) -> None:
    azerbaijan = real.actors[0]
    assert "note" in plain(rest_rows(real, azerbaijan, [name for name in SHOWN_OF_ACTORS if name != "note"], 78))


def test_no_field_is_shown_twice(real: Dossier) -> None:
    assert not [line for actor in real.actors for line in rest_rows(real, actor, SHOWN_OF_ACTORS, 78)]
    assert not [line for place in real.places for line in rest_rows(real, place, SHOWN_OF_PLACES, 78)]


@pytest.mark.parametrize("width", [20, 80, 120, 200])
def test_an_eleventh_pane_has_a_tab_though_no_digit(real: Dossier, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    more = (*panes.PANES, "glossary")
    monkeypatch.setattr(panes, "PANES", more)
    monkeypatch.setattr(bars, "PANES", more)
    row = bars.tab_row(real, "glossary", width)
    assert "Glossary" in row.text
    assert [span.subject for span in row.spans].count("pane:glossary") == 1


def test_a_pane_is_reached_that_is_the_first_to_show_no_kind(real: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (places, typed):
        monkeypatch.setattr(module, "PANES", (*panes.PANES, "glossary"))
    assert typed.meant(real, "glossary") == (PaneAt("glossary"),)
