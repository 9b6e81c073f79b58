"""Runs a dashboard: whatever happens, the terminal is given back as it was, and the status says how it ended."""

import asyncio
import os
import signal
import sys
import threading
from functools import partial

from caucasus_tui.crash import INTERNAL
from caucasus_tui.first_picture import give_back
from caucasus_tui.first_picture.shown import ENDING
from caucasus_tui.streams import complain
from caucasus_tui.tui.terminal.capabilities import Terminal
from caucasus_tui.tui.terminal.driver import LOST, SafeDriver
from caucasus_tui.tui.terminal.terminal_app import TerminalApp

NOT_WRITTEN = 1
"""The exit status where a file that the reader asked for could not be written."""
GRACE = 2.0
"""Seconds to leave politely after a signal. Then the program ends from outside the event loop, which may be stuck."""
HANDOVER = 0.0005
"""Seconds that a thread with a key or a picture waits for the one that is busy; Python's own 5 ms can be felt."""
TYPING_PAUSE = 0.25
"""Seconds, on a slow line."""


def run(app: TerminalApp, terminal: Terminal, *, mouse: bool = True) -> int:
    """Run an app to its end; returns the exit status: 0, 128 and the number of the signal that ended it, or
    `NOT_WRITTEN` where a file could not be written, which is then said.

    An exception that nobody handled, in whatever task or thread, is raised from here once the terminal is back.
    """
    if terminal.low_bandwidth:
        app.typing_pause = TYPING_PAUSE
    sys.setswitchinterval(HANDOVER)
    leaving = _Leaving(app)
    app.driver_class = type(
        "FittedDriver",
        (SafeDriver,),
        {
            "terminal": terminal,
            "on_lost": staticmethod(partial(leaving.leave, LOST)),
            "take_ground": staticmethod(app.take_ground),
            "can_suspend": not app.permissions.refusal("suspend_process"),
        },
    )
    before = {number: signal.getsignal(number) for number in (*ENDING, signal.SIGTSTP, signal.SIGCONT)}
    for number in ENDING:
        signal.signal(number, leaving)
    hook, threading.excepthook = threading.excepthook, lambda args: leaving.after(args.exc_value)
    try:
        asyncio.run(leaving.running(mouse))
    finally:
        leaving.done()
        late: list[BaseException | None] = [app.fault]
        threading.excepthook = lambda args: late.append(args.exc_value)
        app.keep()
        for number, handler in before.items():
            heeded = number in ENDING and handler is not signal.SIG_IGN
            signal.signal(number, _leave_without if heeded else handler)
        lost = app.finish()
        for number in ENDING:
            signal.signal(number, before[number])
        threading.excepthook = hook
    if lost:
        complain(f"caucasus-tui: {lost}")
    for fault in filter(None, late):
        raise fault
    return app.return_code or (NOT_WRITTEN if lost else 0)


def _leave_without(number: int, frame: object) -> None:
    """Leave nothing of what is being written, for which Python itself would go on to wait."""
    from caucasus_tui.brief.export import abandon

    abandon()
    os._exit(128 + number)


class _Leaving:
    """Ends the app on a signal or a fault elsewhere: by its own way out, or after `GRACE` seconds without."""

    def __init__(self, app: TerminalApp) -> None:
        self._app = app
        self._loop: asyncio.AbstractEventLoop | None = None
        self._last_resort: threading.Timer | None = None

    async def running(self, mouse: bool) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(lambda loop, context: self.after(context.get("exception")))
        await self._app.run_async(mouse=mouse)

    def __call__(self, number: int, frame: object) -> None:
        self.leave(128 + number)

    def after(self, error: BaseException | None) -> None:
        """A task or thread of its own has failed."""
        if error is not None:
            self._app.note(error)
            self.leave(INTERNAL)

    def leave(self, status: int) -> None:
        """Begin to, from any thread."""
        if self._last_resort is None:
            self._last_resort = threading.Timer(GRACE, self.force, (status,))
            self._last_resort.daemon = True
            self._last_resort.start()
        if self._loop is not None and not self._loop.is_closed():
            # From a signal handler, which may come while the loop sleeps, only this wakes it.
            self._loop.call_soon_threadsafe(self._app.exit, None, status)

    def force(self, status: int) -> None:
        """End the process from wherever it is."""
        self.done()
        os._exit(status)

    def done(self) -> None:
        """Give the terminal back, if that has not been done."""
        give_back()
        if self._last_resort is not None:
            self._last_resort.cancel()
        driver = self._app._driver
        if isinstance(driver, SafeDriver):
            driver.force_out()
