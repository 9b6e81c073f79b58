"""Layout by room: the title is what is cut last, zoom says no less, and every list and text says where in it one is."""

import random
from datetime import date, timedelta

import pytest

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.dates.edtf import Edtf
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.claim.citations import cite_label
from caucasus_tui.panes.axis import Axis
from tests.pages import page_of
from tests.screen import LARGE, SMALL, reading
from tools.cut_titles import counts


@pytest.mark.parametrize("size", [LARGE, (160, 50)], ids=["120x36", "160x50"])
async def test_no_title_of_the_first_screen_is_cut(edition: Dossier, size: tuple[int, int]) -> None:
    assert (await counts(edition, size))["home"] == 0


@pytest.mark.parametrize("width", [78, 118, 158])
@pytest.mark.parametrize(("name", "field"), [("timeline", "events"), ("leverage", "levers")])
def test_zoomed_no_title_and_no_citation_is_missing(edition: Dossier, name: str, field: str, width: int) -> None:
    rows = page_of(edition, name, width=width, zoomed=True).rows
    found = {row.subject: row.text for row in rows if row.subject}
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
    assert len(drawn) > width // 4 and all(len(line) == width and set(line) & {"■", "□"} for line in drawn)


def test_an_axis_is_to_scale_within_a_piece() -> None:
    said = ("1990", "2020-01-01", "2023-09-01", "2023-09-30")
    dates = [When(edtf=Edtf(text), role="point", as_stated=text) for text in said]
    axis = Axis(dates, dates[2], 48)
    assert all(piece.start < piece.end and piece.width >= 10 for piece in axis.pieces)
    cells = ["".join(span.text for span in axis.bar(when, "fact")) for when in dates]
    assert len({line.replace("┃", " ").rstrip() for line in cells}) == len(cells)
