"""`python -m bench.growth [SIZE …]`: how each figure grows with the dossier, up to 100,000 statements.

Each size is made, opened once without a cache (the cold build), and then run a few times from the cache. Then every
pane, zoomed too, and what else fills the screen is visited once at each size, with the exponent of its growth.
"""

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from bench import dashboard, make_dossier
from bench.__main__ import program, surroundings
from bench.commands import peak_memory
from bench.dashboard import ANEW, KEY, KEY_SETTLED, MEMORY, OPEN_SEARCH, SEARCH, USEFUL
from bench.table import machine, markdown, megabytes, milliseconds
from bench.visit import exponent, visits

SIZES = (1_000, 10_000, 100_000)
RUNS = 3
LARGE_FILES = ("--max-file", "100")
TYPED = "with na"
"""A common word and the beginning of others: much is found at every letter."""


def main() -> None:
    """Measure dossiers of each size, print the table."""

    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="SIZE", help="numbers of statements")
    parser.add_argument("--runs", type=int, default=RUNS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        columns = {"bundled": measured(program(), Path(folder), "bundled", options.runs, "lachin")}
        for size in options.sizes:
            root = Path(folder) / str(size)
            make_dossier.make(root, size)
            print(f"{size:,} …", file=sys.stderr)
            columns[f"{size:,}"] = measured(
                [*program(str(root)), *LARGE_FILES], Path(folder), str(size), options.runs, TYPED
            )
        bundled = visits(program(), _kept(folder, "bundled"))
        places = {
            size: visits([*program(str(Path(folder) / str(size))), *LARGE_FILES], _kept(folder, size))
            for size in options.sizes
        }
    names = list(next(iter(columns.values())))
    print(
        markdown(["statements", *columns], ([name, *(column[name] for column in columns.values())] for name in names))
    )
    heads = ["key to screen", "bundled", *map("{:,}".format, options.sizes), "exponent", "largest / bundled"]
    print(markdown(heads, _growing(options.sizes, bundled, places)))
    print(machine())


def _kept(folder: str, size: int | str) -> dict[str, str]:
    """The surroundings in which a dossier of this size was opened before."""
    return surroundings(str(Path(folder) / f"cache-{size}"))


def _growing(
    sizes: Sequence[int], bundled: Mapping[str, float], places: Mapping[int, Mapping[str, float]]
) -> Iterator[list[str]]:
    """Every place that all sizes have, with the seconds to it, how they grow, and how much more they are at last than
    in the bundled dossier."""
    for place in places[sizes[0]]:
        seconds = [places[size][place] for size in sizes if place in places[size]]
        if len(seconds) == len(sizes):
            grown = f"{exponent(sizes, seconds):.2f}" if len(sizes) > 1 else "–"
            ratio = f"{seconds[-1] / bundled[place]:.1f}" if place in bundled else "–"
            yield [place, milliseconds(bundled.get(place, 0.0)), *map(milliseconds, seconds), grown, ratio]


def measured(command: list[str], folder: Path, name: str, runs: int, typed: str) -> dict[str, str]:
    """By what is measured: the median, as it is written."""
    cache = folder / f"cache-{name}"
    cache.mkdir()
    environment = surroundings(str(cache))
    began = time.perf_counter()
    peak = peak_memory([*command, "search", typed], environment)
    cold = time.perf_counter() - began
    found = defaultdict[str, list[float]](list)
    for _ in range(runs):
        found[ANEW] += dashboard.without_picture(command, environment)[ANEW]
        for what, numbers in dashboard.dashboard(command, environment, typed).items():
            found[what] += numbers
    kept = sum(file.stat().st_size for file in cache.rglob("*") if file.is_file())
    return {
        "cold build": f"{cold:.1f} s",
        "cold build, most memory": megabytes(peak),
        "cache": megabytes(kept / 2**20),
        **{what: milliseconds(median(found[what])) for what in (USEFUL, ANEW, KEY, KEY_SETTLED, OPEN_SEARCH, SEARCH)},
        MEMORY: megabytes(median(found[MEMORY])) if found[MEMORY] else "–",
    }


if __name__ == "__main__":
    main()
