"""The map to scale on its page and its screen: whose it is, when it is read, and how one goes over it."""

import shutil
import sys
from pathlib import Path

import pytest

from caucasus_tui.cli import main
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.outline_file import NO_OUTLINE, OutlineFile
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.map.map_section import MAP
from caucasus_tui.page.rows import cursor
from caucasus_tui.page.rows.row import Page, Span
from caucasus_tui.session.history import Visit
from caucasus_tui.session.library import Library
from caucasus_tui.session.session import Session
from caucasus_tui.session.taking import brief_of_screen
from caucasus_tui.tui.app import Dashboard
from tests.conftest import TODAY
from tests.pages import page_of, row, stops, text_of
from tests.screen import Reader, session
from tests.test_map_to_scale import ink
from tests.test_outline import beside, collection, feature


def test_the_small_dossier_with_a_tiny_outline_has_a_map(tiny: Dossier) -> None:
    page = page_of(tiny, "names", pick=MAP, picture=20, outline=OutlineFile(Path(__file__).parent / "tiny"))
    text = text_of(page)
    assert ink(text) and "not a position on any border" in text
    assert page.to_height


def test_the_bundled_map_says_whose_lines_it_has_and_names_no_country_but_those_of_the_sources(real: Dossier) -> None:
    outline = OutlineFile(bundled())
    for width, height in ((58, 13), (78, 20), (98, 26), (118, 32), (198, 55)):
        page = page_of(real, "names", pick=MAP, width=width, picture=height, outline=outline)
        text = text_of(page)
        assert ink(text) and "Natural Earth, public domain; not a position on any border" in " ".join(text.split())
        titles = {found.title for found in real.places}
        for country in {"Georgia", "Turkey", "Iraq", "Syria", "Kazakhstan", "Armenia", "Iran", "Russia"} - titles:
            assert country not in text
        assert {found.ref for found in real.places} <= stops(page)
        link = next(found for found in real.places if found.id == "nakhichevan-link")
        assert text.count("to Nakhichevan") == text.count("to Azerbaijan") == 1 and link.ref in stops(page)


def test_names_in_an_outline_are_never_printed(tiny: Dossier, tmp_path: Path) -> None:
    line = {"type": "LineString", "coordinates": [[8, 47], [8.2, 47.3]]}
    outline = beside(tmp_path, collection(feature(line, between=["Elbonia"], name="Elbonia"), attribution="Ours"))
    text = text_of(page_of(tiny, "names", picture=20, outline=outline))
    assert ink(text) and "Elbonia" not in text


def test_the_schematic_stays_where_there_is_no_outline_no_room_or_no_dots(real: Dossier, tmp_path: Path) -> None:
    for lens in (
        {"picture": 20, "outline": NO_OUTLINE},
        {"picture": 0, "outline": OutlineFile(bundled())},
        {"picture": 20, "outline": OutlineFile(bundled()), "width": 50},
        {"picture": 20, "outline": beside(tmp_path, b"{")},
    ):
        text = text_of(page_of(real, "names", pick=MAP, **lens))
        assert not ink(text) and ("not to scale" in text or "Too narrow" in text)
    assert "data/outline.geojson:1:2: is no JSON" in text


