"""`python -m tools.terminals.paint FOLDER`, in a terminal: what was meant, cell by cell and with nothing clever.

Each cell is addressed and styled by itself: nothing is scrolled, erased or left out. Waits for `FOLDER/1.json`,
`2.json` …, shows it, asks the terminal whether it has come so far, and leaves `1.shown`. Ends with `FOLDER/end`, back
on the screen it began on. Standard library only.
"""

import json
import os
import re
import select
import sys
import termios
import time
import tty
from pathlib import Path

ASK, ANSWER = b"\x1b[6n", re.compile(rb"\x1b\[\d+;\d+R")
"""Where the cursor is: what every terminal answers. Whether it is well (5n) some, as st 0.9, do not."""


def sequence(rows: list[list[tuple[str, str]]]) -> str:
    """The cells of a picture, each addressed and styled by itself."""
    sent = ["\x1b[0m\x1b[2J"]
    for y, row in enumerate(rows, 1):
        for x, (text, style) in enumerate(row, 1):
            if text:  # else the right half of a wide letter
                sent.append(f"\x1b[{y};{x}H\x1b[{style}m{text}")
    return "".join(sent)


def send(text: str) -> None:
    """All of it, and until the terminal says that it has taken it."""
    data = text.encode() + ASK
    while data:
        data = data[os.write(1, data) :]
    heard = b""
    while not ANSWER.search(heard) and select.select([0], [], [], 20)[0]:
        heard += os.read(0, 100)


def main() -> None:
    """Show each picture that comes."""
    folder, number = Path(sys.argv[1]), 1
    before = termios.tcgetattr(0)
    tty.setraw(0)
    send("\x1b[?1049h\x1b[?25l\x1b[?7l")
    while not (folder / "end").exists():
        given = folder / f"{number}.json"
        if given.exists():
            send(sequence(json.loads(given.read_text("utf-8"))))
            (folder / f"{number}.shown").touch()
            number += 1
        time.sleep(0.02)
    send("\x1b[0m\x1b[?7h\x1b[?1049l\x1b[?25h")
    termios.tcsetattr(0, termios.TCSANOW, before)


if __name__ == "__main__":
    main()
