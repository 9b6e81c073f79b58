"""When a program under test has done what it was given: Textual's own way, in shorter steps.

Textual sleeps 20 ms at a time until one passes with next to no processor time, three times and more for a key: most of
what a test of the dashboard took."""

import asyncio
from time import monotonic, process_time

import textual.app
import textual.pilot

STEP = 0.003
"""Seconds of each sleep."""
IDLE = STEP / 10
"""Seconds of processor time, of all threads, within one: no more than waking up takes."""


async def wait_for_idle(min_sleep: float = 0.02, max_sleep: float = 1) -> None:
    """Wait until nothing is left to run here, and no thread works. A loop that was only held up is not idle."""
    start = monotonic()
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    while True:
        before = process_time()
        await asyncio.sleep(STEP)
        passed = monotonic() - start
        if passed >= max_sleep or (passed > min_sleep and not ready and process_time() - before < IDLE):
            return


def install() -> None:
    """Have every pilot wait this way."""
    for module in (textual.app, textual.pilot):
        module.wait_for_idle = wait_for_idle  # type: ignore[attr-defined]
