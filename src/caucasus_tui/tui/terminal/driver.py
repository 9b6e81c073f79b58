"""Between Textual and the terminal. All that is private to Textual and needed for it is named here and in run.py.

Textual's own driver believes what the terminal sends, waits for it when writing, and does not notice when it is gone.
This one reads through `Keyboard`, writes through `Outgoing`, and watches.
"""

import os
import select
import signal
import sys
import termios
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Thread
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from caucasus_tui.first_picture import give_back, taken
from caucasus_tui.line_discipline import flush, raw, set_attributes, write_at_once
from caucasus_tui.page.rows.ascii import in_cells
from caucasus_tui.tui.terminal import modes
from caucasus_tui.tui.terminal.capabilities import Terminal
from caucasus_tui.tui.terminal.frame import Frame
from caucasus_tui.tui.terminal.grounds import ASK_GROUND
from caucasus_tui.tui.terminal.ink import Ink
from caucasus_tui.tui.terminal.keyboard import Keyboard
from caucasus_tui.tui.terminal.outgoing import Outgoing
from caucasus_tui.tui.terminal.takeover import Takeover

LOST = 128 + signal.SIGHUP
"""Exit status when the terminal is gone, whether or not the signal that says so got through."""
LARGEST = (1000, 500)
"""Columns and rows drawn at most; a terminal may claim to have more."""
PATIENCE = 1.0
"""Seconds that leaving waits for a terminal that takes no more."""


