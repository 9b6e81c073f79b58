"""Lines that a reader collects: in their order, with their notes, in every format, from one run to the next."""

import errno
import json
import os
from datetime import date
from pathlib import Path

import pytest

from caucasus_tui.brief.choices import FORMATS, format_named
from caucasus_tui.brief.collected_lines import CollectedLine, brief_line, collected_brief
from caucasus_tui.brief.collected_page import collected_page, warnings
from caucasus_tui.brief.formats import render
from caucasus_tui.brief.wording import line_text
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.copying import copy_text
from caucasus_tui.page.layer_off import off_in_short
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LATER
from caucasus_tui.page.rows.row import plain
from caucasus_tui.session.collected import MOST_KEPT, MOST_LINES, Collected, as_text, from_text
from caucasus_tui.session.history import Visit
from caucasus_tui.session.session import Session
from caucasus_tui.session.taking import brief_of_screen
from caucasus_tui.state_files import state_file, state_folder
from caucasus_tui.tui.app import Dashboard
from tests.briefs import made, squeezed
from tests.conftest import TODAY
from tests.screen import LARGE, SMALL, Reader, reading

ADDRESSES = ("valley-letter:p1.3", "lever:council-fund", "gap:who-closed", "tension:t1", "about:bottom-line")


def lines(*addresses: str, note: str = "") -> list[CollectedLine]:
    return [CollectedLine(address, note) for address in addresses]


def test_whatever_has_an_address_and_says_something_can_be_collected(tiny: Dossier) -> None:
    for record in tiny.records():
        line = brief_line(tiny, CollectedLine(record.ref), TODAY)
        assert line and (line.claims or line.head), record.ref
    for cite, _ in tiny.statements():
        assert brief_line(tiny, CollectedLine(str(cite)), TODAY)
    for nothing in ("pane:timeline", "ask:", "key:quit", "lever:no-such", "nothing", "", "todo:"):
        assert brief_line(tiny, CollectedLine(nothing), TODAY) is None


def test_each_line_has_its_types_hedges_and_citations_in_every_format(tiny: Dossier) -> None:
    brief = collected_brief(tiny, lines(*ADDRESSES, note="Say it first."), TODAY)
    for name in ("text", "md", "html", "json"):
        text = made(brief, name, 200)
        assert "reader" in text and text.count("Say it first") >= len(ADDRESSES)
        for line in brief.sections[0].lines:
            assert all(support.cite.statement in text for claim in line.claims for support in claim.support)
    assert "[reader'snote]" in squeezed(made(brief, "text", 200))
    voices = [
        claim["types"] for line in json.loads(made(brief, "json"))["sections"][0]["lines"] for claim in line["claims"]
    ]
    assert voices.count(["reader"]) == len(ADDRESSES)
    assert {section.key for section in brief.sections} == {"collected", "sources", "references"}


def test_what_is_gone_is_said_and_in_no_brief(tiny: Dossier) -> None:
    brief = collected_brief(tiny, lines("lever:no-such", "lever:council-fund"), TODAY)
    assert [line.about for line in brief.sections[0].lines] == ["lever:council-fund"]
    for form in FORMATS:
        if form.name in ("text", "md", "html", "json"):
            text = " ".join(render(brief, form).decode().split())
            assert "Left out, since no longer in the dossier: 1 line." in text, form.name
    session = Session(tiny, clock=lambda: TODAY)
    session.own.collected.toggle("lever:no-such")
    page = session.page(session.visit._replace(address="collected:"), 80)
    assert "no longer in the dossier: lever:no-such" in page.rows[0].text


def test_before_it_is_said_one_is_told_what_pulls_and_what_is_hedged(real: Dossier) -> None:
    said = warnings(
        real, lines("ecfr-2023:p12.3", "ecfr-2023:p9.14", "ecfr-2023:p11.1", "recommendation:r3-summit"), TODAY
    )
    assert any(text.startswith("Lines 1 and 2 are on both sides of T3") for text in said)
    assert "Line 3: hedged; say the word with it." in said
    assert any(text.startswith("Line 4: its date has passed") for text in said)


