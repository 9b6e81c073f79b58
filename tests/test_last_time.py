"""The last time: where one was is offered again, what has changed since is told, and nothing else is left behind."""

import os
import re
import shutil
import stat
import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.cli import main
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.views.differences import changed_since, differences, digests
from caucasus_tui.page.rows.row import plain
from caucasus_tui.panes import PANES
from caucasus_tui.session import background, last_time
from caucasus_tui.session.coming_back import news, offered, older, place
from caucasus_tui.session.history import Look, Visit
from caucasus_tui.session.last_time import HEAD, MOST_BYTES, MOST_PLACES, SPOILT, LastTime, Memory, as_text, from_text
from caucasus_tui.session.places_page import change_note, change_rows, place_rows, places_page
from caucasus_tui.session.session import Session
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.terminal.grounds import Grounds
from tests.conftest import TODAY
from tests.screen import LARGE, SMALL, Reader

PLACES = (
    Visit("actor:upper", "lever:council-fund"),
    Visit("pane:terms", zoomed=True),
    Visit("search:мост или"),
    Visit("pane:why", pick="back", look=Look("fact", "actor:upper")),
)
LAST = LastTime("2031-05-01", PLACES, {("records", "actor:upper"): "12345678"})


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "caucasus-tui"


def keeping(dossier: Dossier, **options: object) -> Session:
    return Session(dossier, clock=lambda: TODAY, keeps=True, **options)  # type: ignore[arg-type]


def edited(dossier: Dossier) -> Dossier:
    """Something is new, changed, renamed and gone, in each kind of thing."""
    first, *others = dossier.sources
    part, *parts = first.paragraphs
    statement, *statements = part.statements
    part = replace(part, statements=(replace(statement, text="Now it says this."), *statements))
    _, gap = dossier.gaps  # nothing leads to it
    renamed, new = replace(gap, id="renamed", was=(gap.id,)), replace(gap, id="a-new-one")
    return replace(
        dossier,
        about=replace(dossier.about, title="Another title"),
        sources=(replace(first, standpoint="another", paragraphs=(part, *parts)), *others),
        gaps=(renamed, new),
    )


def test_what_is_kept_is_read_again_as_it_was() -> None:
    text = as_text(LAST)
    assert from_text(text) == LAST and text.isprintable() is False
    assert text.startswith(HEAD) and "place\tpane:terms\t\tzoomed\t\t\t\n" in text, "one can read it"


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"\xff\xfe\x00",
        b"# something else\n",
        HEAD.encode(),
        as_text(LAST).replace("left", "lost").encode(),
        as_text(LAST).replace("2031-05-01", "2031-13-99").encode(),
        as_text(LAST).replace("12345678", "1234567").encode(),
        as_text(LAST).replace("\tzoomed", "").encode(),
        as_text(LAST).replace("\tfact", "\tfacts").encode(),
        as_text(LAST).encode()[:-20],
        as_text(LAST).encode() + b"x" * MOST_BYTES,
    ],
)
def test_a_file_that_says_something_else_is_nothing_and_said_once(spoilt: bytes, tiny: Dossier, tmp_path: Path) -> None:
    file = tmp_path / "x.places.txt"
    file.write_bytes(spoilt)
    memory = Memory(tiny, file)
    memory.recall()
    assert memory.last == LastTime(fault=SPOILT) and memory.changes == ()
    memory.keep(tiny, PLACES, "2031-05-02")
    again = Memory(tiny, file)
    again.recall()
    assert again.last.fault == "" and again.last.places == PLACES


def test_what_does_not_fit_into_a_line_is_left_out() -> None:
    odd = (Visit("search:a\tb"), Visit("search:\x1b[31m"), Visit("search:\u2028"), Visit("x" * 301), Visit(""))
    assert from_text(as_text(LAST._replace(places=(*odd, *PLACES)))) == LAST


def test_it_stays_small_and_is_for_nobody_else(tiny: Dossier, state: Path) -> None:
    file = state / "x.places.txt"
    many = [Visit(f"event:{number}") for number in range(3 * MOST_PLACES)]
    Memory(tiny, file).keep(tiny, many, "2031-05-01")
    memory = Memory(tiny, file)
    memory.keep(tiny, [Visit("event:new"), Visit("event:1")], "2031-05-02")
    assert [visit.address for visit in memory.last.places] == [f"event:{number}" for number in range(MOST_PLACES)]
    kept = from_text(file.read_text())
    assert [visit.address for visit in kept.places[:4]] == ["event:new", "event:1", "event:0", "event:2"]
    assert file.read_text().count("\nplace\t") == MOST_PLACES and len(file.read_bytes()) < 30_000
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 and stat.S_IMODE(state.stat().st_mode) == 0o700
    assert [path.name for path in state.iterdir()] == ["x.places.txt"]


