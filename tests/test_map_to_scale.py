"""The map to scale: true distances, whole names, nothing over anything, and no line but those of the outline."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.outline_file import NO_OUTLINE, OutlineFile
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.outline import Outline, Spot, Town
from caucasus_tui.dossier.model.records import Place
from caucasus_tui.page.map.braille import inked
from caucasus_tui.page.map.clipping import clipped, visible
from caucasus_tui.page.map.lettering import Label, Sheet
from caucasus_tui.page.map.map_section import MAP
from caucasus_tui.page.map.picture import POINT, STATES, picture
from caucasus_tui.page.map.projection import KM_A_DEGREE, Dot, fitted
from caucasus_tui.page.map.scaled import scaled_rows
from caucasus_tui.page.rows import cursor
from caucasus_tui.page.rows.row import Page, Row, Span, plain, row
from caucasus_tui.page.rows.widths import cell_width
from caucasus_tui.tui.app import Dashboard
from tests.pages import page_of, stops, stops_of, text_of
from tests.screen import Reader, session
from tests.test_outline import beside, collection, feature
from tests.test_page_map import place, route, worlds

BRAILLE = {chr(0x2800 + mask) for mask in range(1, 256)}
SQUARE = Outline(lines=((Spot(0, 0), Spot(10, 0), Spot(10, 10), Spot(0, 10), Spot(0, 0)),), attribution="Ours, free")
PLAIN = Outline()


def town(name: str, lat: float, lon: float, **more: object) -> Place:
    return replace(place(name, lat, lon), precision="locality", **more)


def drawn(*places: Place, outline: Outline = SQUARE, width: int = 78, height: int = 20) -> str:
    return plain(scaled_rows(places, (), outline, width, height))


def ink(text: str) -> set[str]:
    return BRAILLE & set(text)


# Projection and clipping


def test_a_degree_of_latitude_is_as_long_as_it_is_and_one_of_longitude_half_as_long_at_sixty() -> None:
    view = fitted([Spot(10, 59), Spot(12, 61)], [], 200, 200)
    one, north, east = view.at(Spot(10, 60)), view.at(Spot(10, 61)), view.at(Spot(11, 60))
    assert one.y - north.y == pytest.approx(1 / view.step)
    assert east.x - one.x == pytest.approx(0.5 / view.step)
    assert (one.x, one.y) == pytest.approx((north.x, east.y))
    shown = picture((place("A", 59, 10), place("B", 61, 12)), (), PLAIN, 100, 50)
    assert shown and shown.km / shown.bar == pytest.approx(view.step * 2 * KM_A_DEGREE, rel=0.2)


def test_what_lies_on_both_sides_of_the_antimeridian_is_near_and_no_line_runs_round_the_back() -> None:
    view = fitted([Spot(179, -17), Spot(-179, -18)], [], 100, 100)
    assert 0 < view.at(Spot(179, -17)).x < view.at(Spot(-179, -18)).x < 100
    across = (Spot(179.5, -17), Spot(-179.5, -17))
    assert len(list(visible(across, view))) == 1
    away = fitted([Spot(-1, 0), Spot(1, 0)], [], 100, 100)
    assert not list(visible(across, away))
    assert not list(visible((Spot(179.9, -0.1), Spot(-179.9, 0.1)), away))


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=5))
def test_wherever_places_are_all_of_them_are_in_view(places: list[tuple[float, float]]) -> None:
    spots = [Spot(*found) for found in places]
    view = fitted(spots, [], 120, 80)
    assert 0 < view.width <= 120 and 0 < view.height <= 80
    for spot in spots:
        assert -1 <= view.at(spot).x <= view.width + 1 and -1 <= view.at(spot).y <= view.height + 1


FLOATS = st.floats(-50, 150, allow_nan=False)


@given(FLOATS, FLOATS, FLOATS, FLOATS)
def test_what_is_clipped_lies_in_the_window_and_on_the_line(ax: float, ay: float, bx: float, by: float) -> None:
    found = clipped(Dot(ax, ay), Dot(bx, by), 100, 60)
    for dot in found or ():
        assert -1e-6 <= dot.x <= 100 + 1e-6 and -1e-6 <= dot.y <= 60 + 1e-6
        assert abs((bx - ax) * (dot.y - ay) - (by - ay) * (dot.x - ax)) < 1e-6 * (1 + (bx - ax) ** 2 + (by - ay) ** 2)
    if 0 <= ax <= 100 and 0 <= ay <= 60:
        assert found and found[0] == (ax, ay)


def test_a_line_past_the_window_leaves_nothing_and_one_through_it_its_middle() -> None:
    assert clipped(Dot(-5, 2), Dot(10, -10), 100, 60) is None
    assert clipped(Dot(-10, 30), Dot(110, 30), 100, 60) == (Dot(0, 30), Dot(100, 30))


def test_dots_stand_where_the_line_runs() -> None:
    assert inked([[Dot(0, 0), Dot(3, 0)]]) == {(0, 0): "⠉", (1, 0): "⠉"}
    assert inked([[Dot(1, 0), Dot(1, 7)]]) == {(0, 0): "⢸", (0, 1): "⢸"}


# Lettering


@st.composite
def crowds(draw: st.DrawFn) -> list[Label]:
    cell = st.tuples(st.integers(0, 39), st.integers(0, 9))
    names = st.sampled_from(["A", "Beta town", "Gamma-on-the-Water", "中央", "Հայ"])
    labels = []
    for index in range(draw(st.integers(1, 12))):
        x, y = draw(cell)
        mark = draw(st.sampled_from(["", POINT, "□"]))
        labels.append(Label((draw(names),), "text", f"place:{index}", x, y, mark, (4, 2), optional=mark == "□"))
    return labels


@given(crowds(), st.sets(st.tuples(st.integers(0, 39), st.integers(0, 9)), max_size=40))
def test_labels_never_overlap_and_none_is_lost(labels: list[Label], lines: set[tuple[int, int]]) -> None:
    sheets = [Sheet(40, 10, lines), Sheet(40, 10, lines)]
    for sheet in sheets:
        sheet.reserve(label for label in labels if not label.optional)
        for label in labels:
            sheet.place(label)
    sheet = sheets[0]
    assert sheet.placed == sheets[1].placed
    taken: set[tuple[int, int]] = set()
    for found in sheet.placed:
        cells = {(found.x + at, found.y) for at in range(cell_width(found.text))}
        cells |= {(found.label.x, found.label.y)} if found.label.mark else set()
        assert not cells & taken and all(0 <= x < 40 and 0 <= y < 10 for x, y in cells)
        taken |= cells
    told = {found.label.subject for found in sheet.placed} | {label.subject for label in sheet.left_out}
    assert {label.subject for label in labels if not label.optional} <= told
    numbers = [found.text for found in sheet.placed if found.text.isdigit()]
    assert sorted(map(int, numbers)) == list(range(1, len(sheet.numbered) + 1))


def test_a_name_stands_next_to_no_mark_but_its_own() -> None:
    sheet = Sheet(20, 1, ())
    first, second = (Label((name,), "text", name, x, 0, POINT) for name, x in (("One", 5), ("Two", 8)))
    sheet.reserve([first, second])
    assert sheet.place(first) and sheet.placed[0].x == 1
    assert sheet.place(second) and sheet.placed[1].x == 10


# The picture


def test_a_dot_stands_for_a_point_or_a_locality_and_for_nothing_else() -> None:
    text = drawn(town("Town", 5, 5), place("State", 6, 3), replace(place("Region", 4, 7), precision="region"))
    assert text.count(POINT) == 1 and f"{POINT} Town" in text
    assert "State" in text and "Region" in text


def test_a_route_without_a_course_is_two_ends_that_name_each_other_and_never_a_line() -> None:
    places = place("West", 5, 1), place("Middle", 5, 5), place("East", 5, 9)
    link = route("Link", "west", "east", "planned", through=("middle",))
    text = drawn(*places, link, outline=PLAIN, width=100)
    assert f"{STATES['planned']} to East: planned" in text and f"{STATES['planned']} to West: planned" in text
    assert not ink(text) and not set("─╌┈│╎┊┄") & set(text.partition("outlines")[0])
    row = next(line for line in text.splitlines() if "Middle" in line)
    assert "to West" not in row and "to East" not in row


@pytest.mark.parametrize("state", ["open", "planned", "blocked", "not-stated"])
def test_each_state_of_a_route_has_a_sign_of_its_own_that_is_explained(state: str) -> None:
    assert len(set(STATES.values())) == len(STATES)
    sign = STATES[state]  # type: ignore[index]
    text = drawn(place("West", 5, 1), place("East", 5, 9), route("Link", "west", "east", state))
    assert text.count(f"{sign} to ") == 2 and f"{sign} {state.replace('-', ' ')}:" in text


def test_a_route_with_a_point_is_a_mark_there_with_its_newest_state() -> None:
    where = place("Pass", 5, 5).schematic
    pass_ = replace(route("Pass", "west", "east", "open", "blocked"), schematic=where)
    text = drawn(place("West", 5, 1), place("East", 5, 9), pass_)
    assert "× Pass: blocked" in text and "to East" not in text


def test_what_is_beyond_the_edge_stands_at_it_behind_an_arrow() -> None:
    inside = place("Land", 5, 5), town("Town", 5, 5.5, part_of="land")
    rows = drawn(*inside, place("North", 60, 5), place("South", -60, 5)).splitlines()
    assert "↑ North" in rows[0]
    assert any("↓ South" in row for row in rows)


def test_what_finds_no_room_is_numbered_or_named_below() -> None:
    crowd = [town(f"Place-with-a-long-name-{n}", 5 + n / 100, 5 + n / 50) for n in range(9)]
    text = drawn(*crowd)
    for found in crowd:
        assert found.title in text
    assert "no room for" in " ".join(text.split())


def test_a_town_for_orientation_carries_our_mark_and_stands_back_for_a_place_of_the_dossier() -> None:
    outline = Outline(lines=SQUARE.lines, towns=(Town("Elsewhere", Spot(7, 7)), Town("town", Spot(5, 5))))
    text = drawn(town("Town", 5, 5), place("State", 8, 2), outline=outline)
    assert "□ Elsewhere" in text and "□ town" not in text
    assert "□ before a name: for orientation, in no source" in text
    assert "Elsewhere" not in stops_of(scaled_rows((town("Town", 5, 5),), (), outline, 78, 20))
    assert "□" not in drawn(town("Town", 5, 5))


@given(worlds(), st.sampled_from([(58, 11), (78, 19), (116, 40)]))
def test_whatever_the_places_the_picture_keeps_to_its_room(places: tuple[Place, ...], room: tuple[int, int]) -> None:
    rows = scaled_rows(places, (), SQUARE, *room)
    assert all(row.width <= room[0] for row in rows)
    shown = {found.title for found in places if found.schematic}
    text = " ".join(plain(rows).split())
    assert all(" ".join(title.split()) in text or title.split()[0] in text for title in shown)


# The page


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

    def noted(path: Path, limit: int) -> bytes:
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
    rows = [
        row(Span("North", "text", "n")),
        Row(),
        row("   ", Span("Near", "text", "x")),
        row(Span("West", "text", "w")),
    ]
    rows.append(row("                  ", Span("East", "text", "e")))
    page = Page("", rows, plane=5)
    north = cursor.first(page)
    assert cursor.up_or_down(page, north, 1, 10).row == 2
    assert cursor.sideways(page, cursor.CursorPosition(3), 1).row == 2
    assert cursor.sideways(page, cursor.CursorPosition(2), 1).row == 4
    assert cursor.sideways(page, cursor.CursorPosition(4), 1).row == 4


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
