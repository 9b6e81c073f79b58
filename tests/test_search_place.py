"""Results of a search are a place: gone back to, named, and their hits stepped through where they stand."""

from functools import partial

import pytest

from caucasus_tui.dossier.addresses import SearchAt, parse
from caucasus_tui.dossier.addresses.places import exists, title_at
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.matches import with_matches
from caucasus_tui.page.rows.cursor import CursorPosition, find
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.rows.row import Page, Row, plain
from caucasus_tui.page.rows.whereabouts import first_match
from caucasus_tui.panes.router import page_at
from caucasus_tui.session.history import HitAt, Visit
from caucasus_tui.session.hit_places import hit_at, hit_of, hit_words, results_at, step_to
from caucasus_tui.session.session import Session
from tests.pages import LENS, row
from tests.screen import SMALL, reading, session

FLOOD = ("event:flood", "condition:spring-flood", "condition:weak-arches", "gap:how-high")


def at_hit(session: Session, query: str, number: int) -> None:
    """Have a reader search and open a hit, as the prompt does."""
    session.go(results_at(query, session.search(query).hits[number - 1].ref, CursorPosition(row=3, top=1)))
    session.go(hit_at(session, HitAt(query, number)))


def test_a_query_is_an_address_with_a_page_wherever_one_is_asked_for(tiny: Dossier) -> None:
    place = parse("search:type:event flood")
    assert place == SearchAt("type:event flood") and exists(tiny, place)
    assert title_at(tiny, place) == "/ type:event flood"
    shown = plain(page_at(tiny, "search:flood", LENS).rows)
    assert all(ref in shown for ref in FLOOD)
    assert plain(session(tiny, "search:flood").page(Visit("search:flood"), LENS.width).rows) == shown
    assert "Nothing has the address search: ." in plain(page_at(tiny, "search: ", LENS).rows)


def test_the_way_back_from_a_hit_is_to_the_results_as_they_were_left(tiny: Dossier) -> None:
    reader = session(tiny, "why")
    at_hit(reader, "flood", 3)
    assert reader.visit == Visit("pane:why", "condition:spring-flood", hit=HitAt("flood", 3))
    assert reader.history.back()
    assert reader.visit == Visit("search:flood", "condition:spring-flood", left_at=CursorPosition(row=3, top=1))
    assert reader.history.back() and reader.visit.address == "pane:why" and reader.visit.hit is None


def test_hits_are_stepped_through_in_the_order_listed_and_the_results_stay_one_step_back(tiny: Dossier) -> None:
    reader = session(tiny)
    at_hit(reader, "flood", 1)
    seen = [reader.visit.subject or reader.visit.address]
    while not (said := step_to(reader, 1, "")):
        seen.append(reader.visit.subject or reader.visit.address)
    assert seen == [hit.ref for hit in reader.search("flood").hits]
    assert said == f"That is the last of {len(seen)} for “flood”."
    assert hit_words(reader) == f"{len(seen)} of {len(seen)} for flood"
    assert not step_to(reader, -1, "") and hit_words(reader) == f"{len(seen) - 1} of {len(seen)} for flood"
    assert reader.history.back() and reader.visit == Visit("search:flood", seen[-2])
    assert reader.history.back() and reader.visit.address == "pane:timeline" and reader.history.at_start


def test_before_the_first_hit_is_none_and_before_any_search_there_is_nothing_to_step_through(tiny: Dossier) -> None:
    reader = session(tiny)
    assert step_to(reader, 1, "") == "Nothing was searched for yet: / searches."
    at_hit(reader, "flood", 1)
    before = reader.visit
    assert step_to(reader, -1, "") == f"That is the first of {len(reader.search('flood').hits)} for “flood”."
    assert reader.visit == before


def test_from_the_results_the_next_hit_is_counted_from_the_one_under_the_cursor(tiny: Dossier) -> None:
    reader = session(tiny, "search:flood")
    assert not step_to(reader, 1, "condition:spring-flood")
    assert reader.visit.hit == HitAt("flood", 4)
    assert reader.history.back() and reader.visit.subject == "condition:weak-arches"


def test_from_elsewhere_the_next_hit_of_the_last_search_is_one_step_on(tiny: Dossier) -> None:
    reader = session(tiny)
    at_hit(reader, "flood", 1)
    reader.go(Visit("actor:upper-mill"))
    assert not step_to(reader, 1, "") and reader.visit.hit == HitAt("flood", 2)
    assert reader.history.back() and reader.visit.address == "actor:upper-mill"


