"""Lanes, groups of levers, kinds of source, states of routes, headings are the dossier's; defaults are neutral."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import DossierError
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import plain
from caucasus_tui.page.rows.widths import cell_width
from caucasus_tui.panes import PANES
from caucasus_tui.panes.router import page_at
from caucasus_tui.tui.bars import tab_row
from tests.briefs import brief_of
from tests.conftest import TODAY

TINY = Path(__file__).parent / "tiny"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "tiny")
    return tmp_path / "tiny"


def edit(folder: Path, file: str, before: str, after: str) -> None:
    path = folder / file
    assert before in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")


def add(folder: Path, text: str) -> None:
    edit(folder, "data/dossier.yaml", "title:", f"{text}\ntitle:")


def shown(dossier: Dossier, address: str, **lens: object) -> str:
    return plain(page_at(dossier, address, Lens(today=TODAY, **{"width": 110, **lens})).rows)  # type: ignore[arg-type]


def test_a_lane_of_ones_own_comes_first(folder: Path) -> None:
    add(folder, "lanes: [water]")
    edit(folder, "data/events.yaml", "lane: economic", "lane: water")
    lines = shown(load(folder).dossier, "pane:timeline", zoomed=True).splitlines()
    lanes = [line.split()[0] for line in lines if line[:1].isalpha()]
    assert lanes[0] == "water" and "humanitarian" in lanes


def test_a_word_that_nobody_declared_is_an_error_with_the_remedy(folder: Path) -> None:
    edit(folder, "data/events.yaml", "lane: diplomatic", "lane: water")
    with pytest.raises(DossierError) as raised:
        load(folder)
    (problem,) = raised.value.problems
    assert str(problem).startswith("data/events.yaml:") and "add it to lanes in data/dossier.yaml" in problem.message


@pytest.mark.parametrize("lane", ["technical", "legal", "domestic"])
def test_lanes_that_fit_any_dispute_are_known(folder: Path, lane: str) -> None:
    edit(folder, "data/events.yaml", "lane: diplomatic", f"lane: {lane}")
    assert not load(folder).dossier.todo


def test_a_kind_of_source_of_ones_own_is_shown(folder: Path) -> None:
    add(folder, "source_forms: sermon")
    edit(folder, "seeds/valley-letter.yaml", "form: commentary", "form: sermon")
    assert "sermon" in shown(load(folder).dossier, "pane:sources")


def test_levers_stand_in_one_list_unless_the_dossier_groups_them(folder: Path, tiny: Dossier, real: Dossier) -> None:
    upon = "target:lower-mill"
    assert "restrain" not in shown(tiny, "pane:leverage", pick=upon)
    add(folder, "lever_groups: {soften: [induce, bargain], press: coerce}")
    text = shown(load(folder).dossier, "pane:leverage", pick=upon)
    assert "soften Lower Mill" in text
    assert "can restrain Azerbaijan" in shown(real, "pane:leverage", pick="target:azerbaijan")


def test_no_lever_is_lost_by_groups(real: Dossier) -> None:
    plainly = replace(real, about=replace(real.about, lever_groups={}))
    for pick in ("target:azerbaijan", "target:armenia"):
        with_groups, without = (
            page_at(d, "pane:leverage", Lens(width=110, pick=pick, today=TODAY)) for d in (real, plainly)
        )
        assert {row.subject for row in with_groups.rows} == {row.subject for row in without.rows}


@pytest.mark.parametrize("line", ["planned", "blocked"])
def test_a_state_of_a_route_of_ones_own_is_drawn_as_the_dossier_says(folder: Path, line: str) -> None:
    edit(folder, "data/places.yaml", "state: closed, word: closed to carts", "state: ferried")
    add(folder, f"route_states: {{ferried: {line}}}")
    text = shown(load(folder).dossier, "pane:names")
    assert "Stone bridge: ferried" in text and ("× Stone bridge" in text) == (line == "blocked")


def test_headings_of_a_brief_are_the_dossiers(folder: Path) -> None:
    add(folder, 'section_titles: {levers: "What could be done"}')
    titles = [section.title for section in brief_of(load(folder).dossier).sections]
    assert "What could be done" in titles and "Means" not in titles


def test_a_heading_of_no_section_is_an_error(folder: Path) -> None:
    add(folder, "section_titles: {lever: x}")
    with pytest.raises(DossierError, match="did you mean 'levers'"):
        load(folder)


@pytest.mark.parametrize("width", [80, 120])
def test_tabs_are_called_as_the_panes_are(folder: Path, width: int) -> None:
    edit(
        folder,
        "data/dossier.yaml",
        "pane_titles: {recommendations: What is asked}",
        "pane_titles: {recommendations: Demands of both, terms: Clauses}\nshort_pane_titles: {terms: Points}",
    )
    tabs = tab_row(load(folder).dossier, "why", width).text
    assert ("Demands of both" in tabs) == (width == 120) and "Demands" in tabs and "Asks" not in tabs
    assert ("Points" if width == 80 else "Clauses") in tabs


def test_the_tabs_of_the_bundled_dossier_fit(real: Dossier) -> None:
    assert all(str(number % 10) in tab_row(real, "why", 80).text for number in range(1, len(PANES) + 1))
    assert tab_row(real, "why", 80).width <= 80


@pytest.mark.parametrize("later", [False, True])
def test_no_tab_is_cut_at_the_edge(real: Dossier, later: bool) -> None:
    for width in range(42, 130):
        for name in PANES:
            assert cell_width(tab_row(real, name, width, later=later).text.rstrip()) <= width, (name, width)


@pytest.mark.parametrize(
    "form", ["press-release", "encyclopedia", "primary-text", "minutes of a parliamentary committee"]
)
def test_a_kind_of_source_stands_apart_from_what_follows(folder: Path, form: str) -> None:
    add(folder, f"source_forms: {form}")
    edit(folder, "seeds/valley-letter.yaml", "form: commentary", f"form: {form}")
    dossier = load(folder).dossier
    lines = [row.text for row in page_at(dossier, "pane:sources", Lens(width=100, today=TODAY)).rows]
    standpoint = next(source.standpoint for source in dossier.sources if source.id == "valley-letter")
    (line,) = [text for text in lines if standpoint[:12] in text and form[:10].replace("-", " ") in text]
    assert line[line.index(standpoint[:12]) - 1] == " "
