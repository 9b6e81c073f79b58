"""Where things stand on the map: true distances, lines cut at the window, labels that never overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caucasus_tui.dossier.model.outline import Outline, Spot
from caucasus_tui.page.map.braille import inked
from caucasus_tui.page.map.clipping import clipped, visible
from caucasus_tui.page.map.lettering import Label, Sheet
from caucasus_tui.page.map.picture import AS_A_WHOLE, POINT, Closer, Picture, picture
from caucasus_tui.page.map.projection import KM_A_DEGREE, Dot, fitted
from caucasus_tui.page.rows.widths import cell_width
from tests.test_page_map import place, route

PLAIN = Outline()


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


@pytest.mark.parametrize("near", ["", "place:east", "place:west"])
def test_a_map_across_the_antimeridian_is_the_one_that_it_would_be_elsewhere(near: str) -> None:
    def drawn(middle: int) -> Picture | None:
        def at(east: int) -> float:
            return (middle + east + 180) % 360 - 180

        places = place("west", -17, at(-2)), place("east", -18, at(2)), route("Link", "west", "east", "planned")
        coast = Outline(lines=tuple((Spot(at(-east), -20), Spot(at(east), -15)) for east in (1, 3, 5)))
        return picture(places, (), coast, 150, 20, Closer(2, near) if near else AS_A_WHOLE)

    here = drawn(0)
    assert here and here.ink and drawn(180) == here


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
    first, second = (Label((name,), "text", name, x, 0, POINT) for name, x in (("One", 5), ("Two", 11)))
    sheet.reserve([first, second])
    assert sheet.place(first) and sheet.placed[0].x == 1
    assert sheet.place(second) and sheet.placed[1].x == 13
