"""Any size, however it comes about."""

import time

import pytest

from tests.terminal.conftest import Start
from tests.terminal.figures import Figure
from tests.terminal.harness import Session, patience
from tests.terminal.traces import picture

SMALL, OTHER = [(40, 12), (20, 5)], [(80, 24), (60, 20), (1, 1), (0, 0), (300, 100), (20, 6)]


def _check(session: Session, size: tuple[int, int]) -> None:
    columns, rows = size
    if columns >= 40 and rows >= 12:
        assert session.shows("1 Timeline") or session.shows("1 Time")
    elif 0 < columns < 20 or 0 < rows < 6:
        # The words are broken to fit.
        wanted = "Terminal too small"[: columns * rows]
        assert session.read(10, lambda: session.screen().replace("\n", " ").strip().startswith(wanted[:columns]))
    session.settle()
    session.send("q")
    assert session.ends(2) is not None
    assert session.status == 0
    assert session.disorder() == []


@pytest.mark.parametrize("size", SMALL, ids=str)
def test_every_size_shows_what_it_can_and_quits(start: Start, size: tuple[int, int]) -> None:
    _check(start(size=size), size)


@pytest.mark.slow
@pytest.mark.parametrize("size", OTHER, ids=str)
def test_every_other_size_shows_what_it_can_and_quits(start: Start, size: tuple[int, int]) -> None:
    _check(start(size=size), size)


@pytest.mark.slow
def test_after_a_storm_of_sizes_the_screen_is_that_of_a_fresh_start(start: Start, figure: Figure) -> None:
    session = start().ready()
    session.press("g")
    fresh = session.screen()
    before, began = session.memory, len(session.log)
    for step in range(200):
        session.resize(30 + step * 7 % 120, 5 + step * 5 % 50)
        session.read(0.025)
    session.resize(80, 24)
    session.settle()
    figure("200 sizes in 5 s: sent", (len(session.log) - began) / 1000, "KB", most=1500)
    session.press("G")
    session.press("g")
    session.log = session.log[session.log.rindex(b"\x1b[2J") :]
    assert session.screen() == fresh
    pressed = time.monotonic()
    sent = len(session.log)
    session.send("j")
    session.read(5, lambda: len(session.log) > sent)
    figure("key after the storm: answered after", time.monotonic() - pressed, "s", most=0.5 * patience())
    figure("memory grown by", session.memory - before, "MB", most=20)


def test_a_forged_size_is_not_believed(start: Start, figure: Figure) -> None:
    session = start().ready()
    session.send("\x1b[48;99999;99999;1;1t")
    session.settle()
    _answers_soon(session, figure, "forged size report")


def test_a_size_in_the_environment_is_not_believed(start: Start, figure: Figure) -> None:
    session = start(COLUMNS="100000", LINES="100000").ready()
    assert picture(session.log, (80, 24)).display[23].strip()
    _answers_soon(session, figure, "COLUMNS=LINES=100000")


@pytest.mark.slow
def test_a_terminal_of_60000_by_60000_is_drawn_in_part(start: Start, figure: Figure) -> None:
    session = start(size=(60000, 60000))
    session.settle(2, 60)
    _answers_soon(session, figure, "60000 by 60000", most=400)


def _answers_soon(session: Session, figure: Figure, name: str, most: float = 150) -> None:
    figure(f"{name}: memory", session.memory, "MB", most=most)
    sent, pressed = len(session.log), time.monotonic()
    session.send("j")
    session.read(10, lambda: len(session.log) > sent)
    figure(f"{name}: key answered after", time.monotonic() - pressed, "s", most=patience())
