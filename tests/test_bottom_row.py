"""The bottom row and `?`: they follow the screen, can be clicked, and know other keyboards."""

from itertools import product
from pathlib import Path
from unicodedata import category
from unicodedata import name as unicode_name

import pytest
from msgspec.structs import replace
from textual.events import Key
from textual.keys import _character_to_key

from caucasus_tui.brief.choices import FORMATS
from caucasus_tui.config.keymap import canonical
from caucasus_tui.dossier.loading.outline_file import OutlineFile
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.row import Row, Span, plain
from caucasus_tui.panes import PANES, pane
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.bars import SAID, after_row, asking_row, export_row, finding_row, message_row
from caucasus_tui.tui.here import Here, key_row
from caucasus_tui.tui.keyboard_layout import KeyboardLayout
from caucasus_tui.tui.keys import COLLECTED, KEYS, PROGRAM, READING_KEYS
from caucasus_tui.tui.keys import Key as Binding
from caucasus_tui.tui.prompt.keys_page import keys_page
from tests.pages import page_of
from tests.screen import LARGE, SMALL, Reader, reading, session


def last(screen: str) -> str:
    return screen.splitlines()[-1]


@pytest.mark.parametrize("name", PANES)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_letter_of_a_pane_stands_in_its_bottom_row_and_in_no_other(name: str, width: int) -> None:
    text = key_row(width, KEYS, Here(pane=name)).text
    for key in (key for key in KEYS if key.pane):
        assert (f" {key.shown} {key.footer} " in text) == (key.pane == name) or width == 40
    assert "? keys" in text and len(text) <= width
    assert [key.letter for key in KEYS if key.pane == name] == list(pane(name).letters)


def test_a_word_in_the_table_brings_a_key_into_it_where_there_is_room() -> None:
    table = (*KEYS, Binding("tally", "number_sign", "#", "tally", "how many records there are", PROGRAM, "count"))
    assert "# count  / search" in key_row(200, table, Here(pane="why")).text
    narrow = key_row(80, table, Here(pane="why")).text
    assert "#" not in narrow and "? keys" in narrow and len(narrow) <= 80
    assert "#" not in key_row(200, table, Here(reading=True)).text


async def test_it_follows_the_reader(edition: Dossier) -> None:
    async with reading(edition, LARGE) as reader:
        assert "esc" not in last(reader.screen) and "c upon" not in last(reader.screen)
        assert last(await reader.press("2")).startswith(" c upon whom  r held by whom  enter open  esc back")
        assert "c all" in last(await reader.press("c"))
        assert "z smaller" in last(await reader.press("1", "z"))
        assert "z " not in last(await reader.press("enter"))
        assert "a–n ask" in last(await reader.press("a"))


async def test_a_key_in_it_can_be_clicked(edition: Dossier) -> None:
    async with reading(edition, LARGE) as reader:
        await reader.click("/ search", button=3)
        assert not reader.app.prompt.asking, "a button with which terminals paste"
        await reader.click("/ search")
        assert reader.app.prompt.asking
        await reader.press("escape")
        await reader.click("f only")
        assert "△ only forecast" in await reader.click("△ forecast")
        await reader.press("f", "escape", "0")
        assert "· only: Tensions" in await reader.click("v tensions")
        await reader.press("b")
        assert "  3 min" in await reader.click("m minutes")


