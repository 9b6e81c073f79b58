"""The timeline: a year is left out only where a line above has said it."""

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.model import Dossier, Edtf, Record, When
from caucasus_tui.page.rows import cursor
from caucasus_tui.page.rows.row import plain
from caucasus_tui.page.rows.whereabouts import heading_above, position_words
from caucasus_tui.panes.timeline import MARKS
from tests.pages import page_of, running


def test_what_stands_above_the_as_of_keeps_its_year(tiny: Dossier) -> None:
    about = replace(tiny.about, as_of=When(edtf=Edtf("2024-05-02"), role="as-of", as_stated="-"))
    one, other = tiny.events[:2]
    days = (replace(one.when, edtf=Edtf("2024-03-03")), replace(other.when, edtf=Edtf("2024-09-03")))
    events = tuple(replace(event, when=day) for event, day in zip((one, other), days, strict=True))
    made = replace(tiny, about=about, events=events)
    page = plain(page_of(made, "timeline").rows)
    before, after = page.split("ahead of it")
    assert "3 Mar 2024" in before and "3 Sep" in after and "3 Sep 2024" not in after


@pytest.mark.parametrize("zoomed", [False, True], ids=["", "zoomed"])
@pytest.mark.parametrize("width", [20, 40])
def test_no_heading_is_cut_however_narrow_it_is(tiny: Dossier, width: int, zoomed: bool) -> None:
    about = replace(tiny.about, as_of=When(edtf=Edtf("2031-01-05"), role="as-of", as_stated="-"))
    dossier = replace(_of_many(tiny, 3), about=about)
    ahead = replace(tiny.events[0].when, edtf=Edtf("2035-09-03"))
    undated = replace(ahead, edtf=None)
    events = (replace(tiny.events[0], id=f"x{n}", when=when) for n, when in enumerate((ahead, undated)))
    page = page_of(replace(dossier, events=(*dossier.events, *events)), "timeline", width=width, zoomed=zoomed)
    heads = ["undated, in the order the sources give", dossier.events[0].lane]
    if not zoomed:
        heads = ["No date in the sources; in the order they give", "1000", *MARKS.split("  "), "ahead of it:"]
    assert all(head in running(page) for head in heads)
    assert all(row.width <= width for row in page.rows)


def _of_many(dossier: Dossier, many: int) -> Dossier:
    """Its first event, so many times, a few days apart."""
    first = dossier.events[0]
    days = (f"{1000 + number // 300}-{number // 25 % 12 + 1:02}-{number % 25 + 1:02}" for number in range(many))
    whens = (replace(first.when, edtf=Edtf(day)) for day in days)
    return replace(dossier, events=tuple(replace(first, id=f"e{n}", when=when) for n, when in enumerate(whens)))


@pytest.mark.parametrize("zoomed", [False, True], ids=["", "zoomed"])
def test_of_many_events_those_in_sight_are_looked_at(
    tiny: Dossier, monkeypatch: pytest.MonkeyPatch, zoomed: bool
) -> None:
    dossier = _of_many(tiny, 3_000)
    assert dossier.chronology and dossier.records()  # in order, and by address, once for the dossier
    looked: set[str] = set()

    def look(event: Record) -> str:
        looked.add(event.id)
        return f"{event.kind}:{event.id}"

    monkeypatch.setattr(Record, "ref", property(look))
    page = page_of(dossier, "timeline", zoomed=zoomed)
    at = cursor.opening(page, 20)
    for _ in range(3):
        assert position_words(page, at, 20).endswith("/3000") and heading_above(page, at.top)
        at = cursor.shown(page, cursor.up_or_down(page, at, -1, 20), 20)
    assert 0 < len(looked) < 100


def test_where_the_bottom_line_lies_is_known_without_a_look_at_what_is_before(
    tiny: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _of_many(tiny, 3_000)
    line = tiny.about.bottom_line[0].cites[:1]
    events = (replace(event, cites=line) if event.id in ("e2500", "e2000") else event for event in made.events)
    made = replace(made, events=tuple(events))
    assert made.chronology and made.cited_by(line[0])
    looked: list[str] = []

    def look(event: Record) -> str:
        looked.append(event.id)
        return f"{event.kind}:{event.id}"

    monkeypatch.setattr(Record, "ref", property(look))
    assert page_of(made, "timeline").start == "event:e2000"
    assert len(looked) < 20