class SafeDriver(Driver):
    """The driver that draws on stdout, so that stderr may go anywhere."""

    terminal: ClassVar[Terminal] = Terminal()
    can_suspend = True

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._in, self._out = sys.__stdin__.fileno(), sys.__stdout__.fileno()  # type: ignore[union-attr]
        ink = Ink(self.terminal.colours, slants=not self.terminal.in_screen)
        self._frame = Frame(ink, ascii=self.terminal.ascii, fills=self.terminal.fills)
        self.takeover = Takeover(self._frame, None)
        self._outgoing: Outgoing | None = None
        self._keyboard: Keyboard | None = None
        self._before: list[Any] | None = None
        self._active = False
        self._stale = False
        self._synchronized = False
        signal.signal(signal.SIGTSTP, self._on_stop if self.can_suspend else signal.SIG_IGN)
        signal.signal(signal.SIGCONT, self._on_continue)
        Thread(target=self._watch, name="terminal-watch", daemon=True).start()

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Nothing: over SSH a text browser would take the terminal. Addresses are shown, to be opened by hand."""

    @staticmethod
    def on_lost() -> None:
        """Called, from any thread, once the terminal is gone."""
        os._exit(LOST)

    @staticmethod
    def take_ground(answer: str) -> None:
        """Called with what the terminal says its ground is."""

    # Taking and giving back the screen

    def start_application_mode(self) -> None:
        # First: a signal may come in between, and what it does depends on this.
        self._active = True
        self._stale = False
        # Kept from the first time: later a stop or a shell's own prompt may show.
        shown = taken()
        self._before = self._before or (shown.before if shown else termios.tcgetattr(self._in))
        set_attributes(self._in, raw(self._before))
        self._frame.forget()
        self.takeover = Takeover(self._frame, shown)
        self._outgoing = Outgoing(self._out, self._caught_up, self._lost)
        self._outgoing.start()
        self._outgoing.send(shown.rest if shown else modes.enter(self.terminal, self._mouse))
        self.entitle()
        if not self.terminal.old and os.environ.get("TERM_PROGRAM") != "Apple_Terminal":
            self.write(modes.ASK_SYNCHRONIZED)
        if not self.terminal.old:
            self.write(ASK_GROUND)
        signal.signal(signal.SIGWINCH, lambda *_: self._send_size())
        self._send_size()
        self._keyboard = Keyboard(self._in, self._told, self._on_mode, self.take_ground, self._lost)
        self._keyboard.start()

    def stop_application_mode(self) -> None:
        if not self._active or self._outgoing is None or self._before is None:
            give_back()
            return
        self._active = False
        self.disable_input()
        self._outgoing.forget()
        self._outgoing.send(modes.leave(self.terminal))
        if not self._outgoing.end(PATIENCE):
            flush(self._out, termios.TCOFLUSH)
            if not self._outgoing.end(PATIENCE / 5):
                write_at_once(self._out, modes.leave(self.terminal).encode())
        # Clicks and answers on their way would be typed into the shell.
        flush(self._in, termios.TCIFLUSH)
        set_attributes(self._in, self._before)

    def disable_input(self) -> None:
        signal.signal(signal.SIGWINCH, signal.SIG_DFL)
        if self._keyboard is not None:
            self._keyboard.end()
            self._keyboard = None

    def force_out(self) -> None:
        """Give the terminal back without waiting for anything."""
        if self._active:
            write_at_once(self._out, modes.leave(self.terminal).encode())
            if self._before is not None:
                set_attributes(self._in, self._before)

    def _lost(self) -> None:
        """There is no terminal to give back, and no reader to tell."""
        self._active = False
        self.on_lost()

    def _watch(self) -> None:
        """Ends the program when the terminal is gone, even where SIGHUP is ignored or goes to somebody else.

        A poll for nothing returns only for a hang-up, so this costs nothing until then. On macOS it knows no terminals:
        there the end of what can be read tells.
        """
        watched = select.poll()
        watched.register(self._in, 0)
        if any(told & (select.POLLHUP | select.POLLERR) for _, told in watched.poll()):
            self._lost()

    # Writing

    def write(self, data: str) -> None:
        if self.terminal.ascii:  # what does not come from here, as when Textual draws by itself, may be more
            data = in_cells(data)
        if self._outgoing is not None and self._active:
            self._outgoing.send(data)

    def entitle(self) -> None:
        """Call the window as the app wants it to be called."""
        self.write(modes.title(self.terminal, getattr(self._app, "window_title", "")))

    def knows(self, size: Size) -> bool:
        """Whether a picture of this size is on screen, so that changed lines are enough."""
        return self._frame.is_known(size)

    def draw(self, lines: Mapping[int, Strip], size: Size, cursor: tuple[int, int]) -> None:
        """Make the terminal show `lines` at their rows. While it is still taking the last picture, nothing: once it
        has, the app is asked for the picture of then."""
        if self._outgoing is None or not self._active:
            return
        if self._outgoing.busy:
            self._stale = True
            if self._outgoing.busy:  # asked anew: it may have caught up before it was told that something waits for it
                return
            self._caught_up()
        change = self.takeover.passed(self._frame.change(lines, size, cursor), size)
        if change and self._synchronized:
            change = f"{modes.BEGIN_UPDATE}{change}{modes.END_UPDATE}"
        self.write(change)

    def settle(self) -> None:
        """The app's first picture is whole. Where the terminal was too slow for some of it, it is none to be kept."""
        if self._stale:
            self.takeover.hurry()
        self.write(self.takeover.settle())

    def _told(self, message: Message) -> None:
        """The reader does something."""
        self.takeover.hurry()
        self.process_message(message)

    def _on_mode(self, answer: str) -> None:
        """The terminal says in what state a mode is: 1 set, 2 not set, else unknown to it (DECRPM)."""
        self._synchronized = self._synchronized or answer in ("2026;1", "2026;2")

    def _caught_up(self) -> None:
        if self._stale:
            self._stale = False  # here alone: what is drawn in between may be other rows than those that were left out
            self._soon(self._app.refresh)

    def redraw(self) -> None:
        """Send the whole picture again, for when something else has written on the screen."""
        self.takeover.forget()
        self._frame.forget()
        self._app.refresh()

    def _soon(self, call: Callable[[], object]) -> None:
        """Call from any thread or signal handler, on the app's thread."""
        with suppress(RuntimeError):  # the loop has ended: nothing is shown any more
            self._loop.call_soon_threadsafe(call)

    # Sizes and signals

    def _send_size(self) -> None:
        try:
            width, height = os.get_terminal_size(self._out)
        except OSError:
            width = height = 0
        size = Size(min(width or 80, LARGEST[0]), min(height or 24, LARGEST[1]))
        self._size = (size.width, size.height)
        self.send_message(events.Resize(size, size))

    def _on_stop(self, *_: object) -> None:
        """ctrl+z, through the app: gives the screen back, then stops the whole job.

        Not only this process: `make run` would wait for ever. By SIGTSTP, since the system ignores that, unlike
        SIGSTOP, where there is no shell to continue the job.
        """
        if not self._auto_restart or getattr(self._app, "is_leaving", False):
            return
        self.suspend_application_mode()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._on_stop)
        self._on_continue()

    def _on_continue(self, *_: object) -> None:
        """Back from a stop: takes the screen anew. After a SIGSTOP it was never given back, and only what a shell may
        have changed meanwhile is set again; saving the attributes of now would save ours as those from before."""
        if not self._auto_restart or getattr(self._app, "is_leaving", False):
            return
        if not self._active:
            self.resume_application_mode()
        elif self._before is not None:
            set_attributes(self._in, raw(self._before))
            self.write(modes.assert_modes(self.terminal, self._mouse))
            self._send_size()
        self._soon(self.redraw)
