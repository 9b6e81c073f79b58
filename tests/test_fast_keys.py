"""Keys that come faster than screens are made end where the same keys end that come one by one."""

import pytest
from textual.events import Key

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page
from caucasus_tui.panes import router
from tests.screen import SMALL, reading

KEYS = (
    ("2", "z", "j", "j", "escape"),
    ("5", "4", "3", "escape", "j", "enter"),
    ("f", "f", "2", "tab", "f", "escape", "1"),
    ("1", "j", "j", "j", "k", "z", "z", "escape"),
    ("3", "j", "s", "escape", "escape", "escape"),
    ("5", "c", "j", "9", "escape", "G", "g"),
)


@pytest.mark.parametrize("keys", KEYS, ids=" ".join)
async def test_keys_that_come_at_once_mean_the_same(tiny: Dossier, keys: tuple[str, ...]) -> None:
    async with reading(tiny, SMALL) as slow:
        for key in keys:
            await slow.press(key)
        expected = slow.address, slow.place, await slow.rest()
    async with reading(tiny, SMALL) as fast:
        for key in keys:
            fast.app.post_message(Key(key, key if len(key) == 1 else None))
        shown = await fast.rest()
        assert (fast.address, fast.place, shown) == expected


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
