"""One terminal tried: the program in it, what was meant painted beside, and the pictures of both compared."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from unicodedata import normalize

from tests.terminal.traces import lines_of
from tests.terminal.traces import picture as sent_picture
from tools.terminals.attempts import tell
from tools.terminals.display import Display, difference, save, wait_for
from tools.terminals.scenes import PROGRAMS, SCENES, Cells, text_of

ROOT = Path(__file__).parents[2]
RESIZED = (100, 30)
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]")
_RUN = """\
export HOME={folder} PYTHONPATH={root} LANG=C.UTF-8
tty >{folder}/tty; env -0 >{folder}/written; mv {folder}/written {folder}/env  # whole, once it is there
echo before
{command}
echo "after, $?"
touch {folder}/over
sleep 600
"""


class Trial:
    """A terminal with a program in it; to be ended."""

    def __init__(self, display: Display, terminal: tuple[str, ...], folder: Path, command: list[str]) -> None:
        self.display, self.folder = display, folder
        folder.mkdir(parents=True)
        script = folder / "run.sh"
        script.write_text(_RUN.format(folder=shlex.quote(str(folder)), root=ROOT, command=shlex.join(command)))
        kept = {name: value for name, value in display.environment.items() if name in ("PATH", "DISPLAY", "LANG")}
        self._window = subprocess.Popen(
            [*terminal, "sh", str(script)],
            env={**kept, "HOME": str(folder), "LANG": "C.UTF-8", "LIBGL_ALWAYS_SOFTWARE": "1"},
            stdout=subprocess.DEVNULL,
            stderr=(folder / "stderr").open("w"),
        )
        wait_for(lambda: (folder / "env").exists() or self._window.poll() is not None, 20)
        if not (folder / "env").exists():
            raise OSError(f"the terminal does not start: {self._complaint}")

    def end(self) -> None:
        self._window.terminate()
        try:
            self._window.wait(10)
        except subprocess.TimeoutExpired:
            self._window.kill()
            self._window.wait()

    @property
    def _complaint(self) -> str:
        return (self.folder / "stderr").read_text(errors="replace").strip() or "it says nothing"

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows of now."""
        if self._window.poll() is not None:
            raise OSError(f"the terminal has ended: {self._complaint}")
        with Path((self.folder / "tty").read_text().strip()).open() as tty:
            return tuple(os.get_terminal_size(tty.fileno()))  # type: ignore[return-value]

    @property
    def environment(self) -> dict[str, str]:
        """What the terminal told its programs."""
        pairs = (pair.partition("=") for pair in (self.folder / "env").read_text().split("\0") if pair)
        return {name: value for name, _, value in pairs}

    def has_size(self, size: tuple[int, int]) -> bool:
        return self.size == size

    def is_over(self) -> bool:
        return wait_for((self.folder / "over").exists, 20)


class Shown(Trial):
    """The program, and what it sends."""

    def __init__(self, display: Display, terminal: tuple[str, ...], folder: Path, program: str) -> None:
        run = shlex.join([sys.executable, "-m", *PROGRAMS[program]])
        command = ["script", "--quiet", "--return", "--flush", "--log-out", str(folder / "log"), "--command", run]
        super().__init__(display, terminal, folder, command)

    def text(self) -> list[str]:
        """What has been sent, as text, line by line."""
        log = self.folder / "log"
        sent = log.read_bytes().partition(b"\n")[2] if log.exists() else b""
        return lines_of(sent_picture(sent, self.size))

    def shows(self, lines: list[str]) -> bool:
        """Whether these stand on the screen. pyte composes letters and their marks, and keeps half of a flag."""
        return list(map(_as_pyte, self.text())) == list(map(_as_pyte, lines))


def _as_pyte(line: str) -> str:
    return _FLAGS.sub("", normalize("NFC", line))


