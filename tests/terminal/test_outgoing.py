"""Writing never blocks, and nothing is lost or out of order, whether or not the terminal can be opened once more."""

import os
import pty
import threading
import time
import tty
from collections.abc import Iterator

import pytest

from caucasus_tui.tui.terminal.outgoing import Outgoing

MUCH = "".join(f"{number:07} " for number in range(40_000))
"""More than any terminal takes unread."""


@pytest.fixture(params=["opened once more", "as it is"])
def ends(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, int]]:
    """The terminal's side and the program's; the second way is that after `su`, where the terminal is another's."""

    def refused(fd: int) -> str:
        raise PermissionError("not yours")

    if request.param == "as it is":
        monkeypatch.setattr(os, "ttyname", refused)
    terminal, program = pty.openpty()
    tty.setraw(program)
    yield terminal, program
    os.close(terminal)
    os.close(program)


def read(terminal: int, length: int) -> str:
    taken = b""
    while len(taken) < length:
        taken += os.read(terminal, 1 << 16)
    return taken.decode()


def test_what_is_sent_arrives_in_order(ends: tuple[int, int]) -> None:
    terminal, program = ends
    idle = threading.Event()
    outgoing = Outgoing(program, idle.set, lambda: None)
    outgoing.start()
    began = time.monotonic()
    outgoing.send("first ")
    outgoing.send(MUCH)
    outgoing.send(" last")
    assert time.monotonic() - began < 1
    assert outgoing.busy
    assert read(terminal, len(MUCH) + 11) == f"first {MUCH} last"
    assert idle.wait(5)
    outgoing.send("more")
    assert read(terminal, 4) == "more"
    assert outgoing.end(5)


def test_it_can_be_left_while_nobody_reads(ends: tuple[int, int]) -> None:
    terminal, program = ends
    outgoing = Outgoing(program, lambda: None, lambda: None)
    outgoing.start()
    outgoing.send(MUCH)
    outgoing.forget()
    began = time.monotonic()
    outgoing.end(0.2)
    assert time.monotonic() - began < 2
    while outgoing.is_alive():
        os.read(terminal, 1 << 16)
        outgoing.join(0.01)
    assert outgoing.end(1)
