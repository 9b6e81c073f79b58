"""The picture of the map: whole names, dots for what is exact, and no line but those of the outline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from caucasus_tui.dossier.model.outline import Outline, Spot, Town
from caucasus_tui.dossier.model.records import Place
from caucasus_tui.page.map.picture import POINT, STATES
from caucasus_tui.page.map.scaled import scaled_rows
from caucasus_tui.page.rows.row import plain
from tests.pages import stops_of
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


def test_the_mark_of_a_route_stands_beside_that_of_a_place_in_the_same_cell() -> None:
    pass_ = replace(route("Pass", "west", "east", "blocked"), schematic=place("Pass", 5, 5).schematic)
    text = drawn(place("West", 5, 1), place("East", 5, 9), town("Town", 5, 5), pass_)
    assert f"Pass: blocked ×{POINT} Town" in text and "no room" not in text


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
    assert "□ beside a name: for orientation, in no source" in text
    assert "Elsewhere" not in stops_of(scaled_rows((town("Town", 5, 5),), (), outline, 78, 20))
    assert "□" not in drawn(town("Town", 5, 5))


@given(worlds(), st.sampled_from([(58, 11), (78, 19), (116, 40)]))
def test_whatever_the_places_the_picture_keeps_to_its_room(places: tuple[Place, ...], room: tuple[int, int]) -> None:
    rows = scaled_rows(places, (), SQUARE, *room)
    assert all(row.width <= room[0] for row in rows)
    shown = {found.title for found in places if found.schematic}
    text = " ".join(plain(rows).split())
    assert all(" ".join(title.split()) in text or title.split()[0] in text for title in shown)
