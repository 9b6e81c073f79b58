"""How many bytes a key costs, and how long that takes on a slow line. All at 80×24."""

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
SHARES = {
    "start": 1.25,
    "cursor down": 0.35,
    "cursor down that scrolls": 0.35,
    "pane": 0.9,
    "map to scale": 1.4,
    "search letter": 1.15,
    "open": 1.1,
    "back": 1.35,
}
"""Of the bytes of the first picture when `ctrl+l` has it sent whole. Where all of the picture changes it is about 1,
more where more stands on it than on the first: results, a map."""
REDRAW = "\x0c"
TAKEN = b"\x1b[?1049h"


def _since_taken(session: Session) -> int:
    """Bytes since the program took the screen: what a slow machine tells of the first reading comes before."""
    return len(session.log) - session.log.index(TAKEN)


@pytest.mark.parametrize("term", ["xterm-256color", slow("xterm")])
def test_what_a_key_costs(start: Start, figure: Figure, term: str) -> None:
    session = start(TERM=term).ready()
    first, whole = _since_taken(session), len(session.press(REDRAW))
    figure(f"{term}: a whole picture", whole, "B", most=6_000)
    colours = {"xterm": 16, "xterm-256color": 256}[term]

    def note(what: str, costs: list[int]) -> None:
        figure(f"{colours} colours: {what}, middle of {len(costs)}", statistics.median(costs), "B")
        figure(f"{colours} colours: {what}, share of a whole picture", max(costs) / whole, "", most=SHARES[what])

    note("start", [first])
    session.press("g")
    note("cursor down", [len(session.press(DOWN, QUIET)) for _ in range(5)])
    note("cursor down that scrolls", [len(session.press(DOWN, QUIET)) for _ in range(6)])
    note("pane", [len(session.press(key, QUIET)) for key in "258901"])
    session.press("9")
    session.press("g")  # where it opens, which is not where it was left
    note("map to scale", [len(session.press("m", QUIET))])
    session.press("/")
    note("search letter", [len(session.press(key, QUIET)) for key in "lachin"])
    session.press(ESC)
    note("open", [len(session.press(ENTER))])
    note("back", [len(session.press(ESC))])


@pytest.mark.parametrize("keys", ["/", slow(""), slow("?")])
def test_in_low_bandwidth_nothing_moves_by_itself(start: Start, figure: Figure, keys: str) -> None:
    session = start("--low-bandwidth").ready()
    first, whole = _since_taken(session), len(session.press(REDRAW))
    figure("low bandwidth: start, share of a whole picture", first / whole, "", most=SHARES["start"])
    assert b"38;5;" not in session.log and b"48;5;" not in session.log
    if keys:
        session.press(keys)
    session.settle(0.5)
    sent = len(session.log)
    session.read(3)
    figure(f"low bandwidth: idle with {keys or 'the list'}", len(session.log) - sent, "B", most=0)


def test_in_low_bandwidth_a_word_is_searched_for_once(start: Start, figure: Figure) -> None:
    session = start("--low-bandwidth").ready()
    whole = len(session.press(REDRAW))
    session.press("/")
    sent = len(session.log)
    for letter in "lachin":
        session.send(letter)
        session.read(0.08)
    session.settle(0.6)
    share = (len(session.log) - sent) / whole
    figure("low bandwidth: a word of six letters, share of a whole picture", share, "", most=1.5)
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
def test_on_a_slow_line(
    start: Start, figure: Figure, rate: int, term: str, first: float, all_: float, down: float
) -> None:
    session = start(TERM=term)
    line = f"{rate} B/s, {term}"
    with _slowly(session, rate):
        assert session.read(30, lambda: "◆ " in session.screen())
        figure(f"{line}: first row after", time.monotonic() - session.started, "s", most=first * patience())
        session.settle(0.5)
        took = time.monotonic() - session.started - 0.5
        figure(f"{line}: all there after", took, "s", most=all_ * patience())
        pressed, sent = time.monotonic(), len(session.log)
        session.send("j")
        session.read(10, lambda: len(session.log) > sent)
        session.settle(0.3)
        figure(f"{line}: cursor down after", time.monotonic() - pressed - 0.3, "s", most=down * patience())
        # A key held down. Pictures that nobody would see are left out; what the line holds, nobody can take back.
        for _ in range(30):
            session.send(DOWN)
            time.sleep(0.03)
        released = time.monotonic()
        session.settle(0.5)
        figure(f"{line}: still after 30 keys", time.monotonic() - released - 0.5, "s")
        pressed = time.monotonic()
        session.send("q")
        assert session.ends(10) is not None
        figure(f"{line}: gone after q", time.monotonic() - pressed, "s", most=2 * patience())
        session.read(6, lambda: session.log.endswith(b"\x1b[?25h"))
    assert session.disorder() == []