async def test_what_may_follow_a_key_stands_in_the_bottom_row_and_a_slip_changes_nothing(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        before = reader.screen.splitlines()
        screen = (await reader.press("f")).splitlines()
        assert screen[:-1] == before[:-1] and "esc all" in screen[-1] and len(screen[-1]) <= 80
        screen = (await reader.press("y")).splitlines()
        assert screen[:-1] == before[:-1] and "y narrows nothing" in screen[-1]


async def test_a_key_of_another_pane_says_where_it_works(edition: Dossier) -> None:
    async with reading(edition) as reader:
        assert "x works in 5 Why now: strike out" in last(await reader.press("x"))
        assert "Q does nothing here" in last(await reader.press("Q"))
        assert "Q does nothing here" in last(await reader.press("b", "Q"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("~?", ["the year is inferred", "the day is not stated"]),
        ("!T9", ["tension", edition_tension := "!T9"]),
        ("!T9+", [edition_tension, "and further tensions"]),
        ("t9", ["!T9"]),
        ("KF", ["Karabakh Armenian forces"]),
        ("PHIA", ["likely 55–75 %"]),
        ("passed", ["the window named lies before today"]),
        ("]", ["Next heading"]),
    ],
)
@pytest.mark.parametrize("keys", [["2"], ["b"]], ids=["pane", "reading"])
async def test_a_mark_is_found_as_it_is_printed(
    edition: Dossier, typed: str, found: list[str], keys: list[str]
) -> None:
    async with reading(edition, (64, 40)) as reader:
        await reader.press(*keys, "question_mark")
        screen = " ".join((await reader.press(*map(_character_to_key, typed))).split())
        wanted = found if keys == ["2"] or typed != "]" else []
        assert [text for text in wanted if text not in screen] == []


async def test_the_keys_of_the_screen_come_first_and_run(edition: Dossier) -> None:
    async with reading(edition, LARGE, start="leverage") as reader:
        lines = (await reader.press("question_mark")).splitlines()
        heading = next(line for line in lines if "This pane: 2 Leverage" in line)
        assert "Everywhere" in heading and "Marks on this screen" in heading
        assert "Only this column" in lines[lines.index(heading) + 1]
        await reader.press("enter")
        assert reader.app.session.visit.pick.startswith("target:")
        await reader.press("b", "question_mark")
        await reader.type("how long")
        assert "  3 min" in await reader.press("enter")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ф", "a"),
        ("Я", "Z"),
        ("ъ", "right_square_bracket"),
        ("ы.", "slash"),
        ("ы,", "question_mark"),
        ("і", "s"),
        ("α", "a"),
        ("ά", "a"),
        ("Ω", "V"),
        ("ς", "w"),
        ("σ;", "q"),
        ("a.", "full_stop"),
        (";", "semicolon"),
        ("ə", "ə"),
        ("ა", "ა"),
    ],
)
def test_keys_of_other_layouts(typed: str, meant: str) -> None:
    layout = KeyboardLayout()
    assert [layout.latin(Key(canonical(letter), letter)).key for letter in typed][-1] == meant


def test_a_key_held_down_is_the_latin_one_too() -> None:
    assert KeyboardLayout().latin(Key("ctrl+с", None)).key == "ctrl+c"


async def test_other_layouts_act_but_text_stays_as_it_is_typed(edition: Dossier) -> None:
    async with reading(edition) as reader:
        await reader.press("ф")
        assert reader.address == "ask:"
        assert "▏" not in await reader.press("full_stop")
        assert reader.app.prompt.asking and reader.app.prompt.asking.sign == "/"
        await reader.press("ф")
        assert reader.app.prompt.asking.text == "ф"
        await reader.press("escape", "escape")
        await reader.press("и")
        await reader.press("comma")
        assert "? ф▏" in await reader.press("ф")


@pytest.mark.parametrize("letter", ["ə", "ա", "ქ"])
async def test_a_letter_of_no_known_layout_is_told(edition: Dossier, letter: str) -> None:
    async with reading(edition) as reader:
        assert "letters of the English layout" in last(await reader.press(letter))


async def test_what_is_ours_is_seen_alone_and_a_pane_without_any_says_so(tiny: Dossier) -> None:
    async with reading(tiny, LARGE, start="sources") as reader:
        before, everything = reader.screen, len(reader.app.main.page.rows)
        screen = await reader.press("f", "u")
        assert "□ only curator" in screen and "□ described by the curator" in screen
        assert len(reader.app.main.page.rows) < everything
        await reader.press("1")
        assert (
            "Nothing here is □ ours. f esc shows everything."
            in "".join(row.text for row in reader.app.views.view("timeline").page.rows)
            or "□" in reader.screen
        )
        assert await reader.press("f", "escape", "escape") == before


LONG = "199 of 200 for " + "w" * 24
CONTEXTS = [
    Here(
        pane=name,
        can_go_back=True,
        zoomed=zoomed,
        in_grid=not zoomed,
        narrowed=zoomed,
        letters="a–z" * (not name),
        hit=hit,
        lists_hits=not name,
        last="l" * 90 * zoomed,
        news="1234 changes since last time" * zoomed,
    )
    for name in ("", COLLECTED, *PANES)
    for zoomed in (False, True)
    for hit in ("", LONG)
]
MUCH_TO_DO = Row((Span("12345 to do "),))


def test_what_a_new_start_offers_gives_way_in_part_before_keys_do() -> None:
    here = Here(pane="timeline", news="4 changes since 26 Nov")
    assert " H 4 changes since 26 Nov " in key_row(200, KEYS, here).text
    narrow = key_row(80, KEYS, here).text
    assert " H 4 changes  enter open " in narrow and " y copy " in narrow and " a ask " in narrow
    both = [key_row(width, KEYS, here._replace(last="Lachin corridor")).text for width in (200, 80)]
    assert " < last time: Lachin corridor  H 4 changes since 26 Nov " in both[0]
    assert " < last time  H 4 changes " in both[1] and " enter open " in both[1]


