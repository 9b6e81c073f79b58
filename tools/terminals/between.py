"""Programs between the reader and the dashboard, in a pty: what they make of its cells is compared with the cells."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from unicodedata import normalize

import pyte

from tests.terminal.harness import DOWN, ESC, Session, environment
from tests.terminal.traces import picture
from tools.terminals.attempts import tell
from tools.terminals.paint import sequence
from tools.terminals.scenes import PROGRAMS, SCENES, SIZE, Cells
from tools.terminals.trial import meant

KEYS = {"down": DOWN, "up": "\x1b[A", "right": "\x1b[C", "pagedown": "\x1b[6~", "slash": "/", "backspace": "\x7f"}
KEYS |= {"space": " ", "ctrl+w": "\x17", "escape": ESC}
PROGRAM = (sys.executable, "-m", *PROGRAMS["bundled"])

ESCAPE_SECONDS = 0.8
"""After which to a program in between an escape is not the beginning of something else; GNU screen waits 0.3."""

Between = tuple[tuple[str, ...], dict[str, str], dict[str, str]]
"""A command, what has to be in its environment, and what it puts into the program's."""


@contextmanager
def mosh(folder: Path) -> Iterator[Between]:
    """A server on this machine that runs the program, and its client."""
    given = environment(folder, COLORTERM="truecolor")
    command = ["mosh-server", "new", "-i", "127.0.0.1", "-c", "256", "--", *PROGRAM]
    said = subprocess.run(command, capture_output=True, text=True, env=given, check=True)
    found = re.search(r"MOSH CONNECT (\d+) (\S+)", said.stdout)
    number = re.search(r"pid = (\d+)", said.stderr)
    assert found and number, said
    try:
        yield ("mosh-client", "127.0.0.1", found[1]), {"MOSH_KEY": found[2], "MOSH_PREDICTION_DISPLAY": "never"}, given
    finally:
        subprocess.run(["kill", number[1]], stderr=subprocess.DEVNULL)


@contextmanager
def screen(folder: Path) -> Iterator[Between]:
    """GNU screen with no settings of anybody's."""
    (folder / "empty").write_text("startup_message off\n")
    sockets = folder / "sockets"
    sockets.mkdir(mode=0o700)
    command = ("screen", "-U", "-T", "screen-256color", "-c", str(folder / "empty"), "-m", *PROGRAM)
    yield command, {"SCREENDIR": str(sockets)}, environment(folder, TERM="screen-256color", COLORTERM="truecolor")


def differences(program: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Each scene of the bundled dossier but the one on a window of another size, and what is different in it."""
    folder.mkdir(parents=True)
    tell("start", step="the program")
    with {"mosh": mosh, "GNU screen": screen}[program](folder) as (command, needs, told):
        wanted = meant({**os.environ, **told}, "bundled", [SIZE])
        with Session(command, {**environment(folder, COLORTERM="truecolor"), **needs}, SIZE) as session:
            for (name, keys), cells in zip(SCENES["bundled"].items(), wanted, strict=True):
                if name == "resized":
                    continue
                tell(name, step="keys")
                for key in keys:
                    session.send(KEYS.get(key, key))
                    session.read(ESCAPE_SECONDS if key == "escape" else 0.03)
                tell(name, step="the cells")
                session.read(20, partial(_is_shown, session, cells))
                yield name, _unlike(picture(session.log, SIZE), cells)
            tell("left", step="the end of the program")
            session.send(ESC)
            session.read(0.3)
            session.send("\x03\x03")
            yield "left", "the program does not end" if session.ends(20) is None else ""


def _unlike(shown: pyte.Screen, cells: Cells) -> str:
    """The first cell that is another one, in letter, weight or colour; pyte reads both."""
    wanted = picture(sequence(cells).encode(), SIZE)
    for y in range(SIZE[1]):
        for x in range(SIZE[0]):
            now, then = _look(shown.buffer[y][x]), _look(wanted.buffer[y][x])
            if now != then:
                return f"row {y + 1}, column {x + 1}: {now}, meant is {then}"
    return ""


def _look(cell: pyte.screens.Char) -> tuple[object, ...]:
    seen = (cell.bg, cell.underscore, cell.reverse)
    return (normalize("NFC", cell.data), *seen, *(() if cell.data == " " else (cell.fg, cell.bold, cell.italics)))


def _is_shown(session: Session, cells: Cells) -> bool:
    return not _unlike(picture(session.log, SIZE), cells)