def test_a_hit_with_a_page_of_its_own_is_shown_on_the_line_that_holds_the_words(tiny: Dossier) -> None:
    reader = session(tiny)
    lever = hit_of(reader, "mill", "lever:lower-closure")
    assert lever is not None
    assert hit_at(reader, lever) == Visit("lever:lower-closure", "valley-letter:p1.2", hit=lever)


def test_after_a_dossier_was_edited_its_hits_are_looked_for_anew(tiny: Dossier, edition: Dossier) -> None:
    reader = session(edition)
    at_hit(reader, "lachin", 9)
    reader.read_on(tiny, reader.originals)
    assert step_to(reader, 1, "") == "Nothing is found for “lachin” any more."
    reader.open(tiny, reader.originals)
    assert step_to(reader, 1, "").startswith("Nothing was searched for yet")


@pytest.mark.parametrize("size", [SMALL, (120, 36)])
async def test_escape_from_a_hit_leads_to_the_results_and_from_there_to_where_one_was(
    edition: Dossier, size: tuple[int, int]
) -> None:
    async with reading(edition, size) as reader:
        before = await reader.press("j", "j")
        await reader.press("slash")
        await reader.type("lachin")
        typed = await reader.press("down", "down", "down", "down")
        subject = reader.subject
        hit = await reader.press("enter")
        assert reader.app.session.visit.hit is not None and "next, here 5 of" in hit
        results = await reader.press("escape")
        assert (reader.address, reader.subject) == ("search:lachin", subject)
        assert results.splitlines()[4:12] == typed.splitlines()[4:12]
        assert "] next kind" in results
        await reader.press("n")
        assert reader.app.session.visit.hit == HitAt("lachin", 6)
        await reader.press("N", "N", "escape", "escape")
        assert reader.screen == before


async def test_enter_in_the_results_opens_as_it_does_in_the_prompt(edition: Dossier) -> None:
    async with reading(edition, SMALL, "search:type:event lachin corridor closed") as reader:
        await reader.press("enter")
        assert (reader.address, reader.subject) == ("pane:timeline", "event:lachin-closed")
        await reader.press("escape", "n", "N")
        assert "N: 1" not in reader.screen and reader.subject == "event:lachin-closed"


async def test_brackets_go_from_kind_to_kind(edition: Dossier) -> None:
    async with reading(edition, (120, 36), "search:lachin") as reader:
        kinds = [reader.subject.partition(":")[0]]
        for _ in range(3):
            await reader.press("right_square_bracket")
            kinds.append(reader.subject.partition(":")[0])
        assert len(set(kinds)) == 4
        await reader.press("left_square_bracket")
        assert reader.subject.partition(":")[0] == kinds[2]


def test_what_matches_stands_out_where_a_hit_stands_and_nothing_else_changes(tiny: Dossier) -> None:
    reader = session(tiny)
    at_hit(reader, "flood", 1)
    hit, plainly = (reader.page(visit, 80) for visit in (reader.visit, Visit(reader.visit.address)))
    assert plain(hit.rows) == plain(plainly.rows)
    assert [row.stops() for row in hit.rows] == [row.stops() for row in plainly.rows]
    found = [span.text.casefold() for row in hit.rows for span in row.spans if span.role == "match"]
    assert found and set(found) == {"flood"}
    assert first_match(hit) == next(number for number, row in enumerate(plainly.rows) if "flood" in row.text)
    assert first_match(plainly) == 0
    stated = [span for row in hit.rows for span in row.spans if span.role in ("cite", "hedge", "fact")]
    assert stated == [span for row in plainly.rows for span in row.spans if span.role in ("cite", "hedge", "fact")]


def test_rows_that_are_made_when_looked_at_still_are() -> None:
    made: list[int] = []

    def make(number: int) -> list[Row]:
        made.append(number)
        return [row(f"flood {number}", subject=f"a:{number}")]

    rows = GrowingRows([Block(f"a:{number}", partial(make, number)) for number in range(1000)])
    page = with_matches(Page("", rows), {"flood": 5})
    found = find(page, "a:900")
    assert found is not None and found.row == 900
    assert [span.role for span in page.rows[900].spans] == ["match", "text"] and set(made) == {900}


async def test_the_detail_of_a_hit_shows_what_matches_however_far_down_it_is(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        await reader.press("slash", *"blockade", "enter")
        for _ in range(12):
            detail = reader.app.views.view("detail")
            shown = detail.page.rows[detail.position.top : detail.position.top + detail.room]
            held = any(span.role == "match" for line in detail.page.rows for span in line.spans)
            assert not held or any(span.role == "match" for line in shown for span in line.spans)
            await reader.press("n")
