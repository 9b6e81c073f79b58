"""What was on screen when: recorded output played into a terminal emulator."""

from collections.abc import Callable, Sequence

import pyte

from bench.recording import Piece

Lines = Sequence[str]
Box = tuple[int, int, int, int]
"""Top, left, bottom and right of the inside of a frame; bottom and right excluded."""

_CORNERS = "╭┌┏╔+"


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


def frames(lines: Lines) -> list[Box]:
    """The insides of the frames on screen, by their top left corners."""
    found = []
    for top, line in enumerate(lines):
        for left, character in enumerate(line):
            if character in _CORNERS and line[left + 1 : left + 2] in ("─", "━", "═", "-"):
                side = lines[top + 1][left] if top + 1 < len(lines) else ""
                bottom = next((y for y in range(top + 1, len(lines)) if lines[y][left] != side), len(lines))
                right = next((x for x in range(left + 1, len(line)) if lines[top + 1][x] == side), len(line))
                found.append((top + 1, left + 1, bottom, right))
    return found


def rows_of(lines: Lines, box: Box) -> list[str]:
    """The text of each line inside a frame."""
    top, left, bottom, right = box
    return [line[left:right].strip() for line in lines[top:bottom]]


def four_panes(settled: Lines) -> Callable[[Lines], bool]:
    """Whether each of the four panes of the settled screen shows one of its rows already.

    Raises ValueError where the settled screen has no four panes.
    """
    boxes = frames(settled)
    if len(boxes) != 4:
        raise ValueError(f"{len(boxes)} frames on screen, not four:\n" + "\n".join(settled))
    wanted = [{row for row in rows_of(settled, box) if sum(map(str.isalpha, row)) > 2} for box in boxes]
    return lambda lines: all(rows & set(rows_of(lines, box)) for rows, box in zip(wanted, boxes, strict=True))
