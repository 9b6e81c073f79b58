"""What was on screen when: recorded output played into a terminal emulator."""

from collections.abc import Callable, Sequence

import pyte

from bench.recording import Piece

Lines = Sequence[str]


def last_screen(pieces: Sequence[Piece], size: tuple[int, int]) -> list[str]:
    """The lines on screen after all of the output."""
    screen = pyte.Screen(*size)
    stream = pyte.ByteStream(screen)
    for piece in pieces:
        stream.feed(piece.data)
    return list(screen.display)


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
