"""A reader in a dossier, without any screen: where they go, how they look at it, what day it is."""

from datetime import date, timedelta

from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.loading.originals import NO_ORIGINALS
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.cursor import CursorPosition, find
from caucasus_tui.page.rows.row import plain
from caucasus_tui.session.history import Visit
from caucasus_tui.session.session import Session
from caucasus_tui.session.ways import found_at, paragraphs_behind
from tests.conftest import TODAY
from tests.screen import session


class Calendar:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.day = TODAY

    def __call__(self) -> date:
        return self.day


def test_back_leads_to_the_cursor_as_it_was_left(tiny: Dossier) -> None:
    reader = session(tiny)
    reader.remember("event:flood", CursorPosition(row=4, top=2))
    assert reader.go(Visit("actor:upper"))
    assert reader.history.back()
    assert (reader.visit.subject, reader.visit.left_at) == ("event:flood", CursorPosition(row=4, top=2))
    assert not reader.history.back()


def test_the_paragraphs_behind_a_thing_open_at_what_it_rests_on(edition: Dossier) -> None:
    reader = session(edition)
    visit = paragraphs_behind(reader, "gap:nakhichevan-route")
    assert visit == Visit("behind:gap:nakhichevan-route", "ecfr-2023:p2.11")
    assert reader.go(visit)
    assert find(reader.page(visit, 78), visit.subject), "the leading statement can hold the cursor"
    assert paragraphs_behind(reader, "pane:timeline").subject == ""


def test_zoom_is_a_step_and_only_for_panes(tiny: Dossier) -> None:
    reader = session(tiny)
    assert reader.zoom("event:flood") and reader.visit.zoomed
    assert reader.history.back() and not reader.visit.zoomed
    reader.go(Visit("event:flood"))
    assert not reader.zoom("")


def test_a_letter_of_the_pane_narrows_it_and_back_undoes_that(tiny: Dossier) -> None:
    reader = session(tiny, "why")
    assert reader.press("w", "") and reader.visit.pick
    assert reader.history.back() and not reader.visit.pick
    assert not reader.press("c", "")


def test_a_type_chosen_twice_shows_all_again(tiny: Dossier) -> None:
    reader = session(tiny)
    everything = plain(reader.page(reader.visit, 80).rows)
    reader.narrow("attributed")
    assert plain(reader.page(reader.visit, 80).rows) != everything
    reader.narrow("attributed")
    assert plain(reader.page(reader.visit, 80).rows) == everything


def test_what_was_found_is_shown_on_its_line_in_its_pane(tiny: Dossier) -> None:
    reader = session(tiny)
    assert found_at(reader, parse("event:flood")) == Visit("pane:timeline", "event:flood")
    assert found_at(reader, parse("lever:council-fund")) == Visit(
        "lever:council-fund"
    )  # the matrix has cells, and no line
    assert found_at(reader, parse("valley-letter:p1")) == Visit("valley-letter:p1")


def test_another_dossier_begins_at_its_first_pane_and_an_edited_one_where_one_was(tiny: Dossier, real: Dossier) -> None:
    reader = session(tiny, "why")
    reader.go(Visit("event:flood"))
    reader.read_on(tiny, NO_ORIGINALS)
    assert reader.visit.address == "event:flood"
    reader.open(real, NO_ORIGINALS)
    assert reader.dossier is real and reader.visit.address == "pane:timeline"
    assert not reader.history.back()


def test_pages_age_with_the_clock(tiny: Dossier) -> None:
    calendar = Calendar()
    reader = Session(tiny, clock=calendar)
    assert reader.lens().today == TODAY
    assert not reader.day_has_changed()
    calendar.day += timedelta(days=1)
    assert reader.lens().today == TODAY + timedelta(days=1)
    assert reader.day_has_changed()
    assert not reader.day_has_changed()