@pytest.mark.parametrize("width", [*range(60, 101), 120, 160, 200])
def test_how_to_leave_stands_in_every_bottom_row(width: int) -> None:
    for here in CONTEXTS:
        for todo in (None, MUCH_TO_DO):
            text = key_row(width, KEYS, here, todo).text
            assert " esc back " in text and "? keys" in text and len(text) <= width
    for choosing in (False, True):
        text = key_row(width, READING_KEYS, Here(reading=True, choosing=choosing)).text
        assert " esc " in text and "? keys" in text and len(text) <= width
    missing = {key.id: "pipx install --force 'caucasus-tui[pdf]'" for key in KEYS if key.after == "export"}
    which = [after_row(KEYS, first, lacks, width) for first in SAID for lacks in ({}, missing)]
    letters = {form.letter: form.name for form in FORMATS}
    which += [export_row(letters, lacks, width) for lacks in ({}, dict.fromkeys(letters, "pip install 'this[that]'"))]
    which += [finding_row(typed, width) for typed in ("", "x" * 300, "中" * 90)]
    for row in which:
        assert " esc" in row.text and row.width <= width


@pytest.mark.parametrize("width", [*range(20, 101), 120, 160, 200])
def test_how_to_leave_stands_where_something_is_typed_on_the_smallest_screen_too(width: int) -> None:
    for sign, before, found in product("/:?D✎", (False, True), (False, True)):
        row = asking_row(sign, width, before=before, found=found)
        assert " esc" in row.text and row.width <= width


async def test_enter_is_offered_for_what_it_does_while_something_is_typed(tiny: Dossier) -> None:
    async with reading(tiny, SMALL) as reader:
        assert "enter do it  ↑ ↓ choose" in last(await reader.press("question_mark"))
        await reader.press("escape")
        await reader.press("colon")
        assert "enter open" in last(await reader.type("timeline")), "where one is already"
        await reader.press("escape")
        assert "enter" not in last(await reader.press("slash"))
        assert "enter open" in await reader.type("flood") and "choose" in reader.screen
        screen = await reader.type("qqq")
        assert "enter" not in screen and "choose" not in screen and "esc leave as it was" in screen
        await reader.press("escape", "asterisk", "C", "A")
        assert "enter keep it  esc leave as it was" in reader.screen


@pytest.mark.parametrize("name", ["leverage", "why"])
async def test_an_empty_pane_offers_no_letters(tiny: Dossier, name: str) -> None:
    empty = replace(tiny, levers=(), conditions=(), events=())
    async with reading(empty, LARGE, name) as reader:
        if name == "leverage":
            assert "Nothing here yet" in reader.screen
            assert "upon whom" not in last(reader.screen) and "esc back" in last(reader.screen)
        else:
            assert "turn round" not in last(reader.screen)
    async with reading(tiny, LARGE, name) as reader:
        assert " c upon whom " in last(reader.screen) or " w turn round " in last(reader.screen)


@pytest.mark.parametrize("width", [78, 118])
def test_whatever_a_pane_is_drawn_with_is_explained(real: Dossier, width: int) -> None:
    typed = {"p9.1", "[p9.1]", "p9.1,", "c1.2", "s.3", "ahead", "‡", "⋯", "•", "⇄", "implied"}
    for name in PANES:
        for zoomed in (False, True):
            text = plain(page_of(real, name, width=width, zoomed=zoomed).rows)
            typed |= {letter for letter in text if category(letter) in ("So", "Sm", "Po") and not letter.isascii()}
    braille = {letter for letter in typed if "BRAILLE" in unicode_name(letter[0])}
    frame = set("│├└┘┐┈╎▼…")
    for one in typed - braille - frame:
        rows = keys_page(real, KEYS, Here(pane="timeline"), one, width).rows
        assert "No key or mark" not in plain(rows), one


async def test_a_message_stands_until_the_next_key(tiny: Dossier) -> None:
    async with reading(tiny, SMALL) as reader:
        for said in ("c", "asterisk", "equals_sign", "n"):
            assert "? keys" not in last(await reader.press(said))
            assert "? keys" not in last(await reader.press(said)), "said again"
            assert "enter open" in last(await reader.press("j"))
            await reader.press("1")