def meant(environment: dict[str, str], program: str, sizes: list[tuple[int, int]]) -> list[Cells]:
    """As `scenes` prints it."""
    command = [sys.executable, "-m", "tools.terminals.scenes", program, *(f"{x}x{y}" for x, y in sizes)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT)
    if done.returncode:
        raise OSError(done.stderr)
    return [[[(text, style) for text, style in row] for row in rows] for rows in json.loads(done.stdout)]


def differences(display: Display, terminal: tuple[str, ...], folder: Path, program: str) -> Iterator[tuple[str, str]]:
    """Scenes, and what is different in each from what was meant; nothing is well. Pictures are left in `folder`."""
    tell("start", step="the program")
    shown = Shown(display, terminal, folder / "shown", program)
    pictures: list[bytes] = []
    try:
        sizes = [shown.size]
        tell("start", step="what is meant")
        wanted = meant(shown.environment, program, sizes)
        for (name, keys), cells in zip(SCENES[program].items(), wanted, strict=True):
            tell(name, step="keys")
            if name == "resized":
                display.resize(*RESIZED)
                wait_for(lambda: shown.size != sizes[0], 10)
                sizes.append(shown.size)
                cells = wanted[-1] = meant(shown.environment, program, sizes)[-1]
            display.press(*keys)
            tell(name, step="the text")
            if not wait_for(partial(shown.shows, lines := text_of(cells)), 10):
                yield name, _unlike(shown.text(), lines)
            tell(name, step="a picture that stands still")
            pictures.append(display.settled())
            save(pictures[-1], folder / f"{name}.png")
        tell("left", step="the end of the program")
        display.press("escape", *["ctrl+c"] * 2)
        if not shown.is_over():
            yield "left", "the program does not end"
        tell("left", step="a picture that stands still")
        pictures.append(display.settled())
        save(pictures[-1], folder / "left.png")
    finally:
        shown.end()
    yield from _against_paint(display, terminal, folder, dict(zip(SCENES[program], wanted, strict=True)), pictures)


def _against_paint(
    display: Display, terminal: tuple[str, ...], folder: Path, wanted: dict[str, Cells], pictures: list[bytes]
) -> Iterator[tuple[str, str]]:
    given = folder / "meant"
    tell("start", step="a second terminal")
    painted = Trial(display, terminal, given, [sys.executable, "-m", "tools.terminals.paint", str(given)])
    try:
        numbers = count(1)
        for picture, (name, cells) in zip(pictures, wanted.items(), strict=False):
            if name == "resized":
                display.resize(*RESIZED)
                wait_for(partial(painted.has_size, (len(cells[0]), len(cells))), 10)
            meant: list[bytes] = []
            # What is no letter at all, and wider than its cell, goes on over a blank that was sent, and over none that
            # was there: either is well.
            for painting in (cells, _with_plain_blanks(cells)):
                tell(name, step="painting what was meant")
                number = next(numbers)
                (given / "next").write_text(json.dumps(painting), "utf-8")
                (given / "next").rename(given / f"{number}.json")
                if not wait_for((given / f"{number}.shown").exists, 20):
                    yield name, "what was meant cannot be painted"
                tell(name, step="a picture of what was meant")
                meant.append(display.settled())
                if not (why := difference(picture, *meant)):
                    break
                save(meant[-1], folder / f"{name}, meant {len(meant)}.png")
            yield name, why
        tell("left", step="the end of what was meant")
        (given / "end").touch()
        painted.is_over()
        yield "left", difference(pictures[-1], display.settled())
    finally:
        painted.end()


def _with_plain_blanks(cells: Cells) -> Cells:
    """The same to the eye, with no style where none is seen: a blank on the terminal's own ground, without a line."""
    return [
        [
            (text, "0;39;49" if text == " " and re.fullmatch(r"0(;[1-3])*;[39]\d(;\d+)*;49", style) else style)
            for text, style in row
        ]
        for row in cells
    ]


def _unlike(now: list[str], wanted: list[str]) -> str:
    rows = [number for number, (one, other) in enumerate(zip(now, wanted, strict=False)) if one != other]
    return f"row {rows[0] + 1} has {now[rows[0]]!r}, meant is {wanted[rows[0]]!r}" if rows else "another size"
