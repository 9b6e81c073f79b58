"""What a terminal that is known for it gets besides a picture: a title, links; and that it has neither afterwards."""

import pytest

from caucasus_tui.tui.terminal.hyperlinks import END
from tests.terminal.conftest import Start, slow
from tests.terminal.harness import ROOT, Session

TINY = str(ROOT / "tests" / "tiny")
PUT, TAKEN = b"\x1b[22;2t", b"\x1b[23;2t"


def _stacks(session: Session) -> tuple[int, int]:
    return session.log.count(PUT), session.log.count(TAKEN)


def test_a_terminal_that_takes_both_has_neither_afterwards(start: Start) -> None:
    session = start("--dossier", TINY, TERM="xterm-kitty").ready()
    assert b"\x1b]2;caucasus-tui: The bridge" in session.log and session.log.index(PUT) < session.log.index(b"\x1b]2;")
    session.press("L")
    session.press("0G")
    assert b";https://example.org/" in session.log
    session.send("q")
    assert session.ends(5) == 0 or session.status == 0
    assert _stacks(session) == (1, 1) and session.log.rindex(END.encode()) > session.log.rindex(b";https://")
    assert session.disorder() == []


@pytest.mark.parametrize("name", ["st-256color", slow("rxvt-unicode"), slow("linux"), slow("xterm-256color")])
def test_one_that_is_not_known_gets_neither(start: Start, name: str) -> None:
    session = start("--dossier", TINY, TERM=name).ready("keys")
    session.press("L")
    session.send("q")
    assert session.ends(5) is not None
    assert b"\x1b]2;" not in session.log and b"\x1b]8;" not in session.log and _stacks(session) == (0, 0)
