"""Whether a terminal is light or dark: what it answers counts from the next start, the reader's wish above it."""

from pathlib import Path

import pytest

from caucasus_tui.tui.terminal.capabilities import Ground, Terminal, terminal
from caucasus_tui.tui.terminal.grounds import MOST_NAMES, Grounds, ground_of
from caucasus_tui.tui.terminal.incoming import Incoming
from caucasus_tui.tui.terminal.modes import enter
from caucasus_tui.tui.terminal.sequences import Piece

XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("answer", "ground"),
    [
        ("rgb:ffff/ffff/ffff", "light"),
        ("rgb:0000/0000/0000", "dark"),
        ("rgb:fb/fa/f7", "light"),
        ("rgba:1e1e/1e1e/1e1e/ffff", "dark"),
        ("#fffff0", "light"),
        ("#ffffffff0000", "light"),
        ("rgb:f/f/f", "light"),
        *(
            (odd, "")
            for odd in ("", "?", "rgb:", "rgb:zz/zz/zz", "rgb:ffff", "rgb:ff//ff", "#", "#12", "#///", "#1/2", "white")
        ),
    ],
)
def test_what_a_terminal_answers(answer: str, ground: Ground) -> None:
    assert ground_of(answer) == ground


@pytest.mark.parametrize("end", ["\x07", "\x1b\\"])
def test_an_answer_is_no_key_and_others_are_nothing(end: str) -> None:
    incoming = Incoming()
    data = f"a\x1b]11;rgb:ffff/ffff/ffff{end}\x1b]10;rgb:0/0/0{end}\x1b]52;c;cXE={end}b"
    pieces = [piece for byte in data.encode() for piece in incoming.feed(bytes([byte]))]
    assert pieces == [Piece("text", "a"), Piece("ground", "rgb:ffff/ffff/ffff"), Piece("text", "b")]


def test_it_counts_from_the_next_start_and_for_terminals_of_that_name(tmp_path: Path) -> None:
    file = tmp_path / "state" / "grounds.txt"
    first = Grounds(file, XTERM)
    assert first.known() == "" and not file.exists()
    first.take("rgb:ffff/ffff/ffff")
    assert Grounds(file, XTERM).known() == "light"
    assert Grounds(file, {**XTERM, "TERM_PROGRAM": "Another one"}).known() == ""
    Grounds(file, {"TERM": "foot"}).take("rgb:0000/0000/0000")
    Grounds(file, XTERM).take("rgb:1111/1111/1111")
    assert (Grounds(file, XTERM).known(), Grounds(file, {"TERM": "foot"}).known()) == ("dark", "dark")


def test_the_file_stays_small_and_may_be_anything(tmp_path: Path) -> None:
    file = tmp_path / "grounds.txt"
    for number in range(MOST_NAMES + 9):
        Grounds(file, {"TERM": f"t{number}"}).take("rgb:ffff/ffff/ffff")
    assert len(file.read_text().splitlines()) == MOST_NAMES
    file.write_bytes(b"\xff\xfe xterm-256color\nxterm-256color pink\n")
    assert Grounds(file, XTERM).known() == ""
    Grounds(file, XTERM).take("rgb:ffff/ffff/ffff")
    assert Grounds(file, XTERM).known() == "light"
    Grounds(tmp_path / "grounds.txt" / "below", XTERM).take("rgb:ffff/ffff/ffff")  # nowhere to keep it
    Grounds(None, XTERM).take("rgb:ffff/ffff/ffff")


def test_a_chosen_theme_is_kept_for_terminals_of_that_name_with_as_many_colours(tmp_path: Path) -> None:
    file = tmp_path / "state" / "terminals.txt"
    first = Grounds(file, XTERM)
    first.choose("nord", "256")
    assert (first.theme("256"), first.theme("standard")) == ("nord", "")
    Grounds(file, XTERM).take("rgb:ffff/ffff/ffff")
    again = Grounds(file, XTERM)
    assert (again.theme("256"), again.theme("truecolor"), again.known()) == ("nord", "", "light")
    assert Grounds(file, {"TERM": "foot"}).theme("256") == "" and file.stat().st_mode & 0o077 == 0
    again.choose("", "256")
    assert (Grounds(file, XTERM).theme("256"), Grounds(file, XTERM).known()) == ("", "light")
    Grounds(None, XTERM).choose("nord", "256")


@pytest.mark.parametrize(
    "line", ["xterm-256color light", "xterm-256color light nord", "xterm-256color - nord 256 more", "xterm-256color"]
)
def test_lines_of_another_form_are_no_theme(tmp_path: Path, line: str) -> None:
    (tmp_path / "terminals.txt").write_text(f"{line}\n")
    assert Grounds(tmp_path / "terminals.txt", XTERM).theme("256") == ""


@pytest.mark.parametrize(
    ("given", "ground"),
    [
        *(("15;0", "dark"), ("0;15", "light"), ("0;default;15", "light"), ("12;8", "dark"), ("0;7", "light")),
        *(("15;default", ""), ("", ""), ("0;99", ""), ("0;²", ""), (f"0;{'9' * 5000}", "")),
    ],
)
def test_else_what_the_environment_says(given: str, ground: Ground) -> None:
    assert terminal({**XTERM, "COLORFGBG": given}, "utf-8").ground == ground
    assert terminal({**XTERM, "COLORFGBG": given}, "utf-8", answered="light").ground == "light"


def test_the_theme_follows(tmp_path: Path) -> None:
    assert Terminal(colours="256", ground="light").theme == "caucasus-light"
    assert Terminal(colours="standard", ground="light").theme == "ansi-light"
    assert [Terminal(ground=ground).theme for ground in ("", "dark")] == ["", ""]


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm-256color"}, "truecolor"),
        ({"TERM": "screen-256color", "STY": "1.x"}, "256"),
        ({"TERM": "screen.xterm-256color", "STY": "1.x"}, "256"),
        ({"TERM": "screen", "STY": "1.x"}, "standard"),
        ({"TERM": "xterm-256color", "STY": "1.x"}, "256"),  # as its settings may have it
        ({"TERM": "screen-256color"}, "256"),  # over SSH nothing else tells
        ({"TERM": "screen-256color", "TMUX": "/tmp/x"}, "truecolor"),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/x", "STY": "1.x"}, "truecolor"),
        ({"TERM": "screen-256color", "TMUX": "/tmp/x", "STY": "1.x"}, "256"),  # whichever is the inner one
    ],
)
def test_gnu_screen_is_sent_no_colours_of_24_bits_though_it_hands_the_promise_on(
    environ: dict[str, str], colours: str
) -> None:
    found = terminal({**environ, "COLORTERM": "truecolor"}, "utf-8")
    assert (found.colours, found.in_screen) == (colours, colours != "truecolor")
    assert ("?1000h" in enter(found, mouse=True)) == (not found.in_screen), "with a mouse it keeps escape for itself"
