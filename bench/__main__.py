"""`make bench`, or `python -m bench [--pairs N]`: the dashboard and a bare Textual application in turn, as ratios.

Machines differ and are never quiet, so every number stands beside one measured a moment before or after it, and nothing
here passes or fails. Linux and macOS; the memory is told on Linux only.
"""

import argparse
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from bench import commands, dashboard
from bench.dashboard import ANEW, BYTES, KEY, KEY_SETTLED, MEMORY, OPEN_SEARCH, QUIT, SEARCH, SETTLED, USEFUL
from bench.table import kilobytes, machine, markdown, megabytes, middle, milliseconds, paired

PAIRS = 15

ROWS: tuple[tuple[str, Callable[[float], str], str], ...] = (
    (USEFUL, milliseconds, "ratio ≤ 0.15"),
    (ANEW, milliseconds, "ratio ≤ 1.25"),
    (SETTLED, milliseconds, "ratio ≤ 1.4"),
    (BYTES, kilobytes, "≤ 45 KB"),
    (MEMORY, megabytes, "ratio ≤ 1.2"),
    (KEY, milliseconds, "≤ 4 ms"),
    (KEY_SETTLED, milliseconds, ""),
    (OPEN_SEARCH, milliseconds, ""),
    (SEARCH, milliseconds, "≤ 30 ms"),
    (QUIT, milliseconds, "ratio ≤ 1.0"),
)
"""What is measured, how it is written, and what we want of it."""


def main() -> None:
    """Measure, print the table."""

    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS, help=f"how often to run each (default: {PAIRS})")
    parser.add_argument("--dossier", metavar="DIR", help="another dossier than the bundled one")
    options = parser.parse_args()
    command = program(options.dossier)
    with tempfile.TemporaryDirectory() as cache:
        environment = surroundings(cache)
        print(f"{options.pairs} pairs …", file=sys.stderr)
        print(screens(command, environment, options.pairs))
        print(lines(command, environment, options.pairs))
    print(machine())


def program(dossier: str = "") -> list[str]:
    """The program as it is installed beside this Python, or else run by it."""
    installed = str(Path(sys.executable).with_name("caucasus-tui"))
    command = [installed] if os.access(installed, os.X_OK) else [sys.executable, "-m", "caucasus_tui"]
    return command + (["--dossier", dossier] if dossier else [])


def surroundings(cache: str) -> dict[str, str]:
    """The environment of every run: a terminal with all colours, a cache that starts empty, and modules compiled once,
    as a reader has them; no settings of whoever measures."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "CAUCASUS_", "XDG_"))}
    return {
        **kept,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "XDG_CACHE_HOME": cache,
        "XDG_CONFIG_HOME": cache,
        # Not beside the cache: what lies there is in the digest of the first picture.
        "XDG_STATE_HOME": f"{cache}/state",
    }


def screens(command: list[str], environment: dict[str, str], pairs: int) -> str:
    """The table for the dashboard. One run before the first pair fills the caches of program and system."""
    yardstick = [sys.executable, str(Path(__file__).with_name("bare_app.py"))]
    dashboard.without_picture(command, environment)
    dashboard.bare(yardstick, environment)
    ours, theirs = defaultdict[str, list[float]](list), defaultdict[str, list[float]](list)
    for _ in range(pairs):
        for name, numbers in dashboard.dashboard(command, environment).items():
            ours[name] += numbers
        for name, numbers in dashboard.without_picture(command, environment).items():
            ours[name] += numbers
        for name, numbers in dashboard.bare(yardstick, environment).items():
            theirs[name] += numbers
    columns, rows = dashboard.SIZE
    return markdown(
        (f"{columns}×{rows}, warm cache", "dashboard", "bare Textual app", "ratio (middle half)", "wanted"),
        (
            (name, middle(ours[name], show), middle(theirs[name], show), paired(ours[name], theirs[name]), wanted)
            for name, show, wanted in ROWS
        ),
    )


def lines(command: list[str], environment: dict[str, str], pairs: int) -> str:
    """The table for the commands that print."""
    found = commands.present(command, environment)
    times: dict[str, list[float]] = {name: [] for name in found}
    nothing: list[float] = []
    for _ in range(pairs):
        nothing.append(commands.seconds(commands.NOTHING, environment))
        for name, line in found.items():
            times[name].append(commands.seconds(line, environment))
    return markdown(
        ("command", "median", "`python -c pass`", "ratio (middle half)"),
        (
            (" ".join(commands.COMMANDS[name]), middle(taken, milliseconds), middle(nothing, milliseconds), ratio)
            for name, taken in times.items()
            for ratio in [paired(taken, nothing)]
        ),
    )


if __name__ == "__main__":
    main()
