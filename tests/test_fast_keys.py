"""Keys that come faster than screens are made end where the same keys end that come one by one."""

import asyncio

import pytest
from textual.events import Key

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page
from caucasus_tui.panes import router
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.terminal.drawing import DrawnScreen
from caucasus_tui.tui.views import Views
from tests.screen import LARGE, SMALL, Reader, reading, session

KEYS = (
    "2 z j j esc",
    "5 4 3 esc j enter",
    "f f 2 tab f esc 1",
    "1 j j j k z z esc",
    "3 j s esc esc esc",
    "5 c j 9 esc G g",
    "5 c j",
    "5 j j enter esc j",
    "7 G",
    "a a j j",
    "8 enter J",
    "5 K J J",
    "H j enter",
    "/ f l o o d down down enter n",
    "/ f l o o d esc : w h y enter j",
    "b j esc L 7 j",
    "1 * j * C j",
    "9 + l esc",
    "0 j s j",
)
NAMED = {"esc": "escape", "/": "slash", ":": "colon", "*": "asterisk", "+": "plus"}


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("typed", KEYS)
async def test_keys_that_come_at_once_mean_the_same(tiny: Dossier, typed: str, size: tuple[int, int]) -> None:
    keys = [(NAMED.get(key, key), key if len(key) == 1 else None) for key in typed.split()]
    async with reading(tiny, size) as slow:
        for key, _ in keys:
            await slow.press(key)
        expected = slow.address, slow.place, slow.screen
    async with reading(tiny, size) as fast:
        for key, letter in keys:
            fast.app.post_message(Key(key, letter))
        shown = await fast.rest()
        assert (fast.address, fast.place, shown) == expected


@pytest.mark.parametrize("typed", ["5 c j", "/ f l o o d enter", "/ f l o o d ctrl+j", "7 G b", "a a j j"])
async def test_keys_that_come_before_the_first_picture_mean_the_same(tiny: Dossier, typed: str) -> None:
    keys = [(NAMED.get(key, key), key if len(key) == 1 else None) for key in typed.split()]
    async with reading(tiny, LARGE) as slow:
        for key, _ in keys:
            await slow.press(key)
        expected = slow.address, slow.place, slow.screen
    app = Dashboard(session(tiny))
    for key, letter in keys:
        app.post_message(Key(key, letter))
    async with app.run_test(size=LARGE) as pilot:
        early = Reader(app, pilot)
        shown = await early.rest()
        assert (early.address, early.place, shown) == expected


@pytest.mark.parametrize("typed", ["H", "R H", "5", "R z", "b", "j H"])
async def test_a_first_screen_that_is_left_before_it_is_there_is_whole_when_one_comes_back(
    tiny: Dossier, typed: str
) -> None:
    async with reading(tiny, LARGE) as reader:
        expected = await reader.press(*typed.split(), "escape")
    app = Dashboard(session(tiny))
    for key in typed.split():
        app.post_message(Key(key, key))
    async with app.run_test(size=LARGE) as pilot:
        early = Reader(app, pilot)
        await early.rest()
        assert await early.press("escape") == expected


@pytest.mark.parametrize(("key", "meant"), [("ctrl+@", "ctrl+d"), ("ctrl+j", "enter")])
async def test_what_the_terminals_line_made_of_an_early_key_means_that_key(tiny: Dossier, key: str, meant: str) -> None:
    ends = []
    for pressed in (key, meant):
        async with reading(tiny, SMALL) as reader:
            ends.append((await reader.press("5", pressed), reader.subject, reader.address))
    assert ends[0] == ends[1]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that are made, as they are."""
    addresses: list[str] = []
    page = router._page

    def counted(dossier: Dossier, address: str, lens: Lens) -> Page:
        addresses.append(address)
        return page(dossier, address, lens)

    monkeypatch.setattr(router, "_page", counted)
    return addresses


async def test_a_page_that_is_left_at_once_is_not_made(tiny: Dossier, made: list[str]) -> None:
    async with reading(tiny) as reader:
        for key in "5673":
            reader.app.post_message(Key(key, key))
        await reader.rest()
        assert reader.address == "pane:terms"
        assert not {"pane:tracks", "pane:outlook"} & set(made)


async def test_a_page_that_was_there_before_is_not_made_again(tiny: Dossier, made: list[str]) -> None:
    async with reading(tiny) as reader:
        await reader.press("5", "escape", "5", "escape")
        assert made.count("pane:why") == 1


async def test_a_pane_is_on_the_screen_before_the_detail_beside_it_is_made(
    tiny: Dossier, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caucasus_tui.tui.answering.LONGEST_BLIND", 0)
    draw = DrawnScreen.draw_now

    def drawing(screen: DrawnScreen) -> None:
        made.append("drawn")
        draw(screen)

    monkeypatch.setattr(DrawnScreen, "draw_now", drawing)
    async with reading(tiny, LARGE) as reader:
        await reader.press("8", "f")
        made.clear()
        screen = await reader.press("f")
        detail = reader.app.views.detail
        assert made.index("pane:actors") < made.index("drawn") < made.index(reader.subject)
        assert detail.page.rows[0].text.split("  ")[0] in screen


async def test_what_many_keys_at_once_have_changed_is_shown_once(
    tiny: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caucasus_tui.tui.answering.LONGEST_BLIND", 1e9)
    async with reading(tiny, SMALL) as reader:
        shown: list[str] = []
        follow = reader.app.views.follow

        def counted() -> None:
            shown.append("detail")
            follow()

        monkeypatch.setattr(reader.app.views, "follow", counted)
        for _ in range(40):
            reader.app.post_message(Key("j", "j"))
        await reader.rest()
        assert 0 < len(shown) < 10


async def test_a_key_makes_one_pane_in_a_turn_of_the_loop(tiny: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no other waits for all four; the one that keys act on comes first, and in the end all are there."""
    made: list[str] = []
    show = Views._show_pane

    def noted(views: Views, name: str) -> None:
        made.append(name)
        asyncio.get_running_loop().call_soon(made.append, "next turn")
        show(views, name)

    async with reading(tiny, LARGE) as reader:
        await reader.press("3")
        await reader.press("f")
        monkeypatch.setattr(Views, "_show_pane", noted)
        await reader.press("f")
        assert made[::2] == ["terms", "timeline", "leverage", "recommendations"] and {*made[1::2]} == {"next turn"}
        assert not reader.app.views.beside
