"""The map: every name whole, nothing over anything, a plan dashed, and no line through a place it does not touch."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.frame_words import RouteWord
from caucasus_tui.dossier.model.links import PlaceId
from caucasus_tui.dossier.model.records import Place
from caucasus_tui.dossier.model.records.actors import Coordinates, Joins, RouteState
from caucasus_tui.page.map import LEAST_WIDTH, map_rows, status_words
from caucasus_tui.page.map.layout import placed
from caucasus_tui.page.rows.ascii import TABLE
from caucasus_tui.page.rows.row import Row, plain
from tests.pages import stops_of

DASHES, DOTS = set("╌╎"), set("┈┊")
LINES = DASHES | DOTS | set("─│┌┐└┘┼×")


def place(name: str, lat: float | None = None, lon: float = 0.0, *, part_of: str | None = None) -> Place:
    schematic = None if lat is None else Coordinates(lat=lat, lon=lon, origin="test")
    within = PlaceId(part_of) if part_of else None
    return Place(id=name.lower(), title=name, form="state", precision="state", schematic=schematic, part_of=within)


def route(name: str, start: str, end: str, *states: str, through: tuple[str, ...] = ()) -> Place:
    joins = Joins(start=PlaceId(start), end=PlaceId(end), through=tuple(map(PlaceId, through)))
    status = tuple(RouteState(state=RouteWord(state), text="So it is said.", cites=()) for state in states)
    return Place(id=name.lower(), title=name, form="route", precision="corridor", joins=joins, status=status)


def drawn(*places: Place, width: int = 78) -> str:
    return plain(map_rows(places, width))


def test_north_is_up_and_east_is_right() -> None:
    lines = drawn(place("North", 9, 5), place("West", 5, 0), place("East", 5, 10), place("South", 1, 5)).splitlines()
    rows = {
        name: next(n for n, line in enumerate(lines) if name in line) for name in ("North", "West", "East", "South")
    }
    assert rows["North"] < rows["West"] == rows["East"] < rows["South"]
    assert lines[rows["West"]].index("West") < lines[rows["West"]].index("East")


def test_a_route_stands_on_its_line_with_its_words() -> None:
    text = drawn(place("A", 1, 0), place("B", 1, 9), route("Road", "a", "b", "open"))
    assert "─ Road: open ─" in text
    assert drawn(place("A", 1, 0), place("B", 1, 9), route("Road", "a", "b", "planned")).count("╌ Road: planned ╌") == 1
    assert "× Road: blocked ×" in drawn(place("A", 1, 0), place("B", 1, 9), route("Road", "a", "b", "blocked"))


def test_a_plan_has_no_solid_line_and_a_road_no_dash() -> None:
    places = place("Alpha", 9, 0), place("Beta", 1, 9)
    planned = drawn(*places, route("Road", "alpha", "beta", "planned"))
    assert DASHES & set(planned)
    assert not set("─│") & set(planned)
    assert not DASHES & set(drawn(*places, route("Road", "alpha", "beta", "open")))


def test_what_is_not_stated_is_drawn_neither_as_a_road_nor_as_a_plan() -> None:
    places = place("Alpha", 9, 0), place("Beta", 1, 9)
    for states in ((), ("not-stated",), ("open", "not-stated"), ("secured-on-paper",)):
        text = drawn(*places, route("Road", "alpha", "beta", *states))
        assert DOTS & set(text)
        assert not (DASHES | set("─│×")) & set(text)


def test_the_newest_state_counts_and_what_was_not_attempted_stays_a_plan() -> None:
    places = place("Alpha", 9, 0), place("Beta", 1, 9)
    assert not DASHES & set(drawn(*places, route("Road", "alpha", "beta", "planned", "open")))
    assert DASHES & set(drawn(*places, route("Road", "alpha", "beta", "planned", "not-attempted")))
    assert "×" in drawn(*places, route("Road", "alpha", "beta", "open", "closed"))


def test_the_text_of_a_state_has_no_say_in_how_a_route_is_drawn() -> None:
    road = route("Road", "alpha", "beta", "open")
    said = replace(road, status=(replace(road.status[0], text="blocked: planned, closed."),))
    places = place("Alpha", 9, 0), place("Beta", 1, 9)
    assert drawn(*places, said) == drawn(*places, road)


def test_lines_are_told_apart_in_ascii_too() -> None:
    strokes = [{TABLE[stroke] for stroke in strokes} for strokes in (DASHES, DOTS, set("─│"))]
    assert len(set.union(*strokes)) == sum(map(len, strokes))


def test_a_route_passes_the_places_that_it_passes() -> None:
    places = place("North", 9, 0), place("Middle", 5, 9), place("South", 1, 0)
    assert "─ Middle" in drawn(*places, route("Road", "north", "south", "open", through=("middle",)))
    assert "─ Middle" not in drawn(*places, route("Road", "north", "south", "open"))


def test_what_lies_inside_another_place_stands_below_its_name() -> None:
    text = drawn(place("State", 5, 0), place("Region", part_of="state"), place("Town", 5.1, 1, part_of="region"))
    assert text == "State\nRegion › Town\n"


def test_a_place_inside_another_that_a_route_touches_stands_on_its_own() -> None:
    text = drawn(place("State", 5, 0), place("Exclave", 1, 9, part_of="state"), route("Link", "state", "exclave"))
    assert "Exclave" in text.splitlines()[-1]
    assert "Link" in text


def test_what_finds_no_room_is_said() -> None:
    crowd = [place(f"Place-with-a-long-name-{n}", n % 3, n) for n in range(12)]
    roads = [route(f"Road{n}", crowd[n].id, crowd[n + 5].id, "blocked") for n in range(6)]
    text = drawn(*crowd, *roads)
    for road in roads:
        assert road.title in text


def test_a_route_to_nowhere_harms_nothing() -> None:
    assert "Road" in drawn(place("A", 1, 0), route("Road", "a", "nowhere"))
    assert drawn() == ""
    assert drawn(route("Road", "x", "y")) == ""
    assert drawn(place("A", 1, 0), place("B", 1, 9), width=LEAST_WIDTH - 1) == ""


NAMES = st.sampled_from(["Alpha", "Beta town", "Gamma-on-the-Water", "Đelta", "中央", "Հայ", "Heights District"])
DEGREES = st.floats(-10, 10, allow_nan=False)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Place, ...]:
    """Places anywhere, some inside others, and routes between them."""
    count = draw(st.integers(1, 9))
    number = st.integers(0, count - 1)
    places = []
    for index in range(count):
        schematic = draw(st.none() | st.builds(Coordinates, lat=DEGREES, lon=DEGREES, origin=st.just("test")))
        part_of = draw(st.none() | number.map(lambda number: PlaceId(f"p{number}")))
        title = f"{draw(NAMES)} {index}"
        places.append(
            Place(id=f"p{index}", title=title, form="state", precision="state", schematic=schematic, part_of=part_of)
        )
    ends = draw(st.lists(st.tuples(number, number), max_size=5))
    words = st.lists(st.sampled_from(RouteWord.known), max_size=2, unique=True)
    for index, (start, end) in enumerate(ends):
        places.append(route(f"Road-{index}", f"p{start}", f"p{end}", *draw(words)))
    return tuple(places)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds(), st.sampled_from([LEAST_WIDTH, 78, 116]))
def test_whatever_the_places_names_stay_whole_and_within_the_width(places: tuple[Place, ...], width: int) -> None:
    rows = map_rows(places, width)
    nodes = placed(places, min(width, 110), 1)
    text = plain(rows)
    for line in rows:
        assert line.width <= width
    for node in nodes if rows else []:
        for names in node.lines:
            assert " › ".join(name.title for name in names) in text
    for road in places if rows else []:
        assert road.joins is None or road.title in text
    taken: set[tuple[int, int]] = set()
    for node in nodes:
        cells = {(x, y) for x in range(node.x, node.x + node.width) for y in range(node.y, node.y + node.height)}
        assert not cells & taken
        taken |= cells


def bundled_map(real: Dossier, width: int = 78) -> tuple[Row, ...]:
    return map_rows(real.places, width)


def test_every_node_and_route_of_the_bundled_map_can_be_selected(real: Dossier) -> None:
    shown = stops_of(bundled_map(real))
    for found in real.places:
        if found.joins or found.schematic:
            assert found.ref in shown


def test_the_link_to_nakhichevan_is_dashed_and_touches_nothing_of_armenia(edition: Dossier) -> None:
    for width in (LEAST_WIDTH, 78, 100, 116, 150):
        rows = bundled_map(edition, width)
        dashed = [n for n, line in enumerate(rows) if DASHES & set(line.text)]
        level = next(line.text for line in rows if "Nakhichevan ╌" in line.text)
        assert not set(level[: level.rindex("╌")]) & set("─│┌┼×")
        armenia = [n for n, line in enumerate(rows) if "Armenia" in line.text or "Syunik" in line.text]
        for n in set(dashed) & set(armenia):
            # On the rows of Armenia and Syunik there is nothing of the link but its way down from Azerbaijan.
            assert min(rows[n].text.index(mark) for mark in DASHES if mark in rows[n].text) > width // 2
        assert max(armenia) < min(n for n, line in enumerate(rows) if "Nakhichevan ╌" in line.text)


def test_routes_carry_the_words_of_the_data(real: Dossier) -> None:
    text = plain(bundled_map(real))
    for found in real.places:
        if found.joins:
            for word in status_words(found):
                assert word in text
    assert {"blocked", "secured on paper", "planned"} <= {word for p in real.places for word in status_words(p)}


def test_the_bundled_map_fits_a_small_terminal_without_scrolling(real: Dossier) -> None:
    assert len(bundled_map(real)) <= 9