@pytest.mark.parametrize("start", ["collected:", "ledger", "todo:", "code:fact", "valley-letter:p1.2"])
async def test_enter_and_compare_are_offered_where_they_lead_somewhere(tiny: Dossier, start: str) -> None:
    async with reading(tiny, LARGE, start) as reader:
        row = last(reader.screen)
        assert "enter open" not in row and "esc back" in row and not set("<>A") & set(row)
        assert all((key in row) == start.startswith("valley-letter") for key in ("= compare", "s source", "* collect"))
        before = reader.screen
        assert await reader.press("enter") == before
        screen = await reader.press("1")
        assert "enter open" in last(screen) and "= compare" in last(screen)
        screen = await reader.press("asterisk", "C")
        assert "< up  > down  A note  U undo" in last(screen) and "enter open" in last(screen)


@pytest.mark.parametrize(
    ("seen", "on", "off"),
    [
        ("Dec~ →      ◆ Corridor closed    p8.2 !T2+", {"~", "→", "◆", "!T3", "+"}, {"?", "×", "□"}),
        ("1–10 Sep~?→ ◆ Units move    “may” (likelihood not given) p8.8 !T9", {"?", "→", "!T3", "“…”"}, {"+", "×"}),
        ("holds ↓ upon → □ our reading    AZ\nThe West                        ×", {"×", "□", "AZ"}, {"→", "?"}),
        ("× Lachin corridor: blocked ×• Stepanakert\n100 km (+ -)", set(), {"×", "+"}),
        ("a  What was agreed?  +2 below", set(), {"?", "+"}),
        ("● exercised → AZ   ◐○×", {"●", "×"}, {"→"}),
    ],
)
def test_what_is_said_to_be_a_mark_on_this_screen_is_one_there(
    edition: Dossier, seen: str, on: set[str], off: set[str]
) -> None:
    rows = keys_page(edition, KEYS, Here(pane="timeline", seen=seen), "", 60).rows
    here = "\n".join(row.text for row in rows).partition("Other marks")[0].partition("Marks on this screen")[2]
    marks = {line.split()[0] for line in here.splitlines() if line[1:2].strip()}
    assert on <= marks and not off & marks


@pytest.mark.parametrize("width", [*range(20, 100, 7), 200])
def test_a_message_ends_with_a_whole_word(width: int) -> None:
    said = "F changes nothing here: only the numbers that the sources give, by what they count."
    row = message_row(said, "dim", width)
    assert row.width <= width
    told = row.text.removesuffix("…").strip()
    assert told == said or (row.text.endswith("…") and said.startswith(f"{told} "))
    assert message_row("x " * (width // 2 - 1) + "y", "dim", width).text.endswith("y"), "what just fits is whole"


def test_what_lines_are_collected_for_stands_by_them() -> None:
    text = key_row(80, KEYS, Here(pane=COLLECTED, can_go_back=True)).text
    assert "e export" in text and "enter open" in text and "esc back" in text


async def test_esc_after_another_key_is_the_way_out_and_says_nothing(tiny: Dossier) -> None:
    async with reading(tiny, SMALL) as reader:
        before = reader.screen
        for first in ("e", "f"):
            assert await reader.press(first) != before
            assert await reader.press("escape") == before


async def test_a_key_that_is_gone_to_by_its_name_is_no_missing_address(tiny: Dossier) -> None:
    async with reading(tiny, SMALL) as reader:
        await reader.press("colon")
        screen = await reader.type("theme")
        assert "key:theme" in screen and "has the address" not in screen
        await reader.press("escape", "question_mark")
        assert "This pane on the whole" in await reader.type("zoom"), "by its word in the bottom row"


def test_a_hit_stands_beside_the_letters_of_a_pane() -> None:
    for name in ("names", "sources"):
        text = key_row(80, KEYS, Here(pane=name, can_go_back=True, hit=LONG)).text
        assert text.startswith(" n next, here 199 of 200  esc back ") and "? keys" in text
        assert LONG in key_row(200, KEYS, Here(pane=name, can_go_back=True, hit=LONG)).text


async def test_a_letter_with_nothing_to_do_is_not_offered_and_says_so(edition: Dossier, tmp_path: Path) -> None:
    here = session(edition, "names")
    here.outline = OutlineFile(Path(__file__).parent / "tiny")
    app = Dashboard(here)
    async with app.run_test(size=(120, 36)) as pilot:
        reader = Reader(app, pilot)
        row = last(await reader.press("m"))
        assert " + in " in row and " - out " not in row
        assert "- changes nothing here" in last(await reader.press("minus"))
        assert " + in  - out " in last(await reader.press("plus"))
        assert " + in " not in last(await reader.press(*["plus"] * 4))
        await reader.pilot.resize_terminal(80, 17)
        row = last(await reader.rest())
        assert " + in " not in row and " - out " not in row and "m all" in row
        before = app.session.visit.pick
        assert "+ changes nothing here" in last(await reader.press("plus"))
        assert app.session.visit.pick == before
