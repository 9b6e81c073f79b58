"""What is done in every terminal, and the cells that the program means to show then.

`python -m tools.terminals.scenes PROGRAM COLUMNSxROWS …` prints one list of rows a scene as JSON, a cell as its text
and the codes of its style; each further size is the last scene on a window of that size. It has to have the environment
of the terminal, which decides on colours. No driver takes part, so what a driver sends can be held against this.
"""

import asyncio
import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date

from caucasus_tui.tui.terminal.capabilities import settle_environment, terminal
from caucasus_tui.tui.terminal.ink import PLAIN, Ink, on_blank
from caucasus_tui.tui.terminal.screen_cells import ScreenCell

DAY = date(2026, 11, 23)
SIZE = (120, 36)

PROGRAMS: dict[str, tuple[str, ...]] = {
    "bundled": ("caucasus_tui", "--dossier", "bundled", "--today", str(DAY)),
    "scripts": ("tests.terminal.hostile", "scripts", "--today", str(DAY)),
}
"""The bundled dossier; the one of the tests with letters of many scripts and emoji behind every text."""

SCENES: dict[str, dict[str, tuple[str, ...]]] = {
    "bundled": {
        "first screen": (),
        "a pane alone": ("1", "z"),
        "scrolled": ("pagedown", *["down"] * 12, "up", "up"),
        "the map": ("9", "down"),
        "reading mode": ("escape", "b"),
        "scrolled there": (*["down"] * 9, "pagedown"),
        "back": ("escape", "2", "down", "right"),
        "typed": ("slash", *"corridor", "space", *"lachim", "backspace", "n"),
        "a word deleted": ("ctrl+w",),
        "resized": (),
    },
    "scripts": {"first screen": (), "a pane alone": ("1", "z"), "scrolled": ("down",) * 8, "a record": ("enter",)},
}
"""Keys in Textual's names, one scene after the other."""

Cells = list[list[tuple[str, str]]]


async def meant(program: str, sizes: list[tuple[int, int]]) -> list[Cells]:
    """The cells of each scene; those of the last scene for each size after the first."""
    found = terminal(os.environ, "utf-8")
    settle_environment(os.environ, found)
    # Textual decides on colours when it is imported.
    from caucasus_tui.session.library import Library
    from caucasus_tui.session.session import Session
    from caucasus_tui.tui.app import Dashboard
    from caucasus_tui.tui.terminal.screen_cells import cells
    from tests.terminal.hostile import TINY, hostile

    opened = Library().read(str(TINY) if program == "scripts" else "")
    dossier = hostile(program) if program == "scripts" else opened.dossier
    session = Session(dossier, clock=lambda: DAY, outline=opened.outline, compares=not found.ascii)
    app = Dashboard(session, theme=found.theme, terminal=found)
    ink, made = Ink(found.colours, slants=not found.in_screen), []
    async with app.run_test(size=sizes[0]) as pilot:

        async def picture() -> Cells:
            for _ in range(5):
                await pilot.pause(0.1)
            rows = [cells(strip, ink, ascii=found.ascii) for strip in app.screen._compositor.render_strips()]
            return [list(_styled(row)) for row in rows]

        for keys in SCENES[program].values():
            await pilot.press(*keys)
            made.append(await picture())
        for size in sizes[1:]:
            await pilot.resize_terminal(*size)
            made[-1] = await picture()
    return made


def _styled(row: Iterable[ScreenCell]) -> Iterator[tuple[str, str]]:
    """The texts and styles of cells. A blank has no letter to colour: it has the style of the cell before it where
    that looks the same, as it is sent, since what a letter leaves over is drawn on within one style alone."""
    style, seen = "", PLAIN
    for cell in row:
        if cell.text != " " or on_blank(cell.sgr) != seen:
            style, seen = codes(*cell.sgr[:3]), on_blank(cell.sgr)
        yield cell.text, style


def codes(attributes: frozenset[str], letters: str, ground: str) -> str:
    """A style as SGR has it, from nothing."""
    return ";".join(filter(None, ("0", *sorted(attributes), letters, ground)))


def text_of(cells: Cells) -> list[str]:
    """The letters alone, line by line."""
    return ["".join(text for text, _ in row).rstrip() for row in cells]


if __name__ == "__main__":
    given = [(int(columns), int(rows)) for columns, _, rows in (size.partition("x") for size in sys.argv[2:])]
    json.dump(asyncio.run(meant(sys.argv[1], given)), sys.stdout)