def test_nothing_is_opened_before_the_map_is_drawn(real: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    outline = OutlineFile(bundled())

    def noted(path: Path, limit: int, form: str) -> bytes:
        opened.append(str(path))
        return path.read_bytes()

    monkeypatch.setattr("caucasus_tui.dossier.loading.outline_file.read_bytes", noted)
    for name in ("timeline", "leverage", "actors", "sources"):
        page_of(real, name, picture=20, outline=outline)
    page_of(real, "names", outline=outline)
    page_of(real, "names", picture=20, pick="section:p", outline=outline)
    assert not opened
    for _ in range(2):
        page_of(real, "names", picture=20, outline=outline)
    assert len(opened) == 1


async def test_the_screen_draws_it_to_its_size_and_every_place_keeps_its_address(real: Dossier) -> None:
    here = session(real, "names")
    here.outline = OutlineFile(bundled())
    app = Dashboard(here)
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        small = await reader.press("m")
        assert ink(small) and "Natural Earth" in small and "to scale" in small
        assert reader.subject == "place:nagorno-karabakh"
        await reader.press("enter")
        assert reader.address == "place:nagorno-karabakh"
        assert await reader.press("escape") == small
        await reader.pilot.resize_terminal(120, 40)
        large = await reader.rest()
        assert len([line for line in large.splitlines() if ink(line)]) > 25
        assert reader.subject == "place:nagorno-karabakh"
        await reader.pilot.resize_terminal(80, 24)
        assert await reader.rest() == small
        await reader.pilot.resize_terminal(59, 17)
        assert not ink(await reader.rest())


def test_every_stop_of_the_map_can_be_reached_by_going_its_way(real: Dossier) -> None:
    outline = OutlineFile(bundled())
    for width, height in ((58, 13), (78, 20), (118, 32), (198, 55)):
        page = page_of(real, "names", pick=MAP, width=width, picture=height, outline=outline)
        seen: set[tuple[int, int]] = set()
        ahead = [cursor.opening(page, 1000)]
        while ahead:
            here = ahead.pop()
            if here[:2] not in seen:
                seen.add(here[:2])
                ahead += [cursor.up_or_down(page, here, step, 1000) for step in (1, -1)]
                ahead += [cursor.sideways(page, here, step) for step in (1, -1)]
        stops_there = {(row, at) for row, line in enumerate(page.rows) for at in range(len(line.stops()))}
        assert seen == stops_there


def test_the_cursor_goes_to_the_nearest_stop_that_way() -> None:
    named = ((0, "North"), (40, "Aside"), (3, "Near"), (0, "West"), (18, "East"))
    page = Page("", [row(" " * at, Span(name, "text", name)) for at, name in named], plane=5)
    north, near, west, east = (cursor.CursorPosition(at) for at in (0, 2, 3, 4))
    assert cursor.up_or_down(page, north, 1, 10).row == 2
    assert cursor.up_or_down(page, west, -1, 10).row == 2
    assert cursor.sideways(page, west, 1).row == 2
    assert cursor.sideways(page, near, 1).row == 4
    assert cursor.sideways(page, east, 1).row == 1
    flat = page._replace(plane=0)
    assert cursor.up_or_down(flat, north, 1, 10).row == 1


async def test_plus_draws_it_larger_round_the_cursor_and_minus_and_escape_take_that_back(real: Dossier) -> None:
    here = session(real, "names")
    here.outline = OutlineFile(bundled())
    app = Dashboard(here)
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        whole = await reader.press("m")
        larger = await reader.press("plus")
        assert reader.subject == "place:nagorno-karabakh"
        assert "beyond the edge:" in larger and larger != whole
        assert await reader.press("minus") == whole
        await reader.press("plus", "escape")
        assert "200 km" in reader.screen
        await reader.press("plus", "m")
        assert "only: Map" not in reader.screen
        await reader.pilot.resize_terminal(80, 17)
        assert not ink(await reader.rest())
        await reader.pilot.resize_terminal(80, 24)
        assert ink(await reader.rest())


def test_starting_printing_and_other_screens_open_no_outline(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(shutil.copytree(Path(__file__).parent / "tiny", tmp_path / "tiny"))
    opened: list[str] = []
    sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" and given else None)
    read = Library(cache=str(tmp_path / "cache")).read(folder)
    here = Session(read.dossier, clock=lambda: TODAY, outline=read.outline)
    here.page(here.visit, 80, 20, 20)
    for arguments in (["brief"], ["show", "pane:names"], ["timeline"]):
        assert main(["--dossier", folder, *arguments]) == 0
    assert any("places.yaml" in name for name in opened)
    assert not [name for name in opened if "outline.geojson" in name]
    here.page(Visit("pane:names"), 80, 20, 20)
    assert len([name for name in opened if "outline.geojson" in name]) == 1


def test_what_is_on_the_map_is_what_is_exported_from_it(real: Dossier) -> None:
    here = Session(real, clock=lambda: TODAY, start="pane:names", outline=OutlineFile(bundled()))
    for width, height in ((78, 20), (118, 32)):
        page = here.page(Visit("pane:names", pick=MAP), width, height, height)
        brief, _ = brief_of_screen(here, page)
        shown = {found.ref for found in real.places if found.schematic or found.status}
        assert brief and shown <= {line.about for line in brief.sections[0].lines}