def test_texts_of_the_dossier_are_not_kept(real: Dossier, state: Path) -> None:
    Memory(real, state / "x.places.txt").keep(real, PLACES, "2031-05-01")
    kept = (state / "x.places.txt").read_text()
    assert not [cite for cite, said in real.whole.statements() if said.text[:20] in kept]
    assert len(kept) < 100_000


def test_a_folder_that_cannot_be_written_is_no_fault(tiny: Dossier, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    memory = Memory(tiny, tmp_path / "state" / "x.places.txt")
    memory.recall()
    memory.keep(tiny, PLACES, "2031-05-01")
    assert memory.last == LastTime()


def test_changes_told_from_digests_are_those_of_the_whole_dossiers(tiny: Dossier) -> None:
    new = edited(tiny)
    whole, told = list(differences(tiny, new)), list(changed_since(digests(tiny), new, digests(new)))
    assert {(one.how, one.address, one.before) for one in told} == {(one.how, one.address, one.before) for one in whole}
    assert {one.how for one in told} == {"added", "removed", "changed", "renamed"}
    assert list(changed_since(digests(new), new, digests(new))) == []


def test_on_a_screen_of_ascii_nothing_is_compared(tiny: Dossier, state: Path) -> None:
    file = state / "x.places.txt"
    Memory(tiny, file).keep(tiny, PLACES, "2031-05-01")
    memory = Memory(edited(tiny), file, compares=False)
    memory.keep(edited(tiny), PLACES[:1], "2031-05-02")
    assert memory.changes == () and from_text(file.read_text()).said == digests(tiny.whole)


def test_a_link_that_follows_a_record_to_its_new_id_is_no_change(tiny: Dossier, tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parent / "tiny", tmp_path / "tiny")
    assert main(["--dossier", str(tmp_path / "tiny"), "rename", "actor:upper-mill", "top-mill"]) == 0
    new = load(tmp_path / "tiny").dossier
    told = list(changed_since(digests(tiny.whole), new.whole, digests(new.whole)))
    assert [(one.how, one.address, one.before) for one in told] == [("renamed", "actor:top-mill", "actor:upper-mill")]


def test_leaving_reckons_nothing_anew(tiny: Dossier, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory(tiny, state / "x.places.txt")
    memory.recall()
    monkeypatch.setattr(last_time, "digests", lambda dossier: pytest.fail("made anew"))
    memory.keep(tiny, PLACES[:1], "2031-05-02")
    assert from_text((state / "x.places.txt").read_text()).said == digests(tiny.whole)


def test_a_large_dossier_is_not_read_for_it(tiny: Dossier, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_time, "MOST_STATEMENTS", 3)
    monkeypatch.setattr(last_time, "digests", lambda dossier: pytest.fail("read"))
    Memory(tiny, state / "x.places.txt").keep(tiny, PLACES, "2031-05-01")
    memory = Memory(edited(tiny), state / "x.places.txt")
    memory.recall()
    assert memory.last.places == PLACES and memory.changes == ()


def test_what_changed_is_listed_and_leads_there(tiny: Dossier) -> None:
    new = edited(tiny)
    memory = Memory(new, None)
    memory.last, memory.changes = LAST, tuple(changed_since(digests(tiny), new, digests(new)))
    assert change_note(memory.changes) == "1 new, 3 changed, 1 renamed, 1 gone"
    for width in (20, 60, 80, 160):
        page = places_page(new, new, [Visit("places:"), Visit("pane:terms")], memory, width)
        assert all(row.width <= width for row in page.rows)
    text = plain(page.rows)
    assert "Since last time, 1 May 2031  1 new, 3 changed" in text
    for line in ("new      ", "Now it says this.", "renamed  ", f"gone     {tiny.gaps[0].ref}"):
        assert line in text
    rows = change_rows(new, new, memory.changes, 80)
    assert {row.subject for row in rows} == {
        *("pane:sources", f"source:{tiny.sources[0].id}", "gap:renamed", "gap:a-new-one", ""),
        next(one.address for one in memory.changes if one.group == "statements"),
    }
    headings = [row.text for row in page.rows if row.spans and row.spans[0].role == "heading"]
    assert [heading.split("  ")[0] for heading in headings] == [
        "Since last time, 1 May 2031",
        "This time",
        "Last time and before",
    ]


def test_of_a_layer_that_is_off_only_the_number_is_told(real: Dossier) -> None:
    known = digests(real.whole)
    address = next(str(cite) for cite, _ in real.whole.statements() if real.statement(str(cite)) is None)
    said = real.whole.statement(address)
    assert said
    changes = tuple(changed_since({**known, ("statements", address): "0" * 8}, real.whole, known))
    off, on = (plain(change_rows(real, seen, changes, 160)) for seen in (real, real.whole))
    assert off == "1 in the later layer: L lays it over\n"
    assert re.search(f"changed  » [◆◈◇△▷] {re.escape(said.text[:30])}.* {address}$", on, re.M)


def test_only_the_first_so_many_changes_are_listed(tiny: Dossier) -> None:
    changes = tuple(
        changed_since({("records", f"event:{number}"): "0" * 8 for number in range(500)}, tiny, digests(tiny))
    )
    assert plain(change_rows(tiny, tiny, changes, 80)).splitlines()[-1] == f"and {len(changes) - 100} more"


def left(session: Session, *visits: Visit) -> None:
    for visit in visits:
        session.go(visit)
    session.leave()


def recalled(session: Session) -> Session:
    session.own.memory.recall()
    return session


def test_two_at_once_leave_the_places_of_both(tiny: Dossier, state: Path) -> None:
    one, two = recalled(keeping(tiny)), recalled(keeping(tiny))
    left(two, Visit("pane:terms"))
    left(one, Visit("pane:why"))
    kept = [visit.address for visit in recalled(keeping(tiny)).own.memory.last.places]
    assert kept[0] == "pane:why" and "pane:terms" in kept


@pytest.mark.parametrize("what", ["places", "terminals"])
def test_nobody_waits_for_a_pipe(what: str, tmp_path: Path, tiny: Dossier) -> None:
    os.mkfifo(file := tmp_path / f"x.{what}.txt")
    if what == "places":
        Memory(tiny, file).recall()
    else:
        assert Grounds(file, {"TERM": "xterm"}).known() == ""


def test_the_last_place_is_offered_at_the_first_screen_only(tiny: Dossier, state: Path) -> None:
    assert offered(recalled(keeping(tiny))) is None
    left(keeping(tiny), Visit("pane:terms"), Visit("lever:council-fund", "actor:upper"))
    session = recalled(keeping(tiny))
    assert offered(session) == Visit("lever:council-fund", "actor:upper") and news(session) == ""
    assert session.visit.address == "pane:timeline"
    assert older(session) and session.visit.address == "lever:council-fund" and offered(session) is None
    assert session.history.back() and offered(session)
    session.go(Visit("places:"))
    assert place(session, "pane:terms") == Visit("pane:terms")


def test_a_place_comes_back_as_narrow_as_it_was(tiny: Dossier, state: Path) -> None:
    before, held = keeping(tiny), tiny.actors[0].ref
    before.go(Visit("pane:why"))
    before.press("w", "")
    before.narrow("fact")
    before.held = held
    before.remember("")
    before.leave()
    again = recalled(keeping(tiny))
    assert older(again) and again.visit == Visit("pane:why", pick="back")
    assert (again.facet, again.held) == ("fact", held)
    again.narrow(None)
    assert again.go(Visit("pane:terms")) and (again.facet, again.held) == (None, "")
    again.go(Visit("places:"))
    assert again.go(place(again, "pane:why")) and again.visit.look is None
    gone = recalled(keeping(replace(tiny, actors=())))
    assert older(gone) and (gone.facet, gone.held) == ("fact", ""), "whoever is no more is not held"


@pytest.mark.parametrize("pick", ["x", "c:nobody", "around:nobody", "without:no,x", "map:abc:x", "map:9:", "section:?"])
def test_a_place_kept_with_what_no_pane_narrows_to_is_shown(tiny: Dossier, pick: str) -> None:
    for name in PANES:
        for zoomed in (False, True):
            assert keeping(tiny).page(Visit(f"pane:{name}", zoomed=zoomed, pick=pick), 80, 20).rows


def test_after_a_look_at_the_first_screen_alone_it_is_still_offered(tiny: Dossier, state: Path) -> None:
    left(keeping(tiny), Visit("pane:terms", zoomed=True))
    left(keeping(tiny))
    assert offered(recalled(keeping(tiny))) == Visit("pane:terms", zoomed=True)


def test_a_place_that_is_gone_is_not_offered(tiny: Dossier, state: Path) -> None:
    left(keeping(tiny), Visit(tiny.gaps[0].ref))
    assert offered(recalled(keeping(edited(tiny)))) is None
    left(keeping(tiny), Visit("key:quit"))
    assert offered(recalled(keeping(tiny))) is None


def test_of_a_layer_that_is_off_no_place_is_told(tiny: Dossier, state: Path) -> None:
    since = tiny.since
    assert since is not None
    row, source = since.ledger[0].ref, f"source:{since.sources[0].id}"
    before = keeping(tiny)
    before.toggle_later()
    left(before, Visit("lever:council-fund"), Visit(source), Visit(f"behind:{row}"), Visit(row))
    session = recalled(keeping(tiny))
    assert (found := offered(session)) and found.address == "lever:council-fund"
    session.go(Visit("pane:why"))
    session.toggle_later()
    session.go(Visit(row))
    assert since.ledger[0].id in plain(session.page(Visit("places:"), 100).rows)
    session.toggle_later()
    off = plain(session.page(Visit("places:"), 100).rows)
    assert row not in off and source not in off and "lever:council-fund" in off and "pane:why" in off
    session.toggle_later()
    assert source in plain(session.page(Visit("places:"), 100).rows)


def test_where_nothing_is_kept_nothing_is_read_or_written(tiny: Dossier, state: Path) -> None:
    left(keeping(tiny), Visit("pane:terms"))
    before = [path.read_bytes() for path in state.iterdir()]
    session = Session(tiny, clock=lambda: TODAY)
    assert offered(recalled(session)) is None
    left(session, Visit("actor:upper"))
    assert [path.read_bytes() for path in state.iterdir()] == before
    other = replace(tiny, about=replace(tiny.about, id="../../etc/passwd"))
    left(keeping(other), Visit("pane:terms"))
    assert [path.read_bytes() for path in state.iterdir()] == before


async def _started(pilot_reader: Reader) -> str:
    await pilot_reader.rest()
    while any(thread.name == background.NAME for thread in threading.enumerate()):
        await pilot_reader.pilot.pause(0.01)
    return await pilot_reader.rest()


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])
async def test_by_keys(tiny: Dossier, state: Path, size: tuple[int, int]) -> None:
    app = Dashboard(keeping(tiny))
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        first = await _started(reader)
        bottom = first.splitlines()[-1]
        assert "last time" not in bottom and "since" not in bottom
        await reader.press("3", "j", "j")
        subject = reader.subject
        await reader.press("q")
    app.session.leave()
    app = Dashboard(keeping(edited(tiny)))
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        screen = await _started(reader)
        bottom = screen.splitlines()[-1]
        assert "< last time: " in bottom and "H 6 changes" in bottom and "? keys" in bottom
        assert "since" in bottom or " s source " in bottom, "where not all has room, it gives way to keys"
        await reader.press("less_than_sign")
        assert reader.address == "pane:terms" and reader.subject == subject
        assert "last time" not in reader.screen
        await reader.press("escape")
        assert "< last time: " in reader.screen
        await reader.press("H")
        assert "1 new, 3 changed, 1 renamed, 1 gone" in reader.screen
        await reader.press("enter")
        assert reader.address == "pane:sources"


