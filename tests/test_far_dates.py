"""Events before the year 1 and after 9999 stand where any other does."""

from datetime import date

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.model.dates import Edtf, When
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.search import SearchIndex
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.widths import cell_width
from caucasus_tui.page.straight import straight
from caucasus_tui.panes.axis import Axis
from caucasus_tui.panes.router import page_at

FAR = {"ice": "Y-17E7", "founded": "-0752", "ides": "-0043-03-15", "sack": "0410", "ahead": "Y12026", "end": "Y17E7"}


@pytest.fixture(scope="module")
def far(tiny: Dossier) -> Dossier:
    event = tiny.events[0]
    events = (
        replace(event, id=name, title=name, when=When(edtf=Edtf(text), role="point", as_stated="then"))
        for name, text in FAR.items()
    )
    return replace(tiny, events=(*tiny.events, *events))


@pytest.mark.parametrize("zoomed", [False, True])
@pytest.mark.parametrize("width", [40, 80, 160])
def test_the_timeline_has_them_in_order(far: Dossier, width: int, zoomed: bool) -> None:
    rows = page_at(far, "pane:timeline", Lens(width=width, zoomed=zoomed, today=date(2026, 11, 26))).rows
    order = [row.subject.partition(":")[2] for row in rows if row.subject]
    assert [name for name in order if name in FAR] == list(FAR)
    assert max(cell_width(row.text) for row in rows if row.subject) <= width
    assert width < 80 or any("15 Mar 44 BCE" in row.text for row in rows)


def test_no_date_of_the_axis_is_cut() -> None:
    dates = ["Y-17000/Y-12000", "-0752", "-0043-03-15", "0410", "2023-09", "Y12026"]
    whens = [When(edtf=Edtf(text), role="point", as_stated="then") for text in dates]
    said = {span.text.strip() for row in Axis(whens, whens[-1], 33).heading() for span in row}
    assert said == {"17001 BCE", "753 BCE", "Dec 0410", "┊=1478 y", "┊=105 y", "┊=1056 y"}


def test_read_straight_on_a_date_is_no_part_of_the_next_word(far: Dossier) -> None:
    rows = page_at(far, "pane:timeline", Lens(width=1000, straight=True, today=date(2026, 11, 26))).rows
    assert not [row.text for row in straight(rows, 80) if "?curator" in row.text or "BCEcurator" in row.text]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("before:0001", {"ice", "founded", "ides"}),
        ("before:-0043", {"ice", "founded"}),
        ("after:-0043 before:0411", {"ides", "sack"}),
        ("after:Y10000", {"ahead", "end"}),
        ("15 march", {"ides"}),
    ],
)
def test_the_search_has_them(far: Dossier, query: str, found: set[str]) -> None:
    groups = SearchIndex(far).find(query).groups
    assert {hit.ref.partition(":")[2] for group in groups for hit in group.hits} & FAR.keys() == found
