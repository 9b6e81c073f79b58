"""Whatever is in a dossier, only our own sequences reach the terminal, and nothing acts."""

import base64
import re
import unicodedata

import pytest

from caucasus_tui.tui.terminal.grounds import ASK_GROUND
from tests.terminal.conftest import Start, slow
from tests.terminal.harness import ENTER, ESC, PROGRAM, QUIT, Session
from tests.terminal.hostile import PAYLOADS

HOSTILE = (PROGRAM[0], "-m", "tests.terminal.hostile")
OURS = re.compile(
    r"\x1b\[[0-9;]*[HmCKJr]|\x1b\[\?[0-9]+[hl]|\x1b\[>5u|\x1b\[<u|\x1b\[\?2026\$p|\x1b\]11;\?\x07|\x1bM|\r\n|\n"
    r"|\x1b\]52;c;([A-Za-z0-9+/=]*)\x07"
    r"|\x1b\[2[23];2t|\x1b\]2;caucasus-tui: [^\x00-\x1f\x7f-\x9f]{1,66}\x1b\\"
    r"|\x1b\]8;(?:id=[0-9a-f]{1,8};https://[!-~]{1,292}|;)\x1b\\"
)
"""All that this program ever says to a terminal besides text."""


def strangers(log: bytes) -> set[str]:
    """What a terminal might obey, or would not show, and is not ours."""
    rest = OURS.sub("", log.decode())
    odd = {character for character in rest if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")}
    return odd


def _tour(session: Session, panes: str = "1234567890") -> None:
    """Every pane, its zoom, an item of each, what is behind it, the prompt in each mode, the brief, copying."""
    for pane in panes:
        for key in (pane, "j", "l", "z", "z", ENTER, "s", ESC, ENTER, ESC, ESC, "y", "G"):
            session.send(key)
            session.read(0.03)
        session.settle(0.1)
        assert session.status is None, session.screen()
    for mode in "/:?a":
        session.press(mode, 0.1)
        session.press("x", 0.1)
        session.press(ESC, 0.1)
    session.press("b", 0.2)
    session.press(ESC, 0.1)


@pytest.mark.parametrize(
    ("size", "name"), [((80, 24), "xterm-256color"), slow((140, 40), "xterm-kitty")], ids=["80x24", "140x40 with links"]
)
def test_no_sequence_from_data_reaches_the_terminal(start: Start, size: tuple[int, int], name: str) -> None:
    session = start("sequences", command=HOSTILE, size=size, TERM=name).ready()
    _tour(session, "1290" if size == (80, 24) else "1234567890")
    assert session.status is None, session.screen()
    session.send(QUIT)
    assert session.ends(5) is not None
    assert strangers(session.log) == set()
    assert session.disorder() == []
    assert b"pwned" in session.log  # it was there, as harmless text


@pytest.mark.slow
def test_in_ascii_mode_neither(start: Start) -> None:
    session = start("sequences", "--ascii", command=HOSTILE).ready()
    _tour(session)
    assert strangers(session.log) == set()
    assert max(session.log) < 0x80


def test_markup_in_data_is_shown_as_it_stands_and_does_nothing(start: Start) -> None:
    session = start("markup", command=HOSTILE, size=(140, 40)).ready()
    assert "[red]x[/]" in session.screen()
    assert "[@click=app.quit]quit[/]" in session.screen().replace("\n", " ")
    for row in range(1, 40, 2):
        for column in range(2, 140, 6):
            session.send(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
        session.read(0.02)
        assert session.status is None, session.screen()


@pytest.mark.slow
def test_other_scripts_are_drawn_without_a_crash(start: Start) -> None:
    session = start("scripts", command=HOSTILE, size=(120, 36)).ready()
    _tour(session)
    assert session.status is None, session.screen()
    assert "漢" in session.log.decode()
    assert strangers(session.log) == set()


def test_what_is_copied_is_clean_and_nothing_else_is_sent(start: Start) -> None:
    session = start("sequences", command=HOSTILE).ready()
    session.press("y")
    copied = [base64.b64decode(found) for found in OURS.findall(session.log.decode()) if found]
    assert copied
    text = copied[-1].decode()
    assert "pwned" in text
    assert not [char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char != "\n"]
    assert session.log.count(b"\x1b]") == len(copied) + session.log.count(ASK_GROUND.encode())


def test_every_payload_is_made_of_what_it_says() -> None:
    assert strangers(PAYLOADS["sequences"].encode())
    assert not strangers(PAYLOADS["markup"].encode())
