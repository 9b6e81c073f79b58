"""Layout by room: the title is what is cut last, zoom says no less, and every list and text says where in it one is."""

import random
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.dates.edtf import Edtf
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.pane_names import PANES, PaneName
from caucasus_tui.page.claim.citations import cite_label
from caucasus_tui.page.rows.row import Row
from caucasus_tui.panes.axis import Axis
from tests.pages import page_of
from tests.screen import LARGE, SMALL, reading
from tools.cut_titles import counts, is_cut


@pytest.mark.parametrize("size", [(100, 30), LARGE, (160, 50)], ids=["100x30", "120x36", "160x50"])
async def test_no_title_of_the_first_screen_is_cut(edition: Dossier, size: tuple[int, int]) -> None:
    assert (await counts(edition, size))["home"] == 0


@pytest.mark.parametrize("width", [78, 98, 118, 158, 198])
@pytest.mark.parametrize("name", PANES)
def test_zoomed_nothing_is_cut(real: Dossier, name: PaneName, width: int) -> None:
    """Not the range of a hedge either."""
    for lens in ({}, {"layers": frozenset({"later"})}):
        page = page_of(real, name, width=width, zoomed=True, **lens)
        assert not [row.text for row in page.rows if is_cut(row, width)]


@pytest.mark.parametrize(
    ("name", "field", "width"),
    [
        (*pane, width)
        for pane in (("timeline", "events"), ("recommendations", "recommendations"))
        for width in (50, 57, 78)
    ]
    + [("recommendations", "recommendations", 35)],
)
def test_a_title_that_is_too_long_goes_on_below(edition: Dossier, name: str, field: str, width: int) -> None:
    rows = page_of(edition, name, width=width).rows
    assert not [
        row.text for row in rows if is_cut(Row(tuple(span for span in row.spans if span.role != "hedge")), width)
    ]
    text = " ".join(" ".join(row.text for row in rows).split())
    for record in getattr(edition, field):
        assert cite_label(edition, record.cites[0]) in text
        assert all(word in text for word in record.title.split())


def test_whose_the_marks_of_the_matrix_are_is_told_beside_short_names_too(tiny: Dossier) -> None:
    named = replace(tiny, actors=tuple(replace(actor, title=actor.short) for actor in tiny.actors))
    alone = replace(
        named, levers=tuple(replace(lever, targets=lever.targets[:1], toward=()) for lever in tiny.levers[:1])
    )
    assert "□ ours" in page_of(alone, "leverage", width=31).rows[0].text


def test_rare_targets_stand_on_as_many_lines_as_they_take(edition: Dossier) -> None:
    """No mark of the matrix is beyond the edge."""
    for width in (35, 42):
        rows = page_of(edition, "leverage", width=width).rows
        marks = [stop.subject for row in rows for stop in row.stops() if stop.end <= width]
        wide = [stop.subject for row in page_of(edition, "leverage", width=300).rows for stop in row.stops()]
        assert {cell for cell in wide if cell.startswith("cell:")} <= set(marks)


@pytest.mark.parametrize("width", [78, 98, 118, 158])
@pytest.mark.parametrize(("name", "field"), [("timeline", "events"), ("leverage", "levers")])
def test_zoomed_no_title_and_no_citation_is_missing(edition: Dossier, name: str, field: str, width: int) -> None:
    rows = page_of(edition, name, width=width, zoomed=True).rows
    found: dict[str, str] = {}
    for row in rows:  # a line that leads nowhere goes on with the one above
        at = row.subject or next(reversed(found), "")
        found[at] = found.get(at, "") + row.text
    for record in getattr(edition, field):
        text = found[record.ref]
        assert record.title in text and cite_label(edition, record.cites[0]) in text, record.ref


async def test_the_cursor_starts_on_what_the_bottom_line_rests_on(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        line = {cite for part in edition.about.bottom_line for cite in part.cites}
        event = edition.record(reader.subject)
        assert event and line & set(event.cites)


async def test_the_detail_goes_on_where_it_is_longer_than_its_room(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        assert " 1–6 of " in reader.screen and "more line" not in reader.screen
        place, before = reader.place, reader.screen
        assert " 4–9 of " in await reader.press("J")
        assert reader.place == place
        assert await reader.press("K") == before


async def test_a_list_says_how_far_one_is_and_under_which_heading(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        assert "1/30" in await reader.press("g")
        screen = await reader.press("G")
        assert "30/30" in screen and "1 Timeline · No date in the source" in screen


@pytest.mark.parametrize("width", [16, 43, 60, 120])
def test_an_axis_of_thousands_of_dates_keeps_its_labels_apart(width: int) -> None:
    some = random.Random(7)
    days = [date(1988, 2, 1) + timedelta(days=int(some.random() ** 3 * 13_000)) for _ in range(5_000)]
    dates = [When(edtf=Edtf(day.isoformat()), role="point", as_stated=str(day)) for day in days]
    axis = Axis(dates, dates[0], width)
    for spans in axis.heading():
        line = "".join(span.text for span in spans)
        assert len(line) == width and line.split() and "┊" not in line.replace("┊=", "")
    assert 1 <= len(axis.pieces) <= 5
    drawn = {"".join(span.text for span in axis.bar(when, "fact")) for when in dates}
    assert len(drawn) > width // 4 and all(len(line) == width and set(line) & {"■", "░"} for line in drawn)


def test_an_axis_is_to_scale_within_a_piece() -> None:
    said = ("1990", "2020-01-01", "2023-09-01", "2023-09-30")
    dates = [When(edtf=Edtf(text), role="point", as_stated=text) for text in said]
    axis = Axis(dates, dates[2], 48)
    assert all(piece.start < piece.end and piece.width >= 10 for piece in axis.pieces)
    cells = ["".join(span.text for span in axis.bar(when, "fact")) for when in dates]
    assert len({line.replace("┃", " ").rstrip() for line in cells}) == len(cells)


async def test_a_list_that_a_letter_picks_begins_on_its_first_line_and_the_detail_tells_it(edition: Dossier) -> None:
    async with reading(edition, LARGE) as reader:
        for letter in ("c", "r"):
            screen = await reader.press("2", letter)
            lever = edition.record(reader.subject)
            assert lever and lever.kind == "lever" and lever.ref in screen
            await reader.press("escape")
