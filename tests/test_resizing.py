"""Another size of the terminal: each page in sight is made once, for the room that it ends up with."""

from collections import Counter

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.row import Page
from caucasus_tui.session.history import Visit
from caucasus_tui.session.session import Session
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.reading import Reading
from tests.screen import LARGE, SMALL, Reader, reading

SIZES = ((200, 60), (100, 30), SMALL, (60, 20), (200, 20), LARGE)
Made = Counter[tuple[str, int, int]]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """How often a page was asked for, by address, width and height; from its second time on it is kept."""
    found: Made = Counter()
    page, section_page = Session.page, Reading.section_page

    def counted(self: Session, visit: Visit, width: int, height: int = 0, picture: int = 0) -> Page:
        found[visit.address, width, height] += 1
        return page(self, visit, width, height, picture)

    def section_counted(self: Reading, width: int, room: int = 0) -> Page:
        found["", width, room] += 1
        return section_page(self, width, room)

    monkeypatch.setattr(Session, "page", counted)
    monkeypatch.setattr(Reading, "section_page", section_counted)
    return found


def in_sight(reader: Reader) -> list[PageView]:
    views = reader.app.screen.query(PageView)
    return [view for view in views if view.region and view.id not in BARS]


BARS = ("title", "line", "tabs", "footer", "problems", "reading-title", "reading-progress", "reading-keys")


async def resized(reader: Reader, size: tuple[int, int]) -> str:
    await reader.pilot.resize_terminal(*size)
    return await reader.rest()


@pytest.mark.parametrize("keys", ["1", "2", "6", "2 z", "3 j enter", "a", "0"])
async def test_a_resize_makes_each_page_in_sight_once_for_its_room(tiny: Dossier, made: Made, keys: str) -> None:
    async with reading(tiny, LARGE) as reader:
        await reader.press(*keys.split())
        for size in SIZES:
            made.clear()
            await resized(reader, size)
            pages = {(address, width) for address, width, _ in made}
            assert len(made) == len(pages)
            assert len(made) <= len(in_sight(reader))


@pytest.mark.parametrize("keys", ["1", "2", "6", "0"])
async def test_after_a_resize_the_detail_is_seen_from_its_top(tiny: Dossier, keys: str) -> None:
    async with reading(tiny, LARGE) as reader:
        await reader.press(*keys.split())
        for size in SIZES:
            await resized(reader, size)
            assert reader.app.views.view("detail").position.top == 0


async def test_a_resize_makes_what_is_read_once(tiny: Dossier, made: Made) -> None:
    async with reading(tiny, LARGE) as reader:
        await reader.press("b")
        assert reader.app.views.overlays
        for size in ((200, 60), SMALL):
            made.clear()
            await resized(reader, size)
            assert [count for (address, _, _), count in made.items() if not address] == [1]


@pytest.mark.parametrize(("key", "said"), [("f", "w who"), ("y", "Sent:"), ("e", "md")])
async def test_after_a_resize_the_bottom_row_says_what_it_said(tiny: Dossier, key: str, said: str) -> None:
    async with reading(tiny, SIZES[1]) as reader:
        assert said in (await reader.press(key)).splitlines()[-1]
        for size in (LARGE, SMALL, SIZES[1]):
            assert said in (await resized(reader, size)).splitlines()[-1]
