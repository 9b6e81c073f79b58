"""The prompt: what is chosen among its answers can be seen, and opened by hand or mouse; `?` explains the marks."""

import pytest
from textual.events import Key, Paste

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.marks import LEGEND
from caucasus_tui.session.history import HitAt
from caucasus_tui.tui.prompt.typed_before import TypedBefore, with_line
from tests.screen import LARGE, SMALL, reading


async def test_the_hit_that_enter_would_open_stands_out(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        await reader.press("slash")
        await reader.type("lachin")
        assert reader.chosen == [line for line in reader.chosen if "place:lachin-corridor" in line] != []
        await reader.press("down")
        assert len(reader.chosen) == 1 and "place:nagorno-karabakh" in reader.chosen[0]


async def test_a_key_of_the_list_is_run_by_a_second_click(real: Dossier) -> None:
    async with reading(real, (120, 60)) as reader:
        await reader.press("question_mark")
        await reader.click("Ceasefire terms")
        assert reader.app.prompt.asking
        await reader.click("Ceasefire terms")
        assert reader.address == "pane:terms" and not reader.app.prompt.asking


async def test_a_hit_is_opened_by_a_second_click(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        await reader.press("slash")
        await reader.type("lachin")
        await reader.click("place:nagorno-karabakh")
        await reader.click("place:nagorno-karabakh")
        assert (reader.address, reader.subject) == ("pane:names", "place:nagorno-karabakh")
        assert not reader.app.prompt.asking


async def test_every_mark_is_explained_one_key_away(real: Dossier) -> None:
    async with reading(real, (69, 140)) as reader:
        await reader.press("question_mark")
        screen = " ".join((await reader.type("mark")).split())
        for mark in (mark for marks in LEGEND.values() for mark in marks):
            assert f"{mark.glyph} " in screen and mark.word in screen


async def test_a_mark_is_found_by_its_word(real: Dossier) -> None:
    async with reading(real, SMALL) as reader:
        await reader.press("question_mark")
        assert "◐" in await reader.type("eroded")


@pytest.mark.parametrize(
    ("typed", "told", "others"),
    [
        ("Y", "Y Copy into a file", ("stated as fact", "y Copy", "Next colour theme")),
        ("y", "y Copy (clipboard)", ("stated as fact", "Copy into a file")),
        ("f", "f f Stated as fact", ("PHIA", "Copy into")),
        ("?", "? the day is not stated", ("The source gives the year", "~")),
        ("~?", "~ the year is inferred", ("Our own inference",)),
        ("copy", "Copy into a file", ("Next colour theme",)),
    ],
)
async def test_who_types_a_key_or_a_sign_is_told_of_that_one(
    real: Dossier, typed: str, told: str, others: tuple[str, ...]
) -> None:
    async with reading(real, SMALL) as reader:
        await reader.press("question_mark")
        page = " ".join((await reader.type(typed)).partition("Keys and marks")[2].rpartition("\n ?")[0].split())
        assert told in page and not [one for one in others if one in page]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ("/ l a c h i n enter escape 3", "pane:terms"),
        ("/ l a c escape 3", "pane:terms"),
        (": t e r m enter escape 4", "pane:recommendations"),
        ("f s 5", "pane:why"),
        ("f q 3", "pane:terms"),
        ("/ x enter / escape 3", "pane:terms"),
        ("b m escape 3", "pane:terms"),
        ("? z backspace escape 6", "pane:tracks"),
    ],
)
async def test_keys_that_come_all_at_once_act_one_after_the_other(tiny: Dossier, keys: str, place: str) -> None:
    async with reading(tiny) as reader:
        for key in keys.split():
            name = {"/": "slash", ":": "colon", "?": "question_mark"}.get(key, key)
            reader.app.post_message(Key(name, key if len(key) == 1 else None))
        for _ in range(3):
            await reader.rest()
        assert reader.address == place, reader.screen
        assert reader.app.prompt.asking is None and not reader.app.views.overlays


async def test_a_paste_that_is_too_long_says_so_until_there_is_room_again(tiny: Dossier) -> None:
    async with reading(tiny, SMALL) as reader:
        await reader.press("slash")
        reader.app.post_message(Paste("a" * 250))
        said = "Nothing more has room here: 200 characters."
        assert said in await reader.rest()
        assert said not in await reader.press("backspace")


async def test_a_paste_comes_before_what_is_typed_after_it(tiny: Dossier) -> None:
    async with reading(tiny) as reader:
        reader.app.post_message(Key("slash", "/"))
        reader.app.post_message(Paste("coun"))
        reader.app.post_message(Key("c", "c"))
        await reader.rest()
        assert "/ counc" in await reader.rest()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_what_is_chosen_at_once_is_of_what_was_typed(tiny: Dossier, size: tuple[int, int]) -> None:
    keys = [*"mill", "down", "enter"]
    async with reading(tiny, size) as reader:
        await reader.press("slash", *"mill")
        await reader.press("down")
        chosen = reader.subject
        await reader.press("escape")
        reader.app.post_message(Key("slash", "/"))
        for key in keys:
            reader.app.post_message(Key(key, key if len(key) == 1 else None))
        for _ in range(3):
            await reader.rest()
        assert chosen in (reader.address, reader.subject) and reader.app.session.visit.hit == HitAt("mill", 2)


def test_what_was_typed_before_is_gone_through_and_what_is_being_typed_comes_back() -> None:
    before = TypedBefore(["one", "two"])
    assert [before.older("dra"), before.older("two"), before.older("one")] == ["two", "one", None]
    assert [before.newer(), before.newer(), before.newer()] == ["two", "dra", None]
    assert TypedBefore(()).older("") is None


def test_a_line_typed_again_is_the_last_and_stands_once() -> None:
    assert with_line(["one", "two"], " one ") == ["two", "one"]
    assert with_line(["one"], "  ") == ["one"]


async def test_up_recalls_earlier_searches_until_one_of_the_answers_is_chosen(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        await reader.press("slash")
        await reader.type("turkey")
        await reader.press("enter", "slash")
        await reader.type("lachin")
        await reader.press("escape")
        assert "↑ what was typed before" in await reader.press("slash")
        assert "/ lachin" in await reader.press("up")
        assert "/ turkey" in await reader.press("up")
        first = reader.subject
        assert "/ turkey" in await reader.press("down") and reader.subject != first
        assert "/ turkey" in await reader.press("up") and reader.subject == first
        assert "/ lachin" in await reader.press("ctrl+n")
        await reader.press("enter")
        assert reader.app.session.visit.hit == HitAt("lachin", 1)


async def test_up_typed_before_the_prompt_stands_recalls_and_another_prompt_has_its_own(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        await reader.press("slash")
        await reader.type("lachin")
        await reader.press("enter")
        for key in ("slash", "up", "x"):
            reader.app.post_message(Key(key, {"slash": "/", "up": None}.get(key, key)))
        assert "/ lachinx" in await reader.rest()
        await reader.press("escape", "colon")
        assert "lachin" not in (await reader.press("up")).splitlines()[-2]
