"""`python -m bench.visit`: ten keys of a reader, each with the bytes it sends and the seconds it takes on a slow line.

A line carries ten bits for a byte. The seconds are those of the bytes alone: what the machine takes stands beside them.
"""

import math
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress

from bench.__main__ import program, surroundings
from bench.dashboard import SIZE
from bench.recording import Recording
from bench.screens import settled
from bench.table import machine, markdown, milliseconds

TEN_KEYS = ("j", "j", "2", "enter", "esc", "z", "z", "/", "l", "esc")
LINES = (9_600, 56_000)
"""Bits a second."""
AT_REST = 1.0
"""Seconds without output after which a start is over, on a machine that has much to do."""
CODES = {"enter": "\r", "esc": "\x1b", "tab": "\t"}

PLACES: Mapping[str, Sequence[str]] = {
    **{f"pane {digit}": (str(digit),) for digit in (2, 3, 4, 5, 6, 7, 8, 9, 0, 1)},
    **{f"pane {digit} zoomed": (str(digit), "z") for digit in (2, 3, 4, 5, 6, 7, 8, 9, 0, 1)},
    "map alone": ("9", "m"),
    "record of an actor": ("8", "enter"),
    "the end of causes": ("5", "G"),
    "the end of gaps": ("0", "G"),
    "the end of terms zoomed": ("3", "z", "G"),
    "the next heading of recommendations": ("6", "]"),
    "one condition alone": ("5", "o"),
    "documents": ("0", "d"),
    "numbers": ("0", "F"),
    "behind a source": ("0", "s"),
    "later lines": ("L",),
    "ledger": ("L", *":ledger", "enter"),
    ":": (":",),
    "/": ("/",),
    "first letter searched": ("/", "n"),
    "facts alone": ("f", "f"),
    "facts of actors": ("8", "f", "f"),
    "facts of causes": ("5", "f", "f"),
    "facts of sources": ("0", "f", "f"),
    "what is ours": ("f", "u"),
    "what is ours, zoomed": ("f", "u", "z"),
    "what is ours of terms": ("3", "f", "u"),
    "what is ours of tracks": ("6", "f", "u"),
    "what is ours of sources": ("0", "f", "u"),
    "what is ours of names, zoomed": ("9", "z", "f", "u"),
    "the end of what is ours": ("f", "u", "G"),
    "a": ("a",),
    "an answer": ("a", "b"),
    "b": ("b",),
    "b, longer": ("b", "m"),
    "D": ("D",),
    "R": ("R",),
}
"""What is visited from the first screen, and by which keys; the last of them is the one that is timed."""


def pressed(run: Recording, key: str) -> tuple[float, float, int]:
    """Type a key; returns the seconds to the first piece of the answer and to the last, and the bytes until nothing
    more came."""
    before = len(run.pieces)
    first, last = run.press(CODES.get(key, key))
    run.rest(AT_REST)
    return first, last, sum(len(piece.data) for piece in run.pieces[before:])


def visits(command: Sequence[str], environment: Mapping[str, str]) -> dict[str, float]:
    """Seconds from a key to the first piece of its screen, for every place, each in a program that was at rest."""
    found: dict[str, float] = {}
    for place, keys in PLACES.items():
        with Recording(command, SIZE, environment) as run:
            settled(run, AT_REST)
            for key in keys:
                found.pop(place, None)
                # A key may show nothing, as that of the pane where one is: then there is nothing to wait for.
                with suppress(TimeoutError):
                    found[place] = pressed(run, key)[0]
                run.rest()
    return found


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """How what takes `seconds` at `sizes` grows between the first and the last: 0 not at all, 1 as the size does."""
    return math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])


def main() -> None:
    """Press the ten keys in the bundled dossier, print the table; then the same as a slow line should be used."""
    for option in ("", "--low-bandwidth"):
        command = [*program(), *filter(None, (option,))]
        with tempfile.TemporaryDirectory() as cache, Recording(command, SIZE, surroundings(cache)) as run:
            settled(run, AT_REST)
            run.rest(AT_REST)
            rows = [(key, *pressed(run, key)) for key in TEN_KEYS]
        heads = [option or "key", "answered", "settled", "bytes", *(f"at {line:,} bit/s" for line in LINES)]
        mean = sum(count for *_, count in rows) / len(rows)
        each = [[key, milliseconds(a), milliseconds(b), f"{count:,}", *_seconds(count)] for key, a, b, count in rows]
        print(markdown(heads, [*each, ["a key, on average", "", "", f"{mean:,.0f}", *_seconds(mean)]]))
    print(machine())


def _seconds(count: float) -> list[str]:
    return [f"{count * 10 / line:.2f} s" for line in LINES]


if __name__ == "__main__":
    main()
