"""The program with one fault, named by the first argument: `python -m tests.terminal.faulty action`."""

import asyncio
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from textual.app import ComposeResult
from textual.strip import Strip

from caucasus_tui.cli import main
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.terminal.driver import SafeDriver
from caucasus_tui.tui.terminal.incoming import Incoming
from caucasus_tui.tui.terminal.sequences import Piece

SECRET = "Ashgrove-4711"
"""Stands for the data: no trace may show it."""


def fail(*_: object, **__: object) -> None:
    secret = SECRET
    raise ValueError(f"cannot read {secret}")


def in_action() -> None:
    Dashboard.action_theme = fail  # type: ignore[method-assign]


def in_compose() -> None:
    def compose(self: Dashboard) -> ComposeResult:
        fail()
        yield from ()

    Dashboard.compose = compose  # type: ignore[method-assign]


def in_drawing() -> None:
    def render_line(self: PageView, y: int) -> Strip:
        fail()
        return Strip.blank(1)

    PageView.render_line = render_line  # type: ignore[method-assign]


def in_worker() -> None:
    async def work() -> None:
        fail()

    def start(self: Dashboard) -> None:
        self.run_worker(work())

    Dashboard.action_theme = start  # type: ignore[method-assign]


def in_task() -> None:
    def start(self: Dashboard) -> None:
        asyncio.get_running_loop().call_soon(fail)

    Dashboard.action_theme = start  # type: ignore[method-assign]


def in_thread() -> None:
    Dashboard.action_theme = lambda self: threading.Thread(target=fail).start()  # type: ignore[method-assign]


def in_input() -> None:
    def feed(self: Incoming, data: bytes) -> Iterator[Piece]:
        fail()
        yield from ()

    Incoming.feed = feed  # type: ignore[method-assign]


def in_driver() -> None:
    SafeDriver.__init__ = fail  # type: ignore[method-assign]


def in_loading() -> None:
    Dashboard.__init__ = fail  # type: ignore[method-assign]


def busy() -> None:
    """No fault, but a screen that never rests."""
    drawn = PageView.render_line
    count = iter(range(10**9))

    def render_line(self: PageView, y: int) -> Strip:
        line = drawn(self, y)
        return Strip.join([Strip.blank(next(count) % 9), line]).crop(0, line.cell_length)

    mounted = Dashboard.on_mount

    def on_mount(self: Dashboard) -> None:
        mounted(self)
        PageView.render_line = render_line  # type: ignore[method-assign]
        self.set_interval(0.05, lambda: [view.refresh() for view in self.query(PageView)])

    Dashboard.on_mount = on_mount  # type: ignore[method-assign]


def browsing() -> None:
    """Not a fault of ours: the key for the theme asks for a web page."""
    Dashboard.action_theme = lambda self: self.open_url("https://example.org")  # type: ignore[method-assign]


def waiting_disk() -> None:
    """No fault, but a disk that takes nothing until there is a file `go` where the program was started."""

    def fsync(descriptor: object) -> None:
        while not Path("go").exists():
            time.sleep(0.01)

    os.fsync = fsync  # type: ignore[assignment]


FAULTS: dict[str, Callable[[], None]] = {
    "action": in_action,
    "compose": in_compose,
    "drawing": in_drawing,
    "worker": in_worker,
    "task": in_task,
    "thread": in_thread,
    "input": in_input,
    "loading": in_loading,
    "driver": in_driver,
    "busy": busy,
    "browsing": browsing,
    "waiting-disk": waiting_disk,
}

if __name__ == "__main__":
    FAULTS[sys.argv[1]]()
    sys.exit(main(sys.argv[2:]))
