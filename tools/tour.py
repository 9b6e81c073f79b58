"""The recorded tour, `docs/tour.cast`: `python -m tools.tour`, or `make pictures`.

The real program in a terminal of its own, driven by a written list of keys. When something is shown is written too, so
that a recording differs only where the program does. asciinema's format, version 2: a header, then an event a line.
"""

import json
import os
import re
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pyte

from bench.recording import Recording

CAST = Path(__file__).parents[1] / "docs" / "tour.cast"
SIZE = (100, 30)
DAY = "2026-11-23"
"""As in the pictures."""


class Step(NamedTuple):
    """A key as Textual names it, the seconds for which its screen stays, and what stands there then."""

    key: str
    stays: float
    shows: str = ""


def typed(text: str) -> tuple[Step, ...]:
    """A step for each letter of a text."""
    return tuple(Step(letter, 0.12) for letter in text)


STEPS = (
    Step("", 4, "1 Timeline"),
    Step("2", 2.5, "Leverage"),
    Step("c", 4, "2 Leverage · upon"),
    Step("a", 3, "━ Ask ━"),
    Step("e", 5, "━ Ask e ━"),
    Step("s", 5, "Paragraphs behind"),
    Step("/", 1, "Type a word"),
    *typed("offensive start"),
    Step("enter", 5, "answer            not in source"),
    Step("7", 3.5, "Outlook"),
    Step("L", 3, "» Since then"),
    Step(":", 0.5),
    *typed("ledger"),
    Step("enter", 5, "not borne out"),
    Step("L", 0.8),
    Step("1", 1.2, "1 Timeline"),
    Step("b", 2.5, "5 min"),
    Step("3", 5, "What the sources ask"),
    Step("escape", 2),
)
STILL = STEPS[:5]
"""The steps to the screen that stands for the tour."""
BYTES = {"": "", "enter": "\r", "escape": "\x1b", "tab": "\t"}

SENT_BACK = re.compile(
    rb"\x1b\](?:4|1[0-9]|52);[^\x07\x1b]*(?:\x07|\x1b\\)"  # what is asked of colours and the clipboard
    rb"|\x1b\[[>=?]?[0-9;]*[cnu]"  # who are you, where is the cursor, which keyboard
    rb"|\x1b\[[?]?[0-9;]*\$p"  # do you know this mode
    rb"|\x1b\[\?(?:1|100[0-6]|1015|1016|2004|2031|2048)[hl]"  # the mouse, focus, pastes, sizes
    rb"|\x1b\[>[0-9;]*[mq]|\x1b[P_][^\x1b]*\x1b\\|\x1b\[2[23];?[0-9]*t|\x1b\]2;[^\x07\x1b]*(?:\x07|\x1b\\)"
)
"""What a terminal would answer, or would send afterwards; who plays a tour back has no program that reads it."""


def record() -> list[tuple[float, str]]:
    """What came onto the screen, by the second from the start at which it is shown."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        environment["PATH"] = os.environ["PATH"]
        command = [sys.executable, "-I", "-m", "caucasus_tui", "--today", DAY, "--theme", "caucasus-dark"]
        events, at = [], 0.0
        with Recording(command, SIZE, environment) as terminal:
            for step in STEPS:
                seen = len(terminal.pieces)
                if step.key:
                    terminal.press(BYTES.get(step.key, step.key))
                rest(terminal)
                while step.shows not in picture(terminal):
                    terminal.settle()
                    rest(terminal)
                data = b"".join(piece.data for piece in terminal.pieces[seen:])
                events.append((round(at, 2), SENT_BACK.sub(b"", data).decode()))
                at += step.stays
    return [*events, (round(at, 2), "\x1b[0m\x1b[?1049l\x1b[?25h")]


def rest(terminal: Recording) -> None:
    """Wait until nothing more comes for a second."""
    with suppress(TimeoutError):
        while True:
            terminal.settle(quiet=1, patience=1)


def picture(terminal: Recording) -> str:
    """What is on the screen now."""
    screen = pyte.Screen(*SIZE)
    pyte.ByteStream(screen).feed(SENT_BACK.sub(b"", b"".join(piece.data for piece in terminal.pieces)))
    return "\n".join(screen.display)


def cast() -> str:
    """The tour as a file."""
    columns, rows = SIZE
    header = {"version": 2, "width": columns, "height": rows, "title": "caucasus-tui"}
    lines = [header, *([at, "o", text] for at, text in record())]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


if __name__ == "__main__":
    CAST.write_text(cast(), encoding="utf-8")
