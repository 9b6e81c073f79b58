"""`python -m bench.readers [--readers N]`: one reader of a kiosk, then so many at the same moment, on this machine.

All start at once, are left alone for a while, and press a key at once; nothing here passes or fails. Linux.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from bench.__main__ import surroundings
from bench.recording import Recording
from bench.table import machine, markdown, megabytes, middle, milliseconds

READERS = 50
SIZE = (120, 40)
"""Columns and rows."""
QUIET = 2.0
"""Seconds without output after which a screen counts as settled, on a machine that has much to do."""
LEFT_ALONE = 10.0
"""Seconds."""


class Crowd(NamedTuple):
    """What readers saw: seconds to the settled first screen, MB (PSS), processor in per cent of one while nobody types,
    and seconds from a key that all press at once to the screen."""

    started: Sequence[float]
    memory: Sequence[float]
    idle: float
    key: Sequence[float]


def main() -> None:
    """Measure, print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.readers", description=__doc__)
    parser.add_argument("--readers", type=int, default=READERS, help=f"how many at once (default: {READERS})")
    parser.add_argument("--dossier", metavar="DIR", default="bundled", help="another dossier than the bundled one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kiosk = Path(folder) / "kiosk.toml"
        kiosk.write_text(f"dossier = {options.dossier!r}\ncache = 'cache'\n", encoding="utf-8")
        command = (sys.executable, "-I", "-m", "caucasus_tui", f"--kiosk={kiosk}")
        together(command, 1)  # fills the cache
        one, many = together(command, 1), together(command, options.readers)
    rows = (
        ("first screen, settled: middle", middle(one.started, milliseconds), middle(many.started, milliseconds)),
        ("first screen, settled: the last reader", "", milliseconds(max(many.started))),
        ("memory of a reader (PSS)", middle(one.memory, megabytes), middle(many.memory, megabytes)),
        ("memory of all (PSS)", megabytes(sum(one.memory)), megabytes(sum(many.memory))),
        ("processor while nobody types", f"{one.idle:.1f} %", f"{many.idle:.1f} %"),
        ("a key to the screen, all at once: middle", middle(one.key, milliseconds), middle(many.key, milliseconds)),
        ("a key to the screen, all at once: the last", "", milliseconds(max(many.key))),
    )
    print(markdown(("", "1 reader", f"{options.readers} readers"), rows))
    print(machine())


def together(command: Sequence[str], readers: int) -> Crowd:
    """So many dashboards at the same moment."""
    with tempfile.TemporaryDirectory() as home, ExitStack() as stack, ThreadPoolExecutor(readers) as everybody:
        environment = surroundings(home)
        runs = [stack.enter_context(Recording(command, SIZE, environment)) for _ in range(readers)]
        started = list(everybody.map(lambda run: run.settle(quiet=QUIET), runs))
        memory = [used for run in runs if (used := run.memory())]
        before = _processor(runs)
        time.sleep(LEFT_ALONE)
        idle = (_processor(runs) - before) / LEFT_ALONE * 100
        list(everybody.map(_take_what_waits, runs))
        key = [first for first, _ in everybody.map(lambda run: run.press("k"), runs)]
        list(everybody.map(lambda run: run.end("q"), runs))
    return Crowd(started, memory, idle, key)


def _take_what_waits(run: Recording) -> None:
    with suppress(TimeoutError):
        run.settle(quiet=0.1, patience=0.1)


def _processor(runs: Sequence[Recording]) -> float:
    """Seconds that all of them have taken."""
    fields = (Path(f"/proc/{run.pid}/stat").read_text().rpartition(")")[2].split() for run in runs)
    return sum(int(field[11]) + int(field[12]) for field in fields) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
