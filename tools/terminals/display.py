"""A screen that nobody sees (Xvfb), with one window on it: keys go in, pictures come out."""

import os
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

X_NAMES = {
    "enter": "Return",
    "escape": "Escape",
    "backspace": "BackSpace",
    "pagedown": "Next",
    "down": "Down",
    "up": "Up",
    "left": "Left",
    "right": "Right",
}
SIZE = (1300, 800)
_PIXEL = 4
_PLACE, _EDGES = (8, 16), 17
"""Pixels."""
_ESCAPE_SECONDS = 0.4
"""After which an escape is not the beginning of something else."""


def wait_for(holds: Callable[[], bool], seconds: float) -> bool:
    """Whether something comes to hold; a busy machine gets longer."""
    end = time.monotonic() + seconds * min(max(1.0, os.getloadavg()[0]), 4.0)
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.1)
    return held


class Display:
    """To be ended."""

    def __init__(self) -> None:
        number, told = os.pipe()
        width, height = SIZE
        # One's own: two that take the first number that is free can take the same, where several are tried at once.
        own = f":{100 + os.getpid() % 900}"
        # Without -noreset it begins anew where its last window goes, and the next to ask finds no screen meanwhile.
        command = ["Xvfb", own, "-displayfd", str(told), "-noreset", "-nolisten", "tcp"]
        command += ["-screen", "0", f"{width}x{height}x24"]
        self._server = subprocess.Popen(command, pass_fds=[told], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(told)
        with os.fdopen(number) as given:
            self.name = f":{given.readline().strip()}"
        # Without a window manager keys go to the window under the pointer.
        self._do("mousemove", "90", "90")

    def end(self) -> None:
        self._server.terminate()
        self._server.wait()

    def _do(self, *arguments: str) -> str:
        done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, env=self.environment)
        return done.stdout

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.name, "LIBGL_ALWAYS_SOFTWARE": "1"}

    def press(self, *keys: str) -> None:
        """Keys in Textual's names."""
        for is_escape, together in groupby(keys, lambda key: key == "escape"):
            self._do("key", "--delay", "40", *(X_NAMES.get(key, key) for key in together))
            time.sleep(_ESCAPE_SECONDS if is_escape else 0)

    def resize(self, columns: int, rows: int) -> None:
        """The window, in cells."""
        window = self._do("search", "--onlyvisible", "--name", ".").split()[-1]
        self._do("windowsize", "--usehints", window, str(columns), str(rows))

    def settled(self) -> bytes:
        """The picture once it does not change any more, as xwd writes it; drawn anew from what the terminal holds,
        since a letter may reach over into a cell that was written earlier."""
        subprocess.run(["xrefresh"], env=self.environment, check=True)
        before, now = b"", self._grab()
        while before != now:
            time.sleep(0.3)
            before, now = now, self._grab()
        return now

    def _grab(self) -> bytes:
        command = ["xwd", "-silent", "-root"]
        return subprocess.run(command, capture_output=True, check=True, env=self.environment).stdout


def save(picture: bytes, path: Path) -> None:
    """A picture as a file of the kind its name says."""
    subprocess.run(["convert", "xwd:-", str(path)], input=picture, check=True)


def difference(one: bytes, *others: bytes) -> str:
    """In how many places more differs from each of the others than the edges of letters, which terminals draw in
    pieces, and where the first is; nothing in none. A place is of about a cell."""
    start = -_PIXEL * SIZE[0] * SIZE[1]
    one, others = one[start:], tuple(other[start:] for other in others)
    if one in others:
        return ""
    pixels = (
        divmod(at // _PIXEL, SIZE[0])
        for at in range(0, len(one), _PIXEL)
        if all(one[at : at + 3] != other[at : at + 3] for other in others)
    )
    places = Counter((y // _PLACE[1], x // _PLACE[0]) for y, x in pixels)
    unlike = sorted(place for place, count in places.items() if count > _EDGES)
    if not unlike:
        return ""
    row, column = unlike[0]
    return f"{len(unlike)} places are not as meant, the first at pixel {column * _PLACE[0]},{row * _PLACE[1]}"