def test_how_much_has_changed_is_told_with_the_day_where_no_place_is_offered(tiny: Dossier, state: Path) -> None:
    left(keeping(tiny))
    session = recalled(keeping(edited(tiny)))
    assert offered(session) is None and news(session) == f"6 changes since {TODAY.day} {TODAY:%b}"
    session.go(Visit("pane:terms"))
    assert news(session) == ""


async def test_a_theme_chosen_with_a_key_is_to_be_kept(tiny: Dossier) -> None:
    app = Dashboard(Session(tiny, clock=lambda: TODAY))
    chosen: list[str] = []
    app.keep_theme = chosen.append
    async with app.run_test(size=SMALL) as pilot:
        await Reader(app, pilot).press("t", "b", "t")
        assert chosen[0] != chosen[1] == app.theme


async def test_what_is_spoilt_is_said_once(tiny: Dossier, state: Path) -> None:
    state.mkdir(parents=True)
    (state / f"{tiny.about.id}.places.txt").write_text("odd")
    for said in (True, False):
        app = Dashboard(keeping(tiny))
        async with app.run_test(size=SMALL) as pilot:
            assert (SPOILT in await _started(Reader(app, pilot))) is said
        app.session.leave()


def test_a_statement_in_the_list_has_its_type_hedge_and_citation(real: Dossier) -> None:
    hedged = [str(cite) for cite, said in real.statements() if said.hedge and "." in cite]
    for width in (40, 80, 120):
        for address in hedged:
            rows = place_rows(real, address, width)
            text = " ".join(row.text for row in rows)
            said = real.statement(address)
            assert said and said.hedge and hedge_words(said.hedge) in " ".join(text.split()) and address in text
            assert text.lstrip()[0] in "◆◈◇△▷" and all(row.width <= width for row in rows)
            assert [row.subject for row in rows if row.subject] == [address]
