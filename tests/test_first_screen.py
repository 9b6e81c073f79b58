"""The first screen is the briefing: what a reader with five minutes sees of it, row by row, at both sizes."""

import asyncio

import pytest

from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.claim import cite_label, lead_of
from caucasus_tui.page.heading import title_rows
from caucasus_tui.page.lens import Lens
from tests.conftest import EDITION, TODAY
from tests.golden import Golden, read
from tests.screen import LARGE, SMALL, reading


def first_screen(size: tuple[int, int]) -> str:
    """The first screen of the edition."""

    async def opened() -> str:
        async with reading(load(EDITION).dossier, size) as reader:
            return reader.screen

    return asyncio.run(opened()) + "\n"


GOLDEN: Golden = {
    "screens/first-80x24.txt": lambda: first_screen(SMALL),
    "screens/first-120x36.txt": lambda: first_screen(LARGE),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_the_first_screen_is_as_it_was(name: str) -> None:
    assert GOLDEN[name]() == read(name)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
async def test_from_where_it_opens_all_that_has_a_date_is_in_view(real: Dossier, size: tuple[int, int]) -> None:
    """What lay ahead of the sources too, each on one row with its type, its citation and its tension."""
    async with reading(real, size) as reader:
        past, ahead, *_ = real.chronology
        at = next(number for number, event in enumerate(past) if event.ref == reader.subject)
        lines = [line for line in reader.screen.splitlines() if "↓ more" not in line]
        assert any(" as of " in line and "ahead" in line for line in lines) and ahead
        assert any("~ year inferred" in line for line in lines)
        for event in (*past[at:], *ahead):
            lead = lead_of(real, event)
            row = next(line for line in lines if event.title in line)
            assert row.index(lead.marks[0].glyph) < row.index(event.title)
            assert cite_label(real, lead.claims[0].cite) in row
            assert not lead.tensions or f"!{lead.tensions[0].id.upper()}" in row


@pytest.mark.parametrize("width", range(20, 60))
def test_as_of_and_age_are_whole_on_the_narrowest_screen(edition: Dossier, width: int) -> None:
    rows = title_rows(edition, Lens(width=width, today=TODAY))
    shown = " ".join(" ".join(row.text for row in rows).split())
    assert all(row.width <= width for row in rows)
    assert "26 Sep – 10 Oct 2023" in shown and " old" in shown