def test_a_cell_is_called_by_names_and_of_what_happened_no_date_is_warned_of(tiny: Dossier) -> None:
    agreed, lever = tiny.agreements[0], next(lever for lever in tiny.levers if not lever.jointly)
    names = [tiny.record(f"actor:{actor}") for actor in (lever.holders[0], lever.targets[0])]
    collected = lines(agreed.ref, f"cell:{lever.holders[0]}/{lever.targets[0]}")
    page = collected_page(tiny, collected, Lens(width=200, today=date(2040, 1, 1)))
    assert " → ".join(name.title for name in names if name) in "\n".join(row.text for row in page.rows)
    assert not warnings(tiny, collected[:1], date(2040, 1, 1))


def test_what_another_program_or_an_editor_wrote_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "collected.txt"
    one, other = Collected(file), Collected(file)
    assert one.toggle("lever:a") and other.toggle("lever:b") and one.toggle("lever:c")
    assert [line.address for line in Collected(file).lines] == ["lever:a", "lever:b", "lever:c"]
    assert other.toggle("lever:c"), "it is not shown as collected there, so it is taken, and not put out"
    file.write_text(file.read_text().replace("lever:b", "lever:b\tby hand"))
    one.annotate("lever:c", "mine")
    assert [(line.address, line.note) for line in Collected(file).lines] == [
        ("lever:a", ""),
        ("lever:b", "by hand"),
        ("lever:c", "mine"),
    ]
    assert one.undo() and not one.note_of("lever:c") and one.note_of("lever:b") == "by hand"
    assert other.undo() is False, "what was changed beside it is not taken back"
    file.unlink()
    assert one.toggle("lever:d") and len(Collected(file).lines) == 4, "a file that is gone takes nothing with it"


def test_a_note_that_was_made_long_in_the_file_stays_whole(tmp_path: Path) -> None:
    file, long = tmp_path / "x.collected.txt", "as long as an editor let it become " * 20
    file.write_text(f"lever:a\t{long}\n")
    assert Collected(file).toggle("lever:b")
    assert Collected(file).note_of("lever:a") == long.strip()


def test_order_notes_and_the_last_change(tmp_path: Path) -> None:
    kept = Collected(tmp_path / "state" / "x.collected.txt")
    for address in "abc":
        assert kept.toggle(f"lever:{address}")
    assert kept.shift("lever:c", -1) and not kept.shift("lever:b", 1) and not kept.shift("lever:a", -1)
    kept.annotate("lever:c", "  two\nlines \x1b[31m ")
    again = Collected(tmp_path / "state" / "x.collected.txt")
    assert not again.undo(), "nothing was changed since the start"
    assert [(line.address, line.note) for line in again.lines] == [
        ("lever:a", ""),
        ("lever:c", "two lines [31m"),
        ("lever:b", ""),
    ]
    assert not again.toggle("lever:c") and again.undo() and again.note_of("lever:c") == "two lines [31m"
    assert again.undo() and not again.has("lever:c")


def test_a_file_that_somebody_edited_is_read_as_far_as_it_goes() -> None:
    text = "# mine\n\nlever:a\ta note\n  lever:b  \nlever:a\tagain\n\x00\x1b]8;;x\x07lever:c\tn\u202eote\n" + "x\n" * 3
    found = from_text(text)
    assert [line.address for line in found][:3] == ["lever:a", "lever:b", "]8;;xlever:c"]
    assert all("\u202e" not in line.note and "\x1b" not in line.address for line in found)
    assert from_text(as_text(found)) == found
    assert len(from_text("".join(f"lever:{n}\n" for n in range(MOST_KEPT + 50)))) == MOST_KEPT + 1


@pytest.mark.parametrize("id", ["", "../../etc/passwd", "a/b", "A", "x" * 200, "."])
def test_no_file_is_named_by_an_id_that_is_no_name(id: str) -> None:
    assert state_file(id, "collected") is None


