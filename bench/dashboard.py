"""One run of the dashboard and one of the bare application, each as a table of numbers."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.bare_app import LINE
from bench.recording import Recording
from bench.screens import first_time, last_screen, nearly, settled

SIZE = (120, 40)
"""Columns and rows."""
STEPS = 8
"""How often the cursor is moved: fewer times than there are lines above the one where it opens."""
TYPED = "lachin"
WHOLE = 1.0
"""Seconds without output after which a start is over: the first words to the terminal come long before the picture."""

USEFUL, SETTLED, BYTES, MEMORY, QUIT = "first useful paint", "settled", "bytes to settle", "PSS", "quit"
KEY, KEY_SETTLED, SEARCH = "key to screen", "key to settled", "search character to screen"
OPEN_SEARCH = "opening the search"
ANEW = "first useful paint, no picture kept"

Numbers = dict[str, list[float]]
"""Seconds, bytes or MB; as many as one run gave."""


def dashboard(command: Sequence[str], environment: Mapping[str, str], text: str = TYPED) -> Numbers:
    """Start, move up the timeline, which opens near its end, search for a text, quit.

    Raises ValueError where next to nothing comes up.
    """
    with Recording(command, SIZE, environment) as run:
        settled(run, WHOLE)
        start = list(run.pieces)
        memory = run.memory()
        steps = [run.press("k") for _ in range(STEPS)]
        opened, _ = run.press("/")
        typed = [run.press(character)[1] for character in text]
        quit_after = run.end("\x11")
    useful = first_time(start, SIZE, nearly(last_screen(start, SIZE)))
    assert useful is not None  # the last screen is as itself, so some screen is the first that is
    return {
        USEFUL: [useful],
        BYTES: [float(sum(len(piece.data) for piece in start))],
        MEMORY: [memory] if memory else [],
        KEY: [first for first, _ in steps],
        KEY_SETTLED: [last for _, last in steps],
        OPEN_SEARCH: [opened],
        SEARCH: typed,
        QUIT: [quit_after],
    }


def without_picture(command: Sequence[str], environment: Mapping[str, str]) -> Numbers:
    """Start where no first picture is kept, as on another day, and quit."""
    for kept in Path(environment["XDG_CACHE_HOME"], "caucasus-tui").glob("picture-*"):
        kept.unlink()
    with Recording(command, SIZE, environment) as run:
        came = settled(run, WHOLE)
        start = list(run.pieces)
        run.end("q")
    useful = first_time(start, SIZE, nearly(last_screen(start, SIZE)))
    assert useful is not None
    return {ANEW: [useful], SETTLED: [came]}


def bare(command: Sequence[str], environment: Mapping[str, str]) -> Numbers:
    """Start and quit."""
    with Recording(command, SIZE, environment) as run:
        came = run.settle(quiet=WHOLE)
        start = list(run.pieces)
        memory = run.memory()
        quit_after = run.end("\x11")
    useful = first_time(start, SIZE, lambda lines: any(LINE in line for line in lines))
    return {
        USEFUL: [came if useful is None else useful],
        ANEW: [came if useful is None else useful],
        SETTLED: [came],
        BYTES: [float(sum(len(piece.data) for piece in start))],
        MEMORY: [memory] if memory else [],
        QUIT: [quit_after],
    }
