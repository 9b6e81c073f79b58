"""Where the terminal writes, in which style, and what brings it elsewhere. Kept from picture to picture."""

from caucasus_tui.tui.terminal.ink import PLAIN, Sgr, between
from caucasus_tui.tui.terminal.screen_cells import ScreenCell

TAIL = 4
"""Blanks at the end of a line that cost more than erasing it."""


class Pen:
    """Collects what to send."""

    def __init__(self) -> None:
        self._sent: list[str] = []
        self._at: tuple[int, int] | None = None
        self._sgr = PLAIN

    def taken(self) -> str:
        """All that was collected since the last time."""
        if self._sgr.link:  # whatever comes next is not part of it
            self._become(self._sgr._replace(link=""))
        sent = "".join(self._sent)
        self._sent.clear()
        return sent

    def clear(self) -> None:
        """Make the screen blank, whatever was there and in whatever style the terminal was writing."""
        self._sent = ["\x1b[r\x1b[0m\x1b[2J"]
        self._at, self._sgr = None, PLAIN

    def lift(self) -> None:
        """Write in plain style, wherever the terminal is writing now, and in whatever style."""
        self._sent, self._at, self._sgr = ["\x1b[m"], None, PLAIN

    def write(self, x: int, y: int, run: list[ScreenCell], erasable: int) -> None:
        """Write cells from a column and row on, the last `erasable` of them by erasing the line from there."""
        erases = erasable >= TAIL
        is_there = self._at == (x, y)
        style: Sgr | None = None
        for text, sgr, is_certain in run[: max(len(run) - erasable, 0)] if erases else run:
            if text:
                if not is_there:
                    self.move(x, y)
                if sgr is not style:
                    self._become(sgr)
                    style = sgr
                self._sent.append(text)
            # Terminals disagree about wide, combined and rare characters: after one, the place is set anew.
            is_there = is_certain and text != ""
            if not is_there:
                self._at = None
            x += 1
        if is_there:
            self._at = (x, y)
        if erases:
            self.move(x, y)
            self._become(run[-1].sgr)
            self._sent.append("\x1b[K")

    def scroll(self, top: int, bottom: int, lines: int) -> None:
        """Move rows `top` to `bottom` up by so many lines, or down if negative; blank lines follow. As a VT100 does it,
        which every terminal can: at the edge of the region, a line feed or its reverse."""
        self._plain()
        edge, step = (bottom, "\n") if lines > 0 else (top, "\x1bM")
        self._sent.append(f"\x1b[{top + 1};{bottom + 1}r\x1b[{edge + 1}H{step * abs(lines)}\x1b[r")
        self._at = None

    def move(self, x: int, y: int) -> None:
        """Go to a column and row, from 0, by the shortest of the ways; nothing is sent where it is there."""
        if self._at == (x, y):
            return
        ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"]
        if self._at and self._at[1] == y and self._at[0] < x:
            ways.append(_right(x - self._at[0]))
        if self._at and self._at[1] == y - 1:
            ways.append("\r\n" + _right(x))
        self._sent.append(min(ways, key=len))
        self._at = (x, y)

    def _become(self, sgr: Sgr) -> None:
        codes, self._sgr = between(self._sgr, sgr)
        if codes:
            self._sent.append(codes)

    def _plain(self) -> None:
        self._become(PLAIN)


def _right(columns: int) -> str:
    return "" if not columns else "\x1b[C" if columns == 1 else f"\x1b[{columns}C"