def test_what_cannot_be_kept_is_said_and_not_lost(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    kept = Collected(tmp_path / "state" / "x.collected.txt")
    assert kept.toggle("lever:a") and kept.has("lever:a")
    assert kept.fault == f"Not kept for the next time: file exists, in {tmp_path / 'state'}."


@pytest.mark.parametrize("how", ["latin-1", "folder", "pipe", "forbidden", "forbidden later"])
def test_a_file_that_cannot_be_read_whole_is_left_as_it_is(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*asked: object) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    file = tmp_path / "x.collected.txt"
    if how == "folder":
        file.mkdir()
    elif how == "pipe":
        os.mkfifo(file)
    else:
        file.write_text("lever:a\tau caf\xe9\n", "latin-1" if how == "latin-1" else "utf-8")
    before = file.read_bytes() if file.is_file() else b""
    if how == "forbidden":
        monkeypatch.setattr("caucasus_tui.session.collected.read", refuse)
    kept = Collected(file)
    monkeypatch.setattr("caucasus_tui.session.collected.read", refuse)
    for _ in range(2):
        assert kept.toggle(f"event:flood-{_}") and kept.has(f"event:flood-{_}")
        assert kept.fault.startswith("Not kept: ") and f"left as it is: {file}" in kept.fault
    assert not file.is_file() or file.read_bytes() == before


def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    own, link = tmp_path / "own.txt", tmp_path / "x.collected.txt"
    own.write_text("lever:a\tmine\n")
    link.symlink_to(own)
    assert Collected(link).toggle("lever:b")
    assert link.is_symlink() and from_text(own.read_text())[1].address == "lever:b"


def test_where_they_are_listed_it_is_told_why_those_of_before_are_not(
    tiny: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    state_folder().mkdir()
    (state_folder() / f"{tiny.about.id}.collected.txt").write_bytes(b"lever:a\tcaf\xe9\n")
    session = Session(tiny, clock=lambda: TODAY, keeps=True)
    assert plain(session.page(Visit("collected:"), 300).rows).startswith("Not kept: it is not UTF-8")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_by_keys(tiny: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    app = Dashboard(Session(tiny, clock=lambda: TODAY, keeps=True))
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        assert "Nothing is collected yet" in await reader.press("C")
        await reader.press("escape", "3", "down")
        first = app.views.at
        assert "Collected: 1 line. C shows them." in await reader.press("asterisk")
        await reader.press("7")
        second = app.views.at
        assert "Collected: 2 lines" in await reader.press("asterisk")
        screen = await reader.press("C")
        assert "< up  > down  A note  U undo" in screen
        assert [line.address for line in app.session.own.collected.lines] == [first, second]
        assert app.views.at == second, "the cursor stays on what it was on"
        await reader.press("g", "less_than_sign")
        assert app.views.at == first and "It cannot go further." in reader.screen
        await reader.press("greater_than_sign")
        assert [line.address for line in app.session.own.collected.lines] == [second, first] and app.views.at == first
        await reader.press("A")
        await reader.type("see ecfr.eu/x")
        assert "see ecfr.eu/x [reader's note]" in " ".join((await reader.press("enter")).split())
        assert "write it as" in await reader.press("e")
        assert "Written to" in await reader.press("m")
        assert "see ecfr.eu/x [*reader" in (tmp_path / "collected.md").read_text()
        assert "Put out again: 1 line left" in await reader.press("asterisk")
        assert "As before: 2 lines" in await reader.press("U")
        await reader.press("escape")
        assert "That works on a collected line" in await reader.press("A")
        assert await reader.press("less_than_sign") and reader.address == "pane:terms", "there < is the place before"
    kept = (tmp_path / "state" / "caucasus-tui" / f"{tiny.about.id}.collected.txt").read_text()
    assert kept.splitlines()[1:] == [second, f"{first}\tsee ecfr.eu/x"]


async def test_the_cursor_stays_by_what_is_put_out_and_goes_to_what_comes_back(tiny: Dossier) -> None:
    async with reading(tiny, SMALL) as reader:
        await reader.press("g", "asterisk", "j", "asterisk", "j", "asterisk", "C", "g", "j")
        first, middle, last = (line.address for line in reader.app.session.own.collected.lines)
        assert reader.subject == middle
        await reader.press("asterisk")
        assert reader.subject == last
        await reader.press("asterisk")
        assert reader.subject == first
        await reader.press("U")
        assert reader.subject == last
        await reader.press("g", "asterisk", "asterisk")
        assert not reader.subject


@pytest.mark.parametrize(("keys", "name"), [(("3",), "terms.json"), (("8", "enter"), "actor"), (("a", "c"), "ask")])
async def test_what_is_on_the_screen_is_exported(
    tiny: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    app = Dashboard(Session(tiny, clock=lambda: TODAY))
    async with app.run_test(size=LARGE) as pilot:
        reader = Reader(app, pilot)
        await reader.press(*keys)
        assert "Written to" in await reader.press("e", "j"), reader.screen
        assert "is no format; all stays" in await reader.press("e", "z")
    (file,) = tmp_path.glob("*.json")
    assert file.name.startswith(name)
    section = json.loads(file.read_text())["sections"][0]
    assert section["lines"] and all(line["text"] for line in section["lines"])


def test_every_format_has_a_key_after_e() -> None:
    from caucasus_tui.tui.keys import KEYS

    assert [key.shown for key in KEYS if key.after == "export"] == [form.letter for form in FORMATS]


def test_lines_of_one_side_pull_at_nothing(real: Dossier) -> None:
    same = lines("ecfr-2023:p12.3", "ecfr-2023:p12.4")
    assert not [text for text in warnings(real, same, TODAY) if " T3," in text]
    both = lines("tension:t3", "ecfr-2023:p12.3")
    assert not [text for text in warnings(real, both, TODAY) if " T3," in text], "it tells the other side itself"


async def test_what_later_sources_tell_is_collected_with_its_mark_and_while_they_are_off_only_counted(
    tiny: Dossier,
) -> None:
    since = tiny.since
    assert since is not None
    async with reading(tiny, LARGE) as reader:
        await reader.press("L")
        for pane in ("ledger", "disputes"):
            reader.app.views.go(Visit(f"pane:{pane}"))
            assert "Collected: " in await reader.press("g", "asterisk")
        session = reader.app.session
        kept = session.own.collected.lines
        on = await reader.press("C")
        assert since.disputes[0].title in on and off_in_short() not in on
        screen = await reader.press("L")
        assert screen.count(f"{LATER.glyph} {off_in_short()}") == 2 and "no longer in the dossier" not in screen
        page = session.page(session.visit, 118)
        assert since.disputes[0].title not in plain(page.rows)
        assert not any(one.address in plain(page.rows) for one in kept)
        assert brief_of_screen(session, page)[0] is None and session.own.collected.lines == kept
        assert since.disputes[0].title in await reader.press("L")


def test_a_brief_leaves_out_what_a_layer_that_is_off_tells_and_says_so(tiny: Dossier) -> None:
    since = tiny.since
    assert since is not None
    brief = collected_brief(tiny, lines("lever:council-fund", since.ledger[0].ref), TODAY, later=False)
    assert [line.about for line in brief.sections[0].lines] == ["lever:council-fund"]
    assert "Left out, since the later layer is off: 1 line." in brief.sections[0].note
    assert "no longer in the dossier" not in brief.sections[0].note


def test_a_brief_of_later_lines_names_their_sources(tiny: Dossier) -> None:
    since = tiny.since
    assert since is not None
    records = [record.ref for kind in (since.ledger, since.later, since.disputes) for record in kind]
    said = [
        f"{source.id}:{one.id}" for source in since.sources for part in source.paragraphs for one in part.statements
    ]
    for address in (*records, *said, *(f"source:{source.id}" for source in since.sources)):
        line = brief_line(tiny, CollectedLine(address), TODAY)
        assert line is not None, address
        assert LATER.glyph in line_text(line), address
    text = render(collected_brief(tiny, map(CollectedLine, records), TODAY), format_named("md"))
    for source in since.sources:
        if any(source.id in str(record.cites) for record in since.ledger):
            assert source.title in text.decode()


@pytest.mark.parametrize("count", [MOST_LINES + 1, MOST_KEPT, MOST_KEPT + 1, 90_000])
def test_no_line_of_a_file_with_very_many_is_lost(count: int, tmp_path: Path) -> None:
    file = tmp_path / "x.collected.txt"
    file.write_text("".join(f"lever:{number}\n" for number in range(count)))
    collected = Collected(file)
    assert collected.is_full or "left as it is" in collected.fault
    assert not collected.toggle("event:flood") or count > MOST_KEPT
    collected.annotate("lever:0", "Say it first.")
    kept = file.read_text()
    assert all(f"lever:{number}" in kept for number in (0, count // 2, count - 1))
    assert kept.count("lever:") == count


def test_what_is_asked_is_taken_along_with_by_when_though_no_date_can_be_told_from_it(real: Dossier) -> None:
    for address in ("recommendation:r1-support-armenia", "lever:eu-aid"):
        line = brief_line(real, CollectedLine(address), TODAY)
        assert line and "“in the coming days” — undated" in line_text(line).casefold()
        assert line_text(line).count("p12.2") == 1, "the date is said by what says the rest"
        assert "“in the coming days” — undated [recommendation, ecfr-2023:p12.2]" in copy_text(real, parse(address))
    summit = copy_text(real, parse("recommendation:r3-summit"))
    assert "some day 1–10 Oct 2023, year inferred [recommendation, ecfr-2023:p12.6]" in summit.splitlines()[0]
