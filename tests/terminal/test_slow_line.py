"""Checks 34–37: how many bytes a key costs, and how long that takes on a slow line. All at 80×24."""

import os
import select
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.terminal.conftest import Start, slow
from tests.terminal.figures import Figure
from tests.terminal.harness import DOWN, ENTER, ESC, Session, patience

QUIET = 0.2
LIMITS = {
    "start": 25_000,
    "cursor down": 800,
    "cursor down that scrolls": 800,
    "pane": 8_000,
    "search letter": 5_000,
    "open": 8_000,
    "back": 8_000,
}


@pytest.mark.parametrize("term", ["xterm-256color", slow("xterm")])
def test_34_what_a_key_costs(start: Start, figure: Figure, term: str) -> None:
    session = start(TERM=term).ready()
    colours = {"xterm": 16, "xterm-256color": 256}[term]

    def note(what: str, costs: list[int]) -> None:
        figure("34", f"{colours} colours: {what}, middle of {len(costs)}", statistics.median(costs), "B")
        figure("34", f"{colours} colours: {what}, most", max(costs), "B", most=LIMITS.get(what))

    note("start", [len(session.log)])
    session.press("g")
    note("cursor down", [len(session.press(DOWN, QUIET)) for _ in range(5)])
    note("cursor down that scrolls", [len(session.press(DOWN, QUIET)) for _ in range(6)])
    note("pane", [len(session.press(key, QUIET)) for key in "258901"])
    session.press("/")
    note("search letter", [len(session.press(key, QUIET)) for key in "lachin"])
    session.press(ESC)
    note("open", [len(session.press(ENTER))])
    note("back", [len(session.press(ESC))])


@pytest.mark.parametrize("keys", ["/", slow(""), slow("?")])
def test_37_in_low_bandwidth_nothing_moves_by_itself(start: Start, figure: Figure, keys: str) -> None:
    session = start("--low-bandwidth").ready()
    figure("37", "low bandwidth: start", len(session.log), "B", most=25_000)
    assert b"38;5;" not in session.log and b"48;5;" not in session.log
    if keys:
        session.press(keys)
    session.settle(0.5)
    sent = len(session.log)
    session.read(3)
    figure("37", f"low bandwidth: idle with {keys or 'the list'}", len(session.log) - sent, "B", most=0)


def test_37_in_low_bandwidth_a_word_is_searched_for_once(start: Start, figure: Figure) -> None:
    session = start("--low-bandwidth").ready()
    session.press("/")
    sent = len(session.log)
    for letter in "lachin":
        session.send(letter)
        session.read(0.08)
    session.settle(0.6)
    figure("37", "low bandwidth: a word of six letters", len(session.log) - sent, "B", most=5_000)
    assert "Lachin" in session.screen()


@contextmanager
def _slowly(session: Session, rate: int) -> Iterator[None]:
    """Lets the program's bytes through at so many a second: what it sends faster waits, in the program."""
    whole, gate = session.master, os.pipe()
    stop = threading.Event()

    def relay() -> None:
        due = time.monotonic()
        while not stop.is_set():
            if select.select([whole], [], [], 0.05)[0]:
                data = os.read(whole, max(rate // 50, 1))
                due = max(due, time.monotonic()) + len(data) / rate
                time.sleep(max(due - time.monotonic(), 0))
                os.write(gate[1], data)

    thread = threading.Thread(target=relay, daemon=True)
    thread.start()
    session.slow_line(gate[0])
    try:
        yield
    finally:
        stop.set()
        thread.join()
        session.slow_line(None)
        os.close(gate[0])
        os.close(gate[1])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rate", "term", "first", "all_", "down"),
    [
        (5600, "xterm-256color", 4, 12, 1.5),
        (5600, "xterm", 4, 10, 1.5),
        (960, "xterm-256color", 8, 20, 1.5),
        (960, "xterm", 8, 20, 1.5),
    ],
)
def test_35_36_on_a_slow_line(
    start: Start, figure: Figure, rate: int, term: str, first: float, all_: float, down: float
) -> None:
    session = start(TERM=term)
    line = f"{rate} B/s, {term}"
    with _slowly(session, rate):
        assert session.read(30, lambda: "Sep 2023  " in session.screen())
        figure("35", f"{line}: first row after", time.monotonic() - session.started, "s", most=first * patience())
        session.settle(0.5)
        took = time.monotonic() - session.started - 0.5
        figure("35", f"{line}: all there after", took, "s", most=all_ * patience())
        pressed, sent = time.monotonic(), len(session.log)
        session.send("j")
        session.read(10, lambda: len(session.log) > sent)
        session.settle(0.3)
        figure("36", f"{line}: cursor down after", time.monotonic() - pressed - 0.3, "s", most=down * patience())
        # A key held down. Pictures that nobody would see are left out; what the line holds, nobody can take back.
        for _ in range(30):
            session.send(DOWN)
            time.sleep(0.03)
        released = time.monotonic()
        session.settle(0.5)
        figure("36", f"{line}: still after 30 keys", time.monotonic() - released - 0.5, "s")
        pressed = time.monotonic()
        session.send("q")
        assert session.ends(10) is not None
        figure("36", f"{line}: gone after q", time.monotonic() - pressed, "s", most=2 * patience())
        session.read(6, lambda: session.log.endswith(b"\x1b[?25h"))
    assert session.disorder() == []
