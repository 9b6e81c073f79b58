"""Reading mode: the brief on the whole screen."""

import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from caucasus_tui.brief.build import build
from caucasus_tui.brief.formats import html
from caucasus_tui.brief.model import Brief, Request
from caucasus_tui.dossier.loading.originals import NO_ORIGINALS
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.columns import in_columns
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.session.session import Session
from caucasus_tui.tui import briefs
from caucasus_tui.tui.reading import MINUTES, Reading, first_request
from tests.screen import LARGE, SMALL, reading, session

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])


def begun(reader: Session) -> Reading:
    return Reading(reader, build(reader.dossier, first_request(reader)))


def take(place: Reading, request: Request) -> None:
    place.take(request, build(place.dossier, request))


async def test_of_those_whom_it_can_be_for_the_reader_sees_where_they_are(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        shown = await reader.press("b", "w")
        many = len(begun(reader.app.session).whom_page().rows) - shown.count("Whom") - shown.count("A brief")
        assert f"  1/{many}" in shown and "min left" not in shown
        assert f"  3/{many}" in await reader.press("space", "space")
        last = await reader.press("G")
        assert f"  {many}/{many}" in last and f"for {edition.actors[-1].title}" in last, "not to the last section"
        assert "Nobody in particular" in await reader.press("g")
        assert "min left" in await reader.press("escape")


@SIZES
async def test_space_leads_through_every_section_and_escape_back(real: Dossier, size: tuple[int, int]) -> None:
    async with reading(real, size) as reader:
        before = await reader.press("j")
        seen = [await reader.press("b")]
        for _ in range(200):
            seen.append(await reader.press("space"))
            if "This is the end" in seen[-1]:
                break
        whole = "\n".join(seen)
        for text in ("Bottom line", "Key judgements", "As of 26 Sep – 10 Oct 2023", "3 years old", "min left"):
            assert text in whole
        assert await reader.press("escape") == before


async def test_digits_jump_and_k_goes_back(real: Dossier) -> None:
    async with reading(real) as reader:
        await reader.press("b")
        assert "2  Situation" in await reader.press("2")
        assert "1  Bottom line" in await reader.press("k")


async def test_the_brief_can_be_turned_round_an_actor(edition: Dossier) -> None:
    async with reading(edition) as reader:
        await reader.press("b", "w")
        screen = await reader.press("j", "enter")
        assert "September 2023: Azerbaijan" in screen
        await reader.press("w")
        assert "September 2023: Azerbaijan" in await reader.press("escape")


async def test_minutes_go_round(real: Dossier) -> None:
    async with reading(real) as reader:
        first = await reader.press("b")
        assert "5 min" in first
        for _ in MINUTES:
            last = await reader.press("m")
        assert last == first


async def test_export_writes_what_is_on_screen_and_nothing_over(
    real: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(real) as reader:
        await reader.press("b")
        for _ in range(2):
            screen = await reader.press("e", "m")
        assert "Written to" in screen
        assert "write it as" in await reader.press("e")
        assert "Written to" not in await reader.press("escape")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief-5min-2.md", "brief-5min.md"]
    assert real.sources[0].title in (tmp_path / "brief-5min.md").read_text(encoding="utf-8")


def test_the_reader_stays_in_the_section_when_the_length_changes(real: Dossier) -> None:
    place = begun(session(real))
    place.go(1)
    key = place.brief.sections[place.at].key
    take(place, place.next_minutes())
    assert place.brief.sections[place.at].key == key
    assert not place.go(99)


async def test_a_resize_while_reading_reaches_the_dashboard_below(real: Dossier) -> None:
    async with reading(real, (80, 24)) as reader:
        await reader.press("3", "j", "4")
        small = reader.screen
    async with reading(real, LARGE) as reader:
        await reader.press("3", "j", "4", "b")
        await reader.pilot.resize_terminal(80, 24)
        await reader.pilot.pause()
        assert await reader.press("escape") == small


async def test_reading_mode_says_the_age_as_the_brief_does(real: Dossier) -> None:
    async with reading(real) as reader:
        screen = await reader.press("b")
    assert screen.count("3 years old") == 2


async def test_an_export_from_a_folder_that_is_gone_says_so_and_reading_goes_on(
    real: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    async with reading(real) as reader:
        await reader.press("b")
        assert "Nothing was written: the folder that the program was started in is gone" in await reader.press("e", "t")
        assert "2  Situation" in await reader.press("2")


@pytest.mark.parametrize(
    "fault", [ValueError("no such colour"), RuntimeError(), type("PanicException", (BaseException,), {})()]
)
async def test_whatever_a_format_raises_is_one_line_and_reading_goes_on(
    real: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    def fail(*_: object) -> bytes:
        raise fault

    monkeypatch.setattr(html, "render", fail)
    monkeypatch.chdir(tmp_path)
    async with reading(real) as reader:
        await reader.press("b")
        assert f"html cannot be made of this brief: {type(fault).__name__}" in await reader.press("e", "h")
        assert "2  Situation" in await reader.press("2")
    assert list(tmp_path.iterdir()) == []


async def test_what_a_format_needs_is_said_before_its_letter_is_pressed(
    real: Dossier, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delitem(sys.modules, "caucasus_tui.brief.formats.pdf", raising=False)
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setattr(sys, "prefix", "/home/x/.local/share/pipx/venvs/caucasus-tui")
    async with reading(real, LARGE) as reader:
        await reader.press("b")
        assert "p pdf (not installed: pipx install --force 'caucasus-tui[pdf]')" in await reader.press("e")
    async with reading(real) as reader:  # 80 columns
        await reader.press("b")
        assert "p pdf (not installed)" in await reader.press("e")
        assert "pdf needs typst: pipx install --force 'caucasus-tui[pdf]'" in await reader.press("p")


async def test_ctrl_q_leaves_the_program_from_the_brief_too(real: Dossier) -> None:
    async with reading(real) as reader:
        await reader.press("b", "ctrl+q")
    assert reader.app.return_code == 0


async def test_w_offers_the_sheet_of_a_meeting_and_leads_there(real: Dossier) -> None:
    async with reading(real) as reader:
        await reader.press("b")
        offered = await reader.press("w")
        assert "with Azerbaijan" in offered and "for Armenia" in offered
        assert "with Israel" not in offered
        shown = await reader.press("down", "enter")
        assert "Meeting with Azerbaijan" in shown and "Points to make" in shown
        assert "Questions to put" in await reader.press("2")
        assert "Points to make" not in await reader.press("w", "g", "enter")


def test_a_meeting_whose_actor_is_gone_becomes_a_brief(real: Dossier, tiny: Dossier) -> None:
    held = session(real)
    sheet = begun(held)
    take(sheet, sheet.turned_round("with:azerbaijan"))
    assert sheet.brief.counterpart == "azerbaijan" and sheet.whom == "with:azerbaijan"
    held.open(tiny, NO_ORIGINALS)
    take(sheet, sheet.renewed())
    assert sheet.brief.counterpart == "" and sheet.whom == "for:"


async def test_sections_fill_the_screen_and_space_goes_on_with_the_first_that_was_not_whole(real: Dossier) -> None:
    async with reading(real, (120, 60)) as reader:
        screen = await reader.press("b", "m")
        pages = reader.app.screen.reading.pages(78)  # type: ignore[attr-defined]
        assert "1  " + pages[0].page.title in screen and "2  " + pages[1].page.title in screen
        whole = reader.app.screen.reading.shown  # type: ignore[attr-defined]
        assert f"1–{whole} of {len(pages)}" in screen or whole == 1
        screen = await reader.press("space")
        head = next(line for line in screen.splitlines()[1:] if line.strip())
        assert head.strip() == f"{whole + 1}  {pages[whole].page.title}"
        assert "1  " + pages[0].page.title in await reader.press("g")


def texts(rows: Sequence[Row]) -> list[str]:
    return [row.text.rstrip() for row in rows]


def told(*paragraphs: int) -> list[Row]:
    """Paragraphs of so many rows, a blank row between."""
    rows: list[Row] = []
    for number, length in enumerate(paragraphs):
        rows += [*([Row()] if rows else []), *(Row((Span(f"{number}.{line}"),)) for line in range(length))]
    return rows


def test_columns_end_with_a_paragraph() -> None:
    assert texts(in_columns(told(2, 2, 2), 6, 6)) == ["0.0       2.0", "0.1       2.1", "", "1.0", "1.1", ""]


def test_no_column_ends_below_a_head() -> None:
    head = [Row((Span("2  ", "number"), Span("Situation", "title"))), Row()]
    rows = [*told(2, 1), Row(), *head, *told(2)]
    assert texts(in_columns(rows, 12, 6))[0] == "0.0             2  Situation"


def test_a_long_text_goes_on_screen_after_screen_and_loses_nothing() -> None:
    rows = told(3, 30, 3, 4)
    screens = in_columns(rows, 8, 5)
    words = " ".join(texts(screens)).split()
    assert sorted(words) == sorted(" ".join(texts(rows)).split())
    assert texts(screens)[5].startswith("1.")  # the second screen begins a screen below


@pytest.mark.parametrize(("width", "height"), [(154, 45), (160, 55), (160, 20)])
def test_reading_uses_the_screen_in_two_columns_of_a_readable_measure(real: Dossier, width: int, height: int) -> None:
    place = begun(session(real))
    seen: list[str] = []
    while True:
        page = place.section_page(width, height)
        assert all(row.width <= min(width, 2 * 78 + 4) for row in page.rows)
        seen += texts(page.rows)
        if place.at == 0:
            assert len(page.rows) > height * 3 // 4  # of the first screen little is blank
        if not place.go(place.at + place.shown):
            break
    words = set(" ".join(seen).split())
    assert {word for one in place.pages(40) for row in one.page.rows for word in row.text.split()} <= words


async def test_space_turns_whole_screens_of_two_columns(real: Dossier) -> None:
    async with reading(real, (160, 30)) as reader:
        seen = [await reader.press("b")]
        assert "1  Bottom line" in seen[0] and max(map(len, seen[0].splitlines())) > 120
        for _ in range(60):
            seen.append(await reader.press("space"))
            if "This is the end" in seen[-1]:
                break
        assert all(section.title in "\n".join(seen) for section in begun(session(real)).brief.sections)
        await reader.press("1")
        await reader.pilot.resize_terminal(80, 24)
        await reader.pilot.pause()
        assert max(map(len, reader.screen.splitlines()[2:-2])) <= 80 and "1  Bottom line" in reader.screen


async def test_the_screen_lives_while_the_brief_of_a_large_dossier_is_put_together(
    real: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    through = threading.Event()
    made: list[str] = []

    def build_once_let_through(dossier: Dossier, request: Request) -> Brief:
        through.wait(30)
        made.append(f"{request.minutes} min")
        return build(dossier, request)

    monkeypatch.setattr(briefs, "takes_long", lambda dossier: True)
    monkeypatch.setattr(briefs, "build", build_once_let_through)
    async with reading(real) as reader:
        assert "Putting the brief together" in await reader.press("b")
        assert "3 Ceasefire" in await reader.press("3") and reader.address == "pane:terms"
        through.set()
        assert "5 min" in await reader.until("Bottom line")
        through.clear()
        assert "Putting the brief together" in await reader.press("m")
        assert "2  Situation" in await reader.press("2")
        through.set()
        assert "2  Situation" in await reader.until("3 min")
    assert made == ["5 min", "3 min"]
