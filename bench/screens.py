"""What was on screen when: recorded output played into a terminal emulator."""

from collections.abc import Callable, Sequence

import pyte

from bench.recording import Piece, Recording

Lines = Sequence[str]


def last_screen(pieces: Sequence[Piece], size: tuple[int, int]) -> list[str]:
    """The lines on screen after all of the output."""
    screen = pyte.Screen(*size)
    stream = pyte.ByteStream(screen)
    for piece in pieces:
        stream.feed(piece.data)
    return list(screen.display)


def settled(run: Recording, quiet: float) -> float:
    """Wait until a program has drawn something and comes to rest; returns when the last piece came. What a large
    dossier takes to open may be longer than `quiet`, and the first words to the terminal come before."""
    at = run.settle(quiet=quiet)
    while not any(line.strip() for line in last_screen(run.pieces, run.size)):
        at = run.settle(quiet=quiet)
    return at


def first_time(pieces: Sequence[Piece], size: tuple[int, int], holds: Callable[[Lines], bool]) -> float | None:
    """When the screen first was as asked, in seconds; None where it never was."""
    screen = pyte.Screen(*size)
    stream = pyte.ByteStream(screen)
    for piece in pieces:
        stream.feed(piece.data)
        if holds(screen.display):
            return piece.at
    return None


def nearly(settled: Lines) -> Callable[[Lines], bool]:
    """Whether the screen is as it was once settled, but for a tenth of its lines, which may follow.

    Raises ValueError where there is next to nothing on the settled screen.
    """
    wanted = [(y, line) for y, line in enumerate(settled) if line.strip()]
    if len(wanted) < len(settled) // 2:
        raise ValueError(f"only {len(wanted)} lines on screen:\n" + "\n".join(settled))
    return lambda lines: 10 * sum(lines[y] == line for y, line in wanted) >= 9 * len(wanted)
